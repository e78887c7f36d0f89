"""Schedules: what each function promises."""

import math

import numpy as np
import torch
from torch.optim import lr_scheduler as theirs

from dlnotes import schedules
from specs import Call, Spec

inf, nan = math.inf, math.nan
T = np.arange(6).reshape(2, 3)


def half(t):
    return 0.5


def ripple(t):
    return 0.7 + 0.3 * math.cos(t)


def itself(t):
    return t


OF_STEPS = [
    Call("constant_lr", T, base_lr=0.3),
    Call("lambda_lr", T, base_lr=0.3, lr_lambda=half),
    Call("multiplicative_lr", T, base_lr=0.3, lr_lambda=half),
    Call("step_lr", T, base_lr=0.3, step_size=2),
    Call("multistep_lr", T, base_lr=0.3, milestones=np.array([2, 2, 5])),
    Call("exponential_lr", T, base_lr=0.3, gamma=0.9),
    Call("linear_lr", T, base_lr=0.3, total_iters=2),
    Call("linear_warmup", T, base_lr=0.3, warmup_steps=4),
    Call("linear_decay", T, base_lr=0.3, total=4),
    Call("cosine_annealing_lr", T, base_lr=0.3, T_max=5),
    Call("inverse_sqrt_lr", T, base_lr=0.3, warmup_steps=3),
    Call("noam_lr", T),
    Call("warmup_cosine", T, base_lr=0.3, warmup_steps=2, total_steps=5),
    Call("cyclic_lr", T, base_lr=1, max_lr=2, step_size_up=2, step_size_down=4),
    Call("one_cycle_lr", T, max_lr=25, total_steps=6, pct_start=0.5),
]


def plateau(metric, state=None, **options):
    """From a rate of 8, with patience for one epoch, after which it is halved."""
    options = {"factor": 0.5, "patience": 1, **options}
    return Call("reduce_on_plateau", lr=8, metric=metric, state=state, **options)


GOOD = [*OF_STEPS, plateau(1)]
CALLS = {call.name: call for call in GOOD}

