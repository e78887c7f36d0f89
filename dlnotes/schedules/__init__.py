"""Schedules: the learning rate as a function of the number of updates made so far.

`t` is 0 for the first update, as in PyTorch. It may be an int or an array of ints of any
shape; the result is a float64 of the same shape. Only `reduce_on_plateau` cannot be
computed from `t`, because it depends on a measure of the training.
"""

from ._by_factor import constant_lr, lambda_lr, multiplicative_lr
from ._by_steps import exponential_lr, multistep_lr, step_lr
from ._cycles import cyclic_lr, one_cycle_lr
from ._decay import cosine_annealing_lr, linear_decay, linear_lr
from ._plateau import PlateauState as PlateauState
from ._plateau import reduce_on_plateau
from ._warmup import inverse_sqrt_lr, linear_warmup, noam_lr, warmup_cosine

__all__ = [
    "constant_lr",
    "cosine_annealing_lr",
    "cyclic_lr",
    "exponential_lr",
    "inverse_sqrt_lr",
    "lambda_lr",
    "linear_decay",
    "linear_lr",
    "linear_warmup",
    "multiplicative_lr",
    "multistep_lr",
    "noam_lr",
    "one_cycle_lr",
    "reduce_on_plateau",
    "step_lr",
    "warmup_cosine",
]
