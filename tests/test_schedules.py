"""Schedules: tables first, one row per function; then what must hold for their rows.

A new function joins VALUES, PARITY, REFUSALS and GOOD.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import math
from functools import partial

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp
from numpy.testing import assert_allclose, assert_array_equal
from torch.optim import lr_scheduler as theirs

from checks import (
    NOT_REAL,
    assert_options_are_single_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    own_functions,
)
from dlnotes import schedules as m

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps
T = np.arange(300)

# --- tables ---------------------------------------------------------------------------


def half(t):
    return 0.5


# Where no recipe is given, the value is plain from the definition.
VALUES = [
    ("constant_lr", [[0, 7]], {"base_lr": 0.3}, [0.3, 0.3]),
    (
        *("constant_lr", [[0, 1, 2]], {"base_lr": 3, "factor": 0, "total_iters": 2}),
        [0, 0, 3],
    ),
    ("lambda_lr", [[0, 1, 2]], {"base_lr": 3, "lr_lambda": half}, [1.5, 1.5, 1.5]),
    ("lambda_lr", [[[3], [0]]], {"base_lr": 1, "lr_lambda": lambda t: t}, [[3], [0]]),
    # the factor of step 0 is never used: 1, 1 * 1, 1 * 1 * 2, 1 * 1 * 2 * 3
    (
        *("multiplicative_lr", [[3, 0, 1]], {"base_lr": 1, "lr_lambda": lambda t: t}),
        [6, 1, 1],
    ),
    ("multiplicative_lr", [4], {"base_lr": 1, "lr_lambda": half}, 1 / 16),
    ("step_lr", [[0, 2, 3, 8]], {"base_lr": 8, "step_size": 3, "gamma": 0.5}, [8, 8, 4, 2]),
    ("step_lr", [65], {"base_lr": 0.1, "step_size": 30}, 0.1 * 0.1**2),
    ("step_lr", [10**6], {"base_lr": 1, "step_size": 1}, 0),
    (
        *("multistep_lr", [[0, 1, 2, 4, 5]], {"base_lr": 8, "gamma": 0.5}),
        [8, 8, 2, 2, 1],
    ),
    ("exponential_lr", [[0, 1, 5]], {"base_lr": 1, "gamma": 0.5}, [1, 0.5, 1 / 32]),
    ("exponential_lr", [[0, 1]], {"base_lr": 1, "gamma": 0}, [1, 0]),
    ("exponential_lr", [[1, 10**6]], {"base_lr": 3, "gamma": 2}, [6, inf]),
    ("exponential_lr", [[1, 10**6]], {"base_lr": 0, "gamma": 2}, [0, 0]),
    ("linear_lr", [[0, 2, 4, 9]], {"base_lr": 3, "total_iters": 4}, [1, 2, 3, 3]),
    (
        *("linear_lr", [[0, 1, 2]], {"base_lr": 8, "start_factor": 1, "end_factor": 0.25}),
        [8, 5, 2],
    ),
    ("linear_warmup", [[0, 1, 3, 4]], {"base_lr": 8, "warmup_steps": 4}, [2, 4, 8, 8]),
    ("linear_warmup", [[0, 1]], {"base_lr": 8, "warmup_steps": 0}, [8, 8]),
    ("linear_warmup", [[0, 1]], {"base_lr": 8, "warmup_steps": 1}, [8, 8]),
    ("linear_decay", [[0, 1, 4, 5]], {"base_lr": 8, "total": 4}, [8, 6, 0, 0]),
    ("linear_decay", [[0, 1, 4]], {"base_lr": 8, "total": 4, "end": 4}, [8, 7, 4]),
    ("cosine_annealing_lr", [[0, 2, 3]], {"base_lr": 8, "T_max": 3}, [8, 2, 0]),
    ("cosine_annealing_lr", [[4, 6, 7]], {"base_lr": 8, "T_max": 3}, [2, 8, 6]),
    (
        *("cosine_annealing_lr", [[0, 1, 3]], {"base_lr": 9, "T_max": 3, "eta_min": 1}),
        [9, 7, 1],
    ),
    # float((1 + mp.cos(mp.pi * t / 10**6)) / 2), where numpy gives 2.4674e-12
    (
        *("cosine_annealing_lr", [10**6 - 1], {"base_lr": 1, "T_max": 10**6}),
        2.467401100270311e-12,
    ),
    # 10**15 + 1 is 5 modulo 12, so that the angle is 5 pi / 6
    (
        *("cosine_annealing_lr", [10**15 + 1], {"base_lr": 4, "T_max": 6}),
        2 - math.sqrt(3),
    ),
    ("inverse_sqrt_lr", [[0, 3, 15]], {"base_lr": 8, "warmup_steps": 4}, [2, 8, 4]),
    ("inverse_sqrt_lr", [[0, 8]], {"base_lr": 3, "warmup_steps": 1}, [3, 1]),
    ("noam_lr", [[0, 3, 15]], {"d_model": 4, "warmup_steps": 4}, [1 / 16, 1 / 4, 1 / 8]),
    # float(1 / mp.sqrt(512 * 4000))
    ("noam_lr", [3999], {}, 0.0006987712429686843),
    (
        *("warmup_cosine", [[0, 1, 2, 4, 5, 9]], {"base_lr": 8, "eta_min": 2}),
        [4, 8, 8, 3.5, 2, 2],
    ),
    (
        *("warmup_cosine", [[0, 2]], {"base_lr": 8, "warmup_steps": 0, "total_steps": 3}),
        [8, 2],
    ),
    ("cyclic_lr", [[0, 1, 2, 3, 6, 8]], {"max_lr": 9}, [1, 5, 9, 7, 1, 9]),
    (
        *("cyclic_lr", [[2, 8, 14]], {"max_lr": 9, "mode": "triangular2"}),
        [9, 5, 3],
    ),
    (
        *("cyclic_lr", [[0, 1, 2, 8]], {"max_lr": 9, "mode": "exp_range", "gamma": 0.5}),
        [1, 3, 3, 1 + 8 / 256],
    ),
    ("cyclic_lr", [[0, 1, 2]], {"max_lr": 3, "step_size_up": 1}, [1, 3, 3 - 2 / 4]),
    # from 1 up to 25 at step 2, down to 1/10 at step 5; a quarter of the way is cos^2(60)
    (
        *("one_cycle_lr", [[0, 1, 2, 3, 4, 5]], {"final_div_factor": 10}),
        [1, 13, 25, 0.1 + 24.9 * 3 / 4, 0.1 + 24.9 / 4, 0.1],
    ),
    ("reduce_on_plateau", [], {"metric": 1}, (8, (1, 0, 0))),
    ("reduce_on_plateau", [], {"metric": nan}, (8, (inf, 1, 0))),
    ("reduce_on_plateau", [], {"metric": 1, "mode": "max"}, (8, (1, 0, 0))),
    ("reduce_on_plateau", [], {"metric": 2, "state": (1, 0, 0)}, (8, (1, 1, 0))),
    ("reduce_on_plateau", [], {"metric": 2, "state": (1, 1, 0)}, (4, (1, 0, 0))),
    ("reduce_on_plateau", [], {"metric": nan, "state": (1, 1, 0)}, (4, (1, 0, 0))),
    (
        *("reduce_on_plateau", [], {"metric": 2, "state": (1, 1, 0), "min_lr": 6}),
        (6, (1, 0, 0)),
    ),
    (
        *("reduce_on_plateau", [], {"metric": 2, "state": (1, 1, 0), "eps": 4}),
        (8, (1, 0, 0)),
    ),
    (
        *("reduce_on_plateau", [], {"metric": 2, "state": (1, 1, 0), "cooldown": 3}),
        (4, (1, 0, 3)),
    ),
    ("reduce_on_plateau", [], {"metric": 2, "state": (1, 1, 3)}, (8, (1, 0, 2))),
    # a threshold of a quarter of 4 asks for less than 3, and so does a difference of 1
    *(
        ("reduce_on_plateau", [], {"state": (4, 0, 0), **given}, (8, after))
        for bar in [
            {"threshold": 0.25},
            {"threshold": 1, "threshold_mode": "abs"},
        ]
        for given, after in [
            ({"metric": 3, **bar}, (4, 1, 0)),
            ({"metric": 2.5, **bar}, (2.5, 0, 0)),
            ({"metric": 5, "mode": "max", **bar}, (4, 1, 0)),
            ({"metric": 5.5, "mode": "max", **bar}, (5.5, 0, 0)),
        ]
    ),
]

# Good options for every function: what values, laws and refusals start from.
GOOD = {
    "constant_lr": {"base_lr": 0.3},
    "lambda_lr": {"base_lr": 0.3, "lr_lambda": half},
    "multiplicative_lr": {"base_lr": 0.3, "lr_lambda": half},
    "step_lr": {"base_lr": 0.3, "step_size": 2},
    "multistep_lr": {"base_lr": 0.3, "milestones": [2, 2, 5]},
    "exponential_lr": {"base_lr": 0.3, "gamma": 0.9},
    "linear_lr": {"base_lr": 0.3, "total_iters": 2},
    "linear_warmup": {"base_lr": 0.3, "warmup_steps": 4},
    "linear_decay": {"base_lr": 0.3, "total": 4},
    "cosine_annealing_lr": {"base_lr": 0.3, "T_max": 5},
    "inverse_sqrt_lr": {"base_lr": 0.3, "warmup_steps": 3},
    "noam_lr": {},
    "warmup_cosine": {"base_lr": 0.3, "warmup_steps": 2, "total_steps": 5},
    "cyclic_lr": {"base_lr": 1, "max_lr": 2, "step_size_up": 2, "step_size_down": 4},
    "one_cycle_lr": {"max_lr": 25, "total_steps": 6, "pct_start": 0.5},
    "reduce_on_plateau": {
        **{"lr": 8, "metric": 1, "state": None, "factor": 0.5, "patience": 1}
    },
}
OF_STEPS = sorted(set(GOOD) - {"reduce_on_plateau"})
FROM_BASE = [name for name in OF_STEPS if "base_lr" in GOOD[name] and name != "cyclic_lr"]


def ripple(t):
    return 0.7 + 0.3 * math.cos(t)


def follow(make, lr=0.3, steps=300):
    """The rates of a scheduler of PyTorch, with which each of `steps` updates is made."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    scheduler, rates = make(optimizer), []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return torch.tensor(rates, dtype=torch.float64)