# Where no recipe is given, the value is plain from the definition.
VALUES = [
    Call("constant_lr", [0, 7], base_lr=0.3).gives([0.3, 0.3]),
    Call("constant_lr", [0, 1, 2], base_lr=3, factor=0, total_iters=2).gives([0, 0, 3]),
    Call("lambda_lr", [0, 1, 2], base_lr=3, lr_lambda=half).gives([1.5, 1.5, 1.5]),
    Call("lambda_lr", [[3], [0]], base_lr=1, lr_lambda=itself).gives([[3], [0]]),
    # the factor of step 0 is never used: 1, 1 * 1, 1 * 1 * 2, 1 * 1 * 2 * 3
    Call("multiplicative_lr", [3, 0, 1], base_lr=1, lr_lambda=itself).gives([6, 1, 1]),
    Call("multiplicative_lr", 4, base_lr=1, lr_lambda=half).gives(1 / 16),
    Call("multiplicative_lr", [2, 999], base_lr=1, lr_lambda=lambda t: 10).gives(
        [100, inf]
    ),
    Call("multiplicative_lr", [2, 2000], base_lr=1, lr_lambda=half).gives([0.25, 0]),
    Call("step_lr", [0, 2, 3, 8], base_lr=8, step_size=3, gamma=0.5).gives([8, 8, 4, 2]),
    Call("step_lr", 65, base_lr=0.1, step_size=30).gives(0.1 * 0.1**2),
    Call("step_lr", 10**6, base_lr=1, step_size=1).gives(0),
    Call("multistep_lr", [0, 1, 2, 4, 5], base_lr=8, gamma=0.5, milestones=[2, 2, 5]).gives(
        [8, 8, 2, 2, 1]
    ),
    Call("exponential_lr", [0, 1, 5], base_lr=1, gamma=0.5).gives([1, 0.5, 1 / 32]),
    Call("exponential_lr", [0, 1], base_lr=1, gamma=0).gives([1, 0]),
    Call("exponential_lr", [1, 10**6], base_lr=3, gamma=2).gives([6, inf]),
    Call("exponential_lr", [1, 10**6], base_lr=0, gamma=2).gives([0, 0]),
    Call("linear_lr", [0, 2, 4, 9], base_lr=3, total_iters=4).gives([1, 2, 3, 3]),
    Call(
        "linear_lr", [0, 1, 2], base_lr=8, start_factor=1, end_factor=0.25, total_iters=2
    ).gives([8, 5, 2]),
    Call("linear_warmup", [0, 1, 3, 4], base_lr=8, warmup_steps=4).gives([2, 4, 8, 8]),
    Call("linear_warmup", [0, 1], base_lr=8, warmup_steps=0).gives([8, 8]),
    Call("linear_warmup", [0, 1], base_lr=8, warmup_steps=1).gives([8, 8]),
    Call("linear_decay", [0, 1, 4, 5], base_lr=8, total=4).gives([8, 6, 0, 0]),
    Call("linear_decay", [0, 1, 4], base_lr=8, total=4, end=4).gives([8, 7, 4]),
    Call("cosine_annealing_lr", [0, 2, 3], base_lr=8, T_max=3).gives([8, 2, 0]),
    Call("cosine_annealing_lr", [4, 6, 7], base_lr=8, T_max=3).gives([2, 8, 6]),
    Call("cosine_annealing_lr", [0, 1, 3], base_lr=9, T_max=3, eta_min=1).gives([9, 7, 1]),
    # float((1 + mp.cos(mp.pi * t / 10**6)) / 2), where numpy gives 2.4674e-12
    Call("cosine_annealing_lr", 10**6 - 1, base_lr=1, T_max=10**6).gives(
        2.467401100270311e-12
    ),
    # 10**15 + 1 is 5 modulo 12, so that the angle is 5 pi / 6
    Call("cosine_annealing_lr", 10**15 + 1, base_lr=4, T_max=6).gives(2 - math.sqrt(3)),
    Call("inverse_sqrt_lr", [0, 3, 15], base_lr=8, warmup_steps=4).gives([2, 8, 4]),
    Call("inverse_sqrt_lr", [0, 8], base_lr=3, warmup_steps=1).gives([3, 1]),
    Call("noam_lr", [0, 3, 15], d_model=4, warmup_steps=4).gives([1 / 16, 1 / 4, 1 / 8]),
    # float(1 / mp.sqrt(512 * 4000))
    Call("noam_lr", 3999).gives(0.0006987712429686843),
    Call(
        "warmup_cosine",
        [0, 1, 2, 4, 5, 9],
        base_lr=8,
        eta_min=2,
        warmup_steps=2,
        total_steps=5,
    ).gives([4, 8, 8, 3.5, 2, 2]),
    Call("warmup_cosine", [0, 2], base_lr=8, warmup_steps=0, total_steps=3).gives([8, 2]),
    Call(
        "cyclic_lr",
        [0, 1, 2, 3, 6, 8],
        max_lr=9,
        base_lr=1,
        step_size_up=2,
        step_size_down=4,
    ).gives([1, 5, 9, 7, 1, 9]),
    Call(
        "cyclic_lr",
        [2, 8, 14],
        max_lr=9,
        mode="triangular2",
        base_lr=1,
        step_size_up=2,
        step_size_down=4,
    ).gives([9, 5, 3]),
    Call(
        "cyclic_lr",
        [0, 1, 2, 8],
        max_lr=9,
        mode="exp_range",
        gamma=0.5,
        base_lr=1,
        step_size_up=2,
        step_size_down=4,
    ).gives([1, 3, 3, 1 + 8 / 256]),
    Call(
        "cyclic_lr", [0, 1, 2], max_lr=3, step_size_up=1, base_lr=1, step_size_down=4
    ).gives([1, 3, 3 - 2 / 4]),
    # from 1 up to 25 at step 2, down to 1/10 at step 5; a quarter of the way is cos^2(60)
    Call(
        "one_cycle_lr",
        [0, 1, 2, 3, 4, 5],
        final_div_factor=10,
        max_lr=25,
        total_steps=6,
        pct_start=0.5,
    ).gives([1, 13, 25, 0.1 + 24.9 * 3 / 4, 0.1 + 24.9 / 4, 0.1]),
    plateau(1).gives(8, (1, 0, 0)),
    plateau(nan).gives(8, (inf, 1, 0)),
    plateau(1, mode="max").gives(8, (1, 0, 0)),
    plateau(2, (1, 0, 0)).gives(8, (1, 1, 0)),
    plateau(2, (1, 1, 0)).gives(4, (1, 0, 0)),
    plateau(nan, (1, 1, 0)).gives(4, (1, 0, 0)),
    plateau(2, (1, 1, 0), min_lr=6).gives(6, (1, 0, 0)),
    plateau(2, (1, 1, 0), eps=4).gives(8, (1, 0, 0)),
    plateau(2, (1, 1, 0), cooldown=3).gives(4, (1, 0, 3)),
    plateau(2, (1, 1, 3)).gives(8, (1, 0, 2)),
    # a threshold of a quarter of 4 asks for less than 3, and so does a difference of 1
    # a threshold of a quarter of 4 asks for less than 3, and so does a difference of 1
    *(
        row
        for bar in [{"threshold": 0.25}, {"threshold": 1, "threshold_mode": "abs"}]
        for row in [
            plateau(3, (4, 0, 0), **bar).gives(8, (4, 1, 0)),
            plateau(2.5, (4, 0, 0), **bar).gives(8, (2.5, 0, 0)),
            plateau(5, (4, 0, 0), mode="max", **bar).gives(8, (4, 1, 0)),
            plateau(5.5, (4, 0, 0), mode="max", **bar).gives(8, (5.5, 0, 0)),
        ]
    ),
    *(
        Call(call.name, none, **call.options).gives(np.zeros(np.shape(none)))
        for call in OF_STEPS
        for none in ([], np.zeros((0, 3), int))
    ),
]

