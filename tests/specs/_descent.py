"""Gradient descent, batches and test surfaces: their rows in the spec of the optimizers."""

import itertools
import math

import numpy as np
import torch
from scipy.optimize import rosen, rosen_der
from torch.utils.data import DataLoader

from dlnotes import optimizers
from specs import Call

inf, nan = math.inf, math.nan

RNG = np.random.default_rng(1)
X = RNG.normal(0, 2, (3, 5, 7))
H = RNG.normal(size=(7, 7))
DATA, TARGET, WEIGHT = RNG.normal(size=(11, 3)), RNG.normal(size=11), RNG.normal(size=3)
SMALL = RNG.normal(size=(5, 2))


def double(x):
    return 2 * x


GOOD = [
    Call("gradient_descent", double, X, lr=0.1, steps=2),
    Call("squared_error_gradients", DATA, TARGET, WEIGHT),
    Call("minibatch_variance", X, 2),
    Call("quadratic", X, H),
    Call("quadratic_grad", X, H),
    Call("rosenbrock", X),
    Call("rosenbrock_grad", X),
    Call("saddle", X[..., :2]),
    Call("saddle_grad", X[..., :2]),
    Call("double_well", X, tilt=0.5),
    Call("double_well_grad", X, tilt=0.5),
    Call("num_iterations", 7, 2, epochs=3),
    Call("batch_iterator", 7, 2, rng=None),
]

# Each value is plain from the definition.
VALUES = [
    Call("gradient_descent", double, 1, lr=0.25, steps=3).gives([1, 0.5, 0.25, 0.125]),
    Call("gradient_descent", double, [[1, -4]], lr=0.5, steps=1).gives(
        [[[1, -4]], [[0, 0]]]
    ),
    Call("gradient_descent", double, [3, 5], lr=0.1, steps=0).gives([[3, 5]]),
    # x <- x - 3 x, too large a learning rate: 2 * 2**1023 is inf, and inf - inf is nan
    Call("gradient_descent", double, 2.0**1022, lr=1.5, steps=3).gives(
        [2.0**1022, -(2.0**1023), inf, nan]
    ),
    Call("gradient_descent", lambda x: -x, 1e308, lr=1, steps=2).gives([1e308, inf, inf]),
    Call("squared_error_gradients", [[1, 3]], [2], [1, 1]).gives([[4, 12]]),
    Call("squared_error_gradients", [[1, 0], [1, 2], [0, 5]], [0, 1, 0], [3, -1]).gives(
        [[6, 0], [0, 0], [0, -50]]
    ),
    # mean (2, 0), squared distances 4 + 0 + 4 = 8
    Call("minibatch_variance", [[0, 0], [2, 0], [4, 0]], 1).gives(8 / 3),
    Call("minibatch_variance", [[0, 0], [2, 0], [4, 0]], 2).gives(8 / 3 / 4),
    Call("minibatch_variance", [[0, 0], [2, 0], [4, 0]], 3).gives(0),
    Call("minibatch_variance", [[0, 0], [2, 0], [4, 0]], 5, replace=True).gives(8 / 15),
    Call("minibatch_variance", [7], 1).gives(0),
    Call("minibatch_variance", [[1, nan], [2, 0]], 1).gives(nan),
    Call("quadratic", [3, -1], [[2, 1], [1, 4]]).gives(8),  # (18 - 6 + 4) / 2
    Call("quadratic", [3, -1], [[2, 2], [0, 4]]).gives(8),  # only the symmetric part counts
    Call("quadratic_grad", [3, -1], [[2, 1], [1, 4]]).gives([5, -1]),
    Call("quadratic_grad", [3, -1], [[2, 2], [0, 4]]).gives([5, -1]),
    Call("rosenbrock", [-1.2, 1]).gives(24.2),  # Rosenbrock's own start
    Call("rosenbrock", [2, 1, 0]).gives(901 + 100),
    Call("rosenbrock_grad", [1, 1, 1]).gives([0, 0, 0]),
    Call("rosenbrock_grad", [2, 1, 0]).gives([2402, -600 + 400, -200]),
    Call("saddle", [[3, 1], [1, 3]]).gives([8, -8]),
    Call("saddle_grad", [3, 1]).gives([6, -2]),
    Call("double_well", [-2, -1, 0, 1], tilt=0.5).gives([1.25, -0.5, 0.25, 0.5]),
    Call("double_well", [-inf, inf], tilt=0.5).gives([inf, inf]),
    Call("double_well_grad", [-2, -1, 0, 1, inf], tilt=0.5).gives(
        [-5.5, 0.5, 0.5, 0.5, inf]
    ),
    Call("num_iterations", 103, 10).gives(11),
    Call("num_iterations", 103, 10, epochs=5, drop_last=True).gives(50),
    Call("num_iterations", 100, 10, epochs=5).gives(50),
    Call("num_iterations", 9, 10, drop_last=True).gives(0),
    Call("num_iterations", 9, 10, epochs=0).gives(0),
    Call("num_iterations", 10**20, 3).gives(33333333333333333334),  # no float would get it
    Call("batch_iterator", 5, 2, rng=None).gives([0, 1], [2, 3], [4]),
    Call("batch_iterator", 5, 2, rng=None, drop_last=True).gives([0, 1], [2, 3]),
    Call("batch_iterator", 4, 2, rng=None).gives([0, 1], [2, 3]),
    Call("batch_iterator", 2, 5, rng=None).gives([0, 1]),
    Call("batch_iterator", 2, 5, rng=None, drop_last=True).gives(),
]


