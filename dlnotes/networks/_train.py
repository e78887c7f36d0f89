"""Training: forward, loss, backward and a step of the optimizer for each batch."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_function, as_list, as_rng, brief
from .._array import Array, as_labels, as_real
from ..optimizers import batch_iterator
from ._forward import mlp_backward, mlp_forward
from ._layers import Layers, Params, _as_inputs, _as_layers

Step: TypeAlias = Callable[..., tuple[Params, Any]]
Loss: TypeAlias = tuple[Callable[[Array, Any], Any], Callable[[Array, Any], Array]]
Samples: TypeAlias = tuple[Array, NDArray[Any]]
Pair = TypeVar("Pair", bound=tuple[Any, Any])
Callback: TypeAlias = Callable[[int, Params, "MLPHistory"], Any]


class MLPHistory(NamedTuple):
    """Losses that `mlp_train` has measured so far."""

    batch_loss: list[float]  # of every mini-batch, before its step
    loss: list[float]  # of every epoch, per sample
    val_loss: list[float]  # of every epoch, per sample, after its last step


def mlp_train(
    X: ArrayLike,
    y: ArrayLike,
    params: Sequence[ArrayLike],
    *,
    step: Step,
    loss: Loss,
    epochs: int,
    batch_size: int,
    rng: np.random.Generator,
    activation: str = "relu",
    schedule: Callable[[int], float] | None = None,
    val: tuple[ArrayLike, ArrayLike] | None = None,
    callbacks: Sequence[Callback] = (),
) -> tuple[Params, MLPHistory]:
    """Parameters of a multilayer perceptron after training, and its losses on the way.

    for each epoch, for each mini-batch: forward, loss, backward, step

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,) or (N, ...)
        Targets, as `loss` takes them. One-dimensional integers are labels, from 0 up to the
        number of outputs, unless there is a single output.
    params : sequence of array_like
        `[W1, b1, W2, b2, ...]` to begin with, as `init_mlp` returns them.
    step : callable
        `step(params, grads, state)`, which returns new `params` and `state`, such as
        `partial(sgd_step, lr=0.1)`. The first `state` is None.
    loss : pair of callables
        The loss and its gradient with respect to the logits, such as
        `(cross_entropy, cross_entropy_grad)`. Both are called with the logits and the
        targets of a mini-batch.
    epochs : int
        Passes over all samples, at least 1.
    batch_size : int
        Samples per step, at least 1; the last step of an epoch takes those that are left.
    rng : numpy.random.Generator
        Source of the order of the samples, a new one for each epoch.
    activation : {"relu", "identity", "sigmoid", "tanh", "leaky_relu", "elu"}
        Function between the layers.
    schedule : callable, optional
        `schedule(t)`, the learning rate of step t counted from 0 over all epochs, which
        `step` then gets as the keyword `lr`.
    val : pair of array_like, optional
        Samples and targets whose loss is measured after each epoch.
    callbacks : sequence of callables
        Each is called after each epoch with its number, counted from 1, the parameters and
        the history. If one returns something true, this epoch is the last.

    Returns
    -------
    params : list of ndarray
        New parameters of the same shapes.
    history : NamedTuple
        Lists of numbers: `batch_loss`, as `loss` gives it for each mini-batch before its
        step; `loss`, that of all samples of an epoch, from the logits that these steps
        saw; `val_loss`, after each epoch. The last two are divided by the number of samples
        where `loss` is a sum, so that they can be compared.

    Raises
    ------
    ValueError
        If the layers or samples do not fit (as in `mlp_forward`), `X` or `y` is empty or
        not as long as the other, a label is out of range, a count is below 1, or the loss
        is not one number.
    FloatingPointError
        If the loss of a mini-batch is nan or infinite; the message says at which epoch and
        step.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.networks import init_mlp, mlp_train
    >>> def step(params, grads, state):
    ...     return [p - 0.1 * g for p, g in zip(params, grads)], state
    >>> loss = (lambda z, y: np.mean((z - y) ** 2), lambda z, y: 2 * (z - y) / z.size)
    >>> X, y = np.array([[0], [1], [2]]), np.array([[1], [3], [5]])
    >>> params = init_mlp([1, 1], rng=np.random.default_rng(0))
    >>> params, history = mlp_train(
    ...     X, y, params, step=step, loss=loss, epochs=500, batch_size=3,
    ...     rng=np.random.default_rng(0))
    >>> [p.round(3).tolist() for p in params], history.loss[-1] < 1e-6
    ([[[2.0]], [1.0]], True)

    References
    ----------
    [@goodfellow2016], section 8.3.
    """
    layers = _as_layers(params)
    samples = _as_samples("X", X, "y", y, layers)
    held = None if val is None else _as_held(val, layers)
    start = [array.copy() for layer in layers for array in layer]
    measure, slope = _as_pair("loss", loss, "a loss and its gradient")
    run = _Run(start, step, measure, slope, activation, schedule)
    calls = [as_function("callbacks", call) for call in as_list("callbacks", callbacks)]
    n, rng = len(samples[0]), as_rng(rng)
    for epoch in range(1, as_count("epochs", epochs, 1) + 1):
        batches = list(batch_iterator(n, batch_size, rng=rng))
        with np.errstate(over="ignore", invalid="ignore"):
            run.epoch(epoch, samples, batches, held)
        answers = [call(epoch, run.params, run.history) for call in calls]
        if any(answers):
            break
    return run.params, run.history


@dataclass
class _Run:
    """A training run: its settings, and the state that changes with each step."""

    params: Params
    step: Step
    measure: Callable[[Array, Any], Any]
    slope: Callable[[Array, Any], Array]
    activation: str
    schedule: Callable[[int], float] | None
    state: Any = None
    is_sum: bool | None = None  # whether twice the samples have twice the loss
    history: MLPHistory = field(default_factory=lambda: MLPHistory([], [], []))

    def __post_init__(self) -> None:
        as_function("step", self.step)
        as_function("loss[0]", self.measure)
        as_function("loss[1]", self.slope)
        if self.schedule is not None:
            as_function("schedule", self.schedule)

    def epoch(
        self, number: int, samples: Samples, batches: list[Any], held: Samples | None
    ) -> None:
        """Use every sample once, and record the losses."""
        X, y = samples
        logits = [
            self.update(X[batch], y[batch], f"step {i} of epoch {number}")
            for i, batch in enumerate(batches, start=1)
        ]
        seen = y[np.concatenate(batches)]
        self.history.loss.append(self.mean_loss(np.concatenate(logits), seen))
        if held is not None:
            answers, _ = mlp_forward(held[0], self.params, activation=self.activation)
            self.history.val_loss.append(self.mean_loss(answers, held[1]))

    def update(self, X: Array, y: NDArray[Any], where: str) -> Array:
        """Take one step, unless the loss is no longer a number; return the logits."""
        logits, cache = mlp_forward(X, self.params, activation=self.activation)
        loss, t = self.loss(logits, y), len(self.history.batch_loss)
        if not math.isfinite(loss):
            came = f"the loss is {loss} at {where}, step {t + 1} in all"
            hint = "lower the learning rate, or look at `X` and `y`"
            raise FloatingPointError(f"{came}: {hint}")
        grads = mlp_backward(self.slope(logits, y), self.params, cache)
        rate = {} if self.schedule is None else {"lr": float(self.schedule(t))}
        self.params, self.state = self.step(self.params, grads, self.state, **rate)
        self.history.batch_loss.append(loss)
        return logits

    def mean_loss(self, logits: Array, y: NDArray[Any]) -> float:
        """Return the loss of many samples, divided by their number if it is a sum."""
        loss = self.loss(logits, y)
        if self.is_sum is None and loss != 0:
            twice = self.loss(np.concatenate([logits] * 2), np.concatenate([y] * 2))
            self.is_sum = abs(twice - 2 * loss) < abs(twice - loss)
        return loss / len(y) if self.is_sum else loss

    def loss(self, logits: Array, y: NDArray[Any]) -> float:
        """Return the loss as one Python float."""
        value = self.measure(logits, y)
        if np.size(value) != 1:
            raise ValueError(f"`loss` must give one number, got shape {np.shape(value)}")
        return float(np.reshape(value, ()))


def _as_pair(name: str, value: Pair, parts: str) -> Pair:
    """Return `value`, refused unless it has two parts."""
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise TypeError(f"`{name}` must be a pair, {parts}, got {brief(value)}")
    return value


def _as_held(val: tuple[ArrayLike, ArrayLike], layers: Layers) -> Samples:
    """Return the samples and targets that are held back from training."""
    X, y = _as_pair("val", val, "samples and targets")
    return _as_samples("val[0]", X, "val[1]", y, layers)


def _as_samples(
    name: str, X: ArrayLike, name_y: str, y: ArrayLike, layers: Layers
) -> Samples:
    """Return samples and targets, refused unless they fit each other and the network."""
    inputs, targets = _as_inputs(name, X, layers), as_real(name_y, y)
    if inputs.ndim != 2 or not len(inputs):
        rule = f"shape (N, {inputs.shape[-1]}) with a sample or more"
        raise ValueError(f"`{name}` must have {rule}, got {inputs.shape}")
    if targets.shape[:1] != inputs.shape[:1]:
        rule = f"the {len(inputs)} rows of `{name}`"
        raise ValueError(f"`{name_y}` must have {rule}, got shape {targets.shape}")
    classes = len(layers[-1][0])
    if targets.ndim == 1 and targets.dtype.kind in "iu" and classes > 1:
        as_labels(name_y, targets, classes)
    return inputs, targets
