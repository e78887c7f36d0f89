"""Conventions that differ between libraries: a test for each row of `conventions.csv`.

`test_twins.py` asks that no row is without its test, and no test without its row.
"""

import inspect
import math

import numpy as np
import pytest
import scipy.optimize
import scipy.signal
import scipy.special
import scipy.stats
import torch
from numpy.testing import assert_allclose, assert_array_equal
from PIL import Image, ImageEnhance
from sklearn import decomposition, metrics, preprocessing
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import Lasso, LogisticRegression, Ridge
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import BernoulliRBM, MLPClassifier
from sklearn.svm import SVC, LinearSVC
from torch import nn, optim
from torch.nn import functional as F  # noqa: N812
from torch.optim import lr_scheduler

from dlnotes import (
    activations,
    attention,
    augmentation,
    autodiff,
    convolution,
    energy,
    features,
    initializers,
    linear,
    losses,
    neighbors,
    networks,
    normalization,
    optimizers,
    recurrent,
    regularization,
    schedules,
    tensors,
)
from dlnotes import preprocessing as scaling

RNG = np.random.default_rng(0)
Z, Y = RNG.normal(size=(4, 3)), np.array([2, 0, 1, 1])
X, W, B = RNG.normal(size=(4, 5)), RNG.normal(size=(3, 5)), RNG.normal(size=3)
SAMPLES = RNG.normal(size=(20, 3))
SIDES = (SAMPLES[:, 0] + RNG.normal(size=20) > 0) * 1
TEXT = torch.tensor(RNG.normal(size=(2, 5, 6)))


def t(array):
    """A tensor of the same numbers."""
    return torch.tensor(np.asarray(array))


def default(function, name):
    """The default of an option."""
    return inspect.signature(function).parameters[name].default


def first(function):
    """The name of the first argument."""
    return next(iter(inspect.signature(function).parameters))


def rates(scheduler, steps, optimizer=optim.SGD, lr=1.0, **options):
    """The rates of a scheduler of PyTorch."""
    steer = optimizer([nn.Parameter(torch.zeros(1))], lr=lr)
    plan, found = scheduler(steer, **options), []
    for _ in range(steps):
        found.append(steer.param_groups[0]["lr"])
        steer.step()
        plan.step()
    return found


def test_dtype():
    assert initializers.zeros((2,)).dtype == np.ones(2).dtype == np.float64
    assert torch.ones(2).dtype == torch.eye(2).dtype == torch.float32


def test_logits():
    logits, p = t(Z), torch.softmax(t(Z), 1)
    expected = losses.cross_entropy(Z, Y)
    assert_allclose(F.cross_entropy(logits, t(Y)), expected)
    assert_allclose(F.nll_loss(torch.log(p), t(Y)), expected)
    assert F.cross_entropy(p, t(Y)) > expected + 0.01, "and no error"
    assert F.nll_loss(p, t(Y)) < 0
    half = torch.full((4, 3), 0.5).double()
    for loss in (F.binary_cross_entropy, losses.binary_cross_entropy):
        assert_allclose(
            loss(torch.sigmoid(logits), half),
            F.binary_cross_entropy_with_logits(logits, half),
        )


def test_class_axis():
    scores, labels = torch.zeros(2, 7, 5), torch.zeros(2, 5, dtype=int)
    assert F.cross_entropy(scores, labels, reduction="none").shape == (2, 5)
    with pytest.raises(RuntimeError):
        F.cross_entropy(scores.transpose(1, 2), labels)
    with pytest.raises(ValueError, match="shape"):
        losses.cross_entropy(scores.numpy(), labels.numpy())


def test_target_first():
    for loss in (F.mse_loss, F.l1_loss, F.cross_entropy):
        assert first(loss) == "input"
    assert first(losses.mse_loss) == first(losses.rmse) == "pred"
    for metric in (metrics.mean_squared_error, metrics.hinge_loss, metrics.log_loss):
        assert first(metric) == "y_true"


