"""Gradient descent, batches and test surfaces: tables first, then laws for their rows.

A new function of these files joins VALUES, PARITY, REFUSALS and, if its first arguments are
arrays, ARGS. `test_no_function_is_forgotten` says which of them it still lacks.
"""

import itertools
import math
from functools import partial

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal
from scipy.optimize import rosen, rosen_der
from torch.utils.data import DataLoader

from checks import (
    assert_only_real_numbers,
    assert_options_are_single_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    autograd,
    central_difference,
    own_functions,
)
from dlnotes import optimizers as m

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps
FILES = ["_batches", "_descent", "_surfaces", "_wells"]
NAMES = [f for f in m.__all__ if getattr(m, f).__module__.rpartition(".")[2] in FILES]

# --- tables ---------------------------------------------------------------------------


def batches(n, size, **options):
    """What the iterator yields, as lists."""
    return [batch.tolist() for batch in m.batch_iterator(n, size, **options)]


def double(x):
    return 2 * x


# name, arguments, options, what comes back; each value is plain from the definition
VALUES = [
    ("gradient_descent", [double, 1], {"lr": 0.25, "steps": 3}, [1, 0.5, 0.25, 0.125]),
    (
        "gradient_descent",
        [double, [[1, -4]]],
        {"lr": 0.5, "steps": 1},
        [[[1, -4]], [[0, 0]]],
    ),
    ("gradient_descent", [double, [3, 5]], {"lr": 0.1, "steps": 0}, [[3, 5]]),
    # x <- x - 3 x, too large a learning rate: 2 * 2**1023 is inf, and inf - inf is nan
    (
        *("gradient_descent", [double, 2.0**1022], {"lr": 1.5, "steps": 3}),
        [2.0**1022, -(2.0**1023), inf, nan],
    ),
    ("gradient_descent", [lambda x: -x, 1e308], {"lr": 1, "steps": 2}, [1e308, inf, inf]),
    ("squared_error_gradients", [[[1, 3]], [2], [1, 1]], {}, [[4, 12]]),
    (
        *("squared_error_gradients", [[[1, 0], [1, 2], [0, 5]], [0, 1, 0], [3, -1]], {}),
        [[6, 0], [0, 0], [0, -50]],
    ),
    # mean (2, 0), squared distances 4 + 0 + 4 = 8
    ("minibatch_variance", [[[0, 0], [2, 0], [4, 0]], 1], {}, 8 / 3),
    ("minibatch_variance", [[[0, 0], [2, 0], [4, 0]], 2], {}, 8 / 3 / 4),
    ("minibatch_variance", [[[0, 0], [2, 0], [4, 0]], 3], {}, 0),
    ("minibatch_variance", [[[0, 0], [2, 0], [4, 0]], 5], {"replace": True}, 8 / 15),
    ("minibatch_variance", [[7], 1], {}, 0),
    ("minibatch_variance", [[[1, nan], [2, 0]], 1], {}, nan),
    ("quadratic", [[3, -1], [[2, 1], [1, 4]]], {}, 8),  # (18 - 6 + 4) / 2
    ("quadratic", [[3, -1], [[2, 2], [0, 4]]], {}, 8),  # only the symmetric part counts
    ("quadratic_grad", [[3, -1], [[2, 1], [1, 4]]], {}, [5, -1]),
    ("quadratic_grad", [[3, -1], [[2, 2], [0, 4]]], {}, [5, -1]),
    ("rosenbrock", [[-1.2, 1]], {}, 24.2),  # Rosenbrock's own start
    ("rosenbrock", [[2, 1, 0]], {}, 901 + 100),
    ("rosenbrock_grad", [[1, 1, 1]], {}, [0, 0, 0]),
    ("rosenbrock_grad", [[2, 1, 0]], {}, [2402, -600 + 400, -200]),
    ("saddle", [[[3, 1], [1, 3]]], {}, [8, -8]),
    ("saddle_grad", [[3, 1]], {}, [6, -2]),
    ("double_well", [[-2, -1, 0, 1]], {"tilt": 0.5}, [1.25, -0.5, 0.25, 0.5]),
    ("double_well", [[-inf, inf]], {"tilt": 0.5}, [inf, inf]),
    ("double_well_grad", [[-2, -1, 0, 1, inf]], {"tilt": 0.5}, [-5.5, 0.5, 0.5, 0.5, inf]),
    ("num_iterations", [103, 10], {}, 11),
    ("num_iterations", [103, 10], {"epochs": 5, "drop_last": True}, 50),
    ("num_iterations", [100, 10], {"epochs": 5}, 50),
    ("num_iterations", [9, 10], {"drop_last": True}, 0),
    ("num_iterations", [9, 10], {"epochs": 0}, 0),
    ("num_iterations", [10**20, 3], {}, 33333333333333333334),  # no float would get it
    ("batch_iterator", [5, 2], {"rng": None}, [[0, 1], [2, 3], [4]]),
    ("batch_iterator", [5, 2], {"rng": None, "drop_last": True}, [[0, 1], [2, 3]]),
    ("batch_iterator", [4, 2], {"rng": None}, [[0, 1], [2, 3]]),
    ("batch_iterator", [2, 5], {"rng": None}, [[0, 1]]),
    ("batch_iterator", [2, 5], {"rng": None, "drop_last": True}, []),
]