def linear_warmup_then(after, warmup_steps):
    """PyTorch's composition: LambdaLR up to a milestone, another one from there on."""
    return lambda o: theirs.SequentialLR(
        o,
        [theirs.LambdaLR(o, lambda t: (t + 1) / warmup_steps), after(o)],
        milestones=[warmup_steps],
    )


def plain_cyclic(o, **options):
    return theirs.CyclicLR(o, cycle_momentum=False, **options)


def plain_one_cycle(o, **options):
    return theirs.OneCycleLR(o, cycle_momentum=False, **options)


# name, options of ours beside t and base_lr = 0.3, the same as a scheduler
PARITY = [
    ("constant_lr", {}, lambda o: theirs.LambdaLR(o, lambda t: 1)),
    *(
        ("constant_lr", options, partial(theirs.ConstantLR, **options))
        for options in [
            {"factor": 0.25, "total_iters": 7},
            {"factor": 1 / 3, "total_iters": 1},
        ]
    ),
    *(
        ("lambda_lr", {"lr_lambda": f}, partial(theirs.LambdaLR, lr_lambda=f))
        for f in (half, ripple, lambda t: 1 / (1 + t))
    ),
    *(
        (
            "multiplicative_lr",
            {"lr_lambda": f},
            partial(theirs.MultiplicativeLR, lr_lambda=f),
        )
        for f in (half, ripple, lambda t: 1 if t % 7 else 0.9)
    ),
    *(
        ("step_lr", options, partial(theirs.StepLR, **options))
        for options in [{"step_size": 1, "gamma": 0.97}, {"step_size": 30}]
    ),
    *(
        ("multistep_lr", options, partial(theirs.MultiStepLR, **options))
        for options in [
            {"milestones": [150, 225]},
            {"milestones": [0, 3, 3, 3, 299], "gamma": 0.5},
            {"milestones": []},
        ]
    ),
    ("exponential_lr", {"gamma": 0.95}, partial(theirs.ExponentialLR, gamma=0.95)),
    ("exponential_lr", {"gamma": 1.05}, partial(theirs.ExponentialLR, gamma=1.05)),
    ("linear_lr", {}, theirs.LinearLR),
    *(
        ("linear_lr", options, partial(theirs.LinearLR, **options))
        for options in [
            {"start_factor": 0.01, "total_iters": 100},
            {"start_factor": 1.0, "end_factor": 0.1, "total_iters": 299},
            {"start_factor": 0.5, "total_iters": 1},
        ]
    ),
    *(
        (
            *("linear_warmup", {"warmup_steps": w}),
            partial(theirs.LambdaLR, lr_lambda=lambda t, w=w: min(1, (t + 1) / w)),
        )
        for w in (1, 30, 1000)
    ),
    (
        *("linear_warmup", {"warmup_steps": 30}),  # the same by LinearLR, from 1/30 to 1
        partial(theirs.LinearLR, start_factor=1 / 30, total_iters=29),
    ),
    *(
        ("linear_decay", {"total": n}, partial(theirs.PolynomialLR, total_iters=n))
        for n in (1, 7, 300)
    ),
    *(
        ("cosine_annealing_lr", options, partial(theirs.CosineAnnealingLR, **options))
        for options in [
            {"T_max": 300},
            {"T_max": 50},
            {"T_max": 7, "eta_min": 0.1},
        ]
    ),
    (
        *("inverse_sqrt_lr", {"warmup_steps": 30}),
        lambda o: theirs.LambdaLR(o, lambda t: min((t + 1) / 30, (30 / (t + 1)) ** 0.5)),
    ),
    (
        *("warmup_cosine", {"warmup_steps": 30, "total_steps": 300, "eta_min": 0.01}),
        linear_warmup_then(
            lambda o: theirs.CosineAnnealingLR(o, T_max=270, eta_min=0.01), 30
        ),
    ),
    (
        *("warmup_cosine", {"warmup_steps": 0, "total_steps": 300}),
        partial(theirs.CosineAnnealingLR, T_max=300),
    ),
    *(
        ("cyclic_lr", options, partial(plain_cyclic, base_lr=0.3, **options))
        for options in [
            {"max_lr": 0.9, "step_size_up": 40},
            {"max_lr": 0.9, "step_size_up": 7, "step_size_down": 13},
            {"max_lr": 0.9, "step_size_up": 13, "step_size_down": 7, "mode": "triangular2"},
            {"max_lr": 0.9, "step_size_up": 20, "mode": "exp_range", "gamma": 0.99},
            {"max_lr": 0.3, "step_size_up": 1},
            {"max_lr": 0.9},
        ]
    ),
]
NO_BASE = [  # the rest of PARITY: schedules that bring their own highest rate
    (
        *("noam_lr", {"d_model": 64, "warmup_steps": 30}),
        # the paper's formula, with its steps from 1
        lambda o: theirs.LambdaLR(
            o, lambda t: 64**-0.5 * min((t + 1) ** -0.5, (t + 1) * 30**-1.5) / 0.3
        ),
    ),
    *(
        ("one_cycle_lr", options, partial(plain_one_cycle, **options))
        for options in [
            {"max_lr": 0.9, "total_steps": 300},
            {"max_lr": 0.9, "total_steps": 301, "pct_start": 0.07},  # no step at the peak
            {"max_lr": 1, "total_steps": 300, "div_factor": 5.0, "final_div_factor": 9.0},
            {"max_lr": 1, "total_steps": 300, "pct_start": 0.0034},
        ]
    ),
]

