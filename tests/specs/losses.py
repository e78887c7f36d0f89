"""Losses: what each function promises."""

import itertools
import math

import numpy as np
import scipy.special
import scipy.stats
import sklearn.metrics
import torch
from torch.nn import functional

from dlnotes import losses
from specs import Call, Spec

inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

RNG = np.random.default_rng(1)
X, T = RNG.normal(0, 2, (3, 5)), RNG.normal(0, 2, (3, 5))
T[1, 2] = X[1, 2]  # a perfect prediction
Z, Y = RNG.normal(0, 3, (7, 5)), np.array([0, 4, 2, 2, 1, 3, 0])
SOFT = RNG.dirichlet(np.ones(5), 7)
OTHER = SOFT[::-1].copy()
ONE_HOT = np.eye(5)[Y]
W = np.array([0.5, 2.0, 1.0, 0.0, 3.0])
P, T01 = RNG.uniform(0.01, 0.99, (2, 3, 5))
LABELS = np.round(T01)
SIGNS = 2 * LABELS - 1
LOG_P = np.log(SOFT)


def with_gradients(rows):
    """Each call or row of a loss, and the same of its gradient."""
    for row in rows:
        yield row
        call = getattr(row, "call", row)
        of_gradient = call.of(f"{call.name}_grad")
        yield of_gradient if row is call else row._replace(call=of_gradient)


GOOD = [
    Call("mse_loss", X, T),
    Call("rmse", X, T),
    Call("l1_loss", X, T),
    Call("huber_loss", X, T),
    Call("binary_cross_entropy", P, T01).bounded("p", "y"),
    Call("binary_cross_entropy_with_logits", X, T01).bounded("y"),
    Call("hinge_loss", X, SIGNS).finite("y"),
    Call("squared_hinge_loss", X, SIGNS).finite("y"),
    Call("cross_entropy", Z, Y, weight=W).finite("weight"),
    Call("cross_entropy", Z, SOFT, label_smoothing=0.2).bounded("target"),
    Call("multi_margin_loss", Z, Y),
    Call("nll_loss", LOG_P, Y, weight=W).bounded("log_p").finite("weight"),
    Call("nll_from_likelihood", P).bounded("p"),
    Call("entropy", SOFT).bounded("p"),
    Call("cross_entropy_probs", SOFT, OTHER).bounded("p", "q"),
    Call("kl_div", SOFT, OTHER).bounded("p", "q"),
]
WHOLE = [
    Call("cross_entropy", Z, ONE_HOT, weight=W),
    Call("nll_loss", 0 * LOG_P, Y),
    Call("entropy", ONE_HOT),
    Call("cross_entropy_probs", ONE_HOT, ONE_HOT),
    Call("kl_div", ONE_HOT, ONE_HOT),
]

LOG2, LOG3 = math.log(2), math.log(3)
ROW = [[0.0, 0.0, LOG2]]  # its softmax is 1/4, 1/4, 1/2

