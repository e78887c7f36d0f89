"""Newton's method for convex losses of linear scores, for one column of weights or many.

The scores are Z = A @ theta: the last column of A is 1, and the last row of theta holds the
biases. Each step solves H step = -gradient by conjugate gradients, which need no more
of H than its products with vectors.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from .._array import Array

MOST_STEPS = 100
SETTLED = 1e-12  # share of the loss that the next step would gain
FLAT = 1e-15  # share of the curvature of single weights that is nothing but rounding
STILL = 1e-3  # change of scores that a last step may make


class ScoreLoss(NamedTuple):
    """A loss of scores: one for each sample, and the derivatives of their sum.

    `hessian` returns the diagonal of the Hessian, and its product with a vector.
    """

    losses: Callable[[Array], Array]
    grad: Callable[[Array], Array]
    hessian: Callable[[Array], tuple[Array, Callable[[Array], Array]]]


def _minimum(A: Array, theta: Array, loss: ScoreLoss, penalty: float) -> Array:
    """Return the theta that makes the mean loss and the penalty smallest."""
    shrink = np.full(theta.shape, penalty)
    shrink[-1] = 0
    sizes = np.mean(A * A, axis=0)
    objective = partial(_objective, A=A, loss=loss, shrink=shrink)
    for _ in range(MOST_STEPS):
        Z = A @ theta
        # a loss below log 2 is a sample on its right side, and larger weights help it
        if penalty == 0 and np.max(loss.losses(Z)) < np.log(2):
            break
        gradient = A.T @ loss.grad(Z) / len(A) + shrink * theta
        step = _newton_step(A, Z, gradient, loss, shrink, sizes)
        gain = -np.sum(gradient * step)
        if gain <= SETTLED * objective(theta):
            if penalty == 0 and np.max(np.abs(A @ step)) > STILL:
                break
            return theta + step
        theta = theta + _share(objective, theta, step, gain) * step
    rule = "be above 0 for classes that a hyperplane separates"
    raise ValueError(f"`penalty` must {rule}, got {penalty}: the weights grow without end")


def _objective(theta: Array, *, A: Array, loss: ScoreLoss, shrink: Array) -> float:
    return float(np.mean(loss.losses(A @ theta)) + np.sum(shrink * theta**2) / 2)


def _newton_step(
    A: Array, Z: Array, gradient: Array, loss: ScoreLoss, shrink: Array, sizes: Array
) -> Array:
    """Return the step that solves H step = -gradient, more exactly the nearer the end."""
    step, residual = np.zeros_like(gradient), -gradient
    spread, bend = loss.hessian(Z)
    scale = np.multiply.outer(sizes, np.mean(spread, axis=0)) + shrink
    scale[scale == 0] = 1  # of a feature that is always 0
    size = np.linalg.norm(gradient)
    enough = min(0.1, np.sqrt(size)) * size
    across = residual / scale
    inner = np.sum(residual * across)
    for _ in range(2 * step.size):
        if np.linalg.norm(residual) <= enough:
            break
        bent = A.T @ bend(A @ across) / len(A) + shrink * across
        curvature = np.sum(across * bent)
        if curvature <= FLAT * np.sum(scale * across**2):
            break
        step = step + inner / curvature * across
        residual = residual - inner / curvature * bent
        scaled = residual / scale
        before, inner = inner, np.sum(residual * scaled)
        across = scaled + inner / before * across
    return step


def _share(
    objective: Callable[[Array], float], theta: Array, step: Array, gain: float
) -> float:
    """Return the share of a step, halved until the loss falls as its slope promises."""
    value, share = objective(theta), 1.0
    while share > 1e-10 and objective(theta + share * step) > value - 1e-4 * share * gain:
        share /= 2
    return share