NUMBER = "must be a finite number of at least 0"
NEGATIVE = [(value, NUMBER) for value in (-0.1, nan, inf)]

# name, options that differ from GOOD, the ValueError they deserve
REFUSALS = [
    *(
        (name, {"base_lr": value}, f"`base_lr` {rule}, got {value}")
        for name in FROM_BASE + ["cyclic_lr"]
        for value, rule in NEGATIVE
    ),
    *(
        (name, {option: value}, f"`{option}` {rule}, got {value}")
        for name, option in [
            ("constant_lr", "factor"),
            ("step_lr", "gamma"),
            ("multistep_lr", "gamma"),
            ("exponential_lr", "gamma"),
            ("linear_lr", "start_factor"),
            ("linear_lr", "end_factor"),
            ("linear_decay", "end"),
            ("cosine_annealing_lr", "eta_min"),
            ("warmup_cosine", "eta_min"),
            ("cyclic_lr", "gamma"),
            ("one_cycle_lr", "max_lr"),
            ("one_cycle_lr", "pct_start"),
            *(
                ("reduce_on_plateau", option)
                for option in ("lr", "threshold", "min_lr", "eps")
            ),
        ]
        for value, rule in NEGATIVE
    ),
    *(
        (name, {option: least - 1}, f"`{option}` must be at least {least}, got {least - 1}")
        for name, option, least in [
            ("constant_lr", "total_iters", 0),
            ("step_lr", "step_size", 1),
            ("linear_lr", "total_iters", 1),
            ("linear_warmup", "warmup_steps", 0),
            ("linear_decay", "total", 1),
            ("cosine_annealing_lr", "T_max", 1),
            ("inverse_sqrt_lr", "warmup_steps", 1),
            ("noam_lr", "d_model", 1),
            ("noam_lr", "warmup_steps", 1),
            ("warmup_cosine", "warmup_steps", 0),
            ("warmup_cosine", "total_steps", 3),
            ("cyclic_lr", "step_size_up", 1),
            ("cyclic_lr", "step_size_down", 1),
            ("one_cycle_lr", "total_steps", 2),
            ("reduce_on_plateau", "patience", 1),
            ("reduce_on_plateau", "cooldown", 0),
        ]
    ),
    *(
        (
            name,
            {"lr_lambda": lambda t: -1 if t > 1 else 1},
            f"`lr_lambda(2)` {NUMBER}, got -1",
        )
        for name in ("lambda_lr", "multiplicative_lr")
    ),
    ("multistep_lr", {"milestones": [5, 2]}, "`milestones` must be ascending, got [5, 2]"),
    ("multistep_lr", {"milestones": [-1, 2]}, "`milestones` must not be negative, got -1"),
    ("multistep_lr", {"milestones": 5}, "`milestones` must have shape (M,), got ()"),
    (
        "multistep_lr",
        {"milestones": [[5]]},
        "`milestones` must have shape (M,), got (1, 1)",
    ),
    (
        "cyclic_lr",
        {"max_lr": 0.5},
        "`max_lr` must be a finite number of at least 1.0, got 0.5",
    ),
    (
        *("cyclic_lr", {"mode": "sine"}),
        """`mode` must be one of "triangular", "triangular2" or "exp_range", got 'sine'""",
    ),
    ("one_cycle_lr", {"t": [5, 6]}, "`t` must be below `total_steps` = 6, got 6"),
    *(
        (
            *("one_cycle_lr", {"pct_start": share}),
            f"`pct_start` must be between 1 / total_steps = 0.1667 and 1, got {share}",
        )
        for share in (0.0, 1 / 6, 1.0)
    ),
    *(
        ("one_cycle_lr", {option: 0}, f"`{option}` must be a finite number above 0, got 0")
        for option in ("div_factor", "final_div_factor")
    ),
    *(
        (
            *("reduce_on_plateau", {"factor": factor}),
            f"`factor` must lie in [0, 1), got {factor}",
        )
        for factor in (-0.1, nan, inf)
    ),
    ("reduce_on_plateau", {"factor": 1.0}, "`factor` must lie in [0, 1), got 1.0"),
    ("reduce_on_plateau", {"mode": "low"}, """`mode` must be "min" or "max", got 'low'"""),
    (
        *("reduce_on_plateau", {"threshold_mode": "pct"}),
        """`threshold_mode` must be "rel" or "abs", got 'pct'""",
    ),
]