def sgd(loss):
    """The path that PyTorch's SGD takes with the gradient of its own autograd."""

    def path(_, start, lr, steps):
        t = torch.tensor(start, requires_grad=True)
        optimizer, found = torch.optim.SGD([t], lr=lr), [start]
        for _ in range(steps):
            optimizer.zero_grad()
            loss(t).backward()
            optimizer.step()
            found.append(t.detach().numpy().copy())
        return np.array(found)

    return path


def torch_rosenbrock(t):
    return (100 * (t[..., 1:] - t[..., :-1] ** 2) ** 2 + (1 - t[..., :-1]) ** 2).sum(-1)


def torch_quadratic(t, H):
    return torch.einsum("...i,ij,...j->...", t, H, t) / 2


def torch_saddle(t):
    return t[..., 0] ** 2 - t[..., 1] ** 2


def torch_regression(w):
    return torch.mean((torch.tensor(DATA) @ w - torch.tensor(TARGET)) ** 2)


def regression_grad(w):
    return optimizers.squared_error_gradients(DATA, TARGET, w).mean(axis=0)


def torch_well(t, tilt):
    return t**4 / 4 - t**2 / 2 + 1 / 4 + tilt * t


def torch_sample_gradients(X, y, w):
    def loss(w, x, y):
        return (x @ w - y) ** 2

    return torch.func.vmap(torch.func.grad(loss), (None, 0, 0))(w, X, y)


def first_axis(f):
    """SciPy has the coordinates along the first axis."""
    return lambda x: f(np.moveaxis(x, -1, 0))


def scipy_rosenbrock_grad(x):
    return np.moveaxis(first_axis(rosen_der)(x), 0, -1)


def enumerated(gradients, size, replace):
    """The same expectation over all batches that there are."""
    if replace:
        batches = itertools.product(range(len(gradients)), repeat=size)
    else:
        batches = itertools.combinations(range(len(gradients)), size)
    means = [gradients[list(batch)].mean(axis=0) for batch in batches]
    return np.mean([np.sum((g - gradients.mean(axis=0)) ** 2) for g in means])


BOWL = np.array([0.5, 2, 5])


def on_a_bowl(_, start, lr, steps):
    """The closed form: every coordinate shrinks by 1 - lr * curvature."""
    return start * (1 - lr * BOWL) ** np.arange(steps + 1)[:, None]


def spiral(x):
    """A gradient of nothing, that turns."""
    return np.array([[1.0, -3.0], [3.0, 1.0]]) @ x


