"""How a chapter declares what its functions promise.

`tests/specs/<chapter>.py` holds a `SPEC`. Its rows are calls, and what comes of them:

    Call("relu", [-1.0, 2.0]).gives([0.0, 2.0])
    Call("relu", X).like_torch(torch.relu)
    Call("elu", X, alpha=inf).refuses("`alpha` must be a finite number of at least 0, got")

`tests/laws.py` has the laws that are asked of the good calls, and `tests/test_contract.py`
asks them, so that a new function needs no new test: its rows are enough.
"""

import inspect
import reprlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import torch

from checks import autograd

Reasons = dict[str, str]  # by the name of a function


class Call:
    """A call of a public function: `Call("elu", x, alpha=2)` for `elu(x, alpha=2)`."""

    def __init__(self, name: str, /, *args, **options):
        self.name, self.args, self.options = name, args, options
        self.bounds: set[str] = set()
        self.finites: set[str] = set()

    def __repr__(self):
        args = [_short(arg) for arg in self.args]
        options = [f"{name}={_short(value)}" for name, value in self.options.items()]
        return f"{self.name}({', '.join(args + options)})"

    def of(self, name: str) -> "Call":
        """The same call of another function."""
        call = Call(name, *self.args, **self.options)
        return call.bounded(*self.bounds).finite(*self.finites)

    def but(self, **options) -> "Call":
        """The same call with other options."""
        return Call(self.name, *self.args, **{**self.options, **options})

    def bounded(self, *arguments: str) -> "Call":
        """The same, and these arrays refuse some real numbers, as probabilities do."""
        self.bounds.update(arguments)
        return self

    def finite(self, *arguments: str) -> "Call":
        """The same, and these arrays refuse nan and infinity."""
        self.finites.update(arguments)
        return self.bounded(*arguments)

    def gives(self, *results, **within: float) -> "Value":
        """A known value: one entry for each result, and `...` if the rest is left out."""
        first = bool(results) and results[-1] is ...
        compared = results[:-1] if first else results
        parts = [r if isinstance(r, tuple) else (r,) for r in compared]
        return Value(self, sum(parts, ()), first, within)

    def like(self, theirs: Callable, **within: float) -> "Parity":
        """The result is that of another function, given the same NumPy arrays.

        It returns `...` as its last result where the rest of ours is not compared.
        """
        return Parity(self, theirs, within)

    def like_torch(self, theirs: Callable, **within: float) -> "Parity":
        """The result is that of a function of PyTorch, given the same as tensors."""
        return Parity(self, lambda *a, **o: theirs(*_tensors(a), **_tensors(o)), within)

    def like_autograd(self, f: Callable, *, by: int = 0, **within: float) -> "Parity":
        """The result is PyTorch's gradient of the sum of `f` by argument number `by`."""

        def theirs(*args, **options):
            before, after = _tensors(args[:by]), _tensors(args[by + 1 :])
            return autograd(lambda t: f(*before, t, *after, **_tensors(options)), args[by])

        return Parity(self, theirs, within)

    def refuses(self, message: str, error: type[Exception] = ValueError) -> "Refusal":
        """The call is refused; the message names the argument, the rule and what came."""
        return Refusal(self, message, error)

    def refuses_each(self, option: str, values: list, rule: str) -> list["Refusal"]:
        """The call is refused with each of the values for one option."""
        return [
            self.but(**{option: value}).refuses(f"`{option}` must be {rule}, got {value}")
            for value in values
        ]


class Value(NamedTuple):
    """A call and its results; tolerances where they differ from those of the chapter."""

    call: Call
    results: tuple[Any, ...]
    first: bool  # whether these are only the first of the results
    within: dict[str, float]


class Parity(NamedTuple):
    """A call and a function of another library that gives the same for its arguments."""

    call: Call
    theirs: Callable
    within: dict[str, float]


class Refusal(NamedTuple):
    """A call, and a part of the message of the error that it deserves."""

    call: Call
    message: str
    error: type[Exception]


@dataclass(frozen=True, kw_only=True)
class Spec:
    """All that a chapter declares; what is missing, `test_contract.py` names."""

    module: ModuleType
    # One good call or more of every function: a NumPy array for each argument that may be
    # an array, the optional ones too.
    good: list[Call]
    values: list[Value]
    parity: list[Parity]
    refusals: list[Refusal]
    # Calls whose sums, counts or squares would leave the range of float16 on the way.
    float16: list[Call] = field(default_factory=list)
    # Functions that treat each entry as they would treat it alone.
    entrywise: Collection[str] = ()
    # Good calls that make sense in whole numbers, where those above do not once rounded.
    whole: list[Call] = field(default_factory=list)
    discrete: Collection[str] = ()  # arguments that may hold labels, steps or bools
    # The exemptions of functions: by the name of a law or table, then of the function.
    exempt: dict[str, Reasons] = field(default_factory=dict)
    classes: Collection[str] = ()  # public names that are no functions
    values_within: dict[str, float] = field(default_factory=dict)
    parity_within: dict[str, float] = field(default_factory=dict)

    @property
    def chapter(self) -> str:
        """The name of the chapter, as in `dlnotes.losses`."""
        return self.module.__name__.rpartition(".")[2]

    @property
    def functions(self) -> list[str]:
        """The names of the public functions."""
        return [name for name in self.module.__all__ if name not in self.classes]

    def function(self, call: Call) -> Callable:
        """The function that is called."""
        return getattr(self.module, call.name)

    def given(self, call: Call) -> dict[str, Any]:
        """The arguments of a call by their names."""
        signature = inspect.signature(self.function(call))
        return signature.bind(*call.args, **call.options).arguments


def _short(value) -> str:
    if isinstance(value, np.ndarray) and value.size > 9:
        return f"<{value.dtype} {value.shape}>"
    return reprlib.repr(value)


def _tensors(value):
    """The same with tensors for arrays."""
    if isinstance(value, np.ndarray):
        return torch.tensor(value)
    if isinstance(value, list | tuple):
        return type(value)(_tensors(part) for part in value)
    if isinstance(value, dict):
        return {name: _tensors(part) for name, part in value.items()}
    return value
