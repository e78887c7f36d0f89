"""Schedules that multiply the initial rate, or the rate of the step before, by a factor."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_number
from ._arguments import Factor, _as_steps, _factors


def constant_lr(
    t: ArrayLike, base_lr: float, *, factor: float = 1.0, total_iters: int = 0
) -> Array:
    """Rate that stays the same, at most lowered by one factor for the first steps.

    base_lr * factor if t < total_iters else base_lr

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    base_lr : float
        Rate, at least 0.
    factor : float, default 1.0
        Factor of the first steps, at least 0. (In PyTorch the default is 1/3.)
    total_iters : int, default 0
        Number of steps with the factor, at least 0. (In PyTorch the default is 5.)

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import constant_lr
    >>> constant_lr([0, 1, 99], 0.5).tolist()
    [0.5, 0.5, 0.5]
    >>> constant_lr([0, 1, 2, 3], 0.5, factor=0.5, total_iters=2).tolist()
    [0.25, 0.25, 0.5, 0.5]

    References
    ----------
    [@pytorch213], `torch.optim.lr_scheduler.ConstantLR`.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    factor = as_number("factor", factor, at_least=0)
    last = as_count("total_iters", total_iters, 0)
    with np.errstate(over="ignore"):
        return rate * np.where(steps < last, factor, 1.0)


def lambda_lr(t: ArrayLike, base_lr: float, *, lr_lambda: Factor) -> Array:
    """Initial rate times a factor that depends on the step alone.

    base_lr * lr_lambda(t)

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    lr_lambda : callable
        Function that takes a step as an int and returns the factor of the initial rate at
        this step, a finite number of at least 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import lambda_lr
    >>> lambda_lr([0, 1, 2, 3], 1.0, lr_lambda=lambda t: 0.5).tolist()  # not powers
    [0.5, 0.5, 0.5, 0.5]
    >>> lambda_lr([0, 1, 2, 3], 1.0, lr_lambda=lambda t: 0.5**t).tolist()
    [1.0, 0.5, 0.25, 0.125]

    References
    ----------
    [@pytorch213], `torch.optim.lr_scheduler.LambdaLR`.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    factors = _factors(lr_lambda, steps.ravel().tolist()).reshape(steps.shape)
    with np.errstate(over="ignore"):
        return rate * factors


def multiplicative_lr(t: ArrayLike, base_lr: float, *, lr_lambda: Factor) -> Array:
    """Rate of the step before times a factor; at step 0 it is the initial rate.

    base_lr * lr_lambda(1) * lr_lambda(2) * ... * lr_lambda(t)

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    lr_lambda : callable
        Function that takes a step as an int and returns the factor of the rate before it,
        a finite number of at least 0. It is called for every step from 1 to the largest
        `t`.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import multiplicative_lr
    >>> multiplicative_lr([0, 1, 2, 3], 1.0, lr_lambda=lambda t: 0.5).tolist()
    [1.0, 0.5, 0.25, 0.125]

    References
    ----------
    [@pytorch213], `torch.optim.lr_scheduler.MultiplicativeLR`.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    found = _factors(lr_lambda, list(range(1, int(np.max(steps, initial=0)) + 1)))
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        rates = np.cumprod(np.concatenate([[rate], found]))
    return rates[steps]