def test_target_first_metrics():
    truth, found = [1, 1, 1, 0], [1, 0, 0, 1]
    assert linear.precision(truth, found) == metrics.precision_score(truth, found) == 1 / 2
    assert linear.recall(truth, found) == metrics.recall_score(truth, found) == 1 / 3
    cells = linear.confusion_matrix(truth, found)
    assert_array_equal(cells, metrics.confusion_matrix(truth, found))
    assert_array_equal(cells.sum(axis=1), np.bincount(truth))


def test_kl_order():
    p, q = np.array([[0.5, 0.5], [0.9, 0.1]]), np.array([[0.2, 0.8], [0.6, 0.4]])
    ours = losses.kl_div(p, q)
    assert_allclose(ours, scipy.stats.entropy(p, q, axis=1))
    log_q = torch.log(t(q))
    assert_allclose(F.kl_div(log_q, t(p), reduction="batchmean"), ours.mean())
    with pytest.warns(UserWarning, match="batchmean"):
        assert_allclose(F.kl_div(log_q, t(p)), ours.sum() / p.size)


def test_mean_or_sum():
    for name in ("mse_loss", "l1_loss", "huber_loss", "binary_cross_entropy"):
        a, b = RNG.uniform(size=(2, 3, 5))
        ours, theirs = getattr(losses, name), getattr(F, name)
        assert_allclose(ours(a, b), ours(a, b, reduction="sum") / 15)
        assert_allclose(theirs(t(a), t(b)), theirs(t(a), t(b), reduction="sum") / 15)


def test_class_weights():
    w = np.array([1.0, 2.0, 5.0])
    for target, divisor in [(Y, w[Y].sum()), (np.eye(3)[Y], len(Y))]:
        total = losses.cross_entropy(Z, target, weight=w, reduction="sum")
        ours = losses.cross_entropy(Z, target, weight=w)
        assert_allclose(ours, total / divisor)
        assert_allclose(ours, F.cross_entropy(t(Z), t(target), t(w)))


def test_margin_classes():
    hinges = np.maximum(0, 1 + Z - Z[np.arange(4), Y][:, None])
    hinges[np.arange(4), Y] = 0
    assert_allclose(losses.multi_margin_loss(Z, Y), hinges.sum(axis=1).mean() / 3)
    assert_allclose(F.multi_margin_loss(t(Z), t(Y)), hinges.sum(axis=1).mean() / 3)


def test_clamped_log():
    assert losses.binary_cross_entropy([0.0], [1.0]) == 100
    assert F.binary_cross_entropy(t([0.0]), t([1.0])) == 100


def test_smooth_l1():
    a, b = 3 * X[0], 0 * X[0]
    smooth = F.smooth_l1_loss(t(a), t(b), beta=0.5)
    assert_allclose(smooth, losses.huber_loss(a, b, delta=0.5) / 0.5)


def test_plus_minus():
    scores, signs, bits = [0.5, -2.0], [1.0, -1.0], [1, 0]
    assert metrics.hinge_loss(bits, scores) == losses.hinge_loss(scores, signs) == 0.25
    with pytest.raises(ValueError, match="-1"):
        losses.hinge_loss(scores, bits)
    with pytest.raises(ValueError, match="-1"):
        linear.svm_fit(SAMPLES, SIDES)
    assert SVC(kernel="linear").fit(SAMPLES, SIDES).coef_.shape == (1, 3)


def test_sums_to_1():
    assert scipy.stats.entropy([2, 2]) == losses.entropy([0.5, 0.5]) == math.log(2)
    with pytest.raises(ValueError, match="sum to 1"):
        losses.entropy([0.2, 0.2])


def test_axis():
    for name in ("softmax", "log_softmax", "logsumexp"):
        ours, theirs = getattr(activations, name), getattr(scipy.special, name)
        assert_allclose(ours(Z), theirs(Z, axis=-1))
        assert_allclose(np.ravel(theirs(Z)), ours(Z.ravel()))
    with pytest.raises(TypeError):
        torch.softmax(t(Z))


