"""Optimizers: what each function promises; its second half is in _descent.py."""

import math

import numpy as np
import torch

from dlnotes import optimizers
from specs import Call, Spec, _descent

inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

W, G = np.random.default_rng(1).normal(0, 3, (2, 3, 5))
STEPS = ["sgd_step", "adagrad_step", "rmsprop_step", "adam_step", "adamw_step"]
STATES = {name: getattr(optimizers, name)(W, G, None, lr=0.1)[1] for name in STEPS}
SWUNG = optimizers.sgd_step(W, G, None, lr=0.1, momentum=0.9)[1]
RNG = np.random.default_rng(0)

GOOD = [
    *(Call(name, W, G, None, lr=0.1) for name in STEPS),
    *(Call(name, W, G, STATES[name], lr=0.1) for name in STEPS),
    *(Call(name, W, G, None, lr=0.1, weight_decay=1e4) for name in STEPS),
    *(Call(name, W, G, None, lr=0.1, eps=0.0) for name in STEPS if name != "sgd_step"),
    Call("sgd_step", W, G, SWUNG, lr=0.1, momentum=0.9),
    Call("rmsprop_step", W, G, None, lr=0.1, momentum=0.9, centered=True),
    Call("rmsprop_step", W, G, STATES["rmsprop_step"], lr=0.1, momentum=0.9, centered=True),
    Call("weight_decay_step", W, lr=0.1, weight_decay=0.5),
    Call("l2_penalty", W, lam=0.1),
    Call("l2_penalty_grad", W, lam=0.1),
    Call("clip_grad_norm", W, max_norm=1.0),
    Call("sgd_noise_floor", np.abs(W), sigma=2.0, curvature=0.5).bounded("lr"),
    Call("hessian_min_probability", 2, trials=200, rng=RNG),
]

# Where no recipe is given, plain from the definition.
VALUES = [
    Call("sgd_step", [1, 2], [3, -4], None, lr=0.5).gives([-0.5, 4], ...),
    Call("sgd_step", 2, 1, None, lr=0).gives(2, ...),
    Call("sgd_step", 2, 1, None, lr=0.5, momentum=0.5, nesterov=True).gives(1.25, ...),
    # dampening leaves the first gradient whole
    Call("sgd_step", 2, 1, None, lr=0.5, momentum=0.5, dampening=0.9).gives(1.5, ...),
    Call("sgd_step", 2, 1, None, lr=0.5, weight_decay=0.5).gives(1, ...),
    # lr * sign(grad), whatever the gradient, and 0 where it is 0
    Call("adagrad_step", [1, 1], [1e6, 0], None, lr=0.25).gives([0.75, 1], ...),
    Call("adagrad_step", [1, 1], [-1e-3, 0], None, lr=0.25, eps=0).gives([1.25, nan], ...),
    Call("adagrad_step", 1, 1, None, lr=0.5, eps=1).gives(0.75, ...),
    # lr / sqrt(1 - alpha)
    Call("rmsprop_step", [1, 1, 1], [9, -2, 0], None, lr=0.25, alpha=0.75, eps=0).gives(
        [0.5, 1.5, nan], ...
    ),
    # 1 / (1 + 1), not 1 / sqrt(1 + 1)
    Call("rmsprop_step", 1, 1, None, lr=0.5, alpha=0, eps=1).gives(0.75, ...),
    # variance 3 / 4 - 1 / 4**2 * 9, that is 3 / 16, of a first gradient of 1
    Call("rmsprop_step", 1, 1, None, lr=1, alpha=0.25, eps=0, centered=True).gives(
        1 - 4 / math.sqrt(3), ...
    ),
    # the variance of a gradient that never changes is 0
    Call("rmsprop_step", 1, 1, None, lr=1, alpha=0, eps=0.5, centered=True).gives(-1, ...),
    Call("adam_step", [1, 1], [1e3, -1e3], None, lr=0.25, eps=0).gives([0.75, 1.25], ...),
    Call("adam_step", [1, 1], [0, inf], None, lr=0.25).gives([1, nan], ...),
    Call("adam_step", 1, 1, None, lr=0.5, eps=1).gives(0.75, ...),
    # (1 - 0.5 * 0.5) * 4 - 0.5
    Call("adamw_step", 4, 1, None, lr=0.5, eps=0, weight_decay=0.5).gives(2.5, ...),
    Call("adamw_step", 4, 0, None, lr=0.5).gives(3.98, ...),
    Call("weight_decay_step", [2, -4, nan], lr=0.5, weight_decay=0.5).gives([1.5, -3, nan]),
    Call("l2_penalty", [1, -2, 2], lam=4).gives(18),
    Call("l2_penalty", [], lam=4).gives(0),
    Call("l2_penalty_grad", [1, -2, 2], lam=4).gives([4, -8, 8]),
    Call("clip_grad_norm", [3, -4], max_norm=1).gives([0.6, -0.8], ...),
    Call("clip_grad_norm", [3, -4], max_norm=5).gives([3, -4], ...),
    Call("clip_grad_norm", [3, -4], max_norm=20).gives([3, -4], ...),
    Call("clip_grad_norm", [3, -4], max_norm=0).gives([0, 0], ...),
    Call("clip_grad_norm", [0, 0], max_norm=1).gives([0, 0], ...),
    Call("clip_grad_norm", [], max_norm=1).gives([], ...),
    Call("clip_grad_norm", [3e200, -4e200], max_norm=1).gives([0.6, -0.8], ...),
    Call("clip_grad_norm", [1.5e308, 1.5e308], max_norm=1).gives([math.sqrt(0.5)] * 2, ...),
    Call("clip_grad_norm", [3e-200, -4e-200], max_norm=2.5e-200).gives(
        [1.5e-200, -2e-200], ...
    ),
    Call("clip_grad_norm", [1, inf, -inf], max_norm=1).gives([0, nan, nan], ...),
    Call("clip_grad_norm", [1, nan, inf], max_norm=1).gives([nan, nan, nan], ...),
    Call("sgd_noise_floor", [0.5, 1, 2, 3, inf]).gives([1 / 3, 1, inf, inf, inf]),
    Call("sgd_noise_floor", [0.5, nan], sigma=3, curvature=2).gives([2.25, nan]),
    Call("sgd_noise_floor", 1.9, sigma=0).gives(0),
]


