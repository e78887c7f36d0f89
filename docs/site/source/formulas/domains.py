r"""Domains: the sets that the inputs of a formula are drawn from.

x, y in R^n            real numbers; now and then integers, to try ties and edges
W in R^(k,d)           an array; sizes that have names all differ
s in R+, p in (0,1)    positive numbers; probabilities
y in {0,1}^n           labels; also k in 1..9 and y in (1..k)^n
p in simplex^n         probabilities that sum to 1
e in eye^n             the identity; also diag^d (diagonal), spd^d (positive definite)
e in N(0, s**2)^n      a distribution: mean, variance; also U(a, b) and Bernoulli(p)
L: R^n -> R            a smooth random function
w = 20                 a value, computed in Python from what was drawn before
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from .distributions import DRAWN, Drawn
from .tree import FormulaError, Value

Shape = tuple[int, ...]
Rng = np.random.Generator

SIZES = (2, 3, 4, 5, 6, 7)
FEW = 3
LITTLE = {"small", "tiny"}
DECLARATION = re.compile(r"(?P<name>\w+)(?:\s*(?P<how>in\b|:|=)\s*(?P<what>.+))?")
RANGE = re.compile(r"\(?(-?\w+)\.\.(\w+)\)?")
BITS = "{0,1}"  # also the key of the names that were drawn from it
FAMILY = re.compile(r"(?P<name>N|Bernoulli|U)\((?P<parameters>.*)\)")
FAMILIES: dict[str, Callable[..., Value]] = {
    "N": lambda rng, shape, mean, variance: rng.normal(mean, variance**0.5, shape),
    "Bernoulli": lambda rng, shape, p: (rng.uniform(size=shape) < p) * 1.0,
    "U": lambda rng, shape, low, high: rng.uniform(low, high, shape),
}
STATED = re.compile(r"-?\d+(\.\d+)?")
LAMBDA = re.compile(r"\blambda\b[^:]*$")  # a lambda before its colon
SETS: dict[str, Callable[[Rng, Shape], Value]] = {
    "R": lambda rng, shape: rng.normal(size=shape),
    "R+": lambda rng, shape: rng.exponential(size=shape) + 0.1,
    "(0,1)": lambda rng, shape: rng.uniform(0.05, 0.95, size=shape),
    "{0,1}": lambda rng, shape: rng.integers(0, 2, size=shape) * 1.0,
    "simplex": lambda rng, shape: rng.dirichlet(np.ones(shape[-1]), size=shape[:-1]),
    "eye": lambda rng, shape: np.eye(shape[0]),
    "diag": lambda rng, shape: np.diag(rng.uniform(0.5, 2, size=shape)),
    "spd": lambda rng, shape: np.cov(rng.normal(size=(*shape, 99))),
}
# The same sets with numbers that a person would choose to try a formula.
SMALL: dict[str, Callable[[Rng, Shape], Value]] = {
    "R": lambda rng, shape: rng.integers(-2, 4, size=shape) * 1.0,
    "R+": lambda rng, shape: rng.integers(1, 5, size=shape) * 1.0,
    "(0,1)": lambda rng, shape: rng.integers(1, 10, size=shape) / 10,
    "simplex": lambda rng, shape: _shares(rng, shape) / 10,
    "diag": lambda rng, shape: np.diag(rng.integers(1, 4, size=shape) * 1.0),
    "spd": lambda rng, shape: np.eye(shape[0]) + rng.integers(1, 4),
}


@dataclass
class Sampler:
    """Random values for the names of a domain.

    At an edge, a real number is 0 and an array of them holds integers near 0, so that x > 0
    and x >= 0, or the first and the last of two largest, give different results. `beyond`
    replaces the numbers that a domain states by numbers "near" them or by any "other"; with
    "wide", axes are longer by one, and whole numbers stay, since they may be sizes. With
    "small", numbers are small, and all sizes that have names are the same; with "tiny", no
    axis that is stated as a number is longer than FEW either.
    """

    rng: Rng
    functions: Mapping[str, Value]  # that a value may call
    edge: bool = False
    beyond: str = ""  # "near", "wide", "other", "small" or "tiny"
    values: dict[str, Value] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)  # names that have no set yet
    sizes: list[int] = field(init=False)
    sets: Mapping[str, Callable[[Rng, Shape], Value]] = field(init=False)

    def __post_init__(self) -> None:
        self.sizes = list(self.rng.permutation(SIZES))
        self.sets = SETS
        if self.beyond in LITTLE:
            self.sizes = [int(self.rng.integers(2, 4))] * len(SIZES)
            self.sets = SETS | SMALL

    def draw(self, domain: str) -> None:
        """Draw all names of the domain."""
        for match in _declarations(domain):
            self.waiting.append(match["name"])
            while match["how"] and self.waiting:
                name = self.waiting[0]
                if name in self.values:
                    raise FormulaError(f"{name} is drawn twice, or was a size before")
                self.values[name] = self._drawn(match["how"], match["what"])
                if match["what"].startswith("{0,1}"):
                    self.values[BITS] = self.values.get(BITS, frozenset()) | {name}
                del self.waiting[0]
        if self.waiting:
            raise FormulaError(f"expected a set for {', '.join(self.waiting)}")

    def _drawn(self, how: str, what: str) -> Value:
        try:
            return self._value(how, what)
        except FormulaError:
            raise
        except Exception as error:  # any error, as the text of the page is evaluated
            raise FormulaError(f"cannot draw from {what}: {error}") from error

    def _value(self, how: str, what: str) -> Value:
        own = self.waiting[0] in {"origin", "outside"}
        changed = self.beyond not in {"", *LITTLE} and not own
        if how == "=" and changed and STATED.fullmatch(what):
            if self.beyond == "near":
                return float(what) * self.rng.uniform(0.99, 1.01)
            if self.beyond == "other" or "." in what:
                return float(self.rng.normal())
        if how == "=":
            return eval(what, {"np": np, **self.functions, **self.values})
        if how == ":":
            return self._function(what)
        kind, _, dimensions = what.partition("^")
        return self._member(kind.strip(), self._shape(dimensions))

    def _shape(self, dimensions: str) -> Shape:
        sizes = re.findall(r"\w+", dimensions)
        return tuple(
            self._stated(int(size)) if size.isdigit() else self._size(size)
            for size in sizes
        )

    def _stated(self, length: int) -> int:
        """The length of an axis that the domain states as a number."""
        if self.beyond == "tiny":
            return min(length, FEW)
        return length + (self.beyond == "wide")

    def _size(self, text: str) -> int:
        if text.lstrip("-").isdigit():
            return int(text)
        if text not in self.values:
            if not self.sizes:
                raise FormulaError(
                    f"more than {len(SIZES)} sizes; no length left for {text}"
                )
            self.values[text] = int(self.sizes.pop())
        return int(self.values[text])

    def _member(self, kind: str, shape: Shape) -> Value:
        if kind == "R" and self.edge:
            return self._integers(shape)
        if kind in self.sets:
            return self.sets[kind](self.rng, shape)
        family = FAMILY.fullmatch(kind)
        if family:
            return self._random(family, shape)
        limits = RANGE.fullmatch(kind)
        if limits is None:
            raise FormulaError(
                f"unknown set {kind!r}; the sets are {', '.join(SETS)}, 1..n"
            )
        low, high = map(self._size, limits.groups())
        number = self.rng.integers(low, high + 1, size=shape)
        return number if shape else int(number)

    def _random(self, family: re.Match[str], shape: Shape) -> Value:
        """Values of a distribution, which is noted for the formula's."""
        for name in re.findall(r"[a-zA-Z]\w*", family["parameters"]):
            if name not in self.values:
                self.values[name] = float(self.sets["(0,1)"](self.rng, ()))
        parameters = eval(f"({family['parameters']},)", {"np": np, **self.values})
        name = self.waiting[0]
        self.values.setdefault(DRAWN, {})[name] = Drawn(family["name"], parameters)
        return FAMILIES[family["name"]](self.rng, shape, *parameters)

    def _integers(self, shape: Shape) -> Value:
        if not shape:
            return 0.0
        numbers = np.round(self.rng.normal(size=shape))
        if np.ptp(numbers) == 0:  # equal entries have std 0; zeros have norm 0
            numbers.flat[0] += 1
        return numbers

    def _function(self, what: str) -> Callable[[Value], Value]:
        source, arrow, target = what.partition("->")
        if not arrow:
            raise FormulaError(f"expected R^n -> R, found {what}")
        a = self.rng.normal(size=(9, *self._shape(source.partition("^")[2])))
        b = self.rng.normal(size=(*self._shape(target.partition("^")[2]), 9))
        # A function of a number works on an array entry by entry.
        return lambda x: b @ np.tanh(np.multiply.outer(a, x) if a.ndim == 1 else a @ x)