# Without a recipe a value is plain from the definition.
VALUES = [
    Call("mse_loss", [1, 3, 2], [1, 2, 4]).gives(5 / 3),
    Call("mse_loss", [1, 3, 2], [1, 2, 4], reduction="sum").gives(5),
    Call("mse_loss", [1, 3, 2], [1, 2, 4], reduction="none").gives([0, 1, 4]),
    Call("mse_loss", np.ones((2, 3)), np.zeros((2, 3))).gives(1),  # over 6 entries, not 2
    Call("mse_loss", [1e200, 0], [0, 0]).gives(inf),
    Call("mse_loss", 3, 1).gives(4),
    Call("mse_loss_grad", [1, 3, 2, 5], [1, 2, 4, 5]).gives([0, 0.5, -1, 0]),
    Call("mse_loss_grad", [1, 3], [1, 2], reduction="sum").gives([0, 2]),
    Call("mse_loss_grad", [1, 3], [1, 2], reduction="none").gives([0, 2]),
    Call("rmse", [1, 3, 2], [1, 2, 4]).gives(math.sqrt(5 / 3)),
    Call("rmse", [1e200, -1e200], [0, 0]).gives(1e200),
    Call("rmse", [3e-200, 4e-200], [0, 0]).gives(5e-200 / math.sqrt(2)),
    Call("rmse", [5e-324], [0]).gives(5e-324),
    Call("rmse", [1.7e308, 1.7e308], [0, 0]).gives(1.7e308),
    Call("rmse", [inf, 1], [0, 0]).gives(inf),
    Call("rmse", [1, 2], [1, 2]).gives(0),
    Call("rmse_grad", [3, 4], [3, 2]).gives([0, math.sqrt(0.5)]),
    Call("rmse_grad", [3e200, -4e200], [0, 0]).gives(
        [0.3 * math.sqrt(2), -0.4 * math.sqrt(2)]
    ),
    Call("rmse_grad", [3, 4], [3, 4]).gives([0, 0]),
    Call("cross_entropy", ROW, [2]).gives(LOG2),
    Call("cross_entropy", ROW * 2, [2, 0]).gives(1.5 * LOG2),
    Call("cross_entropy", ROW * 2, [2, 0], reduction="sum").gives(3 * LOG2),
    Call("cross_entropy", ROW * 2, [2, 0], reduction="none").gives([LOG2, 2 * LOG2]),
    Call("cross_entropy", ROW, [[0.5, 0.25, 0.25]]).gives(1.75 * LOG2),
    Call("cross_entropy", ROW, [2], label_smoothing=0.3).gives(1.2 * LOG2),
    Call("cross_entropy", ROW, [2], label_smoothing=1).gives(5 / 3 * LOG2),
    Call("cross_entropy", ROW * 2, [2, 0], weight=[3, 1, 1]).gives(7 / 4 * LOG2),
    # with probabilities the weighted mean divides by N
    Call("cross_entropy", ROW * 2, [[0, 0, 1], [1, 0, 0]], weight=[3, 1, 1]).gives(
        3.5 * LOG2
    ),
    Call("cross_entropy", [[1000, 0], [0, 1000]], [1, 1]).gives(500),
    Call("cross_entropy", [[1000, 0]], [0]).gives(0),
    Call("cross_entropy", [[0, 0, -inf]], [[0.5, 0.5, 0]]).gives(LOG2),
    Call("cross_entropy", [[0, 0, -inf]], [2]).gives(inf),
    Call("cross_entropy", [[5]], [0]).gives(0),
    Call("cross_entropy", np.zeros((1, 10)), [3]).gives(math.log(10)),
    Call("cross_entropy_grad", ROW, [2]).gives([[0.25, 0.25, -0.5]], atol=EPS),
    Call("cross_entropy_grad", ROW * 2, [2, 0]).gives(
        [[1 / 8, 1 / 8, -1 / 4], [-3 / 8, 1 / 8, 1 / 4]], atol=EPS
    ),
    Call("cross_entropy_grad", ROW * 2, [2, 0], reduction="sum").gives(
        [[1 / 4, 1 / 4, -1 / 2], [-3 / 4, 1 / 4, 1 / 2]], atol=EPS
    ),
    Call("cross_entropy_grad", ROW, [[0.25, 0.25, 0.5]]).gives([[0, 0, 0]], atol=EPS),
    Call("cross_entropy_grad", [[1000, 0]], [1]).gives([[1, -1]], atol=EPS),
    Call("l1_loss", [1, 3, 2], [1, 2, 4]).gives(1),
    Call("l1_loss", [1, 3, 2], [1, 2, 4], reduction="none").gives([0, 1, 2]),
    Call("l1_loss_grad", [1, 3, 2, 9], [1, 2, 4, 0]).gives([0, 0.25, -0.25, 0.25]),
    Call("huber_loss", [0.5, 1, -3], [0, 0, 0], reduction="none").gives(
        [1 / 8, 1 / 2, 5 / 2]
    ),
    Call("huber_loss", [0.5, 1, -3], [0, 0, 0], delta=2).gives((1 / 8 + 1 / 2 + 4) / 3),
    Call("huber_loss", [1e200, inf], [0, 0], reduction="none").gives([1e200, inf]),
    Call("huber_loss_grad", [0.5, 1, -3], [0, 0, 0], delta=2).gives([1 / 6, 1 / 3, -2 / 3]),
    Call("binary_cross_entropy", [0.25, 0.25], [1, 0], reduction="sum").gives(
        -math.log(3 / 16)
    ),
    Call("binary_cross_entropy", [0.25], [0.5]).gives(-math.log(3 / 16) / 2),
    Call("binary_cross_entropy", [0, 1, 0, 1], [1, 0, 0, 1], reduction="none").gives(
        [100, 100, 0, 0]
    ),
    Call("binary_cross_entropy", [1e-50], [1]).gives(100),  # -log is 115.1
    Call("binary_cross_entropy_grad", [0.5, 0.25], [1, 0]).gives([-1, 2 / 3]),
    Call("binary_cross_entropy_grad", [0, 1, 0], [1, 0, 0], reduction="sum").gives(
        [-1e12, 1e12, 0]
    ),
    # float(mp.log1p(mp.exp(-40))): with a sigmoid of 1 it would be 0
    Call("binary_cross_entropy_with_logits", [40], [1]).gives(4.248354255291589e-18),
    Call("binary_cross_entropy_with_logits", [-1000], [1]).gives(1000),
    Call("binary_cross_entropy_with_logits", [1000], [0]).gives(1000),
    Call("binary_cross_entropy_with_logits", [inf, -inf], [1, 0]).gives(0),
    Call("binary_cross_entropy_with_logits", [0, 0], [1, 0]).gives(LOG2),
    Call("binary_cross_entropy_with_logits", [LOG3], [0.5]).gives(math.log(4) - LOG3 / 2),
    Call("binary_cross_entropy_with_logits", [0, 0], [1, 0], pos_weight=3).gives(2 * LOG2),
    Call(
        "binary_cross_entropy_with_logits_grad", [0, -1000, 40], [1, 1, 1], reduction="sum"
    ).gives([-0.5, -1, -4.248354255291589e-18]),
    Call("binary_cross_entropy_with_logits_grad", [0, 0], [1, 0], pos_weight=3).gives(
        [-0.75, 0.25]
    ),
    Call("nll_loss", [[-1, -2], [-3, -4]], [1, 0]).gives(2.5),
    Call("nll_loss", [[-1, -2], [-3, -4]], [1, 0], weight=[3, 1]).gives(11 / 4),
    Call("nll_loss", [[0, -inf]], [0]).gives(0),
    Call("nll_loss", [[0, -inf]], [1]).gives(inf),
    Call("nll_loss", [[0, -inf], [-1, -2]], [1, 0], weight=[1, 0]).gives(1),
    Call("nll_loss", [[nan, -1], [-1, -2]], [0, 1], weight=[0, 1]).gives(nan),
    Call("nll_loss_grad", [[-1, -2], [-3, -4]], [1, 0]).gives([[0, -0.5], [-0.5, 0]]),
    Call("nll_loss_grad", [[-1, -2], [-3, -4]], [1, 0], weight=[3, 1]).gives(
        [[0, -1 / 4], [-3 / 4, 0]]
    ),
    Call("nll_from_likelihood", np.full(2000, 0.5)).gives(2000 * LOG2),
    Call("nll_from_likelihood", [0.5, 0]).gives(inf),
    Call("nll_from_likelihood", 1).gives(0),
    Call("nll_from_likelihood_grad", [1, 0.5, 0.0, -0.0]).gives([-1, -2, -inf, -inf]),
    Call("entropy", [[0.5, 0.5], [1, 0], [1, -0.0]]).gives([LOG2, 0, 0]),
    Call("entropy", np.full(10, 0.1)).gives(math.log(10)),
    Call("entropy_grad", [1, 0, -0.0]).gives([-1, inf, inf], atol=EPS),
    Call("entropy_grad", [0.5, 0.25, 0.25]).gives(
        [LOG2 - 1, 2 * LOG2 - 1, 2 * LOG2 - 1], atol=EPS
    ),
    Call("cross_entropy_probs", [0.75, 0.25], [0.25, 0.75]).gives(
        0.75 * math.log(4) - 0.25 * math.log(0.75)
    ),
    Call("cross_entropy_probs", [[1, 0], [1, 0]], [[0, 1], [1, 0]]).gives([inf, 0]),
    Call("cross_entropy_probs_grad", [0.75, 0.25, 0], [0.5, 0.5, 0]).gives([-1.5, -0.5, 0]),
    Call("cross_entropy_probs_grad", [1, 0], [0, 1]).gives([-inf, 0]),
    Call("kl_div", [0.75, 0.25], [0.25, 0.75]).gives(0.5 * LOG3),
    Call("kl_div", [[1, 0], [0.5, 0.5], [0, 1]], [[0, 1], [0.5, 0.5], [0, 1]]).gives(
        [inf, 0, 0]
    ),
    Call("kl_div_grad", [0.75, 0.25, 0], [0.5, 0.5, 0]).gives([-1.5, -0.5, 0]),
    Call("hinge_loss", [2, 0.5, -1, 1], [1, 1, 1, -1], reduction="none").gives(
        [0, 0.5, 2, 2]
    ),
    Call("hinge_loss", [2, 0.5, -1, 1], [1, 1, 1, -1], margin=0).gives(0.5),
    Call("hinge_loss_grad", [2, 0.5, -1, 1], [1, 1, 1, 1]).gives(
        [0, -0.25, -0.25, 0]
    ),  # 0 at the corner
    Call("squared_hinge_loss", [2, 0.5, -1, 1], [1, 1, 1, -1], reduction="none").gives(
        [0, 0.25, 4, 4]
    ),
    Call("squared_hinge_loss_grad", [2, 0.5, -1, 1], [1, 1, 1, -1]).gives(
        [0, -0.25, -1, 1]
    ),
    Call("multi_margin_loss", [[3, 2.5, 1, 5]], [0]).gives(3.5 / 4),
    Call("multi_margin_loss", [[3, 2.5, 1, 5]], [0], p=2).gives(9.25 / 4),
    Call("multi_margin_loss", [[3, 2.5, 1, 5]], [0], margin=4).gives((3.5 + 2 + 6) / 4),
    Call("multi_margin_loss", [[3, 2, 1]], [0]).gives(0),
    Call("multi_margin_loss_grad", [[3, 2.5, 1, 5]], [0]).gives([[-0.5, 0.25, 0, 0.25]]),
    Call("multi_margin_loss_grad", [[3, 2.5, 1, 5]], [0], p=2).gives(
        [[-7 / 4, 1 / 4, 0, 6 / 4]]
    ),
    Call("multi_margin_loss_grad", [[3, 2, 1]], [0]).gives([[0, 0, 0]]),  # 0 at the corner
]