RNG = np.random.default_rng(1)
X = RNG.normal(0, 2, (3, 5, 7))
H = RNG.normal(size=(7, 7))
DATA, TARGET, WEIGHT = RNG.normal(size=(11, 3)), RNG.normal(size=11), RNG.normal(size=3)
SMALL = RNG.normal(size=(5, 2))


def sgd(loss, start, lr, steps):
    """Path that PyTorch's SGD takes with the gradient of its own autograd."""
    t = torch.tensor(start, requires_grad=True)
    optimizer, path = torch.optim.SGD([t], lr=lr), [start]
    for _ in range(steps):
        optimizer.zero_grad()
        loss(t).backward()
        optimizer.step()
        path.append(t.detach().numpy().copy())
    return np.array(path)


def torch_rosenbrock(t):
    return (100 * (t[..., 1:] - t[..., :-1] ** 2) ** 2 + (1 - t[..., :-1]) ** 2).sum(-1)


def torch_quadratic(t):
    return torch.einsum("...i,ij,...j->...", t, torch.tensor(H), t) / 2


def torch_well(t):
    return t**4 / 4 - t**2 / 2 + 1 / 4 + 0.3 * t


def torch_regression(w):
    return torch.mean((torch.tensor(DATA) @ w - torch.tensor(TARGET)) ** 2)


def regression_grad(w):
    return m.squared_error_gradients(DATA, TARGET, w).mean(axis=0)


def sample_gradients():
    def loss(w, x, y):
        return (x @ w - y) ** 2

    each = torch.func.vmap(torch.func.grad(loss), (None, 0, 0))
    return each(*map(torch.tensor, (WEIGHT, DATA, TARGET))).numpy()


def enumerated(size, draws):
    """The same expectation over all batches that there are."""
    means = [SMALL[list(batch)].mean(axis=0) for batch in draws(range(5), size)]
    return np.mean([np.sum((g - SMALL.mean(axis=0)) ** 2) for g in means])


def spiral(x):
    """A gradient of nothing, that turns."""
    return np.array([[1.0, -3.0], [3.0, 1.0]]) @ x


def loader_lengths(**options):
    return [
        len(DataLoader(range(n), batch_size=size, **options))
        for n, size in itertools.product(range(1, 20), range(1, 22))
    ]


def our_lengths(**options):
    pairs = itertools.product(range(1, 20), range(1, 22))
    return [m.num_iterations(n, size, **options) for n, size in pairs]


