"""Optimizers: rules that change parameters to lower a loss, and surfaces to try them on.

Parameters and gradients are one array, or a list of arrays as a network has them. A step
takes the state that the step before returned, `None` at the first. No function writes to
its arguments, and randomness comes from a generator `rng`.
"""

from ._adam import adam_step, adamw_step
from ._adaptive import adagrad_step, rmsprop_step
from ._batches import batch_iterator, num_iterations
from ._decay import clip_grad_norm, l2_penalty, l2_penalty_grad, weight_decay_step
from ._descent import gradient_descent, minibatch_variance, squared_error_gradients
from ._landscape import hessian_min_probability, sgd_noise_floor
from ._momentum import sgd_step
from ._surfaces import (
    quadratic,
    quadratic_grad,
    rosenbrock,
    rosenbrock_grad,
    saddle,
    saddle_grad,
)
from ._wells import double_well, double_well_grad

__all__ = [
    "adagrad_step",
    "adam_step",
    "adamw_step",
    "batch_iterator",
    "clip_grad_norm",
    "double_well",
    "double_well_grad",
    "gradient_descent",
    "hessian_min_probability",
    "l2_penalty",
    "l2_penalty_grad",
    "minibatch_variance",
    "num_iterations",
    "quadratic",
    "quadratic_grad",
    "rmsprop_step",
    "rosenbrock",
    "rosenbrock_grad",
    "saddle",
    "saddle_grad",
    "sgd_noise_floor",
    "sgd_step",
    "squared_error_gradients",
    "weight_decay_step",
]