@lru_cache(maxsize=1024)
def _declarations(domain: str) -> list[re.Match[str]]:
    found = []
    for part in _split(domain):
        match = DECLARATION.fullmatch(part)
        if match is None:
            raise FormulaError(f"expected `names in set`, found `{part}`")
        found.append(match)
    return found


def _split(domain: str) -> list[str]:
    """The parts between commas outside of brackets and of the names of a lambda."""
    parts, depth = [""], 0
    for character in domain:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0 and not LAMBDA.search(parts[-1]):
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


def _shares(rng: Rng, shape: Shape) -> Value:
    """Whole numbers above 0 that sum to 10 along the last axis."""
    odds = np.full(shape[-1], 1 / shape[-1])
    return rng.multinomial(10 - shape[-1], odds, size=shape[:-1]) + 1.0


def draw(
    domain: str,
    names: tuple[str, ...],
    seed: int,
    functions: Mapping[str, Value],
    beyond: str = "",
) -> dict[str, Any]:
    """Values for a domain, and numbers in (0,1) for names that it does not declare."""
    # Every third draw is an edge, but not the first, which should find most mistakes.
    edge = seed % 3 == 2 and beyond not in LITTLE
    sampler = Sampler(np.random.default_rng(seed), functions, edge, beyond)
    sampler.draw(domain)
    for name in names:
        if name not in sampler.values:
            sampler.values[name] = float(sampler.sets["(0,1)"](sampler.rng, ()))
    return sampler.values
