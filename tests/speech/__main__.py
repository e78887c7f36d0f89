"""Are sentences of formulas that nobody wrote heard in one way? `python tests/speech`.

Parts of the site's formulas are put in the place of others, up to four times. What comes of
it means little, but has every part beside every other. Each sentence that is heard as
something else, or in two ways, is printed.
"""

import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "docs" / "site")]

from source import formulas, speech
from source.page import pages
from source.speech import hearing, lines, parts, rules, words

SPLICES, LONGEST, ROUNDS = 4, 70, 5000
LINES = {"equal", "about", "becomes"}
# Parts that may stand wherever a value does.
RANKS = {*"1234567", *rules.LEVELS, "variable", "letter"}
VALUES = {row["kind"] for row in rules.table("rules") if row["rank"] in RANKS}


def is_value(part):
    if part.kind == "sym":
        return words.rank(part.text) == "letter"
    return part.kind in VALUES or part.kind == "num"


def whole():
    """The sides of all lines of the site's formulas."""
    for page in pages("en").values():
        for one in page.formulas:
            for line in speech.understood(one.tex, speech.compared(one))[0]:
                while line.kind in LINES:
                    side, line = line.parts
                    yield side
                yield line


def inside(part):
    """The values in a part, itself included, but for names in names."""
    if is_value(part):
        yield part
    if part.kind not in {"sub", "apply", "gradient"}:
        for inner in part.parts:
            yield from inside(inner)
    elif part.kind == "apply":
        yield from inside(part.parts[1])


def spliced(part, chance, choices):
    """The part with one value in it exchanged, in brackets or without."""
    old, new = chance.choice([*inside(part)]), chance.choice(choices)
    new = parts.made("bracket", new) if chance.random() < 0.5 else new

    def put(inner):
        if inner is old:
            return new
        return parts.made(inner.kind, *map(put, inner.parts)) if inner.parts else inner

    return put(part)


def verdict(part, tongue):
    """Whether a part is heard as it was said; None if it cannot be said or is too long."""
    try:
        [sentence] = lines.said((part,), tongue)
    except formulas.FormulaError:
        return None
    if len(sentence.split()) > LONGEST:
        return None
    heard = hearing.hear(sentence, tongue)
    if heard != {part}:
        print(f"\n{tongue}: {sentence}")
        for reading in [part, *sorted(heard - {part})[:3]]:
            print("  ", *lines.said((reading,), rules.TEX))
    return heard == {part}


def main():
    choices = sorted({part for side in whole() for part in inside(side)})
    choices = [part for part in choices if len(repr(part)) < 1500]
    for tongue in (rules.KO, rules.EN):
        chance, told = random.Random(1), []
        for _ in range(ROUNDS):
            part = chance.choice(choices)
            for _ in range(chance.randint(1, SPLICES)):
                part = spliced(part, chance, choices)
            told.append(verdict(part, tongue))
        heard, misheard = told.count(True), told.count(False)
        print(f"{tongue}: {heard} heard, {misheard} misheard, {told.count(None)} not said")


if __name__ == "__main__":
    main()