# name, ours, theirs
PARITY = [
    (  # the closed form on a bowl: every coordinate shrinks by 1 - lr * curvature
        "gradient_descent",
        partial(
            m.gradient_descent, lambda x: [0.5, 2, 5] * x, [1, 2, -3], lr=0.3, steps=40
        ),
        lambda: [1, 2, -3] * (1 - 0.3 * np.array([0.5, 2, 5])) ** np.arange(41)[:, None],
    ),
    (  # a rotation and a shrinking, as powers of a complex number
        "gradient_descent",
        lambda: m.gradient_descent(spiral, [1, 0], lr=0.1, steps=30) @ [1, 1j],
        lambda: (0.9 - 0.3j) ** np.arange(31),
    ),
    (
        "gradient_descent",
        partial(m.gradient_descent, m.rosenbrock_grad, [-1.2, 1.0], lr=1e-3, steps=200),
        partial(sgd, torch_rosenbrock, np.array([-1.2, 1.0]), 1e-3, 200),
    ),
    (
        "gradient_descent",
        partial(m.gradient_descent, regression_grad, WEIGHT, lr=0.05, steps=200),
        partial(sgd, torch_regression, WEIGHT, 0.05, 200),
    ),
    (
        "gradient_descent",
        lambda: m.gradient_descent(regression_grad, WEIGHT, lr=0.1, steps=900)[-1],
        lambda: np.linalg.lstsq(DATA, TARGET)[0],
    ),
    (
        "squared_error_gradients",
        partial(m.squared_error_gradients, DATA, TARGET, WEIGHT),
        sample_gradients,
    ),
    (
        "squared_error_gradients",
        partial(regression_grad, WEIGHT),
        partial(autograd, torch_regression, WEIGHT),
    ),
    *(
        (
            "minibatch_variance",
            partial(m.minibatch_variance, SMALL, size, replace=replace),
            partial(enumerated, size, draws),
        )
        for size in (1, 2, 3, 5)
        for replace, draws in [
            (False, itertools.combinations),
            (True, lambda items, size: itertools.product(items, repeat=size)),
        ]
    ),
    ("quadratic", lambda: m.quadratic(X, H), lambda: torch_quadratic(torch.tensor(X))),
    (
        *("quadratic_grad", lambda: m.quadratic_grad(X, H)),
        lambda: autograd(torch_quadratic, X),
    ),
    ("rosenbrock", lambda: m.rosenbrock(X), lambda: rosen(np.moveaxis(X, -1, 0))),
    (
        *("rosenbrock_grad", lambda: m.rosenbrock_grad(X)),
        lambda: np.moveaxis(rosen_der(np.moveaxis(X, -1, 0)), 0, -1),
    ),
    ("rosenbrock_grad", lambda: m.rosenbrock_grad(X[0, 0]), lambda: rosen_der(X[0, 0])),
    (
        *("rosenbrock_grad", lambda: m.rosenbrock_grad(X)),
        lambda: autograd(torch_rosenbrock, X),
    ),
    (
        *("saddle", lambda: m.saddle(X[..., :2])),
        lambda: m.quadratic(X[..., :2], [[2, 0], [0, -2]]),
    ),
    (
        *("saddle_grad", lambda: m.saddle_grad(X[..., :2])),
        lambda: autograd(lambda t: t[..., 0] ** 2 - t[..., 1] ** 2, X[..., :2]),
    ),
    (
        *("double_well", lambda: m.double_well(X, tilt=0.3)),
        lambda: torch_well(torch.tensor(X)),
    ),
    (
        *("double_well_grad", lambda: m.double_well_grad(X, tilt=0.3)),
        lambda: autograd(torch_well, X),
    ),
    ("num_iterations", our_lengths, loader_lengths),
    (
        *("num_iterations", partial(our_lengths, drop_last=True)),
        partial(loader_lengths, drop_last=True),
    ),
    *(
        (
            "batch_iterator",
            lambda drop=drop: sum(batches(23, 5, rng=None, drop_last=drop), []),
            lambda drop=drop: torch.cat(list(DataLoader(range(23), 5, drop_last=drop))),
        )
        for drop in (False, True)
    ),
]

