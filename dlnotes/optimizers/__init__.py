"""Optimizers: rules that take parameters down a loss, and what the loss does to them.

Parameters and gradients are one array, or a list of arrays as a network has them. A step
takes the state that the step before handed back, `None` at first, and writes to nothing.
"""

from ._adam import adam_step, adamw_step
from ._adaptive import adagrad_step, rmsprop_step
from ._decay import clip_grad_norm, l2_penalty, l2_penalty_grad, weight_decay_step
from ._landscape import hessian_min_probability, sgd_noise_floor
from ._momentum import sgd_step

__all__ = [
    "adagrad_step",
    "adam_step",
    "adamw_step",
    "clip_grad_norm",
    "hessian_min_probability",
    "l2_penalty",
    "l2_penalty_grad",
    "rmsprop_step",
    "sgd_noise_floor",
    "sgd_step",
    "weight_decay_step",
]