REDUCTIONS = {"reduction": ["mean", "sum", "none"]}
OF_CLASSES = {"label_smoothing": [0.0, 0.2], "weight": [None, W]}


def alike(name, *args, theirs=None, by=0, **choices):
    """A loss as in PyTorch, its gradient as by autograd, for all choices of options."""
    theirs = theirs or getattr(functional, name)
    for chosen in itertools.product(*choices.values()):
        call = Call(name, *args, **dict(zip(choices, chosen, strict=True)))
        yield call.like_torch(theirs)
        yield call.of(f"{name}_grad").like_autograd(theirs, by=by)


def torch_rmse(pred, target):
    return functional.mse_loss(pred, target).sqrt()


def torch_logits(z, y, pos_weight, reduction):
    w = torch.tensor(pos_weight)
    return functional.binary_cross_entropy_with_logits(
        z, y, pos_weight=w, reduction=reduction
    )


def reduced(losses, reduction):
    return losses if reduction == "none" else getattr(losses, reduction)()


def torch_hinge(scores, y, margin, reduction):
    return reduced(torch.relu(margin - y * scores), reduction)


def torch_squared_hinge(scores, y, reduction):
    return reduced(torch.relu(1 - y * scores) ** 2, reduction)


def torch_entropy(p):
    return -torch.xlogy(p, p).sum(-1)