def test_softplus_threshold():
    x = np.array([20.5])
    assert F.softplus(t(x)) == x
    assert 1e-9 < activations.softplus(x) - x < 2e-9


def test_corner():
    zero = torch.zeros(1, requires_grad=True)
    for f, ours in [
        (torch.relu, activations.relu_grad(0.0)),
        (F.leaky_relu, activations.leaky_relu_grad(0.0)),
        (F.elu, activations.elu_grad(0.0)),
        (torch.abs, losses.l1_loss_grad([0.0], [0.0])),
    ]:
        assert_allclose(torch.autograd.grad(f(zero), zero)[0], ours)
    assert activations.relu_grad(0.0) == 0
    assert activations.leaky_relu_grad(0.0) == 0.01
    slope = autodiff.numerical_gradient(lambda x: np.maximum(x, 0), 0.0)
    assert_allclose(slope, 0.5)


def test_step_at_0():
    assert activations.heaviside(0.0) == 1
    for f, zero, value in [(torch.heaviside, t(0.0), t(0.5)), (np.heaviside, 0.0, 0.5)]:
        assert f(zero, value) == 0.5


def test_prelu_axis():
    x, slopes = -np.ones((2, 3, 3)), np.array([0.1, 0.2, 0.3])
    expected = -np.broadcast_to(slopes[:, None], (2, 3, 3))
    assert_array_equal(activations.prelu(x, slopes), expected)
    assert_array_equal(torch.prelu(t(x), t(slopes)), expected)


def test_transposed_weight():
    assert nn.Linear(5, 3).weight.shape == W.shape
    assert_allclose(F.linear(t(X), t(W), t(B)), X @ W.T + B)
    assert_allclose(networks.mlp_forward(X, [W, B])[0], X @ W.T + B)
    learner = MLPClassifier((7,), max_iter=1, tol=10.0)
    learner.partial_fit(SAMPLES, SIDES, classes=[0, 1])
    assert learner.coefs_[0].shape == (3, 7)


def test_rbm_weights():
    v, (W, a, b) = [[1.0, 0.0]], (np.ones((3, 2)), np.zeros(2), np.zeros(3))
    assert energy.rbm_hidden_prob(v, W, b).shape == (1, 3)
    assert energy.rbm_visible_prob([[1.0, 0, 0]], W, a).shape == (1, 2)
    theirs = BernoulliRBM(n_components=3, n_iter=1).fit(v)
    assert theirs.components_.shape == W.shape


def test_channels():
    image = np.zeros((8, 6, 3))
    assert augmentation.resize(image, (4, 3)).shape == (4, 3, 3)
    assert np.asarray(Image.new("RGB", (6, 8))).shape == image.shape
    x, w = np.zeros((1, 3, 8, 6)), np.zeros((2, 3, 3, 3))
    assert convolution.conv2d(x, w).shape == F.conv2d(t(x), t(w)).shape == (1, 2, 6, 4)


def test_no_flip():
    x, w = RNG.normal(size=(2, 5, 5))
    theirs = F.conv2d(t(x)[None, None], t(w)[None, None, :3, :3])[0, 0]
    w = w[:3, :3]
    assert_allclose(convolution.cross_correlate2d(x, w), theirs)
    flipped = scipy.signal.convolve2d(x, w, "valid")
    assert_allclose(convolution.convolve2d(x, w), flipped)
    assert_allclose(
        convolution.conv2d(x[None, None], w[::-1, ::-1][None, None])[0, 0], flipped
    )


def test_padding_value():
    x = -np.ones((1, 1, 2, 2))
    options = {"stride": 1, "padding": 1}
    for y in (
        convolution.max_pool2d(x, 2, **options)[0],
        F.max_pool2d(t(x), 2, **options),
    ):
        assert (y == -1).all()
    for y in (convolution.avg_pool2d(x, 2, **options), F.avg_pool2d(t(x), 2, **options)):
        assert y[0, 0, 0, 0] == -0.25


