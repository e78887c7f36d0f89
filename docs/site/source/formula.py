r"""The command `make formula`: one formula, compared with code and said in words.

    make formula TEX='\sigma(z) = \frac{1}{1 + e^{-z}}' CODE='sigmoid(z) for z in R^n'

`CODE` is what stands in the comment below a formula of a page: a call of functions of
dlnotes or NumPy, and the sets that its inputs are drawn from. See `formulas/notation.md`.
"""

import os
import sys
from textwrap import dedent

from . import formulas, speech


def main(tex: str, binding: str) -> int:
    """Print what the check finds; 1 if the formula and the code do not agree."""
    if not tex or not binding:
        print(f"Expected TEX and CODE. {__doc__}")
        return 2
    if fault := formulas.check(tex, binding, formulas.functions()):
        print(dedent(fault).strip())
        return 1
    print("On random inputs the formula gives what the code gives.\n")
    try:
        said = speech.spoken(tex, binding)
    except formulas.FormulaError as error:
        print(f"It cannot be heard: {error}")
        return 1
    print(said.ko, said.en, sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ.get("TEX", ""), os.environ.get("CODE", "")))
