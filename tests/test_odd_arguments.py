"""Odd arguments of every public function: a right value, or a refusal that helps.

A refusal is a ValueError or TypeError that names an argument in backticks, and says what
came. Any other error comes from inside of NumPy or Python, and tells a reader nothing.
"""

import inspect
import warnings
from decimal import Decimal

import numpy as np
import pytest
import torch

import test_contract as suite
from given import case, fresh

HUGE = 10**400
# Values that no argument may be: arrays, numbers, counts and functions all refuse them.
NEVER = {
    "text": "abc",
    "bytes": b"abc",
    "object": object(),
    "set": {1, 2},
    "dict": {1: 2},
    "complex": 1 + 2j,
    "complex array": np.ones((2, 2)) * 1j,
    "huge": HUGE,
    "huge and negative": -HUGE,
    "longer than Python prints": 10**5000,
    "list of huge numbers": [HUGE, 1],
    "decimal": Decimal(1),
    "dates": np.zeros(2, "M8[s]"),
    "objects": np.array([1, None]),
    "list of None": [None, None],
    "list of texts": ["a", "b"],
    "ragged": [[1, 2], [3]],
    "deeply ragged": [[[1.0], [2.0, 3.0]]],
    "masked": np.ma.array([1.0, 2.0], mask=[0, 1]),
    "masked row": [[1.0, 2.0], np.ma.array([1.0, 2.0], mask=[0, 1])],
    "tensor with a graph": torch.ones(2, requires_grad=True),
    "number with a graph": torch.ones((), requires_grad=True),
    "bfloat16": torch.ones(2, dtype=torch.bfloat16),
    "not implemented": NotImplemented,
}
EXACT = ["num_iterations"]  # whose result is a whole number of any size
# whose arguments are texts, and lists of texts
WORDS = ["to_jamo", "from_jamo", "apply_bpe"]
TEXTS = ["bag_of_words", "build_vocabulary", "learn_bpe", "encode_tokens"]
ONCE = {  # what can be read only once
    "iterator": lambda: iter([1.0, 2.0]),
    "generator": lambda: (i for i in [1, 2]),
    "map": lambda: map(float, [1, 2]),
    "range of pairs": lambda: zip([1], [2], strict=True),
}
# Values that some arguments may be, and others refuse.
PERHAPS = {
    "none": None,
    "true": True,
    "false": np.False_,
    "zero": 0,
    "below 0": -3,
    "half": 0.5,
    "nan": np.nan,
    "infinity": np.inf,
    "largest": 1.7e308,
    "smallest": 5e-324,
    "more than that": 2**64,
    "count of NumPy": np.uint64(2**64 - 1),
    "number in an array": np.array(1.5),
    "float16": np.float16(1),
    "no entries": [],
    "no rows": np.zeros((0, 3)),
    "no columns": np.zeros((3, 0)),
    "empty rows": [[]],
    "three axes": np.ones((2, 3, 4)),
    "bools": np.array([True, False]),
    "large integers": np.array([0, 2**64 - 1], np.uint64),
    "tensor": torch.ones(2),
    "tuple": (1, 2),
    "empty tuple": (),
}


def refused_well(error):
    """Whether an error is a refusal that names the argument, the rule and what came."""
    text = str(error)
    if isinstance(error, np.exceptions.AxisError):
        return True  # NumPy's own words, the same in all versions
    plain = type(error) in (ValueError, TypeError)
    return plain and text.count("`") >= 2 and "got" in text and len(text) < 400


def outcome(f, given):
    """The error of a call that was refused, or None; other errors are not caught."""
    try:
        f(**fresh(given))
    except (MemoryError, FloatingPointError):
        return None  # a machine has an end; mlp_train stops where the loss is no number
    except Exception as error:
        if not refused_well(error):
            raise
        return error
    return None


def each_argument():
    """A test for every argument of every public function."""
    params = [
        pytest.param(spec, name, argument, id=f"{spec.chapter}-{name}-{argument}")
        for spec in suite.SPECS
        for name in spec.functions
        for argument in inspect.signature(getattr(spec.module, name)).parameters
    ]
    return pytest.mark.parametrize(("spec", "name", "argument"), params)


def good(spec, name):
    """A function, and the arguments of a good call."""
    call = next(call for call in spec.good if call.name == name)
    return spec.function(call), spec.given(call)


@each_argument()
def test_what_no_argument_is_meant_to_be(spec, name, argument):
    f, given = good(spec, name)
    for kind, value in NEVER.items():
        with case(argument, "is", kind):
            error = outcome(f, {**given, argument: value})
            meant = (
                (name in EXACT and type(value) is int)
                or (name in TEXTS and kind == "list of texts")
                or (name in WORDS and kind == "text")
            )
            assert error is not None or meant
    for kind, make in ONCE.items():
        with case(argument, "is", kind):
            assert outcome(f, {**given, argument: make()}) is not None


@each_argument()
def test_what_some_arguments_may_be(spec, name, argument):
    f, given = good(spec, name)
    for kind, value in PERHAPS.items():
        with case(argument, "is", kind), warnings.catch_warnings():
            warnings.simplefilter("error")
            outcome(f, {**given, argument: value})


def test_a_refusal_is_told_from_an_obscure_error():
    assert refused_well(ValueError("`n` must be at least 1, got 0"))
    assert not refused_well(ValueError("operands could not be broadcast together"))
    assert not refused_well(OverflowError("`n` must be at least 1, got 0"))
