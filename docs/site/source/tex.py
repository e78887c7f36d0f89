"""TeX to MathML, by math-core."""

import functools

from math_core import LatexError, LatexToMathML

CONVERTER = LatexToMathML(annotation=True, fancy_error=False)


@functools.lru_cache(maxsize=5000)
def mathml(tex: str, *, block: bool) -> str:
    """A formula as MathML; `ValueError` if the converter cannot read it."""
    try:
        return CONVERTER.convert_with_local_state(tex.strip(), displaystyle=block)
    except LatexError as error:
        raise ValueError(f"{tex.strip()!r}: {error}") from None