def test_unfold_order():
    x, w = RNG.normal(size=(1, 2, 4, 4)), RNG.normal(size=(5, 2, 3, 3))
    columns = convolution.im2col(x, 3)
    assert_array_equal(columns, F.unfold(t(x), 3))
    y = w.reshape(len(w), -1) @ columns[0]
    assert_allclose(y.reshape(1, 5, 2, 2), convolution.conv2d(x, w))


def test_pixel_centres():
    row = np.arange(5.0)[None]
    ours = augmentation.resize(row, (1, 3), mode="nearest")
    theirs = {
        mode: F.interpolate(t(row)[None, None], size=(1, 3), mode=mode)[0, 0]
        for mode in ("nearest", "nearest-exact", "bilinear")
    }
    assert_array_equal(ours, theirs["nearest-exact"])
    assert not np.array_equal(ours, theirs["nearest"])
    assert default(F.interpolate, "align_corners") is None  # as False
    assert_allclose(augmentation.resize(row, (1, 3)), theirs["bilinear"])


def test_true_is_seen():
    seen = attention.causal_mask(5)
    ours, weights = attention.scaled_dot_product_attention(TEXT, TEXT, TEXT, mask=seen)
    assert (weights[..., ~seen] == 0).all()
    attend = F.scaled_dot_product_attention
    assert_allclose(attend(TEXT, TEXT, TEXT, t(seen)), ours)
    layer = nn.MultiheadAttention(6, 1, batch_first=True, dtype=torch.float64)
    hidden = layer(TEXT, TEXT, TEXT, attn_mask=t(~seen))[1].detach().numpy()
    assert (hidden[:, ~seen] == 0).all()
    assert (hidden[:, seen] > 0).all()


def test_mask_and_bias():
    bias = RNG.normal(size=(5, 5))
    attend = F.scaled_dot_product_attention
    ours = attention.scaled_dot_product_attention
    assert_allclose(attend(TEXT, TEXT, TEXT, t(bias)), ours(TEXT, TEXT, TEXT, bias=bias)[0])
    blind = np.zeros((5, 5), dtype=bool)
    assert (attend(TEXT, TEXT, TEXT, t(blind)) == 0).all()
    assert (ours(TEXT, TEXT, TEXT, mask=blind)[0] == 0).all()


def test_batch_first():
    for layer in (nn.RNN, nn.LSTM, nn.GRU):
        assert not layer(6, 4).batch_first
        assert layer(6, 4)(torch.zeros(2, 5, 6))[1][0].shape[-2] == 5, "read as the batch"
    assert not nn.MultiheadAttention(6, 2).batch_first
    assert not default(nn.TransformerEncoderLayer, "batch_first")
    params = [np.zeros(s) for s in ((4, 6), (4, 4), (4,), (4,))]
    assert recurrent.rnn_forward(np.zeros((2, 5, 6)), params)[0].shape == (2, 5, 4)


def recurrent_params(gates):
    """Weights of 0 for one unit, and biases that can be set."""
    return [np.zeros((gates, 1)), np.zeros((gates, 1)), np.zeros(gates), np.zeros(gates)]


def torch_layer(kind, params):
    """A layer of PyTorch with given parameters."""
    layer = kind(1, 1, batch_first=True, dtype=torch.float64)
    for own, given in zip(layer.parameters(), params, strict=True):
        own.data = t(given)
    return layer