def torch_likelihood(p):
    return -torch.log(p).sum()


def torch_kl(p, q):
    """PyTorch takes the prediction first, as a logarithm."""
    return functional.kl_div(torch.log(q), p, reduction="none").sum(-1)


def torch_cross(p, q):
    return -(p * torch.log(q)).sum(-1)


def scipy_entropy(*distributions):
    return scipy.stats.entropy(*distributions, axis=1)


def swapped(metric):
    """A metric of scikit-learn, which takes the targets first."""
    return lambda pred, target: metric(target, pred)


LOGITS, PULL = "binary_cross_entropy_with_logits", {"pos_weight": [1.0, 2.5]}
MARGIN = {"p": [1, 2], "margin": [1.0, 3.0]}
PARITY = [
    *alike("mse_loss", X, T, **REDUCTIONS),
    *alike("rmse", X, T, theirs=torch_rmse),
    *alike("l1_loss", X, T, **REDUCTIONS),
    *alike("huber_loss", X, T, delta=[0.5, 3.0], **REDUCTIONS),
    *alike("cross_entropy", Z, Y, **OF_CLASSES, **REDUCTIONS),
    *alike("cross_entropy", Z, SOFT, **OF_CLASSES, **REDUCTIONS),
    *alike("binary_cross_entropy", P, LABELS, **REDUCTIONS),
    *alike("binary_cross_entropy", P, T01, **REDUCTIONS),
    *alike(LOGITS, X, LABELS, theirs=torch_logits, **PULL, **REDUCTIONS),
    *alike(LOGITS, X, T01, theirs=torch_logits, **PULL, **REDUCTIONS),
    *alike("nll_loss", LOG_P, Y, weight=[None, W], **REDUCTIONS),
    *alike("nll_from_likelihood", P, theirs=torch_likelihood),
    *alike("hinge_loss", X, SIGNS, theirs=torch_hinge, margin=[1.0, 2.0], **REDUCTIONS),
    *alike("squared_hinge_loss", X, SIGNS, theirs=torch_squared_hinge, **REDUCTIONS),
    *alike("multi_margin_loss", Z, Y, **MARGIN, **REDUCTIONS),
    *alike("entropy", SOFT, theirs=torch_entropy),
    *alike("kl_div", SOFT, OTHER, theirs=torch_kl, by=1),
    *alike("cross_entropy_probs", SOFT, OTHER, theirs=torch_cross, by=1),
    Call("entropy", SOFT).like(scipy_entropy),
    Call("kl_div", SOFT, OTHER).like(scipy_entropy),
    Call("mse_loss", X, T).like(swapped(sklearn.metrics.mean_squared_error)),
    Call("l1_loss", X, T).like(swapped(sklearn.metrics.mean_absolute_error)),
    Call("rmse", X[0], T[0]).like(swapped(sklearn.metrics.root_mean_squared_error)),
    Call("hinge_loss", X[0], SIGNS[0]).like(swapped(sklearn.metrics.hinge_loss)),
    Call("cross_entropy", Z, Y).like(
        lambda z, y: sklearn.metrics.log_loss(y, scipy.special.softmax(z, axis=1))
    ),
]

