"""Networks beside the contract: initial numbers, laws, PyTorch's networks, training."""

import math
from functools import partial

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional

import laws
from checks import assert_parity, assert_refuses, central_difference
from dlnotes import losses as other
from dlnotes import networks as m
from dlnotes.activations import log_softmax, softmax
from dlnotes.optimizers import adam_step, sgd_step
from specs.networks import CORNERS, drawn, rng

inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps
TORCH = {
    "identity": torch.nn.Identity,
    "sigmoid": torch.nn.Sigmoid,
    "tanh": torch.nn.Tanh,
    "relu": torch.nn.ReLU,
    "leaky_relu": torch.nn.LeakyReLU,
    "elu": torch.nn.ELU,
}
SIZES = [[3, 2], [3, 5, 2], [3, 5, 7, 2], [3, 5, 7, 11, 2], [3, 5, 7, 11, 13, 2], [1, 1, 1]]


def net_of(params, activation="relu"):
    """The same network in PyTorch."""
    layers = []
    for W, b in zip(params[::2], params[1::2], strict=True):
        linear = torch.nn.Linear(W.shape[1], len(W), dtype=torch.float64)
        linear.weight.data, linear.bias.data = torch.tensor(W), torch.tensor(b)
        layers += [linear, TORCH[activation]()]
    return torch.nn.Sequential(*layers[:-1])


def forward(*args, **options):
    return m.mlp_forward(*args, **options)[0]


def backward(X, dlogits, params, **options):
    _, cache = m.mlp_forward(X, params, **options)
    return m.mlp_backward(dlogits, params, cache)


def test_counts_of_layers_have_names():
    assert list(m.count_layers([1, 1])) == ["hidden", "weight_layers", "is_deep"]


# --- init_mlp ---------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("init", ["he", "xavier"])
def test_initial_shapes_are_those_of_pytorch(sizes, init):
    params = m.init_mlp(sizes, rng=rng(), init=init)
    theirs = [tuple(p.shape) for p in net_of(params).parameters()]
    assert [p.shape for p in params] == theirs
    assert sum(p.size for p in params) == m.count_parameters(sizes)
    assert all(p.dtype == np.float64 for p in params)
    assert not any(b.any() for b in params[1::2])


def test_he_draws_normal_and_xavier_uniform_numbers():
    he, xavier = (m.init_mlp([401, 199, 3], rng=rng(), init=i) for i in ("he", "xavier"))
    for W in he[::2]:
        assert_allclose(W.std(), math.sqrt(2 / W.shape[1]), rtol=0.05)
    assert np.abs(he[0]).max() > 3 * math.sqrt(2 / 401)
    for W in xavier[::2]:
        bound = math.sqrt(6 / sum(W.shape))
        assert 0.99 * bound < np.abs(W).max() <= bound
        assert_allclose(W.std(), bound / math.sqrt(3), rtol=0.05)
    source = rng()  # in order, and nothing else is drawn
    for W, fan_in in [(he[0], 401), (he[2], 199)]:
        drawn = source.normal(0, math.sqrt(2 / fan_in), W.shape)
        assert_allclose(W, drawn, rtol=1e-15)
    bound, source = math.sqrt(6 / 600), rng()
    drawn = source.uniform(-bound, bound, (199, 401))
    assert_allclose(xavier[0], drawn, rtol=0, atol=1e-16)


def test_a_callable_draws_and_keeps_its_dtype():
    def ones(shape, *, rng):
        return np.full(shape, rng.integers(9), np.float32)

    params = m.init_mlp([3, 5, 2], rng=rng(), init=ones)
    assert [p.shape for p in params] == [(5, 3), (5,), (2, 5), (2,)]
    assert {p.dtype for p in params} == {np.dtype(np.float32)}
    assert params[0][0, 0] == rng().integers(9)


