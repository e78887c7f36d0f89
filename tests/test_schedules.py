"""Schedules beside the contract: laws between them, and PyTorch's on every plateau."""

import itertools
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

from dlnotes import schedules as m
from specs.schedules import CALLS

inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps
FROM_BASE = [f for f, c in CALLS.items() if "base_lr" in c.options and f != "cyclic_lr"]


def call(name, t, **options):
    """The result for the steps `t`, with good options unless given."""
    return getattr(m, name)(t, **{**CALLS[name].options, **options})


def test_small_rates_keep_their_digits():
    """Near its end half a cosine is tiny, and 1 + cos has lost what it is made of."""
    t = np.array([1, 17, 4_999, 5_000, 9_990, 9_999])
    rates = m.cosine_annealing_lr(t, 1.0, T_max=10_000)
    with mp.workdps(50):
        true = [float(mp.cos(mp.pi * s / 20_000) ** 2) for s in t.tolist()]
    assert_allclose(rates, true, rtol=1e-12)


# --- parity ---------------------------------------------------------------------------


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


@pytest.mark.parametrize("name", ["linear_warmup", "inverse_sqrt_lr", "noam_lr"])
def test_narrow_steps_do_not_overflow(name):
    t = np.array([255], np.uint8)
    assert_allclose(call(name, t), call(name, [255]), rtol=4 * EPS)


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


LAST = 2**62 - 1
EDGES = [0.0, 5e-324, 1e-300, 0.5, 1.0, 2.0, 1e300, 1.7e308]
STEPS = np.array([0, 1, 7, 4000, 2**53, 2**63 - 1])
WITH_EDGES = [  # schedule, options that are numbers, other options
    ("step_lr", ["base_lr", "gamma"], {"step_size": 3}),
    ("multistep_lr", ["base_lr", "gamma"], {"milestones": [0, 7, 7]}),
    ("exponential_lr", ["base_lr", "gamma"], {}),
    ("constant_lr", ["base_lr", "factor"], {"total_iters": 7}),
    ("linear_lr", ["base_lr", "start_factor", "end_factor"], {"total_iters": LAST}),
    ("linear_decay", ["base_lr", "end"], {"total": 2**63 - 1}),
    ("cosine_annealing_lr", ["base_lr", "eta_min"], {"T_max": LAST}),
    ("cyclic_lr", ["gamma"], {"base_lr": 0.0, "max_lr": 1.7e308, "mode": "exp_range"}),
    ("cyclic_lr", ["base_lr"], {"max_lr": 1.7e308, "step_size_up": LAST}),
    ("linear_warmup", ["base_lr"], {"warmup_steps": 2**63 - 1}),
    ("inverse_sqrt_lr", ["base_lr"], {"warmup_steps": 2**63 - 1}),
    (
        "warmup_cosine",
        ["base_lr", "eta_min"],
        {"warmup_steps": 3, "total_steps": 2**63 - 1},
    ),
]


@pytest.mark.parametrize(("name", "options", "others"), WITH_EDGES)
def test_options_at_their_edge_give_rates_without_a_warning(name, options, others):
    for values in itertools.product(EDGES, repeat=len(options)):
        rates = getattr(m, name)(STEPS, **dict(zip(options, values, strict=True)), **others)
        assert np.all(rates >= 0), (name, values)  # and none is nan


def test_a_power_that_leaves_its_range_comes_back():
    for base, gamma, t in [(1e-300, 2.0, 1500), (1e300, 0.5, 1500)]:
        true = mp.mpf(base) * mp.mpf(gamma) ** t
        assert_allclose(m.exponential_lr(t, base, gamma=gamma), float(true), rtol=1e-12)
    assert m.cyclic_lr(8000, 0.0, max_lr=1.0, gamma=2.0, mode="exp_range") == 0  # 0 * inf


def test_the_rise_of_one_cycle_may_take_one_step_or_all_but_one():
    for total in (2, 3, 10, 10**17):
        for share in (np.nextafter(1 / total, 1), np.nextafter(1, 0)):
            rates = m.one_cycle_lr([0, total - 1], 1.0, total_steps=total, pct_start=share)
            assert np.all((rates >= 0) & (rates <= 1)), (total, share)


def test_steps_that_do_not_fit_into_64_bits_are_refused():
    with pytest.raises(
        ValueError, match="`t` must be at most 9223372036854775807, got 1844"
    ):
        m.exponential_lr(np.array([2**64 - 1], np.uint64), 1.0, gamma=0.5)