PAIRED = {
    "mse_loss": ("pred", "target"),
    "rmse": ("pred", "target"),
    "l1_loss": ("pred", "target"),
    "huber_loss": ("pred", "target"),
    "binary_cross_entropy": ("p", "y"),
    "binary_cross_entropy_with_logits": ("z", "y"),
    "hinge_loss": ("scores", "y"),
    "squared_hinge_loss": ("scores", "y"),
}
LABELLED = {
    "cross_entropy": ("logits", "target"),
    "nll_loss": ("log_p", "y"),
    "multi_margin_loss": ("scores", "y"),
}
REDUCED = sorted({*PAIRED, *LABELLED} - {"rmse"})


def refused_pairs(name, x, y):
    """Predictions and targets that would fit by broadcasting only, or are empty."""
    row, column = np.ones(3), np.ones((3, 1))
    return [
        Call(name, row, column).refuses(
            f"`{y}` must have the shape (3,) of `{x}`, got (3, 1)"
        ),
        Call(name, column, row).refuses(
            f"`{y}` must have the shape (3, 1) of `{x}`, got (3,)"
        ),
        Call(name, row, 1.0).refuses(f"`{y}` must have the shape (3,) of `{x}`, got ()"),
        Call(name, [], []).refuses(f"`{x}` must not be empty, got shape (0,)"),
    ]


def refused_labels(name, x, y):
    """Scores and labels that do not fit each other."""
    empty, each = np.ones((0, 5)), "must have shape (7,), a label per row"
    return [
        Call(name, LOG_P[0], Y).refuses(f"`{x}` must have shape (N, K), got (5,)"),
        Call(name, empty, Y[:0]).refuses(f"`{x}` must not be empty, got shape (0, 5)"),
        Call(name, empty.T, Y[:5]).refuses(f"`{x}` must not be empty, got shape (5, 0)"),
        Call(name, LOG_P, Y[:6]).refuses(f"`{y}` {each}, got (6,)"),
        Call(name, LOG_P, 1).refuses(f"`{y}` {each}, got ()"),
        Call(name, LOG_P, Y + 1).refuses(f"`{y}` must hold labels from 0 to 4, got 5"),
        Call(name, LOG_P, Y - 1).refuses(f"`{y}` must hold labels from 0 to 4, got -1"),
        *(
            Call(name, LOG_P[:2], np.array([0, 1], dtype)).refuses(
                f"`{y}` must hold integers as labels, got dtype {dtype}", TypeError
            )
            for dtype in ("float64", "bool")
        ),
    ]