# Good arguments for the functions of arrays, from one array: what laws start from.
ARGS = {
    "double_well": lambda x: [x],
    "double_well_grad": lambda x: [x],
    "minibatch_variance": lambda x: [x, 2],
    "quadratic": lambda x: [x, H.astype(x.dtype)],
    "quadratic_grad": lambda x: [x, H.astype(x.dtype)],
    "rosenbrock": lambda x: [x],
    "rosenbrock_grad": lambda x: [x],
    "saddle": lambda x: [x[..., :2]],
    "saddle_grad": lambda x: [x[..., :2]],
    "squared_error_gradients": lambda x: [x[0], x[0, :, 0], x[0, 0]],
    "gradient_descent": lambda x: [double, x],
}
OPTIONS = {"gradient_descent": {"lr": 0.1, "steps": 2}}
SURFACES = ["double_well", "quadratic", "rosenbrock", "saddle"]

# name, arguments, options, the ValueError they deserve
REFUSALS = [
    *(
        ("gradient_descent", [double, X], {"lr": lr, "steps": 1}, f"above 0, got {lr}")
        for lr in (0, -0.1, inf, nan)
    ),
    (
        *("gradient_descent", [double, X.astype("f")], {"lr": 1e-60, "steps": 1}),
        "`lr` must be a finite number above 0, got 1e-60, which is 0.0 in float32",
    ),
    (
        *("gradient_descent", [double, X], {"lr": 1, "steps": -1}),
        "`steps` must be at least 0, got -1",
    ),
    (
        *("gradient_descent", [np.sum, X], {"lr": 1, "steps": 1}),
        "`grad(x)` must have the shape (3, 5, 7) of `x0`, got ()",
    ),
    ("squared_error_gradients", [TARGET, TARGET, WEIGHT], {}, "shape (N, D), got (11,)"),
    (
        *("squared_error_gradients", [np.ones((0, 3)), [], WEIGHT], {}),
        "`X` must not be empty, got shape (0, 3)",
    ),
    (
        *("squared_error_gradients", [DATA, TARGET[1:], WEIGHT], {}),
        "`y` must have shape (11,) for `X` of shape (11, 3), got (10,)",
    ),
    (  # which broadcasting would turn into a matrix
        *("squared_error_gradients", [DATA, TARGET[:, None], WEIGHT], {}),
        "`y` must have shape (11,) for `X` of shape (11, 3), got (11, 1)",
    ),
    ("squared_error_gradients", [DATA, 1.0, WEIGHT], {}, "`y` must have shape (11,)"),
    (
        *("squared_error_gradients", [DATA, TARGET, WEIGHT[1:]], {}),
        "`w` must have shape (3,) for `X` of shape (11, 3), got (2,)",
    ),
    ("minibatch_variance", [1.0, 1], {}, "`gradients` must have shape (N, ...), got ()"),
    ("minibatch_variance", [[], 1], {}, "`gradients` must not be empty, got shape (0,)"),
    ("minibatch_variance", [SMALL, 0], {}, "`batch_size` must be at least 1, got 0"),
    ("minibatch_variance", [SMALL, 6], {}, "at most 5 without replacement, got 6"),
    *(
        (name, *row)
        for name in ("quadratic", "quadratic_grad")
        for row in [
            ([X, H[0]], {}, "`H` must have shape (D, D), got (7,)"),
            ([X, H[:5]], {}, "`H` must have shape (D, D), got (5, 7)"),
            ([X, np.ones((0, 0))], {}, "`H` must have shape (D, D), got (0, 0)"),
            ([X[..., :5], H], {}, "`x` must have 7 coordinates, got shape (3, 5, 5)"),
            ([X[..., :1], H], {}, "`x` must have 7 coordinates, got shape (3, 5, 1)"),
            ([1.0, H], {}, "`x` must have 7 coordinates, got shape ()"),
        ]
    ),
    *(
        (name, [x], {}, f"must have at least 2 coordinates, got shape {np.shape(x)}")
        for name in ("rosenbrock", "rosenbrock_grad")
        for x in (1.0, [1.0], [])
    ),
    *(
        (name, [x], {}, f"`x` must have 2 coordinates, got shape {np.shape(x)}")
        for name in ("saddle", "saddle_grad")
        for x in (1.0, [1.0], X, [])
    ),
    *(
        (name, [X], {"tilt": tilt}, f"`tilt` must be a finite number, got {tilt}")
        for name in ("double_well", "double_well_grad")
        for tilt in (inf, nan)
    ),
    *(
        (name, *row)
        for name, options in [("num_iterations", {}), ("batch_iterator", {"rng": None})]
        for row in [
            ([0, 1], options, "`n` must be at least 1, got 0"),
            ([7, 0], options, "`batch_size` must be at least 1, got 0"),
            ([7, -2], options, "`batch_size` must be at least 1, got -2"),
        ]
    ),
    ("num_iterations", [7, 2], {"epochs": -1}, "`epochs` must be at least 0, got -1"),
]

