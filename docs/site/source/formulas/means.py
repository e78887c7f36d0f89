r"""Means, slopes, values at a point: \mathbb{E}[x], \langle v_i \rangle, \frac{d}{dx}."""

from collections.abc import Mapping

import numpy as np

from . import arrays, operations, tree
from .compute import computes, value
from .scope import Scope
from .tokens import spell, split
from .tree import FormulaError, Node, Value


def expected(statistic: arrays.Expectation, body: Node, scope: Scope) -> Value:
    r"""The mean or variance of a body over samples, or \mathbb{E}_{x \sim p}[body]."""
    sides = split(statistic.subscript, {"\\sim"})
    if len(sides) == 2:
        return _weighted(statistic, spell(sides[0]), spell(sides[1]), body, scope)
    if not any(np.ndim(scope.get(name.full)) for name in body.names):
        value(body, scope)  # an error if a name has no value
        raise FormulaError("a mean of what does not vary")
    arrays_of = {
        name.full: np.asarray(scope.get(name.full))
        for name in body.names
        if np.ndim(scope.get(name.full)) and name.full not in scope.indices
    }
    most = max((array.ndim for array in arrays_of.values()), default=0)
    samples = {name: array for name, array in arrays_of.items() if array.ndim == most}
    return statistic.of(_each(body, samples, scope), axis=0)


def _each(body: Node, samples: Mapping[str, Value], scope: Scope) -> Value:
    """The values of a body for each sample."""
    lengths = {len(array) for array in samples.values()}
    if len(lengths) != 1:
        raise FormulaError("of what is the mean? Write \\frac{1}{n} \\sum_i")
    rows = range(lengths.pop())
    return np.array(
        [
            value(body, scope.holding({n: a[row] for n, a in samples.items()}))
            for row in rows
        ]
    )


def _weighted(
    statistic: arrays.Expectation, name: str, weights: str, body: Node, scope: Scope
) -> Value:
    if statistic.of is not np.mean or np.ndim(scope.get(weights)) != 1:
        raise FormulaError(
            f"\\mathbb{{E}} under {weights}: draw its probabilities as a vector"
        )
    probability = tree.SideBySide((tree.Name(weights), tree.Group((tree.Name(name),))))
    term = tree.Binary("\\cdot", probability, body)
    return value(tree.Big("\\sum", tree.Limits((name,)), term), scope)


@computes(tree.Average)
def _average(node: tree.Average, scope: Scope) -> Value:
    samples = {}
    for name in node.inner.names:
        drawn = scope.get(f"{name.base}_{node.label}" if node.label else name.base)
        if np.ndim(drawn) and name.base not in scope.indices:
            samples[name.base] = np.asarray(drawn)
    return np.mean(_each(node.inner, samples, scope), axis=0)


@computes(tree.Slope)
def _slope(node: tree.Slope, scope: Scope) -> Value:
    point = scope.get(node.by)
    if point is None:
        raise tree.UnknownNameError(node.by)

    def by(x: Value) -> Value:
        return value(node.inner, scope.holding({node.by: x}))

    if np.ndim(point) == 0:
        return operations.derivative(by)(float(point))
    entries = [operations.derivative(by)(float(x)) for x in np.ravel(point)]
    return np.reshape(entries, np.shape(point))


@computes(tree.At)
def _at(node: tree.At, scope: Scope) -> Value:
    return value(node.inner, scope.holding({node.name: value(node.number, scope)}))