STEPS = np.arange(300)


def follow(make):
    """The rates of a scheduler of PyTorch, with which each of the updates is made."""

    def rates(t, base_lr=0.3, **options):
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base_lr)
        scheduler, found = make(optimizer, **options), []
        for _ in t:
            found.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
        return torch.tensor(found, dtype=torch.float64)

    return rates


def constant(o):
    return theirs.LambdaLR(o, lambda t: 1)


def warmup(o, warmup_steps):
    return theirs.LambdaLR(o, lambda t: min(1, (t + 1) / warmup_steps))


def warmup_by_a_line(o, warmup_steps):
    last = warmup_steps - 1
    return theirs.LinearLR(o, start_factor=1 / warmup_steps, total_iters=last)


def decay(o, total):
    return theirs.PolynomialLR(o, total_iters=total)


def inverse_sqrt(o, warmup_steps):
    w = warmup_steps
    return theirs.LambdaLR(o, lambda t: min((t + 1) / w, (w / (t + 1)) ** 0.5))


def cosine(o, total_steps, **options):
    return theirs.CosineAnnealingLR(o, T_max=total_steps, **options)


def warmup_then_cosine(o, warmup_steps, total_steps, **options):
    """PyTorch's composition: LambdaLR up to a milestone, another one from there on."""
    if warmup_steps == 0:
        return cosine(o, total_steps, **options)
    first = theirs.LambdaLR(o, lambda t: (t + 1) / warmup_steps)
    then = cosine(o, total_steps - warmup_steps, **options)
    return theirs.SequentialLR(o, [first, then], milestones=[warmup_steps])


def noam(o, d_model, warmup_steps):
    """The paper's formula, with its steps from 1, over the rate of 0.3."""

    def factor(t):
        return d_model**-0.5 * min((t + 1) ** -0.5, (t + 1) * warmup_steps**-1.5) / 0.3

    return theirs.LambdaLR(o, factor)


def cyclic(o, **options):
    return theirs.CyclicLR(o, base_lr=0.3, cycle_momentum=False, **options)


def one_cycle(o, **options):
    return theirs.OneCycleLR(o, cycle_momentum=False, **options)