def test_gate_order():
    shut, opened, x = -50.0, 50.0, np.zeros((1, 1, 1))
    # input open, forget shut, candidate tanh(1), output open
    params = recurrent_params(4)
    params[2] = np.array([opened, shut, 0.5, opened])
    params[3] = np.array([0, 0, 0.5, 0])  # the other bias is added
    expected = math.tanh(math.tanh(1))
    assert_allclose(recurrent.lstm_forward(x, params)[0], [[[expected]]])
    assert_allclose(torch_layer(nn.LSTM, params)(t(x))[0].detach(), [[[expected]]])
    # reset open, update shut: the candidate is taken
    params = recurrent_params(3)
    params[2] = np.array([opened, shut, 0.5])
    params[3] = np.array([0, 0, 0.5])
    assert_allclose(recurrent.gru_forward(x, params)[0], [[[math.tanh(1)]]])
    assert_allclose(torch_layer(nn.GRU, params)(t(x))[0].detach(), [[[math.tanh(1)]]])


def test_reset_after():
    params = recurrent_params(3)
    params[2] = np.array([-50.0, -50, 0])  # the reset gate is shut
    params[3] = np.array([0, 0, 1.0])
    x = np.zeros((1, 1, 1))
    after, before = (
        recurrent.gru_forward(x, params, reset_after=a)[0][0, 0, 0] for a in (True, False)
    )
    assert_allclose(after, 0, atol=1e-20)  # the bias passes the gate
    assert_allclose(before, math.tanh(1))
    assert_allclose(torch_layer(nn.GRU, params)(t(x))[0].item(), after, atol=1e-20)


def test_layer_dropout():
    assert default(nn.TransformerEncoderLayer, "dropout") == 0.1
    assert "dropout" not in inspect.signature(attention.encoder_layer).parameters


def test_train_or_eval():
    x, rng = np.ones(1000), np.random.default_rng(0)
    layer = nn.Dropout(0.5)
    assert layer.training
    assert (layer(t(x)) == 0).any()
    assert (layer.eval()(t(x)) == 1).all()
    assert (regularization.dropout(x, 0.5, rng=rng)[0] == 0).any()
    assert (regularization.dropout(x, 0.5, rng=rng, training=False)[0] == 1).all()
    assert nn.BatchNorm1d(3).training


def test_batch_variance():
    x = np.array([[1.0], [3.0]])  # the variances are 1 and 2
    y, state, _ = normalization.batch_norm(x, [1], [0], None, training=True)
    layer = nn.BatchNorm1d(1, dtype=torch.float64)
    assert_allclose(layer(t(x)).detach(), y)
    assert_allclose(y, [[-1], [1]], rtol=1e-5)
    assert_allclose([state.var[0], layer.running_var.item()], 0.9 * 1 + 0.1 * 2)


def test_rms_eps():
    x = np.array([1e-3, -1e-3])
    assert default(normalization.rms_norm, "eps") == 1e-6
    assert_allclose(normalization.rms_norm(x, np.ones(2))[0], x / math.sqrt(2e-6))
    assert_allclose(F.rms_norm(t(x), (2,)), [1, -1])
    eps = np.finfo(float).eps
    assert_allclose(F.rms_norm(t(0 * x + 1e-8), (2,)), 1e-8 / math.sqrt(1e-16 + eps))


@pytest.mark.parametrize(
    ("name", "optimizer", "scale"),
    [
        ("adagrad_step", optim.Adagrad, 1),
        ("rmsprop_step", optim.RMSprop, 0.1),  # the root of 1 - alpha
        ("adam_step", optim.Adam, 1),
        ("adamw_step", optim.AdamW, 1),
    ],
)
def test_eps_outside(name, optimizer, scale):
    g = np.array([0.01])
    w = nn.Parameter(torch.zeros(1, dtype=torch.float64))
    w.grad = t(g)
    optimizer([w], lr=1.0, eps=0.01).step()
    ours, _ = getattr(optimizers, name)(np.zeros(1), g, None, lr=1.0, eps=0.01)
    assert_allclose(ours, w.detach())
    assert_allclose(ours, -g / (scale * g + 0.01))


