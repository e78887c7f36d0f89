"""Autodiff: what each function promises. `Value` has its own tests in test_autodiff.py."""

import math
from functools import reduce

import numpy as np
import torch
from scipy.optimize import approx_fprime

from dlnotes import autodiff
from specs import Call, Spec

inf, nan = math.inf, math.nan


def cube_sum(x):
    return np.sum(x**3)


def mixed(x):
    return np.array([x[0] * x[1], np.exp(x[2]), x[1] - x[2]])


X = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])
LEFT, RIGHT = np.array([[1, 2, 0], [0, 1, 4.0]]), np.array([[1, 1], [2, 0], [0, 3.0]])

MEASURED = [
    Call("numerical_gradient", cube_sum, X).bounded("x"),
    Call("numerical_jacobian", cube_sum, X).bounded("x"),
    Call("gradient_check", cube_sum, 3 * X**2, X).bounded("x"),
]
GOOD = [
    *MEASURED,
    Call("numerical_jacobian", mixed, X[0]).bounded("x"),
    Call("chain_rule_product", [RIGHT, LEFT]),
    Call("chain_rule_product", [LEFT]),
]

# By hand.
VALUES = [
    Call("numerical_gradient", cube_sum, [1.0, -2.0]).gives([3, 12]),
    Call("numerical_gradient", cube_sum, [[1.0], [0.0]]).gives([[3], [0]]),
    Call("numerical_gradient", lambda x: x * x, 3).gives(6),
    # the error of a cubic is h**2, so that a slope of one side would be seen
    Call("numerical_gradient", lambda x: x**3, 1.0, h=0.5).gives(3.25),
    Call("numerical_gradient", np.abs, 0.0).gives(0),
    Call("numerical_gradient", lambda x: np.maximum(x, 0), 0.0).gives(0.5),
    Call("numerical_gradient", lambda x: x, 1e8, h=1e-7).gives(
        1
    ),  # 2 h is rounded to 1.5e-8
    Call("numerical_jacobian", mixed, [2.0, 5.0, 0.0]).gives(
        [[5, 2, 0], [0, 0, 1], [0, 1, -1]]
    ),
    Call("numerical_jacobian", lambda x: LEFT @ x, [1.0, 2.0, 3.0]).gives(LEFT),
    Call("numerical_jacobian", lambda x: x * 3, 2.0).gives(3),
    Call("gradient_check", cube_sum, [0.0, 0.0], [1.0, 0.0], h=0.5).gives(1),
    Call("gradient_check", lambda x: 0.0, [0.0, 0.0], [1.0, 2.0]).gives(0),
    # norm((3, 4) - (6, 8)) / (5 + 10)
    Call("gradient_check", lambda x: x @ [6, 8], [3.0, 4.0], [0.0, 0.0]).gives(1 / 3),
    Call("gradient_check", lambda x: x @ [6, 8], [-6.0, -8.0], [0.0, 0.0]).gives(1),
    Call("gradient_check", lambda x: x @ [6, 8], [nan, 8.0], [0.0, 0.0]).gives(nan),
    Call("chain_rule_product", [2, -3, 0.5]).gives(-3),
    Call("chain_rule_product", [7]).gives(7),
    Call("chain_rule_product", [1e-200, 1e-200]).gives(0),
    Call("chain_rule_product", [1e200, 1e200, -1]).gives(-inf),
    Call("chain_rule_product", [RIGHT, LEFT]).gives(LEFT @ RIGHT),
    Call("chain_rule_product", [LEFT, RIGHT]).gives(RIGHT @ LEFT),
    Call("chain_rule_product", [RIGHT, LEFT, [[1, 10]]]).gives([[25, 121]]),
]


def by_scipy(f, x):
    """Differences to one side, which err more than those to both."""
    slopes = approx_fprime(x.ravel(), lambda v: f(v.reshape(x.shape)))
    return slopes.reshape(*slopes.shape[:-1], *x.shape)


def torch_jacobian(_, x):
    def mixed_of_torch(t):
        return torch.stack([t[0] * t[1], torch.exp(t[2]), t[1] - t[2]])

    return torch.autograd.functional.jacobian(mixed_of_torch, x)


PARITY = [
    Call("numerical_gradient", cube_sum, X).like(by_scipy, rtol=1e-6),
    Call("numerical_jacobian", mixed, X[0]).like(by_scipy, rtol=1e-6, atol=1e-6),
    Call("numerical_jacobian", mixed, X[0]).like_torch(
        torch_jacobian, rtol=1e-8, atol=1e-9
    ),
    Call("chain_rule_product", [RIGHT, LEFT, RIGHT]).like_torch(
        lambda derivs: reduce(lambda before, d: d @ before, derivs)
    ),
]

STEP, REAL = "a finite number above 0", "must hold real numbers, got dtype complex128"


def complex_sum(x):
    return np.sum(x) + 1j


REFUSALS = [
    *(
        refusal
        for call in MEASURED
        for refusal in call.refuses_each("h", [0, -1e-5, inf, nan], STEP)
    ),
    *(
        Call(call.name, *call.args[:-1], X + 1e9, h=1e-9).refuses(
            "`h` must not vanish beside the entry"
        )
        for call in MEASURED
    ),
    *(
        Call(call.name, complex_sum, *call.args[1:]).refuses(f"`f(x)` {REAL}", TypeError)
        for call in MEASURED
    ),
    Call("numerical_gradient", lambda x: x, [1.0]).refuses(
        "`f` must return one number, got"
    ),
    Call("gradient_check", lambda x: x, [1.0], [1.0]).refuses("number, got shape (1,)"),
    Call("gradient_check", cube_sum, X[0], X).refuses(
        "`grad` must have the shape (2, 3) of `x`"
    ),
    Call("numerical_gradient", cube_sum, []).refuses(
        "`x` must not be empty, got shape (0,)"
    ),
    Call("numerical_jacobian", cube_sum, []).refuses(
        "`x` must not be empty, got shape (0,)"
    ),
    Call("gradient_check", cube_sum, [], []).refuses(
        "`x` must not be empty, got shape (0,)"
    ),
    Call("chain_rule_product", []).refuses("`derivs` must not be empty, got 0 entries"),
    Call("chain_rule_product", [LEFT, LEFT]).refuses(
        "`derivs[1]` must have 2 columns, the rows"
    ),
    Call("chain_rule_product", [LEFT, 2]).refuses(
        "`derivs[1]` must be a number, like the others"
    ),
    Call("chain_rule_product", [2, LEFT]).refuses(
        "or a matrix, like the others, got shape (2, 3)"
    ),
    Call("chain_rule_product", [[1, 2]]).refuses("`derivs[0]` must be a number"),
    Call("chain_rule_product", [1.0, 1j]).refuses(f"`derivs[1]` {REAL}", TypeError),
]

MANY = np.ones((1, 70_000))  # more than the largest float16
SLOPES = ["numerical_gradient", "numerical_jacobian"]

SPEC = Spec(
    module=autodiff,
    classes=["Value"],
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[Call("chain_rule_product", [MANY.T, MANY / 64])],
    exempt={
        "parity": {"gradient_check": "PyTorch and SciPy answer in another way"},
        "float16": dict.fromkeys([*SLOPES, "gradient_check"], "computes in float64"),
        "no_warning": dict.fromkeys(SLOPES, "refuses an entry beside which `h` vanishes"),
    },
    values_within={"rtol": 1e-8, "atol": 1e-9},
    parity_within={"rtol": 1e-15},
)
