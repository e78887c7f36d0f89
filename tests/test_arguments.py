"""The checks of arguments that all chapters share, and how their messages read."""

import math
from fractions import Fraction

import numpy as np
import pytest
import torch

from checks import assert_refuses
from dlnotes import _arguments, _array
from dlnotes.activations import elu, logsumexp, relu, softmax
from dlnotes.autodiff import chain_rule_product, numerical_gradient
from dlnotes.initializers import activation_statistics, zeros
from dlnotes.losses import mse_loss, mse_loss_grad, multi_margin_loss
from dlnotes.networks import mlp_forward, mlp_train
from dlnotes.neurons import perceptron_fit
from dlnotes.optimizers import adam_step, gradient_descent, sgd_step
from dlnotes.optimizers._state import AdamState
from dlnotes.schedules import reduce_on_plateau

pytestmark = pytest.mark.filterwarnings("error")
MASKED = np.ma.array([1.0, 2.0, -999.0], mask=[0, 0, 1])
GRAD = torch.ones(2, requires_grad=True)
BFLOAT = torch.ones(2, dtype=torch.bfloat16)
HUGE = 10**400
X, Y, PARAMS = np.ones((2, 3)), np.zeros((2, 1)), [np.ones((1, 3)), np.zeros(1)]
RUN = {
    "step": lambda params, grads, state: (params, state),
    "loss": (mse_loss, mse_loss_grad),
    "epochs": 1,
    "batch_size": 2,
    "rng": np.random.default_rng(0),
}

# function, arguments, options, error, message
REFUSALS = [
    (mse_loss, [MASKED, [1, 2, 0]], {}, TypeError, "`pred` must not be a masked array"),
    (mse_loss, [[1, 2, 0], MASKED], {}, TypeError, "`target` must not be a masked array"),
    (relu, [[[0, 1, 2], MASKED]], {}, TypeError, "`x` must not be a masked array"),
    (sgd_step, [MASKED, MASKED, None], {"lr": 1}, TypeError, "`params` must not be a mask"),
    (
        *(sgd_step, [[np.ones(3), MASKED]] * 2 + [None], {"lr": 1}),
        *(TypeError, "`params[1]` must not be a masked array"),
    ),
    (
        relu,
        [[[1, 2], [3]]],
        {},
        ValueError,
        "`x` must hold entries of one shape, got a rag",
    ),
    (
        *(sgd_step, [[[1, 2], [3]], [1], None], {"lr": 1}),
        *(ValueError, "`params` must hold entries of one shape, got a ragged list"),
    ),
    (
        relu,
        [GRAD],
        {},
        TypeError,
        "`x` must be an array or a list of numbers, got Tensor: ",
    ),
    (relu, [BFLOAT], {}, TypeError, "got Tensor: Got unsupported ScalarType BFloat16"),
    (relu, [HUGE], {}, TypeError, "`x` must hold real numbers, got dtype object"),
    (
        *(elu, [[1.0]], {"alpha": HUGE}),
        *(ValueError, "`alpha` must be in the range of float64, got int outside of it"),
    ),
    (
        *(elu, [np.ones(1, "f4")], {"alpha": Fraction(-HUGE)}),
        *(
            ValueError,
            "`alpha` must be in the range of float64, got Fraction outside of it",
        ),
    ),
    (
        *(perceptron_fit, [[[1]], [1]], {"rng": 0}),
        *(TypeError, "`rng` must be a numpy.random.Generator or None, got int"),
    ),
    (
        *(perceptron_fit, [[[1]], [1]], {"rng": np.random}),
        *(TypeError, "`rng` must be a numpy.random.Generator or None, got module"),
    ),
    (
        *(multi_margin_loss, [np.eye(2), [0, 1]], {"p": True}),
        *(TypeError, "`p` must be a whole number, got bool"),
    ),
    (zeros, [{3, 2}], {}, TypeError, "`shape` must hold integers, got {2, 3}"),
    (zeros, [(True, 2)], {}, TypeError, "`shape` must hold integers, got (True, 2)"),
    (zeros, [(2**63,)], {}, ValueError, "`shape` must be at most 9223372036854775807, got"),
    (
        *(adam_step, [[1.0], [1.0], AdamState(-5, (np.zeros(1),), (np.zeros(1),))]),
        *({"lr": 1}, ValueError, "`state.steps` must be at least 0, got -5"),
    ),
    (
        softmax,
        [[1.0]],
        {"axis": 1.0},
        TypeError,
        "`axis` must be a whole number, got float",
    ),
]