def call(name, *t, **options):
    """What the function returns for the steps `t`, with good options unless given."""
    return getattr(m, name)(*t, **{**GOOD[name], **options})


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m) == sorted(GOOD)
    tested = {row[0] for row in PARITY + NO_BASE} | {"reduce_on_plateau"}
    assert tested == {row[0] for row in VALUES} == {row[0] for row in REFUSALS} == set(GOOD)


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "t", "options", "expected"), VALUES)
def test_values(name, t, options, expected):
    y = call(name, *t, **options)
    if name == "reduce_on_plateau":
        assert y == expected
    else:
        assert_allclose(y, expected, rtol=8 * EPS, atol=0)


def test_small_rates_keep_their_digits():
    """Near its end half a cosine is tiny, and 1 + cos has lost what it is made of."""
    t = np.array([1, 17, 4_999, 5_000, 9_990, 9_999])
    rates = m.cosine_annealing_lr(t, 1.0, T_max=10_000)
    with mp.workdps(50):
        true = [float(mp.cos(mp.pi * s / 20_000) ** 2) for s in t.tolist()]
    assert_allclose(rates, true, rtol=1e-12)


# --- parity ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "options", "make"), PARITY)
def test_each_of_300_steps_is_pytorchs(name, options, make):
    ours = getattr(m, name)(T, 0.3, **options)
    assert_parity(ours, follow(make), rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize(("name", "options", "make"), NO_BASE)
def test_each_of_300_steps_is_pytorchs_without_a_base(name, options, make):
    assert_parity(getattr(m, name)(T, **options), follow(make), rtol=1e-11, atol=1e-14)


measures = st.lists(
    st.sampled_from([nan, inf, -2, -1, 0, 0.5, 0.9, 1, 1.05, 2, 3]), max_size=60
)


@given(
    measures,
    st.fixed_dictionaries(
        {
            "mode": st.sampled_from(["min", "max"]),
            "factor": st.sampled_from([0, 0.1, 0.5, 0.9]),
            "patience": st.integers(1, 4),
            "threshold": st.sampled_from([0, 0.1, 1]),
            "threshold_mode": st.sampled_from(["rel", "abs"]),
            "cooldown": st.integers(0, 3),
            "min_lr": st.sampled_from([0, 0.2, 2]),
            "eps": st.sampled_from([0, 1e-8, 0.3]),
        }
    ),
)
def test_every_epoch_on_a_plateau_is_pytorchs(metrics, options):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = theirs.ReduceLROnPlateau(optimizer, **options)
    lr, state = 1.0, None
    for metric in metrics:
        scheduler.step(metric)
        lr, state = m.reduce_on_plateau(lr, metric, state, **options)
        assert lr == optimizer.param_groups[0]["lr"]
        assert state == (
            scheduler.best,
            scheduler.num_bad_epochs,
            scheduler.cooldown_counter,
        )


# --- laws -----------------------------------------------------------------------------

several = st.lists(st.integers(0, 5), min_size=1, max_size=9)
rates = st.floats(1e-9, 1e3)
counts = st.integers(1, 50)
gammas = st.floats(0.01, 1.5)


@pytest.mark.parametrize("name", OF_STEPS)
@pytest.mark.parametrize("dtype", ["u1", "i2", "i4", "i8", "u8"])
def test_shape_and_dtype(name, dtype):
    t = np.arange(6, dtype=dtype).reshape(2, 3)
    y = call(name, t)
    assert (y.shape, y.dtype) == ((2, 3), np.float64)
    assert_allclose(y.ravel(), [call(name, s) for s in range(6)], rtol=4 * EPS)
    assert call(name, np.zeros((0, 3), dtype)).shape == (0, 3)
    assert call(name, []).shape == (0,)


@pytest.mark.parametrize("name", ["linear_warmup", "inverse_sqrt_lr", "noam_lr"])
def test_narrow_steps_do_not_overflow(name):
    t = np.array([255], np.uint8)
    assert_allclose(call(name, t), call(name, [255]), rtol=4 * EPS)


@pytest.mark.parametrize("name", OF_STEPS)
def test_a_number_gives_a_numpy_scalar(name):
    for t in (3, np.int64(3), np.array(3)):
        assert type(call(name, t)) is np.float64


@pytest.mark.parametrize("name", OF_STEPS)
def test_arguments_are_not_written_to(name):
    assert_pure(getattr(m, name), [np.arange(5)], GOOD[name])


def test_milestones_are_not_written_to():
    assert_pure(
        lambda marks: call("multistep_lr", [1], milestones=marks), [np.array([1, 2])]
    )


@pytest.mark.parametrize("name", FROM_BASE)
@given(t=several, lr=rates, scale=st.floats(0.1, 10))
def test_a_scaled_initial_rate_scales_all(name, t, lr, scale):
    once = call(name, t, base_lr=lr)
    assert_allclose(call(name, t, base_lr=scale * lr), scale * once, rtol=1e-12)


@given(t=several, lr=rates, gamma=gammas, size=counts)
def test_powers_are_one_family(t, lr, gamma, size):
    powers = m.exponential_lr(t, lr, gamma=gamma)
    same = partial(assert_allclose, rtol=1e-12)
    same(m.step_lr(t, lr, step_size=1, gamma=gamma), powers)
    same(m.lambda_lr(t, lr, lr_lambda=lambda s: gamma**s), powers)
    same(m.multiplicative_lr(t, lr, lr_lambda=lambda s: gamma), powers)
    falls = m.step_lr(t, lr, step_size=size, gamma=gamma)
    same(m.multistep_lr(t, lr, milestones=np.arange(1, 60) * size, gamma=gamma), falls)


@given(t=several, lr=rates, total=counts)
def test_lines_are_one_family(t, lr, total):
    same = partial(assert_allclose, rtol=1e-12, atol=1e-12)
    line = m.linear_decay(t, lr, total=total)
    same(m.linear_lr(t, lr, start_factor=1, end_factor=0, total_iters=total), line)
    same(m.linear_decay(t, 0, total=total, end=lr), lr - line)
    same(m.constant_lr(t, lr), m.linear_decay(t, lr, total=total, end=lr))


@given(lr=rates, low=st.floats(0, 1), total=counts)
def test_the_cosine_is_symmetric_and_periodic(lr, low, total):
    f = partial(m.cosine_annealing_lr, base_lr=lr, T_max=total, eta_min=low)
    t = np.arange(2 * total + 1)
    assert_allclose(f(t), f(t)[::-1], rtol=1e-12, atol=1e-12 * lr)
    assert_array_equal(f(t + 2 * total), f(t))
    assert f(total) == low
    assert_allclose(f(0), lr, rtol=1e-15 * max(1, low / lr))
    assert_allclose(f(t[: total + 1]).mean(), (lr + low) / 2, rtol=1e-12)


@given(warmup=counts, more=counts, lr=rates)
def test_a_warm_up_reaches_its_peak_at_its_last_step(warmup, more, lr):
    t = np.arange(warmup + more)
    for f in [
        partial(m.linear_warmup, base_lr=lr, warmup_steps=warmup),
        partial(m.inverse_sqrt_lr, base_lr=lr, warmup_steps=warmup),
        partial(
            m.warmup_cosine, base_lr=lr, warmup_steps=warmup, total_steps=warmup + more
        ),
    ]:
        assert f(t).argmax() == warmup - 1
        assert f(warmup - 1) == lr
        assert_allclose(f(t[:warmup]), lr * (t[:warmup] + 1) / warmup, rtol=1e-12)
        assert np.all(np.diff(f(t))[warmup:] <= 0)


@given(width=counts, peak=counts)
def test_noam_has_its_peak_where_its_parts_meet(width, peak):
    y = m.noam_lr(np.arange(3 * peak), d_model=width, warmup_steps=peak)
    assert y.argmax() == peak - 1
    assert_allclose(y.max(), (width * peak) ** -0.5, rtol=1e-14)


@given(lr=rates, up=counts, down=counts, more=rates)
def test_cycles_repeat(lr, up, down, more):
    f = partial(m.cyclic_lr, base_lr=lr, max_lr=lr + more, step_size_up=up)
    f = partial(f, step_size_down=down)
    t, period = np.arange(up + down), up + down
    assert_array_equal(f(t + 7 * period), f(t))
    assert f(0) == lr
    assert f(t).argmax() == up
    halved = (f(t + 3 * period, mode="triangular2") - lr) * 8
    assert_allclose(halved, f(t) - lr, rtol=1e-9, atol=1e-9 * (lr + more))


@given(total=st.integers(4, 90), top=rates)
def test_one_cycle_begins_and_ends_where_it_says(total, top):
    f = partial(m.one_cycle_lr, max_lr=top, total_steps=total, pct_start=0.5)
    y = f(np.arange(total), div_factor=5.0, final_div_factor=3.0)
    assert_allclose(y[[0, -1]], [top / 5, top / 15], rtol=1e-12)
    assert y.max() <= top
    if total % 2 == 0:
        assert (y.argmax(), y.max()) == (total // 2 - 1, top)


def test_a_share_of_a_negative_best_lowers_the_bar():
    """PyTorch's trap: a constant measure of -1 is an improvement for ever."""
    lr, state = 1.0, None
    for _ in range(99):
        lr, state = m.reduce_on_plateau(lr, -1.0, state, patience=1)
    assert (lr, state.bad) == (1.0, 0)
    for _ in range(3):
        lr, state = m.reduce_on_plateau(lr, -1.0, state, patience=1, threshold_mode="abs")
    assert lr == 0.1


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "options", "message"), REFUSALS)
def test_refusals(name, options, message):
    options = {**GOOD[name], **options}
    t = [] if name == "reduce_on_plateau" else [options.pop("t", [1, 2])]
    assert_refuses(getattr(m, name), t, options, message)