def refused_distributions(name):
    return [
        Call(name, SOFT, SOFT[0]).refuses(
            "`q` must have the shape (7, 5) of `p`, got (5,)"
        ),
        Call(name, [0.5, 0.4], [0.5, 0.5]).refuses("`p` must sum to 1"),
        Call(name, [0.5, 0.5], [0.5, 0.4]).refuses("`q` must sum to 1"),
        Call(name, np.log([0.5, 0.5]), [0.5, 0.5]).refuses(
            "`p` must lie in [0, 1], got -0.69"
        ),
    ]


NUMBER = "a finite number"
ONE_EACH = "`weight` must have shape (5,), one per class, got (4,)"
BAD_REDUCTION = """`reduction` must be one of "mean", "sum" or "none", got 'Mean'"""

# Each of a loss, and the same of its gradient.
REFUSALS = [
    *(row for name, (x, y) in PAIRED.items() for row in refused_pairs(name, x, y)),
    *(row for name, (x, y) in LABELLED.items() for row in refused_labels(name, x, y)),
    *(
        Call(name, *call.args, reduction="Mean").refuses(BAD_REDUCTION)
        for name in REDUCED
        for call in GOOD
        if call.name == name
    ),
    Call("cross_entropy", Z, Y[:, None]).refuses(
        "`target` must have the shape (7, 5) of `logits`, got (7, 1)"
    ),
    Call("cross_entropy", Z, SOFT.T).refuses(
        "`target` must have the shape (7, 5) of `logits`, got (5, 7)"
    ),
    Call("cross_entropy", Z, SOFT[:, :, None]).refuses("`target` must have shape (7,)"),
    Call("cross_entropy", Z[:1, :2], [[1.5, -0.5]]).refuses(
        "`target` must lie in [0, 1], got 1.5"
    ),
    Call("cross_entropy", Z[:1, :2], [[-0.5, 1.5]]).refuses(
        "`target` must lie in [0, 1], got -0.5"
    ),
    Call("cross_entropy", Z[:2, :2], [[1, 0], [0.5, 0.4]]).refuses(
        "`target` must sum to 1 along its last axis, got 0.9"
    ),
    Call("cross_entropy", Z, Y, label_smoothing=-0.1).refuses(
        "`label_smoothing` must lie in [0, 1], got -0.1"
    ),
    Call("cross_entropy", Z, Y, label_smoothing=1.5).refuses(
        "`label_smoothing` must lie in [0, 1], got 1.5"
    ),
    Call("cross_entropy", Z, Y, label_smoothing=nan).refuses(
        "`label_smoothing` must lie in [0, 1], got nan"
    ),
    Call("cross_entropy", Z, Y, weight=W[:4]).refuses(ONE_EACH),
    Call("cross_entropy", Z, Y, weight=-W).refuses(
        "`weight` must be finite and at least 0, got -0.5"
    ),
    Call("cross_entropy", Z, Y, weight=W * nan).refuses(
        "`weight` must be finite and at least 0, got nan"
    ),
    Call("cross_entropy", Z, Y, weight=W + inf).refuses(
        "`weight` must be finite and at least 0, got inf"
    ),
    Call("cross_entropy", Z[:2], [3, 3], weight=W).refuses(
        "`weight` must not be 0 for every label of a mean"
    ),
    *Call("huber_loss", X, T).refuses_each("delta", [0, nan], f"{NUMBER} above 0"),
    Call("binary_cross_entropy", [1.1], [1]).refuses("`p` must lie in [0, 1], got 1.1"),
    Call("binary_cross_entropy", [-0.1], [1]).refuses("`p` must lie in [0, 1], got -0.1"),
    Call("binary_cross_entropy", [0.5], [2]).refuses("`y` must lie in [0, 1], got 2.0"),
    Call("binary_cross_entropy_with_logits", [0.5], [-1]).refuses(
        "`y` must lie in [0, 1], got -1.0"
    ),
    Call("binary_cross_entropy_with_logits", X, T01, pos_weight=-1).refuses(
        "`pos_weight` must be a finite number of at least 0, got -1"
    ),
    Call("nll_loss", [[0.7, 0.3]], [0]).refuses("`log_p` must be at most 0, got 0.7"),
    Call("nll_loss", LOG_P, Y, weight=W[:4]).refuses(ONE_EACH),
    Call("nll_loss", LOG_P[:2], [3, 3], weight=W).refuses(
        "`weight` must not be 0 for every label"
    ),
    Call("nll_from_likelihood", []).refuses("`p` must not be empty, got shape (0,)"),
    Call("nll_from_likelihood", [1.5]).refuses("`p` must lie in [0, 1], got 1.5"),
    Call("entropy", 0.5).refuses("`p` must have shape (..., K), got ()"),
    Call("entropy", []).refuses("`p` must not be empty, got shape (0,)"),
    Call("entropy", [1.5, -0.5]).refuses("`p` must lie in [0, 1], got 1.5"),
    Call("entropy", [0.5, 0.4]).refuses("`p` must sum to 1 along its last axis, got 0.9"),
    *refused_distributions("cross_entropy_probs"),
    *refused_distributions("kl_div"),
    Call("hinge_loss", X, LABELS).refuses("`y` must be -1 or 1, got 0.0"),
    Call("squared_hinge_loss", X, LABELS).refuses("`y` must be -1 or 1, got 0.0"),
    Call("hinge_loss", X, SIGNS, margin=-1).refuses(
        "`margin` must be a finite number of at least 0, got -1"
    ),
    Call("squared_hinge_loss", X, SIGNS, margin=-1).refuses(
        "`margin` must be a finite number of at least 0, got -1"
    ),
    Call("multi_margin_loss", Z, Y, p=3).refuses("`p` must be 1 or 2, got 3"),
    Call("multi_margin_loss", Z, Y, margin=inf).refuses(
        "`margin` must be a finite number of at least 0, got inf"
    ),
]

