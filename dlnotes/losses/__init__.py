"""Losses: the error of predictions as one number, to be made small, and its gradients.

A loss takes predictions first and targets second, and has the dtype of the predictions.
`reduction` chooses the mean of the losses, their sum, or the losses themselves. The
gradient of a loss with respect to its predictions, with the factor of the reduction in
it, is called `<loss>_grad`. A loss refuses shapes that would only fit by broadcasting, and
an empty batch, whose mean would be nan.
"""

from ._absolute import (
    huber_loss,
    huber_loss_grad,
    l1_loss,
    l1_loss_grad,
)
from ._binary import (
    binary_cross_entropy,
    binary_cross_entropy_grad,
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_grad,
)
from ._cross_entropy import (
    cross_entropy,
    cross_entropy_grad,
)
from ._information import (
    cross_entropy_probs,
    cross_entropy_probs_grad,
    entropy,
    entropy_grad,
    kl_div,
    kl_div_grad,
)
from ._likelihood import (
    nll_from_likelihood,
    nll_from_likelihood_grad,
    nll_loss,
    nll_loss_grad,
)
from ._margin import (
    hinge_loss,
    hinge_loss_grad,
    squared_hinge_loss,
    squared_hinge_loss_grad,
)
from ._multi_margin import (
    multi_margin_loss,
    multi_margin_loss_grad,
)
from ._squared import (
    mse_loss,
    mse_loss_grad,
    rmse,
    rmse_grad,
)

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_grad",
    "binary_cross_entropy_with_logits",
    "binary_cross_entropy_with_logits_grad",
    "cross_entropy",
    "cross_entropy_grad",
    "cross_entropy_probs",
    "cross_entropy_probs_grad",
    "entropy",
    "entropy_grad",
    "hinge_loss",
    "hinge_loss_grad",
    "huber_loss",
    "huber_loss_grad",
    "kl_div",
    "kl_div_grad",
    "l1_loss",
    "l1_loss_grad",
    "mse_loss",
    "mse_loss_grad",
    "multi_margin_loss",
    "multi_margin_loss_grad",
    "nll_from_likelihood",
    "nll_from_likelihood_grad",
    "nll_loss",
    "nll_loss_grad",
    "rmse",
    "rmse_grad",
    "squared_hinge_loss",
    "squared_hinge_loss_grad",
]
