"""Data sets made by rule, each of which shows what some kind of model is for.

Nothing is downloaded, and only a list of names was not made by rule. What is drawn comes
from the generator `rng`, so that equal generators give equal data; arrays are float64,
labels and tokens int64.
"""

from ._digits import make_1d_digits
from ._names import korean_given_names
from ._patterns import make_bars_and_stripes
from ._sequences import make_reversals, make_trajectories

__all__ = [
    "korean_given_names",
    "make_1d_digits",
    "make_bars_and_stripes",
    "make_reversals",
    "make_trajectories",
]