def torch_step(optimizer):
    """The step of an optimizer with no gradient but that of the penalty."""

    def step(params, lr, weight_decay):
        w = torch.nn.Parameter(params.clone())
        w.grad = 0 * params
        optimizer([w], lr=lr, weight_decay=weight_decay).step()
        return w.detach()

    return step


def stepped(optimizer):
    """One step of an optimizer, whose state is not compared."""

    def step(params, grads, state, **options):
        w = torch.nn.Parameter(params)
        w.grad = grads
        optimizer([w], **options).step()
        return w.detach(), ...

    return step


def torch_penalty(t, lam):
    return lam / 2 * torch.linalg.vector_norm(t) ** 2


def torch_squares(t, lam):
    return lam / 2 * (t * t).sum()


def clipped_in_place(t, max_norm):
    """PyTorch adds 1e-6 to the norm that it divides by."""
    w = torch.nn.Parameter(t)
    w.grad = t.clone()
    norm = torch.nn.utils.clip_grad_norm_([w], max_norm)
    return w.grad, norm


def torch_clip(t, max_norm):
    norm = torch.linalg.vector_norm(t)
    return t * torch.clamp(max_norm / norm, max=1), norm


OPTIMIZERS = {
    "sgd_step": torch.optim.SGD,
    "adagrad_step": torch.optim.Adagrad,
    "rmsprop_step": torch.optim.RMSprop,
    "adam_step": torch.optim.Adam,
    "adamw_step": torch.optim.AdamW,
}
PARITY = [
    Call("l2_penalty", W, lam=0.3).like_torch(torch_penalty),
    Call("l2_penalty_grad", W, lam=0.3).like_autograd(torch_squares),
    Call("weight_decay_step", W, lr=0.2, weight_decay=0.3).like_torch(
        torch_step(torch.optim.SGD)
    ),
    Call("weight_decay_step", W, lr=0.2, weight_decay=0.3).like_torch(
        torch_step(torch.optim.AdamW)
    ),
    Call("clip_grad_norm", W, max_norm=2).like_torch(torch_clip),
    Call("clip_grad_norm", W, max_norm=2).like_torch(clipped_in_place, rtol=1e-6),
    *(
        Call(name, W, G, None, lr=0.1).like_torch(stepped(optimizer))
        for name, optimizer in OPTIMIZERS.items()
    ),
    *_descent.PARITY,
]