# --- laws -------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activation", TORCH)
def test_dtype_and_shape_are_kept(dtype, activation):
    params = drawn([3, 5, 2], dtype=dtype)
    for shape in [(3,), (17, 3), (7, 11, 3), (0, 3)]:
        X = rng().normal(size=shape).astype(dtype)
        logits, cache = m.mlp_forward(X, params, activation=activation)
        grads = m.mlp_backward(logits, params, cache)
        assert logits.shape == (*shape[:-1], 2)
        assert [g.shape for g in grads] == [p.shape for p in params]
        assert {a.dtype for a in [logits, *grads]} == {np.dtype(dtype)}
    assert {p.dtype for p in m.collapse_linear(params)} == {np.dtype(dtype)}


def test_the_cache_holds_every_step():
    params, X = drawn([3, 5, 7, 2]), rng().normal(size=(17, 3))
    logits, cache = m.mlp_forward(X, params, activation="tanh")
    assert [z.shape for z in cache.sums] == [(17, 5), (17, 7), (17, 2)]
    assert [h.shape for h in cache.outputs] == [(17, 3), (17, 5), (17, 7)]
    assert_array_equal(cache.sums[-1], logits)
    assert_array_equal(cache.outputs[0], X)
    assert_array_equal(cache.outputs[2], np.tanh(cache.sums[1]))


def test_writing_to_the_logits_or_samples_leaves_the_cache_alone():
    params, X = drawn([3, 5, 2]), rng().normal(size=(17, 3))
    logits, cache = m.mlp_forward(X, params)
    before = m.mlp_backward(np.ones((17, 2)), params, cache)
    assert not np.may_share_memory(logits, cache.sums[-1])
    X *= 0
    after = m.mlp_backward(np.ones((17, 2)), params, cache)
    assert all(np.array_equal(a, b) for a, b in zip(before, after, strict=True))


@pytest.mark.parametrize("activation", TORCH)
def test_nan_of_a_sample_stays_with_it_and_reaches_every_gradient(activation):
    params, X = drawn([3, 5, 7, 2]), rng().normal(size=(17, 3))
    X[4, 1] = nan
    logits = forward(X, params, activation=activation)
    assert np.isnan(logits).any(axis=1).nonzero()[0].tolist() == [4]
    for grad in backward(X, np.ones((17, 2)), params, activation=activation)[:-1]:
        assert np.isnan(grad).any()
    for grad in backward(0 * X, np.full((17, 2), nan), params, activation=activation):
        assert np.isnan(grad).any()


@pytest.mark.parametrize("activation", TORCH)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_no_number_warns(activation, dtype):
    big = np.finfo(dtype).max
    params = [np.full(p.shape, big, dtype) for p in drawn([3, 5, 2])]
    for value in (big, -big, inf, -inf, nan):
        X = np.array([[value, 0, -value]], dtype)
        logits, cache = m.mlp_forward(X, params, activation=activation)
        m.mlp_backward(logits, params, cache)
        m.collapse_linear(params)


@given(seed=st.integers(0, 999), depth=st.integers(0, 4))
def test_a_linear_net_is_its_collapse(seed, depth):
    sizes = [3, 5, 7, 11, 13][: depth + 1] + [2]
    params, X = drawn(sizes, seed), rng(seed).normal(size=(17, 3))
    one = m.collapse_linear(params)
    assert [p.shape for p in one] == [(2, 3), (2,)]
    deep = forward(X, params, activation="identity")
    assert_allclose(forward(X, one), deep, rtol=1e-9, atol=1e-12)


