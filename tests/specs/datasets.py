"""Data sets: what each function promises."""

import math
from itertools import product

import numpy as np

from dlnotes import datasets
from specs import Call, Spec


def rng():
    return np.random.default_rng(0)


DRAWS = [
    Call("make_1d_digits", 23, rng=rng()),
    Call("make_trajectories", 7, 11, turn=0.2, rng=rng()),
    Call("make_reversals", 7, 11, rng=rng()),
]
DIGITS, WALKS, WORDS = DRAWS
BARS = Call("make_bars_and_stripes", 3)


def bars_and_stripes(size):
    """All pictures one by one, of which those of one colour in each row or column stay."""
    pictures = np.reshape(list(product([0, 1], repeat=size * size)), (-1, size, size))
    rows = [p for p in pictures if (p == p[:, :1]).all()]
    columns = [p for p in pictures if (p == p[:1]).all() and not (p == p[0, 0]).all()]
    return np.reshape(rows + columns, (-1, size * size))


MADE = "chance decides; test_datasets.py asks what a draw must keep"
NO_OTHER = "no other library makes it; test_datasets.py has what it is for"

LIST = "a list of texts; tests/test_datasets.py asks what it holds"

SPEC = Spec(
    module=datasets,
    good=[*DRAWS, BARS, Call("korean_given_names")],
    values=[
        Call("make_bars_and_stripes", 2).gives(
            [[0, 0, 0, 0], [0, 0, 1, 1], [1, 1, 0, 0], [1, 1, 1, 1], [0, 1, 0, 1]]
            + [[1, 0, 1, 0]]
        ),
        Call("make_reversals", 1, 1, tokens=2, rng=rng()).gives([[1]], [[1]]),
    ],
    parity=[Call("make_bars_and_stripes", size).like(bars_and_stripes) for size in (2, 3)],
    refusals=[
        *(
            Call(call.name, 0, *call.args[1:], **call.options).refuses(
                "`n` must be at least 1, got 0"
            )
            for call in DRAWS
        ),
        *(
            DIGITS.but(shift=value).refuses(f"`shift` must lie in [0, 1], got {value}")
            for value in (-0.1, 1.5, math.nan)
        ),
        *(
            call.but(noise=value).refuses(
                "`noise` must be a finite number of at least 0 and of at most 100, "
                f"got {value}"
            )
            for call in (DIGITS, WALKS)
            for value in (-0.1, 101, math.inf, math.nan)
        ),
        *(
            WALKS.but(turn=value).refuses(
                "`turn` must be a finite number of at least 0 and of at most "
                f"{math.pi}, got {value}"
            )
            for value in (-0.1, 3.2, math.nan)
        ),
        Call("make_trajectories", 7, 1, turn=0, rng=rng()).refuses(
            "`steps` must be at least 2, got 1"
        ),
        Call("make_reversals", 7, 0, rng=rng()).refuses(
            "`length` must be at least 1, got 0"
        ),
        WORDS.but(tokens=1).refuses("`tokens` must be at least 2, got 1"),
        Call("make_bars_and_stripes", 1).refuses("`size` must be at least 2, got 1"),
        Call("make_bars_and_stripes", 11).refuses("`size` must be at most 10, got 11"),
    ],
    parity_within={"rtol": 0},
    exempt={
        "values": {
            **dict.fromkeys(["make_1d_digits", "make_trajectories"], MADE),
            "korean_given_names": LIST,
        },
        "parity": {
            **dict.fromkeys([call.name for call in DRAWS], NO_OTHER),
            "korean_given_names": LIST,
        },
        "refusals": {"korean_given_names": "takes nothing"},
    },
)
