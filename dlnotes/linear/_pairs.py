"""The dual problem of a support vector machine, solved for two samples at a time.

This is sequential minimal optimisation. The pull of a sample is its share times its label.
All pulls add up to 0, so that what one of a pair gains the other loses.
"""

import numpy as np

from .._array import Array

STEPS = 100_000
ENOUGH = 1e-10  # by how much scores may still disagree, beside 1 or the largest of them


def _dual(K: Array, y: Array, C: float) -> tuple[Array, float]:
    """Return the pulls of the samples and the bias.

    `lack` is how much each score, without a bias, is short of its label. Samples that may
    pull up must not lack more than samples that may pull down.
    """
    low, high = np.minimum(0, C * y), np.maximum(0, C * y)
    pulls, lack = np.zeros(len(y)), y.astype(np.float64)
    for _ in range(STEPS):
        i = int(np.argmax(np.where(pulls < high, lack, -np.inf)))
        gaps = np.where(pulls > low, lack[i] - lack, 0)
        if np.max(gaps) <= ENOUGH * max(1, np.max(np.abs(lack))):
            return pulls, _bias(y - K @ pulls, pulls, low, high)
        j, best = _partner(K, i, gaps)
        up, down = high[i] - pulls[i], pulls[j] - low[j]
        step = min(best, up, down)
        # a pull that reaches a bound is exactly there
        pulls[i] = high[i] if step == up else pulls[i] + step
        pulls[j] = low[j] if step == down else pulls[j] - step
        lack -= step * (K[i] - K[j])
    rule = f"small enough for a fit within {STEPS} steps (scaled features help)"
    raise ValueError(f"`C` must be {rule}, got {C}")


def _partner(K: Array, i: int, gaps: Array) -> tuple[int, float]:
    """Return the sample whose pair with `i` gains most, and the best step of this pair."""
    own = np.diagonal(K)
    curves = own[i] + own - 2 * K[i]
    curves = np.maximum(curves, 1e-12 * max(np.max(own), np.finfo(float).tiny))
    with np.errstate(over="ignore"):  # of two equal samples, which go as far as they may
        j = int(np.argmax(np.maximum(gaps, 0) ** 2 / curves))
        return j, float(gaps[j] / curves[j])


def _bias(lack: Array, pulls: Array, low: Array, high: Array) -> float:
    """Return the mean lack of samples on the margin, or the middle of what is allowed."""
    free = (low < pulls) & (pulls < high)
    if np.any(free):
        return float(np.mean(lack[free]))
    return float((np.max(lack[pulls < high]) + np.min(lack[pulls > low])) / 2)