# name, arguments, options, which of the whole numbers is wrong
WHOLE = [
    ("gradient_descent", [double, X], {"lr": 1, "steps": None}, "steps"),
    ("minibatch_variance", [SMALL, None], {}, "batch_size"),
    ("num_iterations", [None, 2], {}, "n"),
    ("num_iterations", [7, None], {}, "batch_size"),
    ("num_iterations", [7, 2], {"epochs": None}, "epochs"),
    ("batch_iterator", [None, 2], {"rng": None}, "n"),
    ("batch_iterator", [7, None], {"rng": None}, "batch_size"),
]


def call(name, x, **options):
    """Result of the function for arguments made from `x`."""
    given = {**OPTIONS.get(name, {}), **options}
    return getattr(m, name)(*ARGS[name](x), **given)


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m)
    assert {row[0] for row in VALUES} == set(NAMES)
    assert {row[0] for row in PARITY} == set(NAMES)
    assert {row[0] for row in REFUSALS} == set(NAMES)
    assert set(ARGS) == set(NAMES) - {"num_iterations", "batch_iterator"}


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    f = batches if name == "batch_iterator" else getattr(m, name)
    y = f(*args, **options)
    if name in {"num_iterations", "batch_iterator"}:
        assert y == expected
    else:
        assert_allclose(y, expected, rtol=4 * EPS, atol=0)


@pytest.mark.parametrize(("name", "ours", "theirs"), PARITY)
def test_parity(name, ours, theirs):
    assert_parity(ours(), theirs(), rtol=1e-9, atol=1e-10)


# --- laws -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ARGS)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4", "?"])
def test_dtype_is_kept(name, dtype):
    y = call(name, X.astype(dtype))
    kept = dtype if dtype.startswith("f") else "f8"
    assert type(y) is float if name == "minibatch_variance" else y.dtype == np.dtype(kept)


@pytest.mark.parametrize("name", ARGS)
def test_shapes(name):
    shape = np.shape(call(name, X))
    coordinates = {"saddle": 2, "saddle_grad": 2}.get(name, 7)
    assert shape == {
        "gradient_descent": (3, *X.shape),
        "squared_error_gradients": (5, 7),
        "minibatch_variance": (),
        "double_well": X.shape,
        "double_well_grad": X.shape,
    }.get(name, (3, 5, coordinates) if name.endswith("_grad") else (3, 5))


@pytest.mark.parametrize("name", ARGS)
def test_arguments_are_not_written_to(name):
    assert_pure(getattr(m, name), ARGS[name](X), OPTIONS.get(name, {}))


@pytest.mark.parametrize("name", ARGS)
def test_nan_passes_through(name):
    x = X.copy()
    x[0, 0, 0] = nan
    assert np.isnan(np.ravel(call(name, x))[0])


@pytest.mark.parametrize("name", ARGS)
def test_lists_are_arrays(name):
    args = [a.tolist() if isinstance(a, np.ndarray) else a for a in ARGS[name](X)]
    assert_array_equal(getattr(m, name)(*args, **OPTIONS.get(name, {})), call(name, X))


