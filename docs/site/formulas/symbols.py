r"""What formulas may name without a binding: constants, functions of NumPy and of dlnotes.

A formula that defines such a name itself (an index e, a standard deviation \sigma) means
its own. To add a function of dlnotes to what formulas may use, add a line to `DLNOTES`.
"""

from collections.abc import Callable, Mapping

import numpy as np

from .arrays import Extremum
from .tree import Value

# LaTeX command (or \operatorname) -> function of dlnotes
DLNOTES = {"sigma": "sigmoid", "softmax": "softmax", "softplus": "softplus"}


def _one_argument(function: Callable[[Value], Value]) -> Callable[[Value], Value]:
    """The function without the options of NumPy, so that cos(a, b) is refused."""
    return lambda x: function(x)


NUMPY: dict[str, Value] = {
    "e": np.e,
    "pi": np.pi,
    "max": Extremum(np.maximum, np.max),
    "min": Extremum(np.minimum, np.min),
    "exp": _one_argument(np.exp),
    "log": _one_argument(np.log),
    "log_2": _one_argument(np.log2),
    "sin": _one_argument(np.sin),
    "cos": _one_argument(np.cos),
    "tanh": _one_argument(np.tanh),
    "arctan": _one_argument(np.arctan),
    "sign": _one_argument(np.sign),
    "sgn": _one_argument(np.sign),
    "diag": _one_argument(np.diag),
    "tr": _one_argument(np.trace),
}


def known(functions: Mapping[str, Callable[..., Value]]) -> dict[str, Value]:
    """The values of all symbols."""
    found = {
        symbol: functions[name] for symbol, name in DLNOTES.items() if name in functions
    }
    return NUMPY | found
