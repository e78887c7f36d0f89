r"""Names that need no binding: constants, functions of NumPy and of dlnotes.

A formula that defines such a name itself (an index e, a standard deviation \sigma) means
its own. To add a function of dlnotes to what formulas may use, add a line to `DLNOTES`.
"""

import math
from collections.abc import Callable, Mapping

import numpy as np

from .arrays import Expectation, Eye, Ones
from .operations import Extremum, concatenated
from .tree import Value

# LaTeX command (or \operatorname) -> function of dlnotes
DLNOTES = {"sigma": "sigmoid", "softmax": "softmax", "softplus": "softplus"}
DLNOTES["ReLU"] = "relu"


def _one_argument(function: Callable[[Value], Value]) -> Callable[[Value], Value]:
    """The function without the options of NumPy, so that cos(a, b) is refused."""
    return lambda x: function(x)


def _erf(x: Value) -> Value:
    return np.vectorize(math.erf, otypes=[float])(x)


def _diagonal(*entries: Value) -> Value:
    return np.diag(entries[0] if len(entries) == 1 else np.array(entries))


def _concatenated(*parts: Value) -> Value:
    if len(parts) == 1 and np.ndim(parts[0]) == 3:
        parts = tuple(parts[0])
    return concatenated(list(parts))


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
    "diag": _diagonal,
    "tr": _one_argument(np.trace),
    "det": _one_argument(np.linalg.det),
    "infty": np.inf,
    "degree": np.pi / 180,
    "percent": lambda x: x / 100,
    "factorial": lambda n: float(math.factorial(int(n))),
    "binom": lambda n, k: float(math.comb(int(n), int(k))),
    "tan": _one_argument(np.tan),
    "sinh": _one_argument(np.sinh),
    "cosh": _one_argument(np.cosh),
    "sech": lambda x: 1 / np.cosh(x),
    "arcsin": _one_argument(np.arcsin),
    "arccos": _one_argument(np.arccos),
    "atan2": lambda y, x: np.arctan2(y, x),
    "arctan2": lambda y, x: np.arctan2(y, x),
    "erf": _erf,
    "Phi": lambda x: (1 + _erf(x / math.sqrt(2))) / 2,
    "clip": lambda x, low, high: np.clip(x, low, high),
    "round": _one_argument(np.round),
    "mean": _one_argument(np.mean),
    "median": _one_argument(np.median),
    "std": _one_argument(np.std),
    "Concat": _concatenated,
    "concat": _concatenated,
    "Cov": lambda x, y: np.mean((x - np.mean(x)) * (y - np.mean(y))),
    "expectation": Expectation(np.mean),
    "Var": Expectation(np.var),
    "ones": Ones(),
    "I": Eye(),
}


def known(functions: Mapping[str, Callable[..., Value]]) -> dict[str, Value]:
    """The values of all symbols."""
    found = {
        symbol: functions[name] for symbol, name in DLNOTES.items() if name in functions
    }
    return NUMPY | found