@pytest.mark.parametrize("name", ARGS)
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_input_warns(name, dtype):
    big = np.finfo(dtype).max
    edges = np.array([0, 1, inf, -inf, big, -big, nan], dtype)
    for x in itertools.permutations(edges, 2):
        call(name, np.broadcast_to(np.array([*x, *x, *x, 0], dtype), X.shape))


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_one_point_gives_a_numpy_scalar(name, dtype):
    x = X[0, 0, 0] if name == "double_well" else X[0, 0]
    assert type(call(name, x.astype(dtype))) is dtype


@pytest.mark.parametrize("name", SURFACES)
@given(x=arrays(np.float64, 7, elements=st.floats(-3, 3)))
def test_grad_is_the_slope(name, x):
    f, f_grad = getattr(m, name), getattr(m, name + "_grad")
    x, *rest = ARGS[name](x)
    slope = central_difference(lambda x: np.sum(f(x, *rest)), x, h=1e-5)
    assert_allclose(f_grad(x, *rest), slope, rtol=1e-5, atol=1e-5)


def test_surfaces_have_their_minima_where_they_say():
    assert np.all(m.rosenbrock(X) >= m.rosenbrock(np.ones(7)))
    assert m.rosenbrock(np.ones(7)) == 0
    edge = 2 / math.sqrt(27)  # where two roots of x**3 - x + tilt meet
    for tilt, count in [(0.0, 3), (0.99 * edge, 3), (1.01 * edge, 1), (-1.01 * edge, 1)]:
        slope = m.double_well_grad(np.linspace(-2, 2, 4002), tilt=tilt)
        assert np.sum(slope[1:] * slope[:-1] < 0) == count
    assert m.double_well(-1.0, tilt=0.1) < m.double_well(1.0, tilt=0.1)


@given(
    rates=arrays(np.float64, 3, elements=st.floats(0.01, 1)),
    x0=arrays(np.float64, 3, elements=st.floats(-5, 5)),
)
def test_a_small_step_never_climbs_a_bowl(rates, x0):
    curvature = np.diag(rates)
    path = m.gradient_descent(partial(m.quadratic_grad, H=curvature), x0, lr=1.99, steps=20)
    heights = m.quadratic(path, curvature)
    assert np.all(np.diff(heights) <= 1e-12 * heights[:-1])


def test_a_step_beyond_two_over_the_curvature_climbs():
    for factor, falls in [(1.99, True), (2.01, False)]:
        path = m.gradient_descent(lambda x: 4 * x, 1.0, lr=factor / 4, steps=9)
        assert np.all(np.abs(path[1:]) < np.abs(path[:-1])) == falls


def test_a_gradient_that_writes_to_its_argument_spoils_no_path():
    def careless(x):
        x *= 2
        return x

    options = {"lr": 0.25, "steps": 5}
    path = m.gradient_descent(careless, np.ones(3), **options)
    assert_array_equal(path, m.gradient_descent(double, np.ones(3), **options))


def test_a_gradient_in_float64_does_not_promote_the_path():
    path = m.gradient_descent(lambda x: x.astype("f8"), np.ones(3, "f4"), lr=0.1, steps=4)
    assert path.dtype == np.float32
    assert_allclose(path[:, 0], 0.9 ** np.arange(5), rtol=1e-6)


def test_the_gradient_is_asked_once_a_step():
    asked = []
    m.gradient_descent(lambda x: asked.append(x) or x, 8.0, lr=0.5, steps=3)
    assert asked == [8, 4, 2]


@given(n=st.integers(1, 60), size=st.integers(1, 70), seed=st.integers(0, 99))
def test_batches_are_a_partition(n, size, seed):
    found = list(m.batch_iterator(n, size, rng=np.random.default_rng(seed)))
    assert sorted(np.concatenate(found)) == list(range(n))
    assert all(len(batch) == size for batch in found[:-1])
    assert len(found) == m.num_iterations(n, size)
    whole = batches(n, size, rng=np.random.default_rng(seed), drop_last=True)
    assert whole == [batch.tolist() for batch in found if len(batch) == size]
    assert len(whole) == m.num_iterations(n, size, drop_last=True)


