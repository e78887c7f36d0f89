"""Neurons: what each function promises."""

import math

import numpy as np
import torch
from sklearn.linear_model import Perceptron

from dlnotes import neurons
from specs import Call, Spec

inf, nan = math.inf, math.nan

ROWS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AND, OR, NAND = [0, 0, 0, 1], [0, 1, 1, 1], [1, 1, 1, 0]
NOR, XOR = [1, 0, 0, 0], [0, 1, 1, 0]

X = np.random.default_rng(1).normal(size=(11, 3))
LABELS = (X @ [1, -2, 3] > 0.1) * 1.0
W = np.array([1.0, -2.0, 3.0])
BITS = (X > 0) * 1.0
VETO = np.array([False, True, False])

GOOD = [
    Call("mcp_neuron", BITS, W, 0.5).bounded("x"),
    Call("mcp_neuron", BITS, W, 0.5, inhibitory=VETO).bounded("x"),
    Call("perceptron_predict", X, W, -0.1),
    Call("perceptron_update", X[0], 1.0, W, -0.1),  # the right answer
    Call("perceptron_update", X[0], 0.0, W, -0.1),
    Call("perceptron_fit", X, LABELS).bounded("y"),
    Call("perceptron_mistake_bound", X, LABELS, W, -0.1).bounded("X", "y", "w"),
]

# Fits by hand: (0, 0) of class 0 scores 0, which counts as class 1, so b becomes -1, and so
# on down the table.
VALUES = [
    Call("mcp_neuron", ROWS, [1, 1], 2).gives(AND),
    Call("mcp_neuron", ROWS, [1, 1], 1).gives(OR),
    Call("mcp_neuron", ROWS, [-1, -1], -1).gives(NAND),
    Call("mcp_neuron", ROWS, [-1, -1], 0).gives(NOR),
    Call("mcp_neuron", [[0], [1]], [-1], 0).gives([1, 0]),  # NOT
    Call("mcp_neuron", ROWS, [1, 1], 1, inhibitory=[False, True]).gives([0, 0, 1, 0]),
    Call("mcp_neuron", ROWS, [9, 9], 0, inhibitory=[False, True]).gives(
        [1, 0, 1, 0]
    ),  # NOT of the second alone
    Call("mcp_neuron", ROWS, [1, 99], 1, inhibitory=[False, True]).gives(
        [0, 0, 1, 0]
    ),  # no weight outvotes it
    Call("mcp_neuron", ROWS, [1, 1], 0, inhibitory=[True, True]).gives(NOR),
    Call("mcp_neuron", [1, 1], [0.1, 0.2], 0.1 + 0.2).gives(1),
    Call("mcp_neuron", [[nan, 0], [1, 0]], [1, 1], 1).gives([nan, 1]),
    Call("mcp_neuron", [[1, nan], [1, 1]], [1, 1], 1, inhibitory=[False, True]).gives(
        [nan, 0]
    ),
    Call("mcp_neuron", [[1, 1], [0, 1]], [inf, 1], 1).gives([1, nan]),  # 0 * inf
    Call("mcp_neuron", np.ones((2, 0)), [], 0).gives([1, 1]),
    Call("perceptron_predict", ROWS, [1, 1], -1).gives(OR),
    Call("perceptron_predict", [3, 4], [4, -3], 0).gives(1),  # exactly 0
    Call("perceptron_predict", [3, 4], [4, -3], -5e-324).gives(0),
    Call("perceptron_predict", [[nan, 1], [1, 1]], [1, 1], 0).gives([nan, 1]),
    Call("perceptron_update", [1, 2], 0, [0, 0], 0).gives([-1, -2], -1),
    Call("perceptron_update", [1, 2], 1, [0, 0], 0).gives([0, 0], 0),
    Call("perceptron_update", [1, 2], 1, [3, -4], 0.5, lr=0.25).gives([3.25, -3.5], 0.75),
    Call("perceptron_update", [inf, 2], 1, [1, 0], 0).gives([1, 0], 0),
    Call("perceptron_update", [nan, 2], 1, [1, 0], 0).gives([nan, nan], nan),
    Call("perceptron_fit", [[2.0]], [0]).gives([-2], -1, 1),
    Call("perceptron_fit", [[2.0], [-1.0]], [1, 1]).gives([0], 0, 0),
    Call("perceptron_fit", [[2.0], [-1.0]], [1, 0]).gives([1], -1, 1),
    Call("perceptron_fit", ROWS, AND, max_epochs=1).gives([1, 1], 0, 2),
    Call("perceptron_fit", ROWS, AND).gives([2, 1], -3, 11),
    Call("perceptron_fit", [[nan]], [1], max_epochs=3).gives([nan], nan, 3),
    # R^2 = 1 + 1 + 1, |w, b|^2 = 4 + 4 + 9, the margin is 1 on all four
    Call("perceptron_mistake_bound", ROWS, AND, [2, 2], -3).gives(3 * 17),
    # R^2 = 25 + 1, |w, b|^2 = 1, margins 3 and 2
    Call("perceptron_mistake_bound", [[3, 4], [-2, 0]], [1, 0], [1, 0], 0).gives(26 / 4),
    Call("perceptron_mistake_bound", [[1.0]], [1], [1e-200], 0).gives(2),
    Call("perceptron_mistake_bound", [[nan]], [1], [1], 0).gives(nan),
]


def torch_neuron(x, weights, threshold):
    return (x @ weights >= threshold).double()


def torch_step(X, w, b):
    """A step after a linear layer."""
    scores = torch.nn.functional.linear(X, w[None], torch.tensor([b]).double())
    return torch.heaviside(scores, torch.ones_like(scores))[:, 0]


