"""Sentences as words: how names are called, and which words a sentence consists of."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ..formulas.tree import FormulaError
from .rules import EN, KO, TEX, Rank, Slot, grammar, table

Words = tuple[str, ...]

# A Korean particle after a closed sound and after an open one; it is heard as its key.
PARTICLES = {
    "가": ("이", "가"),
    "는": ("은", "는"),
    "를": ("을", "를"),
    "로": ("으로", "로"),
    "와": ("과", "와"),
}
HEARD = {form: key for key, forms in PARTICLES.items() for form in forms}
OF = "의"  # which is often not heard, so that nothing may depend on it
# Letters are told to be capital where a formula has the small one too.
CAPITAL = {KO: "대문자", EN: "capital", TEX: ""}
LARGE = {KO: "큰", EN: "big "}  # brackets around others
# After these an end that is left out is known to have come.
CLOSERS = {
    KO: (
        *(
            "괄호 닫고",
            "분수 끝",
            "루트 끝",
            "지수 끝",
            "경우 끝",
            "행렬 끝",
            "이고",
            "콤마",
            "는",
        ),
        *("즉", "분자는", "다음 행", "새 값"),
    ),
    EN: (
        *("close", "end", "otherwise", "comma", "equals", "is"),
        *("approximately", "becomes", "next row"),
    ),
}
HANGUL = re.compile("[가-힣]+")
LATIN = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+")


def rank(name: str) -> Rank:
    """Whether a name is a letter, or a word as those of functions are."""
    return _rows().get(name, {}).get("rank", "letter")


def word(name: str, tongue: str, capitals: frozenset[str] = frozenset()) -> str:
    """How a name is called; `capitals` are letters that must be told from small ones."""
    called = _rows().get(name, {}).get(tongue, "")
    if not called and tongue == TEX:
        return name if len(name) == 1 else rf"\operatorname{{{name}}}"
    if not called and tongue == KO and len(name) > 1 and not name.isupper():
        raise FormulaError(f"no Korean word for {name}: add it to speech/words.csv")
    return f"{CAPITAL[tongue]} {name}" if name in capitals else called or name


@cache
def names(tongue: str) -> dict[Words, str]:
    """The names of a tongue by the words that they are called."""
    return {split(row[tongue], tongue): name for name, row in _rows().items()}


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in table("words")}


@lru_cache(maxsize=100_000)
def split(sentence: str, tongue: str) -> Words:
    """The words of a sentence; particles are words, and pauses and sizes are not heard."""
    sentence = re.sub(rf"{LARGE[tongue]}(?=괄호|bracket)", "", sentence)
    sentence = re.sub(rf"{CAPITAL[tongue]} (?=[A-Z]\b|[A-Z][가-힣])", "", sentence)
    if tongue == EN:
        return tuple(LATIN.findall(sentence))
    pieces = (piece for text in re.split(r"[\s,~]+", sentence) for piece in _pieces(text))
    return tuple(HEARD.get(piece, piece) for piece in pieces if piece != OF)


def _pieces(text: str) -> list[str]:
    """The words that are written together, as in «n까지»."""
    found, place = [], 0
    while place < len(text):
        piece = _lexicon().match(text, place)
        if piece is None:
            raise FormulaError(f"cannot hear {text[place:]} in {text}")
        found.append(piece[0])
        place = piece.end()
    return found


@cache
def _lexicon() -> re.Pattern[str]:
    """All words of Korean, the longest first, numbers and Latin letters."""
    texts = [row["ko"] for row in table("words")]
    for row in table("rules"):
        texts += re.split(r"<\w!?:\w+>|~.", row["ko"])
    found = {word for text in texts for word in HANGUL.findall(text)} | HEARD.keys()
    known = sorted(found, key=len, reverse=True)
    return re.compile("|".join([*known, LATIN.pattern]))


@cache
def literal(tongue: str) -> frozenset[str]:
    """The words of templates, which name nothing in English."""
    rules = [rule for rules in grammar(tongue).values() for rule in rules]
    texts = [p for rule in rules for p in rule.pieces if not isinstance(p, Slot)]
    texts += [rule.end for rule in rules]
    return frozenset(word for text in texts for word in split(text, tongue))


def closed(following: Sequence[str], end: Words, tongue: str) -> bool:
    """Whether an end may be left out before these words; never before an equal end."""
    following = tuple(following)
    if following[: len(end)] == end:
        return False
    return not following or any(
        following[: len(closer)] == closer for closer in _closers(tongue)
    )


@cache
def _closers(tongue: str) -> tuple[Words, ...]:
    return tuple(split(closer, tongue) for closer in CLOSERS[tongue])


def particle(before: str, form: str) -> str:
    """The form of a particle that fits the sound before it."""
    closed_form, open_form = PARTICLES[form]
    final = _final(before.rstrip(", "))
    return closed_form if final and not (form == "로" and final == "ㄹ") else open_form


def _final(text: str) -> str:
    """The consonant that a text ends with when it is read: ㄹ, another, or none."""
    last = text[-1]
    if HANGUL.fullmatch(last):
        number = (ord(last) - 0xAC00) % 28
        return "ㄹ" if number == 8 else "ㅇ" if number else ""
    if last.isdigit():
        return {"1": "ㄹ", "7": "ㄹ", "8": "ㄹ", "0": "ㅇ", "3": "ㅇ", "6": "ㅇ"}.get(
            last, ""
        )
    return {"l": "ㄹ", "r": "ㄹ", "m": "ㅇ", "n": "ㅇ"}.get(last.lower(), "")