N = 2**17  # twice the largest float16, and 1 / N is one too
MANY, HALF = np.ones(N), np.arange(N) % 2.0
FIRST = np.zeros(N, int)
TINY, UNEVEN = MANY / N, (254 * HALF + 1) / 2**24  # sums of 1, without rounding

FLOAT16 = [
    Call("mse_loss", 300 * HALF, 0 * MANY),
    Call("mse_loss", 2 * MANY, 0 * MANY, reduction="sum"),
    Call("rmse", 300 * MANY, 0 * MANY),
    Call("rmse", 1e-4 * MANY, 0 * MANY),
    Call("l1_loss", 2 * MANY, 0 * MANY),
    Call("huber_loss", 300 * MANY, 0 * MANY, delta=300.0),
    Call("binary_cross_entropy", MANY / 2, HALF),
    Call("binary_cross_entropy_with_logits", 0 * MANY, HALF),
    Call("hinge_loss", -2 * MANY, MANY),
    Call("squared_hinge_loss", 300 - 600 * HALF, MANY),
    Call("cross_entropy", np.zeros((N, 2)), FIRST, weight=np.array([2.0, 1.0])),
    Call("cross_entropy", np.zeros((2, N)), FIRST[:2], reduction="sum"),
    Call("multi_margin_loss", np.zeros((N, 2)), FIRST),
    Call("multi_margin_loss", np.zeros((2, N)), FIRST[:2], p=2),
    Call("nll_loss", -np.ones((N, 2)) / 2, FIRST, weight=np.array([2.0, 1.0])),
    Call("nll_from_likelihood", 0.75 * MANY),
    Call("entropy", TINY),
    Call("cross_entropy_probs", TINY, UNEVEN),
    Call("kl_div", TINY, UNEVEN),
]

OF_PROBABILITIES = [
    "binary_cross_entropy", "nll_loss", "nll_from_likelihood",
    "entropy", "cross_entropy_probs", "kl_div",
]  # fmt: skip

SPEC = Spec(
    module=losses,
    good=[*with_gradients(GOOD)],
    values=VALUES,
    parity=PARITY,
    refusals=[*with_gradients(REFUSALS)],
    float16=[*with_gradients(FLOAT16)],
    whole=[*with_gradients(WHOLE)],
    discrete=["y", "target"],
    exempt={
        "no_warning": {
            name + suffix: "test_losses.py has the probabilities that are allowed"
            for name in OF_PROBABILITIES
            for suffix in ("", "_grad")
        },
    },
    values_within={"rtol": 4 * EPS},
    parity_within={"rtol": 1e-12, "atol": 1e-15},
)
