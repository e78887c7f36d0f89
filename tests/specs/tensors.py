"""Tensors: what each function promises."""

import math

import numpy as np
import torch
from sklearn.preprocessing import OneHotEncoder
from torch.nn import functional

from dlnotes import tensors
from specs import Call, Spec

inf, nan = math.inf, math.nan

X = np.random.default_rng(1).normal(size=(2, 3, 5, 7))
Y = np.random.default_rng(2).integers(0, 5, size=(3, 7))

GOOD = [
    Call("eye", 3),
    Call("diag", X[0, 0, 0]),
    Call("diagonal", X),
    Call("transpose", X),
    Call("hadamard", X, X[::-1].copy()),
    Call("one_hot", Y, 5),
]

# Plain from the definitions.
VALUES = [
    Call("eye", 0).gives(np.zeros((0, 0))),
    Call("eye", 1).gives([[1]]),
    Call("eye", 3).gives([[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    Call("diag", [2, -3, nan]).gives([[2, 0, 0], [0, -3, 0], [0, 0, nan]]),
    Call("diag", []).gives(np.zeros((0, 0))),
    Call("diagonal", [[1, 2, 3], [4, 5, 6]]).gives([1, 5]),
    Call("diagonal", [[1, 2], [3, 4], [5, 6]]).gives([1, 4]),
    Call("diagonal", [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]).gives([[1, 4], [5, 8]]),
    Call("diagonal", np.ones((0, 3))).gives([]),
    Call("transpose", [[1, 2, nan], [4, 5, 6]]).gives([[1, 4], [2, 5], [nan, 6]]),
    Call("transpose", [[[1, 2], [3, 4]]], 0, 2).gives([[[1], [3]], [[2], [4]]]),
    Call("hadamard", [[1, 2], [3, nan]], [[0, -1], [2, 1]]).gives([[0, -2], [6, nan]]),
    Call("hadamard", [1e200, -1e200, inf], [1e200, 1e200, 0]).gives([inf, -inf, nan]),
    Call("hadamard", 2, 3).gives(6),
    Call("one_hot", [2, 0, 1, 0], 3).gives([[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]]),
    Call("one_hot", 1, 2).gives([0, 1]),
    Call("one_hot", [0, 0], 1).gives([[1], [1]]),
    Call("one_hot", [], 3).gives(np.zeros((0, 3))),
]


def encoded(y, num_classes):
    encoder = OneHotEncoder(categories=[range(num_classes)], sparse_output=False)
    return encoder.fit_transform(y[:, None])


PARITY = [
    Call("eye", 7).like_torch(torch.eye),
    Call("diag", X[0, 0, 0]).like_torch(torch.diag),
    Call("diagonal", X).like_torch(lambda a: torch.diagonal(a, dim1=-2, dim2=-1)),
    Call("transpose", X[0, 0]).like_torch(torch.t),
    Call("transpose", X).like_torch(lambda a: a.mT),
    Call("transpose", X, 1, 3).like_torch(torch.transpose),
    Call("transpose", X, -1, 0).like(np.swapaxes),
    Call("hadamard", X, X[::-1].copy()).like_torch(torch.mul),
    Call("one_hot", Y, 5).like_torch(functional.one_hot),
    Call("one_hot", Y[0], 5).like(encoded),
]

AXES = "`a` must have at least two axes, got shape"
REFUSALS = [
    Call("eye", -1).refuses("`n` must be at least 0, got -1"),
    Call("diag", X[0, 0]).refuses("`v` must have shape (n,), got (5, 7)"),
    Call("diag", 3.0).refuses("`v` must have shape (n,), got ()"),
    Call("diagonal", X[0, 0, 0]).refuses(f"{AXES} (7,)"),
    Call("transpose", X[0, 0, 0]).refuses(f"{AXES} (7,)"),
    Call("transpose", 1.0).refuses(f"{AXES} ()"),
    Call("transpose", X, 0, 4).refuses(
        "dim1: axis 4 is out of bounds for array of dimension 4"
    ),
    Call("hadamard", X[0, 0], X[0, 0, 0]).refuses(
        "`b` must have the shape (5, 7) of `a`, got (7,)"
    ),
    Call("hadamard", np.ones(3), np.ones((3, 1))).refuses(
        "the shape (3,) of `a`, got (3, 1)"
    ),
    Call("hadamard", np.ones(3), 2.0).refuses("the shape (3,) of `a`, got ()"),
    Call("one_hot", [0, 3], 3).refuses("`y` must hold labels from 0 to 2, got 3"),
    Call("one_hot", [0, -1], 3).refuses("`y` must hold labels from 0 to 2, got -1"),
    Call("one_hot", [], 0).refuses("`num_classes` must be at least 1, got 0"),
    *(
        Call("one_hot", np.zeros(2, dtype), 3).refuses(
            f"`y` must hold integers as labels, got dtype {dtype}", TypeError
        )
        for dtype in ("float64", "bool")
    ),
]

SPEC = Spec(
    module=tensors,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    entrywise=["hadamard"],
    discrete=["y"],
    exempt={
        "float16": dict.fromkeys(["diag", "diagonal", "transpose"], "moves entries only"),
    },
    values_within={"rtol": 0},
    parity_within={"rtol": 0},
)