def as_pytorchs(name, make, *each_options):
    """The schedule from 0.3 at each of 300 steps, for each of the options."""
    for options in each_options:
        yield Call(name, STEPS, base_lr=0.3, **options).like(follow(make))


PARITY = [
    *as_pytorchs("constant_lr", constant, {}),
    *as_pytorchs(
        "constant_lr",
        theirs.ConstantLR,
        {"factor": 0.25, "total_iters": 7},
        {"factor": 1 / 3, "total_iters": 1},
    ),
    *as_pytorchs(
        "lambda_lr",
        theirs.LambdaLR,
        {"lr_lambda": half},
        {"lr_lambda": ripple},
        {"lr_lambda": lambda t: 1 / (1 + t)},
    ),
    *as_pytorchs(
        "multiplicative_lr",
        theirs.MultiplicativeLR,
        {"lr_lambda": half},
        {"lr_lambda": ripple},
        {"lr_lambda": lambda t: 1 if t % 7 else 0.9},
    ),
    *as_pytorchs(
        "step_lr", theirs.StepLR, {"step_size": 1, "gamma": 0.97}, {"step_size": 30}
    ),
    *as_pytorchs(
        "multistep_lr",
        theirs.MultiStepLR,
        {"milestones": [150, 225]},
        {"milestones": [0, 3, 3, 3, 299], "gamma": 0.5},
        {"milestones": []},
    ),
    *as_pytorchs("exponential_lr", theirs.ExponentialLR, {"gamma": 0.95}, {"gamma": 1.05}),
    *as_pytorchs(
        "linear_lr",
        theirs.LinearLR,
        {},
        {"start_factor": 0.01, "total_iters": 100},
        {"start_factor": 1.0, "end_factor": 0.1, "total_iters": 299},
        {"start_factor": 0.5, "total_iters": 1},
    ),
    *as_pytorchs("linear_warmup", warmup, *({"warmup_steps": w} for w in (1, 30, 1000))),
    *as_pytorchs("linear_warmup", warmup_by_a_line, {"warmup_steps": 30}),
    *as_pytorchs("linear_decay", decay, {"total": 1}, {"total": 7}, {"total": 300}),
    *as_pytorchs(
        "cosine_annealing_lr",
        theirs.CosineAnnealingLR,
        {"T_max": 300},
        {"T_max": 50},
        {"T_max": 7, "eta_min": 0.1},
    ),
    *as_pytorchs("inverse_sqrt_lr", inverse_sqrt, {"warmup_steps": 30}),
    *as_pytorchs(
        "warmup_cosine",
        warmup_then_cosine,
        {"warmup_steps": 30, "total_steps": 300, "eta_min": 0.01},
        {"warmup_steps": 0, "total_steps": 300},
    ),
    *as_pytorchs(
        "cyclic_lr",
        cyclic,
        {"max_lr": 0.9, "step_size_up": 40},
        {"max_lr": 0.9, "step_size_up": 7, "step_size_down": 13},
        {"max_lr": 0.9, "step_size_up": 13, "step_size_down": 7, "mode": "triangular2"},
        {"max_lr": 0.9, "step_size_up": 20, "mode": "exp_range", "gamma": 0.99},
        {"max_lr": 0.3, "step_size_up": 1},
        {"max_lr": 0.9},
    ),
    Call("noam_lr", STEPS, d_model=64, warmup_steps=30).like(follow(noam)),
    *(
        Call("one_cycle_lr", STEPS, **options).like(follow(one_cycle))
        for options in [
            {"max_lr": 0.9, "total_steps": 300},
            {"max_lr": 0.9, "total_steps": 301, "pct_start": 0.07},  # no step at the peak
            {"max_lr": 1, "total_steps": 300, "div_factor": 5.0, "final_div_factor": 9.0},
            {"max_lr": 1, "total_steps": 300, "pct_start": 0.0034},
        ]
    ),
]

NUMBER = "a finite number"
AT_LEAST_0 = f"{NUMBER} of at least 0"


def falling(t):
    return -1 if t > 1 else 1


