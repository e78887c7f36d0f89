r"""Displayed formulas that are tested: what a page shows is what the function computes.

A small reader of LaTeX computes the formula on random inputs, the binding in the comment
below it computes the same with dlnotes, and both must agree:

    $$
    \mathrm{MSE} = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2
    $$
    <!-- check: mse_loss(y_hat, y) for y_hat, y in R^n -->

The notation of the author:

- The binding spells the names of the formula in ASCII: \hat{y} is y_hat, \eta_0 is eta_0,
  h_{t-1} is h_tm1, \lambda is lam, \epsilon is eps, \nabla L is grad_L, and
  \frac{\partial L}{\partial y} is dL_dy.
- A subscript belongs to the name if the name has a value (W_f), else it is an index (x_i).
- An index without limits runs over the axes that it is written on, which must be equally
  long; an index of the left side makes the result an array.
- Side by side stand a function and its argument, a number and anything, matrices, and
  a^\top b. Two vectors need \odot (entry by entry) or \cdot; or draw the input from R.
- Brackets stand wherever a reader could doubt: \log(2x), 1/(2x). f(x)^2 is (f(x))^2.
- Of cases exactly one must hold; words in \text{} are not read.
- Several equations may need each other; `a, b = call` compares the names a and b.
- Paper counts from 1 and code from 0; a sum from 0 makes all of its formula count from 0.
- Known without a binding are e, \pi, \max, \log, …, \sigma, \operatorname{softmax} and
  other functions of dlnotes (`symbols`); \delta_{ij} is Kronecker's.
- The sets of inputs stand in `domains`; a name without a set is a number in (0,1).
"""

from .bindings import called, functions
from .blocks import Formula, find
from .check import agrees, check
from .equal import unnoticed
from .mutants import mutants
from .tree import FormulaError

__all__ = [
    "Formula",
    "FormulaError",
    "agrees",
    "called",
    "check",
    "find",
    "functions",
    "mutants",
    "unnoticed",
]