def turned(_, start, lr, steps):
    """A rotation and a shrinking, as powers of a complex number."""
    path = (start @ [1, 1j]) * (1 - lr * (1 + 3j)) ** np.arange(steps + 1)
    return np.stack([path.real, path.imag], axis=1)


def loader_length(n, batch_size, drop_last):
    return len(DataLoader(range(n), batch_size, drop_last=drop_last))


def loader_batches(n, batch_size, rng, drop_last):
    return [*DataLoader(range(n), batch_size, drop_last=drop_last)]


LOOSELY = {"rtol": 1e-9, "atol": 1e-10}  # sums of many steps, and differences
PARITY = [
    Call(
        "gradient_descent", lambda x: BOWL * x, np.array([1, 2, -3]), lr=0.3, steps=40
    ).like(on_a_bowl, **LOOSELY),
    Call("gradient_descent", spiral, np.array([1, 0]), lr=0.1, steps=30).like(
        turned, **LOOSELY
    ),
    Call(
        "gradient_descent",
        optimizers.rosenbrock_grad,
        np.array([-1.2, 1]),
        lr=1e-3,
        steps=200,
    ).like(sgd(torch_rosenbrock), **LOOSELY),
    Call("gradient_descent", regression_grad, WEIGHT, lr=0.05, steps=200).like(
        sgd(torch_regression), **LOOSELY
    ),
    Call("squared_error_gradients", DATA, TARGET, WEIGHT).like_torch(
        torch_sample_gradients
    ),
    *(
        Call("minibatch_variance", SMALL, size, replace=replace).like(enumerated)
        for size in (1, 2, 3, 5)
        for replace in (False, True)
    ),
    Call("quadratic", X, H).like_torch(torch_quadratic),
    Call("quadratic_grad", X, H).like_autograd(torch_quadratic),
    Call("rosenbrock", X).like(first_axis(rosen)),
    Call("rosenbrock", X).like_torch(torch_rosenbrock),
    Call("rosenbrock_grad", X).like(scipy_rosenbrock_grad),
    Call("rosenbrock_grad", X[0, 0]).like(rosen_der),
    Call("rosenbrock_grad", X).like_autograd(torch_rosenbrock),
    Call("saddle", X[..., :2]).like_torch(torch_saddle),
    Call("saddle_grad", X[..., :2]).like_autograd(torch_saddle),
    Call("double_well", X, tilt=0.3).like_torch(torch_well),
    Call("double_well_grad", X, tilt=0.3).like_autograd(torch_well),
    *(
        row
        for drop in (False, True)
        for row in [
            Call("num_iterations", 23, 5, drop_last=drop).like(loader_length),
            Call("num_iterations", 20, 5, drop_last=drop).like(loader_length),
            Call("batch_iterator", 23, 5, rng=None, drop_last=drop).like(loader_batches),
        ]
    ),
]


def refused_curvatures(name):
    coordinates = "`x` must have 7 coordinates, got shape"
    return [
        Call(name, X, H[0]).refuses("`H` must have shape (D, D), got (7,)"),
        Call(name, X, H[:5]).refuses("`H` must have shape (D, D), got (5, 7)"),
        Call(name, X, np.ones((0, 0))).refuses("`H` must have shape (D, D), got (0, 0)"),
        Call(name, X[..., :5], H).refuses(f"{coordinates} (3, 5, 5)"),
        Call(name, X[..., :1], H).refuses(f"{coordinates} (3, 5, 1)"),
        Call(name, 1.0, H).refuses(f"{coordinates} ()"),
    ]


def refused_batches(name, **options):
    return [
        Call(name, 0, 1, **options).refuses("`n` must be at least 1, got 0"),
        Call(name, 7, 0, **options).refuses("`batch_size` must be at least 1, got 0"),
        Call(name, 7, -2, **options).refuses("`batch_size` must be at least 1, got -2"),
    ]