def test_velocity():
    w, torch_w = np.zeros(1), nn.Parameter(torch.zeros(1, dtype=torch.float64))
    options, state = {"momentum": 0.5, "dampening": 0.9}, None
    steer = optim.SGD([torch_w], lr=1.0, **options)
    for lr in (1.0, 0.1):
        steer.param_groups[0]["lr"], torch_w.grad = lr, t([1.0])
        steer.step()
        w, state = optimizers.sgd_step(w, [1.0], state, lr=lr, **options)
    assert_allclose(w, torch_w.detach())
    assert_allclose(w, -1 - 0.1 * (0.5 * 1 + 0.1))


def test_decay_or_l2():
    w, g = np.array([2.0]), np.array([0.0])
    assert default(optim.AdamW, "weight_decay") == 0.01
    assert default(optimizers.adamw_step, "weight_decay") == 0.01
    assert default(optim.Adam, "weight_decay") == 0
    shrunk = optimizers.adamw_step(w, g, None, lr=0.1, weight_decay=0.5)[0]
    assert_allclose(shrunk, w * (1 - 0.1 * 0.5))
    stepped = optimizers.adam_step(w, g, None, lr=0.1, weight_decay=0.5)[0]
    assert_allclose(stepped, w - 0.1)  # a whole step, however small the decay


def test_clip_in_place():
    g = np.array([3.0, -4.0])
    w = nn.Parameter(torch.zeros(2, dtype=torch.float64))
    w.grad = t(g)
    assert nn.utils.clip_grad_norm_([w], 1.0) == 5
    assert_allclose(w.grad, g / (5 + 1e-6), rtol=1e-15)
    ours, norm = optimizers.clip_grad_norm(g, max_norm=1.0)
    assert norm == 5
    assert_allclose(ours, g / 5)


def test_scheduler_step():
    steps = np.arange(7)
    for ours, theirs, options in [
        (schedules.step_lr, lr_scheduler.StepLR, {"step_size": 3}),
        (schedules.exponential_lr, lr_scheduler.ExponentialLR, {"gamma": 0.9}),
        (schedules.cosine_annealing_lr, lr_scheduler.CosineAnnealingLR, {"T_max": 7}),
        (schedules.linear_lr, lr_scheduler.LinearLR, {}),
    ]:
        assert_allclose(ours(steps, 1.0, **options), rates(theirs, 7, **options))


def test_cosine_rises():
    ours = schedules.cosine_annealing_lr(np.arange(11), 1.0, T_max=5)
    assert_allclose(ours, rates(lr_scheduler.CosineAnnealingLR, 11, T_max=5), atol=1e-15)
    assert_allclose(ours[[0, 5, 10]], [1, 0, 1], atol=1e-15)


def test_factor_of_what():
    def factor(t):
        return 0.5 if t else 7.0

    steps = np.arange(3)
    options = {"lr_lambda": factor}
    for ours, theirs, expected in [
        (schedules.lambda_lr, lr_scheduler.LambdaLR, [7, 0.5, 0.5]),
        (schedules.multiplicative_lr, lr_scheduler.MultiplicativeLR, [1, 0.5, 0.25]),
    ]:
        assert_allclose(ours(steps, 1.0, **options), expected)
        assert_allclose(rates(theirs, 3, **options), expected)


def test_cycle_momentum():
    for theirs in (lr_scheduler.CyclicLR, lr_scheduler.OneCycleLR):
        assert default(theirs, "cycle_momentum") is True
    steer = optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0, momentum=0.9)
    plan = lr_scheduler.OneCycleLR(steer, 1.0, total_steps=10)
    for _ in range(3):
        steer.step()
        plan.step()
    assert steer.param_groups[0]["momentum"] < 0.9


def test_patience():
    steer = optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    plateau, state = lr_scheduler.ReduceLROnPlateau(steer, patience=2), None
    lowered, stopped = [], []
    for loss in (1.0, 2.0, 2.0, 2.0):
        plateau.step(loss)
        lowered.append(steer.param_groups[0]["lr"] < 1)
        stop, state = regularization.early_stopping(loss, state, patience=2)
        stopped.append(stop)
    assert lowered == [False, False, False, True]
    assert stopped[:3] == [False, False, True]