REFUSALS = [
    *(
        refusal
        for call in GOOD
        if "base_lr" in call.options
        for refusal in call.refuses_each("base_lr", [-0.1, nan, inf], AT_LEAST_0)
    ),
    *(
        refusal
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
            ("reduce_on_plateau", "lr"),
            ("reduce_on_plateau", "threshold"),
            ("reduce_on_plateau", "min_lr"),
            ("reduce_on_plateau", "eps"),
        ]
        for refusal in CALLS[name].refuses_each(option, [-0.1, nan, inf], AT_LEAST_0)
    ),
    *(
        refusal
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
        for refusal in CALLS[name].refuses_each(option, [least - 1], f"at least {least}")
    ),
    *(
        Call(call.name, [2, -1], **call.options).refuses("`t` must not be negative, got -1")
        for call in OF_STEPS
    ),
    *(
        Call(call.name, np.zeros(3, dtype), **call.options).refuses(
            f"`t` must hold whole numbers, got dtype {dtype}", TypeError
        )
        for call in OF_STEPS
        for dtype in ("float64", "bool")
    ),
    *(
        refusal
        for name in ("lambda_lr", "multiplicative_lr")
        for refusal in [
            CALLS[name]
            .but(lr_lambda=falling)
            .refuses(f"`lr_lambda(2)` must be {AT_LEAST_0}, got -1"),
            CALLS[name]
            .but(lr_lambda=0.5)
            .refuses("`lr_lambda` must be callable, got float", TypeError),
            Call(name, [1, 2], base_lr=1, lr_lambda=lambda t: None).refuses(
                "`lr_lambda(1)` must be a real number, got NoneType", TypeError
            ),
        ]
    ),
    *(
        CALLS["multistep_lr"].but(milestones=milestones).refuses(message, error)
        for milestones, message, error in [
            ([5, 2], "`milestones` must be ascending, got [5, 2]", ValueError),
            ([-1, 2], "`milestones` must not be negative, got -1", ValueError),
            (5, "`milestones` must have shape (M,), got ()", ValueError),
            ([[5]], "`milestones` must have shape (M,), got (1, 1)", ValueError),
            ([1.0], "`milestones` must hold whole numbers, got dtype float64", TypeError),
            (["1"], "`milestones` must hold whole numbers, got dtype <U1", TypeError),
            ([True], "`milestones` must hold whole numbers, got dtype bool", TypeError),
        ]
    ),
    *CALLS["cyclic_lr"].refuses_each("max_lr", [0.5], f"{NUMBER} of at least 1.0"),
    CALLS["cyclic_lr"]
    .but(mode="sine")
    .refuses(
        """`mode` must be one of "triangular", "triangular2" or "exp_range", got 'sine'"""
    ),
    Call("one_cycle_lr", [5, 6], max_lr=25, total_steps=6).refuses(
        "`t` must be below `total_steps` = 6, got 6"
    ),
    *CALLS["one_cycle_lr"].refuses_each(
        "pct_start", [0.0, 1 / 6, 1.0], "between 1 / total_steps = 0.1667 and 1"
    ),
    *CALLS["one_cycle_lr"].refuses_each("div_factor", [0], f"{NUMBER} above 0"),
    *CALLS["one_cycle_lr"].refuses_each("final_div_factor", [0], f"{NUMBER} above 0"),
    *(
        plateau(1, factor=factor).refuses(f"`factor` must lie in [0, 1), got {factor}")
        for factor in (-0.1, nan, inf, 1.0)
    ),
    plateau(1, mode="low").refuses("""`mode` must be "min" or "max", got 'low'"""),
    plateau(1, threshold_mode="pct").refuses(
        """`threshold_mode` must be "rel" or "abs", got 'pct'"""
    ),
]

SPEC = Spec(
    module=schedules,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    entrywise=[call.name for call in OF_STEPS],
    discrete=["t", "milestones"],
    exempt={
        "parity": {
            "reduce_on_plateau": "test_schedules.py follows PyTorch's over whole trainings"
        }
    },
    values_within={"rtol": 8 * np.finfo(float).eps},
    parity_within={"rtol": 1e-11, "atol": 1e-14},
)
