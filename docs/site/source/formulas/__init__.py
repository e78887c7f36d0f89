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
  So does a superscript that is no power: b_j^{(2)} is entry j of b_2, W^Q is W_Q.
- An index without limits runs over the axes that it is written on, which must be equally
  long; an index of the left side makes the result an array. Other limits are i < j,
  i \in S, i : y_i = 1, and for an index of the left side i = 1, \dots, n after a comma.
- Side by side stand a function and its argument, a number and anything, matrices, and
  a^\top b. Two vectors need \odot (entry by entry) or \cdot; or draw the input from R.
- Brackets stand wherever a reader could doubt: \log(2x), 1/(2x). f(x)^2 is (f(x))^2.
  After an array they hold its indices, if an index stands in them: I(i + 1, j).
- Of cases exactly one must hold, and each in some draw. Known words in \text{} are if, and,
  or, otherwise, is even, where; others are read as names.
- Several equations may need each other; `a, b = call` compares the names a and b. They may
  define functions, K(x, z) = …, and recurrences with their start, h_0 = 0.
- An index outside of an array is an error unless the domain says `outside = 0`.
- Paper counts from 1 and code from 0; a sum from 0 makes all of its formula count from 0.
- Known without a binding are e, \pi, \max, \log, …, \sigma, \operatorname{softmax} and
  other functions of dlnotes (`symbols`); \delta_{ij} is Kronecker's.
- The sets of inputs stand in `domains`; a name without a set is a number in (0,1).
"""

from .bindings import called, functions
from .blocks import Formula, find
from .check import agrees, check
from .editor import names
from .mutants import mutants
from .points import shown
from .rivals import Gap, four
from .steps import worked
from .tree import FormulaError

__all__ = [
    "Formula",
    "FormulaError",
    "Gap",
    "agrees",
    "called",
    "check",
    "find",
    "four",
    "functions",
    "mutants",
    "names",
    "shown",
    "worked",
]
