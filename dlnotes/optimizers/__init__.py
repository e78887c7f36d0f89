"""Optimizers: steps against the gradient, the data they see, and surfaces to try them on.

Parameters are floating arrays of any shape. A function never writes to what it is given:
it returns the new point, or the whole path. Chance comes in as a generator `rng`.
"""

from ._batches import batch_iterator, num_iterations
from ._descent import gradient_descent, minibatch_variance, squared_error_gradients
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
    "batch_iterator",
    "double_well",
    "double_well_grad",
    "gradient_descent",
    "minibatch_variance",
    "num_iterations",
    "quadratic",
    "quadratic_grad",
    "rosenbrock",
    "rosenbrock_grad",
    "saddle",
    "saddle_grad",
    "squared_error_gradients",
]