@given(n=st.integers(1, 99), size=st.integers(1, 99), epochs=st.integers(0, 9))
def test_epochs_add_up(n, size, epochs):
    for drop in (False, True):
        once = m.num_iterations(n, size, drop_last=drop)
        assert m.num_iterations(n, size, epochs=epochs, drop_last=drop) == epochs * once


def test_order_comes_from_the_generator():
    first, again, other = (batches(50, 8, rng=np.random.default_rng(s)) for s in (0, 0, 1))
    assert first == again != other
    rng = np.random.default_rng(0)
    assert batches(50, 8, rng=rng) != batches(50, 8, rng=rng)  # anew in every epoch


def test_batches_do_not_share_memory():
    for rng in (None, np.random.default_rng(0)):
        for first, second in itertools.pairwise(m.batch_iterator(9, 3, rng=rng)):
            assert not np.may_share_memory(first, second)


@given(g=arrays(np.float64, (7, 3), elements=st.floats(-9, 9)), size=st.integers(1, 7))
def test_variance_falls_as_one_over_the_batch_size(g, size):
    one, many = (m.minibatch_variance(g, s, replace=True) for s in (1, size))
    assert_allclose(many, one / size, rtol=1e-12)
    assert_allclose(m.minibatch_variance(g, size), many * (7 - size) / 6, rtol=1e-12)
    assert m.minibatch_variance(g, 7) == 0


def test_drawn_batches_vary_as_predicted():
    rng = np.random.default_rng(0)
    g = m.squared_error_gradients(DATA, TARGET, WEIGHT)
    drawn = [
        g[batch].mean(axis=0)
        for _ in range(2000)
        for batch in m.batch_iterator(len(g), 4, rng=rng, drop_last=True)
    ]
    distance = np.sum((np.array(drawn) - g.mean(axis=0)) ** 2, axis=1)
    assert_allclose(distance.mean(), m.minibatch_variance(g, 4), rtol=0.05)
    assert_allclose(np.mean(drawn, axis=0), g.mean(axis=0), atol=0.1)


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", sorted(set(ARGS) - {"gradient_descent"}))
def test_only_real_numbers(name):
    args = [a for a in ARGS[name](X) if isinstance(a, np.ndarray)]
    f = (
        partial(m.minibatch_variance, batch_size=2)
        if name == "minibatch_variance"
        else None
    )
    assert_only_real_numbers(f or getattr(m, name), args)


@pytest.mark.parametrize("dtype", ["complex128", "<U3"])
def test_a_path_holds_only_real_numbers(dtype):
    bad, options = np.zeros(3, dtype), {"lr": 0.1, "steps": 1}
    for name, args in [("x0", [double, bad]), ("grad(x)", [lambda x: bad, np.ones(3)])]:
        message = f"`{name}` must hold real numbers, got dtype {dtype}"
        assert_refuses(m.gradient_descent, args, options, message, TypeError)


@pytest.mark.parametrize("name", ["double_well", "double_well_grad", "gradient_descent"])
def test_options_are_single_numbers(name):
    assert_options_are_single_numbers(
        getattr(m, name), ARGS[name](X), OPTIONS.get(name, {})
    )


@pytest.mark.parametrize(("name", "args", "options", "wrong"), WHOLE)
def test_counts_are_whole_numbers(name, args, options, wrong):
    for value in (2.0, True, np.True_, "2", np.array([2])):
        filled = [value if a is None else a for a in args]
        given = {k: value if k == wrong else v for k, v in options.items()}
        message = f"`{wrong}` must be a whole number, got {type(value).__name__}"
        assert_refuses(getattr(m, name), filled, given, message, TypeError)
    filled = [np.int64(2) if a is None else a for a in args]
    getattr(m, name)(
        *filled, **{k: np.int64(2) if k == wrong else v for k, v in options.items()}
    )


def test_the_order_needs_a_generator():
    message = "`rng` must be a numpy.random.Generator or None, got int"
    assert_refuses(m.batch_iterator, [7, 2], {"rng": 0}, message, TypeError)