@pytest.mark.parametrize("name", OF_STEPS)
def test_steps_are_whole_numbers_from_0(name):
    f = getattr(m, name)
    assert_refuses(f, [[2, -1]], GOOD[name], "`t` must not be negative, got -1")
    for dtype in [*NOT_REAL, "float64", "bool"]:
        message = f"`t` must hold whole numbers, got dtype {dtype}"
        assert_refuses(f, [np.zeros(3, dtype)], GOOD[name], message, TypeError)


@pytest.mark.parametrize("name", GOOD)
def test_options_are_single_numbers(name):
    t = [] if name == "reduce_on_plateau" else [[1, 2]]
    assert_options_are_single_numbers(getattr(m, name), t, GOOD[name])


COUNTS = [
    (name, option)
    for name in GOOD
    for option, annotation in getattr(m, name).__annotations__.items()
    if annotation in (int, int | None)
]


@pytest.mark.parametrize(("name", "option"), COUNTS)
@pytest.mark.parametrize("value", [True, 2.0, np.ones(1, int), "2"])
def test_counts_are_whole_numbers(name, option, value):
    t = [] if name == "reduce_on_plateau" else [[1, 2]]
    message = f"`{option}` must be a whole number, got {type(value).__name__}"
    options = {**GOOD[name], option: value}
    assert_refuses(getattr(m, name), t, options, message, TypeError)


def test_there_are_counts():
    assert len(COUNTS) == 16


@pytest.mark.parametrize("name", ["lambda_lr", "multiplicative_lr"])
def test_factors_come_from_a_function_and_are_numbers(name):
    f, t = getattr(m, name), [[1, 2]]
    wrong = {"base_lr": 1, "lr_lambda": 0.5}
    assert_refuses(f, t, wrong, "`lr_lambda` must be callable, got float", TypeError)
    wrong = {"base_lr": 1, "lr_lambda": lambda t: None}
    message = "`lr_lambda(1)` must be a real number, got NoneType"
    assert_refuses(f, t, wrong, message, TypeError)


def test_milestones_are_whole_numbers():
    for marks, dtype in [([1.0], "float64"), (["1"], "<U1"), ([True], "bool")]:
        message = f"`milestones` must hold whole numbers, got dtype {dtype}"
        options = {"base_lr": 1, "milestones": marks}
        assert_refuses(m.multistep_lr, [1], options, message, TypeError)