FUNCTION = "must be callable, got"
WRONG_KINDS = [
    (gradient_descent, [None, [1.0]], {"lr": 1, "steps": 1}, f"`grad` {FUNCTION} NoneType"),
    (numerical_gradient, [[1.0], [1.0]], {}, f"`f` {FUNCTION} list"),
    (
        mlp_forward,
        [np.ones((2, 3)), None],
        {},
        "`params` must be a list or a tuple, got No",
    ),
    (chain_rule_product, [{1, 2}], {}, "`derivs` must be a list or a tuple, got set"),
    (
        *(activation_statistics, [np.ones((2, 3)), None], {"activation": "relu"}),
        "`weights` must be a list or a tuple, got NoneType",
    ),
    (logsumexp, [[1.0]], {"keepdims": "no"}, "`keepdims` must be True or False, got str"),
    (
        *(reduce_on_plateau, [0.1, 1.0, (1.0, 0)], {}),
        "`state` must be None or PlateauState, got (1.0, 0)",
    ),
    (
        *(reduce_on_plateau, [0.1, 1.0, (1.0, 0.5, 0)], {}),
        "`state.bad` must be a whole number, got float",
    ),
    *(
        (mlp_train, [X, Y, PARAMS], {**RUN, option: value}, message)
        for option, value, message in [
            ("step", None, f"`step` {FUNCTION} NoneType"),
            ("schedule", 0.1, f"`schedule` {FUNCTION} float"),
            ("callbacks", len, "`callbacks` must be a list or a tuple, got builtin"),
            ("callbacks", [1], f"`callbacks` {FUNCTION} int"),
            ("loss", (len, 1), f"`loss[1]` {FUNCTION} int"),
            ("val", [X], "`val` must be a pair, samples and targets, got [array"),
        ]
    ),
]


@pytest.mark.parametrize(("function", "args", "given", "message"), WRONG_KINDS)
def test_functions_lists_and_flags(function, args, given, message):
    assert_refuses(function, args, given, message, TypeError)


def test_an_axis_is_named_as_by_a_new_numpy():
    with pytest.raises(np.exceptions.AxisError, match="axis 7 is out of bounds for array"):
        softmax([[1.0, 2.0], [3.0, 4.0]], axis=7)
    with pytest.raises(np.exceptions.AxisError, match="axis 1 is out of bounds for array"):
        softmax(3.0, axis=1)
    assert softmax(3.0, axis=0) == softmax(3.0) == 1  # as in NumPy


@pytest.mark.parametrize(("function", "args", "given", "error", "message"), REFUSALS)
def test_refusals(function, args, given, error, message):
    assert_refuses(function, args, given, message, error)


def test_tensors_without_a_graph_are_arrays():
    assert relu(torch.tensor([-1.0, 2.0])).tolist() == [0, 2]


@pytest.mark.parametrize(
    ("choices", "value", "rule"),
    [
        (("min", "max"), "low", """must be "min" or "max", got 'low'"""),
        (("a", "b", "c"), ["a"], """must be one of "a", "b" or "c", got ['a']"""),
        (("a", "b"), np.array(["a"]), """must be "a" or "b", got array(['a']"""),
        ((1, 2), 3, "must be 1 or 2, got 3"),
    ],
)
def test_choices_read_as_a_sentence(choices, value, rule):
    assert_refuses(_arguments.one_of, ["mode", value, choices], {}, f"`mode` {rule}")
    assert _arguments.one_of("mode", choices[-1], choices) == choices[-1]


@pytest.mark.parametrize(
    ("bounds", "good", "bad", "rule"),
    [
        ({}, 1e300, math.inf, "a finite number"),
        ({"at_least": 0}, 0, -1, "a finite number of at least 0"),
        ({"above": 0}, 1, 0, "a finite number above 0"),
        ({"at_most": 1}, 1, 2, "a finite number of at most 1"),
        ({"below": 1}, 0, 1, "a finite number below 1"),
        ({"at_least": 0, "below": 1}, 0, 1, "a finite number of at least 0 and below 1"),
        (
            {"above": 0, "at_most": 1},
            1,
            math.nan,
            "a finite number above 0 and of at most 1",
        ),
    ],
)
def test_bounds_of_numbers(bounds, good, bad, rule):
    assert _array.as_number("a", good, **bounds) == good
    message = f"`a` must be {rule}, got {bad}"
    assert_refuses(_array.as_number, ["a", bad], bounds, message)


def test_bounds_of_counts():
    assert [_arguments.as_count("n", n, 0, 2) for n in (0, 2)] == [0, 2]
    assert_refuses(_arguments.as_count, ["n", 3, 0, 2], {}, "`n` must be at most 2, got 3")
    assert_refuses(
        _arguments.as_count, ["n", -1, 0, 2], {}, "`n` must be at least 0, got -1"
    )


def test_shares_reach_1_where_the_bracket_says_so():
    assert [_array.as_share("a", a) for a in (0, 1)] == [0, 1]
    for value in (-0.1, 1, math.nan):
        message = f"`a` must lie in [0, 1), got {value}"
        assert_refuses(_array.as_share, ["a", value], {"end": ")"}, message)
    assert_refuses(_array.as_share, ["a", 1.1], {}, "`a` must lie in [0, 1], got 1.1")


def test_shapes_are_named_by_their_axes():
    message = "`x` must have shape (n,), got (2, 2)"
    assert_refuses(_array.has_axes, ["x", np.eye(2), "n"], {}, message)
    message = "`x` must have shape (N, D), got (3,)"
    assert_refuses(_array.has_axes, ["x", np.ones(3), "N", "D"], {}, message)