NUMBER = "a finite number"
REFUSALS = [
    *Call("gradient_descent", double, X, steps=1).refuses_each(
        "lr", [0, -0.1, inf, nan], f"{NUMBER} above 0"
    ),
    Call("gradient_descent", double, X.astype("f"), lr=1e-60, steps=1).refuses(
        "`lr` must be a finite number above 0, got 1e-60, which is 0.0 in float32"
    ),
    Call("gradient_descent", double, X, lr=1, steps=-1).refuses(
        "`steps` must be at least 0, got -1"
    ),
    Call("gradient_descent", np.sum, X, lr=1, steps=1).refuses(
        "`grad(x)` must have the shape (3, 5, 7) of `x0`, got ()"
    ),
    Call("squared_error_gradients", TARGET, TARGET, WEIGHT).refuses(
        "shape (N, D), got (11,)"
    ),
    Call("squared_error_gradients", np.ones((0, 3)), [], WEIGHT).refuses(
        "`X` must not be empty, got shape (0, 3)"
    ),
    Call("squared_error_gradients", DATA, TARGET[1:], WEIGHT).refuses(
        "`y` must have shape (11,) for `X` of shape (11, 3), got (10,)"
    ),
    Call("squared_error_gradients", DATA, TARGET[:, None], WEIGHT).refuses(
        "`y` must have shape (11,) for `X` of shape (11, 3), got (11, 1)"
    ),
    Call("squared_error_gradients", DATA, 1.0, WEIGHT).refuses("`y` must have shape (11,)"),
    Call("squared_error_gradients", DATA, TARGET, WEIGHT[1:]).refuses(
        "`w` must have shape (3,) for `X` of shape (11, 3), got (2,)"
    ),
    Call("minibatch_variance", 1.0, 1).refuses(
        "`gradients` must have shape (N, ...), got ()"
    ),
    Call("minibatch_variance", [], 1).refuses(
        "`gradients` must not be empty, got shape (0,)"
    ),
    Call("minibatch_variance", SMALL, 0).refuses("`batch_size` must be at least 1, got 0"),
    Call("minibatch_variance", SMALL, 6).refuses("at most 5 without replacement, got 6"),
    Call("num_iterations", 7, 2, epochs=-1).refuses("`epochs` must be at least 0, got -1"),
    *(
        Call(
            "gradient_descent", lambda x, d=d: np.zeros(3, d), WEIGHT, lr=1, steps=1
        ).refuses(f"`grad(x)` must hold real numbers, got dtype {d}", TypeError)
        for d in ("complex128", "<U3")
    ),
    *refused_curvatures("quadratic"),
    *refused_curvatures("quadratic_grad"),
    *(
        Call(name, x).refuses(f"must have at least 2 coordinates, got shape {np.shape(x)}")
        for name in ("rosenbrock", "rosenbrock_grad")
        for x in (1.0, [1.0], [])
    ),
    *(
        Call(name, x).refuses(f"`x` must have 2 coordinates, got shape {np.shape(x)}")
        for name in ("saddle", "saddle_grad")
        for x in (1.0, [1.0], X, [])
    ),
    *Call("double_well", X).refuses_each("tilt", [inf, nan], NUMBER),
    *Call("double_well_grad", X).refuses_each("tilt", [inf, nan], NUMBER),
    *refused_batches("num_iterations"),
    *refused_batches("batch_iterator", rng=None),
]

MANY = np.ones(70_000)  # more than the largest float16
FLOAT16 = [
    Call("squared_error_gradients", np.ones((2, 70_000)), np.ones(2), MANY / 64),
    Call("minibatch_variance", 300 * np.stack([MANY, -MANY]), 1),
    Call("minibatch_variance", np.arange(70_000) % 2.0, 1),
    Call("quadratic", np.array([300.0, 300.0]), np.array([[1.0, 0.0], [0.0, -1.0]])),
    Call("quadratic_grad", np.full(1000, 300.0), np.ones((1000, 1000)) / 1000),
    Call("rosenbrock", 1.001 * MANY),
    Call("saddle", np.array([300.0, 300.0])),
    Call("double_well", np.full(3, 20.0)),
]
SUMS_NOTHING = ["gradient_descent", "rosenbrock_grad", "saddle_grad"]