@given(seed=st.integers(0, 999), scale=st.floats(0.01, 100))
def test_relu_units_may_be_rescaled_and_permuted(seed, scale):
    W1, b1, W2, b2 = drawn([3, 5, 2], seed)
    X, order = rng(seed).normal(size=(17, 3)), rng(seed).permutation(5)
    same = forward(X, [W1, b1, W2, b2])
    scaled = forward(X, [scale * W1, scale * b1, W2 / scale, b2])
    permuted = forward(X, [W1[order], b1[order], W2[:, order], b2])
    assert_allclose(scaled, same, rtol=1e-9, atol=1e-12)
    assert_allclose(permuted, same, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("activation", TORCH)
def test_gradients_are_slopes(activation):
    params, X = drawn([3, 5, 7, 2]), rng(1).normal(size=(11, 3))
    target = rng(2).normal(size=(11, 2))
    logits, cache = m.mlp_forward(X, params, activation=activation)
    grads = m.mlp_backward(logits - target, params, cache)
    for i, grad in enumerate(grads):

        def loss(p, i=i):
            moved = [*params[:i], p, *params[i + 1 :]]
            return np.sum((forward(X, moved, activation=activation) - target) ** 2) / 2

        slopes = central_difference(loss, params[i])
        error = np.linalg.norm(grad - slopes)
        assert error < 1e-6 * (np.linalg.norm(grad) + np.linalg.norm(slopes)), i


# --- parity -----------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(1, 3), (17, 3), (3,), (2, 7, 3)])
@pytest.mark.parametrize("activation", TORCH)
@pytest.mark.parametrize("sizes", SIZES[:5], ids=len)
def test_parity_with_pytorch(sizes, activation, shape):
    params, X = drawn(sizes), rng(3).normal(size=shape)
    dlogits = rng(4).normal(size=(*shape[:-1], 2))
    net = net_of(params, activation)
    theirs = net(torch.tensor(X))
    theirs.backward(torch.tensor(dlogits))
    logits, cache = m.mlp_forward(X, params, activation=activation)
    assert_parity(logits, theirs.detach(), rtol=1e-10, atol=1e-13)
    grads = m.mlp_backward(dlogits, params, cache)
    for ours, p in zip(grads, net.parameters(), strict=True):
        assert_parity(ours, p.grad, rtol=1e-10, atol=1e-13)


def test_the_corner_of_relu_passes_nothing_on_as_in_pytorch():
    params, X = [np.eye(3), np.zeros(3), np.ones((2, 3)), np.zeros(2)], np.zeros((1, 3))
    net = net_of(params)
    net(torch.tensor(X)).sum().backward()
    grads = backward(X, np.ones((1, 2)), params)
    for ours, p in zip(grads, net.parameters(), strict=True):
        assert_array_equal(ours, p.grad.numpy())


# --- training ---------------------------------------------------------------------------


def cross_entropy(logits, y):
    return -np.mean(log_softmax(logits)[np.arange(len(y)), y])


def cross_entropy_grad(logits, y):
    return (softmax(logits) - np.eye(logits.shape[1], dtype=logits.dtype)[y]) / len(y)


CROSS = (cross_entropy, cross_entropy_grad)
SQUARES = (lambda z, y: np.mean((z - y) ** 2), lambda z, y: 2 * (z - y) / z.size)


def plain(params, grads, state, lr=0.1):
    return [p - lr * g for p, g in zip(params, grads, strict=True)], state


def heavy(params, grads, state, lr=0.1):
    """Momentum as in PyTorch: the first velocity is the gradient."""
    state = [0.9 * v + g for v, g in zip(state or [0] * len(grads), grads, strict=True)]
    return plain(params, state, None, lr)[0], state


def some(n=53, classes=2):
    return rng(5).normal(size=(n, 3)), rng(6).integers(0, classes, n)


def fit(X, y, params, **options):
    defaults = {"step": plain, "loss": CROSS, "epochs": 5, "batch_size": 7, "rng": rng()}
    return m.mlp_train(X, y, params, **{**defaults, **options})


def torch_losses(X, y, params, activation, momentum, rate, epochs=10, size=11):
    """The losses of 50 steps in PyTorch with the same batches, and the last weights."""
    net, order = net_of(params, activation), rng(9)
    sgd, losses = torch.optim.SGD(net.parameters(), 0.1, momentum=momentum), []
    for _ in range(epochs):
        for batch in torch.tensor(order.permutation(len(X))).split(size):
            sgd.param_groups[0]["lr"] = rate(len(losses))
            loss = functional.cross_entropy(
                net(torch.tensor(X)[batch]), torch.tensor(y)[batch]
            )
            losses.append(loss.item())
            sgd.zero_grad()
            loss.backward()
            sgd.step()
    return losses, [p.detach().numpy() for p in net.parameters()]


@pytest.mark.parametrize("activation", ["relu", "tanh"])
@pytest.mark.parametrize(("step", "momentum"), [(plain, 0), (heavy, 0.9)])
@pytest.mark.parametrize("schedule", [None, lambda t: 0.2 / (1 + t)])
def test_fifty_steps_are_those_of_pytorch(activation, step, momentum, schedule):
    (X, y), params = some(classes=5), drawn([3, 13, 7, 5])
    losses, theirs = torch_losses(
        X, y, params, activation, momentum, schedule or (lambda t: 0.1)
    )
    options = {"step": step, "schedule": schedule, "activation": activation}
    ours, history = fit(X, y, params, epochs=10, batch_size=11, rng=rng(9), **options)
    assert len(losses) == 50
    assert_allclose(history.batch_loss, losses, rtol=1e-10)
    for p, true in zip(ours, theirs, strict=True):
        assert_allclose(p, true, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    ("step", "theirs", "options"),
    [
        (sgd_step, torch.optim.SGD, {"lr": 0.1, "momentum": 0.9}),
        (adam_step, torch.optim.Adam, {"lr": 0.01}),
    ],
)
def test_the_losses_and_steps_of_other_chapters_fit(step, theirs, options):
    (X, y), params = some(classes=5), drawn([3, 13, 5])
    net, losses = net_of(params), []
    optimizer = theirs(net.parameters(), **options)
    for _ in range(20):
        loss = functional.cross_entropy(net(torch.tensor(X)), torch.tensor(y))
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    pair = (other.cross_entropy, other.cross_entropy_grad)
    ours = {"step": partial(step, **options), "loss": pair, "epochs": 20, "batch_size": 53}
    _, history = fit(X, y, params, **ours)
    assert_allclose(history.loss, losses, rtol=1e-9)


def test_the_history_holds_what_was_measured():
    (X, y), params = some(), drawn([3, 5, 2])
    X_val, y_val = rng(7).normal(size=(19, 3)), rng(8).integers(0, 2, 19)
    last, history = fit(X, y, params, val=(X_val, y_val), rng=rng(2))
    assert [len(part) for part in history] == [5 * 8, 5, 5]
    assert all(type(loss) is float for part in history for loss in part)
    first = rng(2).permutation(53)[:7]
    assert history.batch_loss[0] == cross_entropy(forward(X[first], params), y[first])
    sizes = [7] * 7 + [4]
    assert_allclose(history.loss[1], np.dot(history.batch_loss[8:16], sizes) / 53)
    assert history.val_loss[-1] == cross_entropy(forward(X_val, last), y_val)
    assert not fit(X, y, params)[1].val_loss


def test_one_batch_of_everything_is_plain_gradient_descent():
    (X, y), params = some(), drawn([3, 5, 2])
    ours, history = fit(X, y, params, epochs=1, batch_size=1000)
    grads = backward(X, cross_entropy_grad(forward(X, params), y), params)
    for p, true in zip(ours, plain(params, grads, None)[0], strict=True):
        assert_allclose(p, true, rtol=1e-12)
    assert len(history.batch_loss) == 1
    assert_allclose(history.loss[0], cross_entropy(forward(X, params), y))


def test_a_callback_sees_each_epoch_and_may_end_the_training():
    (X, y), params, seen = some(), drawn([3, 5, 2]), []

    def watch(epoch, params, history):
        seen.append((epoch, len(history.loss), cross_entropy(forward(X, params), y)))

    def stop(epoch, params, history):
        return epoch == 3

    last, history = fit(X, y, params, callbacks=[stop, watch])  # which both are called
    assert [row[:2] for row in seen] == [(1, 1), (2, 2), (3, 3)]
    assert seen[-1][2] == cross_entropy(forward(X, last), y)
    assert len(history.loss) == 3


def test_training_leaves_what_it_is_given_alone():
    (X, y), params = some(), drawn([3, 5, 2])

    def in_place(params, grads, state):
        for p, g in zip(params, grads, strict=True):
            p -= 0.1 * g
        return params, state

    for step in (plain, in_place):
        laws.purity(partial(fit, step=step), {"X": X, "y": y, "params": params})


def test_targets_may_be_numbers_labels_or_vectors():
    X, params = some()[0], drawn([3, 5, 1])
    y = X @ [[1.0], [-2.0], [0.5]] + 3
    history = fit(X, y, params, loss=SQUARES, epochs=200, step=plain)[1]
    assert history.loss[-1] < 1e-2 * history.loss[0]
    fit(X, np.arange(53)[:, None], params, loss=SQUARES, epochs=1, schedule=lambda t: 0)
    seen = []
    fit(X, np.arange(53) % 2, params, epochs=1, batch_size=53,
        loss=(lambda z, y: seen.append(y) or 0.0, lambda z, y: z * 0))  # fmt: skip
    assert seen[0].dtype.kind == "i"
    fit(X.tolist(), y.tolist(), params, loss=SQUARES, epochs=1)


def test_a_net_of_two_units_learns_xor():
    X, y = np.array(CORNERS), np.array([0, 1, 1, 0])
    params = m.init_mlp([2, 8, 2], rng=rng(0))
    last, _ = fit(X, y, params, epochs=2000, batch_size=4)
    assert forward(X, last).argmax(axis=1).tolist() == y.tolist()


def test_a_loss_that_is_no_number_is_told_with_its_place():
    (X, y), params = some(), drawn([3, 5, 2])
    X[rng(2).permutation(53)[7 * 2 + 1]] = nan  # in the third batch
    message = "the loss is nan at step 3 of epoch 1, step 3 in all: lower the"
    assert_refuses(fit, [X, y, params], {"rng": rng(2)}, message, FloatingPointError)
    explosive = {"step": lambda p, g, s: plain(p, g, s, lr=1e200), "loss": SQUARES}
    X, y = some()[0], rng().normal(size=(53, 2))
    message = "the loss is inf at step 2 of epoch 1, step 2 in all"
    assert_refuses(fit, [X, y, params], explosive, message, FloatingPointError)
    late = {
        "batch_size": 53,
        "schedule": lambda t: 1e200 if t == 2 else 0.01,
        "loss": SQUARES,
    }
    message = "the loss is inf at step 1 of epoch 4, step 4 in all"
    assert_refuses(fit, [X, y, params], late, message, FloatingPointError)


@pytest.mark.parametrize("size", [2, 53, 1000])
@pytest.mark.parametrize("weight", [None, [1.0, 5.0, 0.5]])
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_the_history_is_per_sample_whatever_the_loss(size, weight, reduction):
    """PyTorch's loss of all samples at once, for parameters that stay."""
    (X, y), params = some(), drawn([3, 5, 3])
    given = {"weight": weight, "reduction": reduction}
    pair = partial(other.cross_entropy, **given), partial(other.cross_entropy_grad, **given)
    options = {"loss": pair, "batch_size": size, "epochs": 2, "val": (X[:9], y[:9])}
    _, history = fit(X, y, params, step=lambda p, g, s: (p, s), **options)
    w = None if weight is None else torch.tensor(weight, dtype=torch.float64)
    for losses, samples, labels in [(history.loss, X, y), (history.val_loss, X[:9], y[:9])]:
        logits = torch.tensor(forward(samples, params))
        true = functional.cross_entropy(
            logits, torch.tensor(labels), w, reduction=reduction
        )
        count = len(labels) if reduction == "sum" else 1
        assert_allclose(losses, [true.item() / count] * 2)