SHAPE = "must have the shape (3, 5) of"
AT_LEAST_0 = "a finite number of at least 0"
RATE = f"must be {AT_LEAST_0}"


def refused_steps(name):
    """Arguments that every optimizer refuses."""
    step = Call(name, W, G, None, lr=0.1)
    lists = "as `params` is, got"
    return [
        *step.refuses_each("lr", [-0.1, nan, inf], AT_LEAST_0),
        *step.refuses_each("weight_decay", [-1], AT_LEAST_0),
        Call(name, W, G.T, None, lr=0.1).refuses(f"`grads` {SHAPE} `params`, got (5, 3)"),
        Call(name, W, G[0], None, lr=0.1).refuses(f"`grads` {SHAPE} `params`, got (5,)"),
        Call(name, [W], [G[0]], None, lr=0.1).refuses(
            f"`grads[0]` {SHAPE} `params[0]`, got"
        ),
        Call(name, [W, W], [G], None, lr=0.1).refuses(
            f"`grads` must be a list of 2 arrays, {lists} a list of 1"
        ),
        Call(name, W, [G], None, lr=0.1).refuses(f"`grads` must be one array, {lists}"),
        Call(name, [W], G, None, lr=0.1).refuses(f"must be a list of 1 arrays, {lists}"),
    ]


def refused_states(name):
    """A state of another optimizer, or none at all."""
    kind = type(STATES[name]).__name__
    wrong = STATES["sgd_step" if name != "sgd_step" else "adam_step"]
    return [
        Call(name, W, G, state, lr=0.1).refuses(
            f"`state` must be None or {kind}, got {type(state).__name__}", TypeError
        )
        for state in (wrong, (1, 2), {})
    ]


def refused_betas(name):
    return [
        Call(name, W, G, None, lr=0.1, betas=betas).refuses(message, error)
        for betas, message, error in [
            ((1.0, 0.9), "`betas[0]` must lie in [0, 1), got 1.0", ValueError),
            ((-0.1, 0.9), "`betas[0]` must lie in [0, 1), got -0.1", ValueError),
            ((0.9, 1.0), "`betas[1]` must lie in [0, 1), got 1.0", ValueError),
            ((0.9, nan), "`betas[1]` must lie in [0, 1), got nan", ValueError),
            ((0.9,), "`betas` must be two numbers, got (0.9,)", ValueError),
            (0.9, "`betas` must be two numbers, got 0.9", ValueError),
            ((0.9, "1"), "`betas[1]` must be a real number, got str", TypeError),
        ]
    ]


