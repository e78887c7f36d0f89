"""Automatic differentiation: derivatives of a computation, exactly and by differences.

`Value` remembers how a number was computed and finds its derivatives backwards, by the
chain rule. The numerical functions only call a function and measure its slopes, which is
slow and inexact, but good for checking.
"""

from ._chain_rule import chain_rule_product
from ._numerical import gradient_check, numerical_gradient, numerical_jacobian
from ._value import Value

__all__ = [
    "Value",
    "chain_rule_product",
    "gradient_check",
    "numerical_gradient",
    "numerical_jacobian",
]