def test_ddof():
    x = np.array([[1.0], [3.0]])
    biased = [np.var(x), scaling.covariance(x).item()]
    biased.append(scaling.standardize_fit(x)[1].item() ** 2)
    biased.append(preprocessing.StandardScaler().fit(x).var_.item())
    biased.append(regularization.bias_and_variance([1.0, 3.0], 2.0)[1])
    biased.append(scaling.pca_fit(x)[2].item())
    assert_allclose(biased, 1)
    unbiased = [torch.var(t(x)), np.cov(x.T), torch.cov(t(x).T)]
    unbiased.append(decomposition.PCA(1).fit(x).explained_variance_.item())
    assert_allclose(unbiased, 2)


def test_samples_in_rows():
    assert scaling.covariance(SAMPLES).shape == (3, 3)
    assert np.cov(SAMPLES).shape == torch.cov(t(SAMPLES)).shape == (20, 20)


def test_penalty():
    lam, n, y = 0.1, len(SAMPLES), SAMPLES @ [1.0, -2.0, 0.5] + RNG.normal(size=20)
    near = {"rtol": 1e-4, "atol": 1e-5}
    assert default(LogisticRegression, "C") == 1
    logistic = LogisticRegression(C=1 / (n * lam), tol=1e-10).fit(SAMPLES, SIDES)
    ours = linear.logistic_regression_fit(SAMPLES, SIDES, penalty=lam)[0]
    assert_allclose(ours, logistic.coef_[0], **near)
    ridge = Ridge(alpha=n * lam).fit(SAMPLES, y)
    assert_allclose(linear.linear_regression_fit(SAMPLES, y, penalty=lam)[0], ridge.coef_)
    lasso = Lasso(alpha=lam / 2, tol=1e-10).fit(SAMPLES, y)
    assert_allclose(
        regularization.lasso_fit(SAMPLES, y, penalty=lam)[0], lasso.coef_, **near
    )


def test_which_svm():
    signs = 2.0 * SIDES - 1
    w, b = linear.svm_fit(SAMPLES, signs, C=1.0)
    theirs = SVC(kernel="linear", C=1.0, tol=1e-10).fit(SAMPLES, signs)
    assert_allclose(w, theirs.coef_[0], rtol=1e-4)
    other = LinearSVC(C=1.0, tol=1e-10, max_iter=100_000).fit(SAMPLES, signs)
    found = np.append(other.coef_, other.intercept_)

    def squared(v):
        hinge = np.maximum(0, 1 - signs * (SAMPLES @ v[:3] + v[3]))
        return v @ v / 2 + np.sum(hinge**2)

    assert_allclose(found, scipy.optimize.minimize(squared, 0 * found).x, atol=1e-4)
    assert not np.allclose(found[:3], w, rtol=0.05)


def test_gamma():
    a = SAMPLES[:5]
    rbf, power = metrics.pairwise.rbf_kernel, metrics.pairwise.polynomial_kernel
    assert_allclose(rbf(a), linear.rbf_kernel(a, a, gamma=1 / 3))
    assert default(linear.rbf_kernel, "gamma") is inspect.Parameter.empty
    assert_allclose(power(a, degree=2), (a @ a.T / 3 + 1) ** 2)
    assert_allclose(linear.polynomial_kernel(a, a), (a @ a.T + 1) ** 2)


def test_ties():
    points, labels, here = [[0.0], [3.0]], [7, 2], [[1.0]]
    assert neighbors.knn_classify(points, labels, here, 2) == [2]
    theirs = KNeighborsClassifier(2).fit(points, labels)
    assert theirs.predict(here) == [2]


