r"""The command `make formula`: one formula, compared with code and said in words.

    make formula TEX='\sigma(z) = \frac{1}{1 + e^{-z}}' CODE='sigmoid(z) for z in R^n'

`CODE` is what stands in the comment below a formula of a page: a call of functions of
dlnotes or NumPy, and the sets that its inputs are drawn from. See `formulas/notation.md`.
The playground asks the same in the browser, where nothing but NumPy is installed.
"""

import json
import os
import sys
from textwrap import dedent
from typing import NamedTuple

from . import formulas, speech


class Answer(NamedTuple):
    """The findings of the check: a fault, or the sentences; or why there are none."""

    fault: str = ""
    unheard: str = ""
    ko: str = ""
    en: str = ""


def answer(tex: str, binding: str) -> Answer:
    """The findings of the check in a formula."""
    if fault := formulas.check(tex, binding, formulas.functions()):
        return Answer(fault=dedent(fault).strip())
    try:
        said = speech.spoken(tex, binding)
    except formulas.FormulaError as error:
        return Answer(unheard=str(error))
    return Answer(ko=said.ko, en=said.en)


def tell(tex: str, binding: str) -> None:
    """Print what the check finds, as the page reads it."""
    print(json.dumps(answer(tex, binding)._asdict()))


def main(tex: str, binding: str) -> int:
    """Print what the check finds; 1 if the formula and the code do not agree."""
    if not tex or not binding:
        print(f"Expected TEX and CODE. {__doc__}")
        return 2
    found = answer(tex, binding)
    if found.fault:
        print(found.fault)
        return 1
    print("On random inputs the formula gives what the code gives.\n")
    if found.unheard:
        print(f"It cannot be heard: {found.unheard}")
        return 1
    print(found.ko, found.en, sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ.get("TEX", ""), os.environ.get("CODE", "")))
