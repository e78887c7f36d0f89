"""Display formulas of a Markdown page, and the comment with the check below each.

$$
a = b
$$
<!-- check: call for domain -->     or     <!-- unchecked: reason -->
"""

import re
from dataclasses import dataclass
from textwrap import dedent

from .. import fences
from ..dialect import CHECK
from .tree import FormulaError

CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


@dataclass(frozen=True)
class Formula:
    """A display formula of a page.

    `mark` is "check", "unchecked" or None; `binding` what follows it: the call, or the
    reason. `start` and `end` span the block and its comment, `line` is its first line.
    """

    tex: str
    mark: str | None
    binding: str
    line: int
    start: int
    end: int
    indent: str


def find(text: str) -> list[Formula]:
    """The display formulas of a page; anything that only looks like one is an error."""
    text = fences.blank(text)
    lines = text.split("\n")
    found, number = [], 0
    while number < len(lines):
        if lines[number].strip() == "$$":
            formula = _formula(text, lines, number)
            found.append(formula)
            number += text.count("\n", formula.start, formula.end) + 1
        else:
            _refuse_stray(lines[number], number + 1)
            number += 1
    return found


def _refuse_stray(line: str, number: int) -> None:
    line = CODE.sub("", line).replace("\\$", "")
    if "$$" in line:
        raise FormulaError("expected $$ on a line of its own", number)
    if CHECK.search(line + "-->"):
        raise FormulaError("a check must be right below the $$ of its formula", number)


def _formula(text: str, lines: list[str], number: int) -> Formula:
    opening = lines[number].rstrip()
    last = _closing(lines, number)
    tex = dedent("\n".join(lines[number + 1 : last])).strip()
    start = sum(len(line) + 1 for line in lines[:number])
    end = start + len("\n".join(lines[number : last + 1]).rstrip())
    mark, binding, end = _comment(text, end, number + 1)
    return Formula(tex, mark, binding, number + 1, start, end, opening.removesuffix("$$"))


def _closing(lines: list[str], number: int) -> int:
    """The line that closes the block; only a blank line can tell that it is missing."""
    for last in range(number + 1, len(lines)):
        line = lines[last].rstrip()
        if line == lines[number].rstrip() and last > number + 1:
            return last
        if not line or "$$" in line:
            break
    message = "expected a formula, no blank line, and $$ at the same indentation below this"
    raise FormulaError(message, number + 1)


def _comment(text: str, end: int, line: int) -> tuple[str | None, str, int]:
    """The mark below a block, its text, and where it ends."""
    below = re.compile(r"[ \t\r]*\n[ \t]*(?=<!--)").match(text, end)
    if below is None:
        return None, "", end
    comment = CHECK.match(text, below.end())
    if comment is None:
        if re.compile(r"<!--\s*(un)?check").match(text, below.end()):
            raise FormulaError(
                "expected `<!-- check: … -->` or `<!-- unchecked: … -->`", line
            )
        return None, "", end
    binding = " ".join(comment["binding"].split())
    if not binding:
        wanted = "call" if comment["mark"] == "check" else "reason"
        raise FormulaError(f"expected a {wanted} after `{comment['mark']}:`", line)
    return comment["mark"], binding, comment.end()