def test_digits_of_distances():
    far = RNG.normal(size=(30, 2)) + 1e6
    ours = neighbors.pairwise_distances(far, far)
    assert_allclose(torch.cdist(t(far[:25]), t(far[:25])), ours[:25, :25], atol=1e-9)
    assert np.abs(torch.cdist(t(far), t(far)).numpy() - ours).max() > 1e-4
    assert_allclose(scipy.spatial.distance.cdist(far, far), ours)


def test_dropped_points():
    truth, scores = [0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6]
    ours, theirs = linear.roc_curve(truth, scores), metrics.roc_curve(truth, scores)
    assert len(theirs[0]) < len(ours[0]) == 7
    assert_allclose(ours[0], metrics.roc_curve(truth, scores, drop_intermediate=False)[0])


def test_one_letter():
    texts = ["나 는 물 을 마신다"]
    theirs = CountVectorizer().fit(texts).vocabulary_
    assert [*theirs] == ["마신다"]
    assert {"나", "물"} < {*features.build_vocabulary(texts)}


def test_num_classes():
    labels = np.array([0, 1, 0])
    assert F.one_hot(t(labels)).shape == (3, 2)
    assert tensors.one_hot(labels, 3).shape == (3, 3)
    assert default(tensors.one_hot, "num_classes") is inspect.Parameter.empty


def test_two_axes():
    a = np.zeros((2, 3, 5))
    assert tensors.transpose(a).shape == (2, 5, 3)
    assert torch.transpose(t(a), 1, 2).shape == (2, 5, 3)
    assert np.transpose(a).shape == (5, 3, 2)


def test_last_axes():
    a = np.arange(30).reshape(2, 3, 5)
    assert tensors.diagonal(a).shape == (2, 3)
    assert np.diagonal(a).shape == torch.diagonal(t(a)).shape == (5, 2)


def test_generators():
    torch.manual_seed(0)
    weight = torch.empty(3, 5)
    assert nn.init.xavier_normal_(weight) is weight
    ours = initializers.xavier_normal((3, 5), rng=np.random.default_rng(0))
    assert not np.allclose(ours, weight, atol=1e-3)


def test_default_init():
    torch.manual_seed(0)
    layer = nn.Linear(16, 10_000)
    for drawn in (layer.weight, layer.bias):
        assert 0.249 < drawn.detach().abs().max() <= 0.25
    ours = initializers.pytorch_default_linear((10_000, 16), rng=np.random.default_rng(0))
    assert 0.249 < np.abs(ours).max() <= 0.25
    weight, bias = networks.init_mlp([16, 10_000], rng=np.random.default_rng(0))
    assert_allclose(weight.std(), math.sqrt(2 / 16), rtol=0.01)
    assert (bias == 0).all()


def test_accumulate():
    ours, theirs = autodiff.Value(3.0), torch.tensor(3.0, requires_grad=True)
    for _ in range(2):
        (ours * ours).backward()
        (theirs * theirs).backward()
    assert ours.grad == theirs.grad == 12
    optim.SGD([theirs], lr=1).zero_grad()
    assert theirs.grad is None


def test_one_sided():
    x, h = np.array([1.0]), 1e-3
    theirs = scipy.optimize.approx_fprime(x, lambda v: v[0] ** 3, h)
    ours = autodiff.numerical_gradient(lambda v: np.sum(v**3), x, h=h)
    assert_allclose(theirs - 3, 3 * h, rtol=1e-2)
    assert_allclose(ours - 3, h * h, rtol=1e-2)


def test_rounding():
    image = np.full((1, 1, 3), 101, dtype=np.uint8)
    theirs = ImageEnhance.Brightness(Image.fromarray(image)).enhance(0.598)
    assert_array_equal(np.asarray(theirs), 60)  # 101 * 0.598 is 60.398
    theirs = ImageEnhance.Brightness(Image.fromarray(image)).enhance(0.6)
    assert_array_equal(augmentation.adjust_brightness(image, 0.6), 61)  # 60.6
    assert_array_equal(np.asarray(theirs), 60)
