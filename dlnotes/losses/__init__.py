"""Losses: how wrong a prediction is, as one number to make small, and their gradients.

A loss takes predictions first and targets second, and has the dtype of the predictions.
`reduction` makes a mean or a sum of the losses, or leaves them. The gradient of a loss
with respect to its predictions, with the factor of the reduction in it, is called
`<loss>_grad`. Shapes that would only fit by broadcasting are refused, and so is an empty
batch, whose mean would be nan.
"""

from ._cross_entropy import cross_entropy, cross_entropy_grad
from ._squared import mse_loss, mse_loss_grad, rmse, rmse_grad

__all__ = [
    "cross_entropy",
    "cross_entropy_grad",
    "mse_loss",
    "mse_loss_grad",
    "rmse",
    "rmse_grad",
]
