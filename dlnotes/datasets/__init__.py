"""Data sets made by rule, each of which shows what some kind of model is for.

Nothing is loaded or downloaded. What is drawn comes from the generator `rng`, so that equal
generators give equal data; arrays are float64, labels and tokens int64.
"""

from ._digits import make_1d_digits
from ._patterns import make_bars_and_stripes
from ._sequences import make_reversals, make_trajectories

__all__ = [
    "make_1d_digits",
    "make_bars_and_stripes",
    "make_reversals",
    "make_trajectories",
]
