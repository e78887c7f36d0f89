r"""Lists and blocks: (x_1, x_2), [h; x], \begin{bmatrix} W & b \end{bmatrix}, sets."""

import numpy as np

from . import arrays, operations, tree
from .compute import computes, value
from .scope import Scope
from .sums import listed, series
from .tree import FormulaError, Value


@computes(tree.Group)
def _group(node: tree.Group, scope: Scope) -> Value:
    entries = listed(node.entries, scope)
    if len(entries) > 1 or node.opener == "\\{":
        return operations.concatenated(entries, stacked=node.stacked)
    if isinstance(node.entries[0], tree.Relation) and node.opener == "[":
        return np.where(entries[0], 1.0, 0.0)  # Iverson's bracket
    return entries[0]


@computes(tree.Series)
def _series(node: tree.Series, scope: Scope) -> Value:
    return operations.concatenated(series(node, scope))


@computes(tree.Matrix)
def _matrix(node: tree.Matrix, scope: Scope) -> Value:
    rows = [[arrays.plain(value(entry, scope)) for entry in row] for row in node.rows]
    if len({len(row) for row in rows}) > 1:
        raise FormulaError("the rows of a matrix have different lengths")
    blocks = [
        [entry[:, None] if entry.ndim == 1 else entry for entry in row] for row in rows
    ]
    if any(entry.ndim for row in blocks for entry in row):
        blocks = _filled(blocks)
    whole = np.block(blocks)
    whole = whole if whole.ndim == 2 else whole.reshape(len(rows), -1)
    return whole[:, 0] if whole.shape[1] == 1 and whole.shape[0] > 1 else whole


def _filled(blocks: list[list[Value]]) -> list[list[Value]]:
    """The blocks with numbers made as large as the blocks beside and below them."""
    heights = [max([1, *(len(b) for b in row if b.ndim)]) for row in blocks]
    columns = list(zip(*blocks, strict=True))
    widths = [max([1, *(b.shape[1] for b in column if b.ndim)]) for column in columns]
    return [
        [_block(b, (height, width)) for b, width in zip(row, widths, strict=True)]
        for row, height in zip(blocks, heights, strict=True)
    ]


def _block(block: Value, shape: tuple[int, int]) -> Value:
    if block.ndim == 0 and (block == 0 or shape == (1, 1)):
        return np.full(shape, block)
    if block.shape != shape:
        raise FormulaError(f"a block of shape {block.shape} where {shape} fits")
    return block
