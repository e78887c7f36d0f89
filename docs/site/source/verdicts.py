"""The result of each formula's check, kept until something that it follows from changes."""

from . import formulas, kept
from .formulas import Formula

# A formula is checked by the reader, on random inputs of NumPy, against the package.
READER = ("constraints.txt", "docs/site/source/formulas")
SOUND = b""


def verdict(formula: Formula) -> str | None:
    """The fault that the check finds in a formula; None if there is none."""
    return _verdict(formula.tex, formula.binding)


@kept.remembered
def _verdict(tex: str, binding: str) -> str | None:
    name = kept.named(tex, binding, kept.tools(*READER))
    found = kept.made("formulas", name, lambda: _check(tex, binding))
    return None if found == SOUND else found.decode()


def _check(tex: str, binding: str) -> bytes:
    message = formulas.check(tex, binding, formulas.functions())
    return SOUND if message is None else message.encode()