REFUSALS = [
    *(refusal for name in STEPS for refusal in refused_steps(name)),
    *(refusal for name in STEPS for refusal in refused_states(name)),
    *refused_betas("adam_step"),
    *refused_betas("adamw_step"),
    *(
        refusal
        for name in STEPS
        if name != "sgd_step"
        for refusal in Call(name, W, G, None, lr=0.1).refuses_each(
            "eps", [-1e-8], AT_LEAST_0
        )
    ),
    *(
        Call(name, W[0], G[0], STATES[name], lr=0.1).refuses(
            f"`state.{field}` must have the shapes"
        )
        for name, field in [
            ("adagrad_step", "sums"),
            ("rmsprop_step", "squares"),
            ("adam_step", "means"),
            ("adamw_step", "means"),
        ]
    ),
    *(
        Call(name, W, G, None, **{"lr": 0.1, option: value}).refuses(
            f"`{option}` must lie in [0, 1), got {value}"
        )
        for name, option in [
            ("sgd_step", "momentum"),
            ("rmsprop_step", "momentum"),
            ("rmsprop_step", "alpha"),
        ]
        for value in (-0.1, 1, nan)
    ),
    Call("sgd_step", W, G, None, lr=0.1, dampening=1.1).refuses(
        "`dampening` must lie in [0, 1], got 1.1"
    ),
    Call("sgd_step", W, G, None, lr=0.1, nesterov=True).refuses(
        "`nesterov` needs `momentum` above 0 and no `dampening`, got 0.0 and 0.0"
    ),
    Call(
        "sgd_step", W, G, None, lr=0.1, nesterov=True, momentum=0.9, dampening=0.5
    ).refuses("`nesterov` needs `momentum` above 0 and no `dampening`, got 0.9 and 0.5"),
    Call("sgd_step", W[0], G[0], SWUNG, lr=0.1).refuses(
        "`state.velocities` must have the shapes [(5,)] of `params`, got [(3, 5)]"
    ),
    Call("adagrad_step", W, G, None, lr=0.1, lr_decay=-1).refuses(
        f"`lr_decay` {RATE}, got -1"
    ),
    Call("weight_decay_step", W, lr=-1, weight_decay=0).refuses(f"`lr` {RATE}, got -1"),
    Call("weight_decay_step", W, lr=0, weight_decay=-1).refuses(f"`weight_decay` {RATE}"),
    Call("l2_penalty", W, lam=-1).refuses(f"`lam` {RATE}, got -1"),
    Call("l2_penalty_grad", W, lam=inf).refuses(f"`lam` {RATE}, got inf"),
    Call("clip_grad_norm", W, max_norm=-1).refuses(f"`max_norm` {RATE}, got -1"),
    Call("clip_grad_norm", W, max_norm=nan).refuses(f"`max_norm` {RATE}, got nan"),
    Call("sgd_noise_floor", [0.1, 0.0]).refuses("`lr` must be above 0, got 0.0"),
    Call("sgd_noise_floor", [0.1, -0.2]).refuses("`lr` must be above 0, got -0.2"),
    Call("sgd_noise_floor", 0.1, sigma=-1).refuses(f"`sigma` {RATE}, got -1"),
    Call("sgd_noise_floor", 0.1, curvature=0).refuses(
        "`curvature` must be a finite number above"
    ),
    Call("hessian_min_probability", 0, trials=1, rng=np.random.default_rng(0)).refuses(
        "`n` must be at least 1, got 0"
    ),
    Call("hessian_min_probability", 1, trials=0, rng=np.random.default_rng(0)).refuses(
        "`trials` must be at least 1, got 0"
    ),
    *_descent.REFUSALS,
]

ONES = np.ones(3)
MANY = np.ones(70_000)  # more than the largest float16
FLOAT16 = [
    *(Call(name, ONES, 300 * ONES, None, lr=0.25) for name in STEPS),
    *(Call(name, ONES, 1e-4 * ONES, None, lr=0.25) for name in STEPS),
    Call("l2_penalty", MANY, lam=0.5),
    Call("clip_grad_norm", 300 * MANY, max_norm=300.0),
    *_descent.FLOAT16,
]

SPEC = Spec(
    module=optimizers,
    good=[*GOOD, *_descent.GOOD],
    values=[*VALUES, *_descent.VALUES],
    parity=PARITY,
    refusals=REFUSALS,
    float16=FLOAT16,
    entrywise=[
        *STEPS,
        "weight_decay_step",
        "l2_penalty_grad",
        "sgd_noise_floor",
        "double_well",
        "double_well_grad",
    ],
    whole=[Call("sgd_noise_floor", np.ones(3))],
    exempt={
        "values": {"hessian_min_probability": "draws: test_optimizers.py has its minima"},
        "parity": {
            "sgd_noise_floor": "no library has it",
            "hessian_min_probability": "no library has it",
        },
        "float16": dict.fromkeys(_descent.SUMS_NOTHING, "sums nothing"),
        "edges": {
            **dict.fromkeys(STEPS, "a state has no place for the squares of its gradients"),
            "sgd_step": "a decay of 1e4 makes a velocity that has no place",
        },
        "no_warning": {"sgd_noise_floor": "takes rates above 0: test_optimizers.py"},
    },
    values_within={"rtol": 4 * EPS},
    parity_within={"rtol": 1e-12, "atol": 1e-15},
)