def hinge_step(x, y, w, b, lr):
    """A step of gradient descent down the hinge without margin."""
    w, b = (torch.tensor(a, dtype=torch.float64, requires_grad=True) for a in (w, b))
    torch.relu(-(2 * y - 1) * (torch.tensor(x) @ w + b)).backward()
    return (w - lr * w.grad).detach(), (b - lr * b.grad).detach()


def their_fit(X, y, max_epochs):
    """Its weights and bias, beside which ours counts the updates."""
    found = Perceptron(shuffle=False, tol=None, max_iter=max_epochs).fit(X, y)
    return found.coef_[0], found.intercept_[0], ...


PARITY = [
    Call("mcp_neuron", BITS, W, 0.5).like_torch(torch_neuron),
    Call("perceptron_fit", np.rint(10 * X), LABELS, max_epochs=3).like(their_fit),
    Call("perceptron_predict", X, W, -0.1).like_torch(torch_step),
    *(
        Call("perceptron_update", x, y, np.array([0.5, 1.0, -1.0]), 0.3, lr=0.7).like(
            hinge_step
        )
        for x, y in zip(X, LABELS, strict=True)
    ),
]

EACH = "one entry for each in a row of `X` of shape (11, 3), got shape (2,)"
SIDE = (
    "`w` and `b` must put every sample strictly on the side of its class, got a margin of"
)
ABOVE_0 = "a finite number above 0"
REFUSALS = [
    Call("mcp_neuron", [0, 0.5], [1, 1], 1).refuses(
        "`x` must hold nothing but 0 and 1, got 0.5"
    ),
    Call("mcp_neuron", [0, -1], [1, 1], 1).refuses(
        "`x` must hold nothing but 0 and 1, got -1.0"
    ),
    Call("mcp_neuron", ROWS, [1, 1, 1], 1).refuses("of shape (4, 2), got shape (3,)"),
    Call("mcp_neuron", ROWS, [[1], [1]], 1).refuses("of shape (4, 2), got shape (2, 1)"),
    Call("mcp_neuron", 1, [1], 1).refuses(
        "`weights` must have one entry for each in a row of"
    ),
    Call("mcp_neuron", ROWS, [1, 1], nan).refuses(
        "`threshold` must be a finite number, got nan"
    ),
    Call("mcp_neuron", ROWS, [1, 1], 1, inhibitory=[True]).refuses(
        "`inhibitory` must have one entry for each in a row of `x` of shape (4, 2)"
    ),
    Call("perceptron_predict", X, [1, 2], 0).refuses(f"`w` must have {EACH}"),
    Call("perceptron_update", X, 1, W, 0).refuses("`x` must have shape (D,), got (11, 3)"),
    Call("perceptron_update", X[0], 1, [1, 2], 0).refuses(
        "`x` of shape (3,), got shape (2,)"
    ),
    Call("perceptron_update", X[0], -1, W, 0).refuses("`y` must hold nothing but 0 and 1"),
    *Call("perceptron_update", X[0], 1.0, W, -0.1).refuses_each(
        "lr", [0, -1.0, inf, nan], ABOVE_0
    ),
    *Call("perceptron_fit", X, LABELS).refuses_each("lr", [0, -1.0, inf, nan], ABOVE_0),
    Call("perceptron_fit", X[0], LABELS).refuses("`X` must have shape (N, D), got (3,)"),
    Call("perceptron_fit", X[:0], []).refuses("`X` must not be empty, got shape (0, 3)"),
    Call("perceptron_fit", X, LABELS[:, None]).refuses(
        "of shape (11, 3), got shape (11, 1)"
    ),
    Call("perceptron_fit", X, LABELS[:-1]).refuses(
        "`y` must have one class for each row of `X`"
    ),
    Call("perceptron_fit", X, 2 * LABELS - 1).refuses(
        "`y` must hold nothing but 0 and 1, got -1"
    ),
    Call("perceptron_fit", X, LABELS, max_epochs=0).refuses(
        "`max_epochs` must be at least 1"
    ),
    Call("perceptron_mistake_bound", X, LABELS, [1, 2], 0).refuses(f"`w` must have {EACH}"),
    Call("perceptron_mistake_bound", ROWS, AND, [1, 1], -2).refuses(f"{SIDE} 0.0"),
    Call("perceptron_mistake_bound", ROWS, XOR, [1, 1], -0.5).refuses(f"{SIDE} -1.5"),
    Call("mcp_neuron", ROWS, [1, 1], 1, inhibitory=[0, 1]).refuses(
        "`inhibitory` must hold bools, got dtype int64", TypeError
    ),
]

N = 2**17  # twice the largest float16
MANY, SIGNS = np.ones(N), np.resize([1.0, -1.0], N)

SPEC = Spec(
    module=neurons,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("mcp_neuron", MANY, SIGNS, 0.0, inhibitory=MANY < 0),
        Call("perceptron_predict", MANY, SIGNS, 0.0),
        Call("perceptron_update", MANY, 0.0, SIGNS, 0.0),
        Call("perceptron_fit", np.stack([MANY, SIGNS]), np.array([0.0, 1.0])),
        Call("perceptron_mistake_bound", 4 * MANY[None], MANY[:1], MANY / 64, 0.0),
    ],
    whole=[
        Call("perceptron_mistake_bound", ROWS * 1.0, np.array(OR) * 1.0, np.ones(2), -0.5)
    ],
    discrete=["inhibitory"],
    exempt={
        "parity": {
            "perceptron_mistake_bound": "no library has it",
        },
        "edges": {"perceptron_fit": "rounding decides what is a mistake"},
        "no_warning": {
            "perceptron_mistake_bound": "test_neurons.py has separable samples",
        },
    },
    values_within={"rtol": 1e-15},
    parity_within={"rtol": 1e-14},
)
