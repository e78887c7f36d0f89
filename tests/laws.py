"""The laws of the contract: what is asked of every public function with good arguments.

A law takes a function and its arguments by name. It fails with a note that says which case
broke it, and also if it found nothing to ask, so that no law is passed by chance.
"""

import inspect
import itertools
import re

import numpy as np
from numpy.testing import assert_allclose

from checks import outcomes
from dlnotes._array import Array, Scalar
from given import (
    arrays,
    asked,
    case,
    cast,
    changed,
    counts,
    equal,
    fresh,
    generators,
    labels,
    numbers,
    promises,
    reals,
    refuses,
    run,
    with_nan,
    with_one,
)

FLOATS = ["float16", "float32", "float64"]
WIDER = {"float16": "float64", "float32": "float64", "float64": "longdouble"}
if np.finfo("longdouble").maxexp == np.finfo("float64").maxexp:
    del WIDER["float64"]  # on some machines nothing is wider
NOT_REAL = ["complex128", "<U3", "object", "datetime64[s]"]
NOT_A_NUMBER = [True, np.True_, np.ones(1), np.array(1.0), [1.0], "1", None]
NOT_WHOLE = [True, np.True_, np.ones(1, int), [2], "2", None, 2.0, np.float64(2)]
NOT_A_GENERATOR = [0, np.random, np.random.RandomState(0), None]
ONE = [np.asarray, np.positive]  # a number may be 0-d, or NumPy's own

VIEWS = {
    "every second entry": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: np.flip(np.flip(a).copy()),
    "columns first": lambda a: a.copy(order="F"),
}


# --- arrays in, arrays out ----------------------------------------------------------------


def purity(f, given):
    """Arguments are not written to, and results do not share their memory."""
    own = changed(given, lambda _, a: a.copy(), states=True)
    before = asked(arrays(f, own, states=True))
    for _, a in before:
        a.setflags(write=False)
    result = f(**own)
    after = arrays(f, own, states=True)
    assert [id(a) for _, a in after] == [id(a) for _, a in before], "a list was written to"
    parts = result if type(result) is tuple else [result]
    new = outcomes([part for part in parts if not hasattr(part, "_fields")])
    arguments = [name for name, _ in arrays(f, own)]
    for name, a in before:
        with case(f"`{name}`"):  # a state may hold an array that it was given
            results = outcomes(result) if name in arguments else new
            assert not any(np.may_share_memory(y, a) for y in results)


def kinds(f, given):
    """A result is what the signature says: a float64 array or scalar, a Python number."""
    wanted, result = asked(promises(f, given)), f(**given)
    for kind, y in zip(wanted, result if len(wanted) > 1 else [result], strict=True):
        with case("promised is", kind):
            if kind == Array:
                assert isinstance(y, np.ndarray if np.ndim(y) else np.floating)
                assert y.dtype == np.float64
            elif kind == Scalar:
                assert type(y) is np.float64
            elif kind in (float, int):
                assert type(y) is kind  # for np.float64 is a float too


def floats(f, given):
    """float16, float32 and float64 stay what they are."""
    asked(reals(f, given))
    for dtype in FLOATS:
        result = f(**cast(fresh(given), dtype, states=True))
        for part in result if type(result) is tuple else [result]:
            is_state = (
                "State" in type(part).__name__
            )  # of an optimizer, in float32 at least
            kind = np.result_type(dtype, np.float32) if is_state else dtype
            for y in outcomes(part):
                if getattr(y, "dtype", np.dtype(int)).kind == "f":
                    with case(dtype, type(part).__name__):
                        assert y.dtype == kind


def integers(f, given):
    """Integers and bools become float64, and give the values of floats."""
    names = [name for name, _ in asked(reals(f, given))]
    rounded = changed(given, lambda n, a: np.rint(a) if n in names else a)
    for dtype in ("int32", "bool"):
        with case(dtype):
            whole = cast(rounded, dtype)
            real = changed(whole, lambda n, a: a.astype(float) if n in names else a)
            equal(run(f, whole), run(f, real))


def widths(f, given):
    """Labels and steps may be integers of any width."""
    asked(labels(f, given))
    for dtype in ("uint8", "int16", "int32", "uint64"):
        with case(dtype):
            equal(run(f, cast(given, dtype, kind="i")), run(f, given))


def nan(f, given, spare=()):
    """A nan comes out at its place, or in a result that was computed from it."""
    free = [(name, a) for name, a in reals(f, given) if _argument(name) not in spare]
    for name, a in asked(free):
        with case(f"`{name}`"):
            results = map(np.asarray, run(f, with_one(given, name, with_nan(a))))
            assert any(
                np.isnan(y.flat[0] if y.shape == a.shape else y).any()
                for y in results
                if y.dtype.kind == "f"
            )


def no_warning(f, given, spare=()):
    """No real numbers in the arrays cause a warning."""
    free = asked({_argument(name) for name, _ in reals(f, given)} - {*spare})
    groups = [{name} for name in sorted(free)] + [free] * (len(free) > 1)
    for dtype in FLOATS:
        plain, info = cast(given, dtype), np.finfo(dtype)
        edges = [0, 1, info.smallest_subnormal, info.max, np.inf, np.nan]
        pairs = itertools.product(edges, np.negative(edges))
        for pair, group in itertools.product(pairs, groups):
            with case(dtype, *pair, "in", *group):
                run(f, _filled(plain, group, np.array(pair, dtype)))


def _argument(name):
    return name.partition("[")[0]


def _filled(given, arguments, values):
    """The arguments with the values, over and over, in the arrays of some of them."""

    def change(name, a):
        return np.resize(values, a.shape) if _argument(name) in arguments else a

    return changed(given, change)


def lists(f, given):
    """A list is as good as an array."""
    asked(arrays(f, given))
    equal(run(f, changed(given, lambda _, a: a.tolist())), run(f, given))


def layout(f, given):
    """Read-only views in any order of memory give the same."""
    asked(arrays(f, given))
    for name, view in VIEWS.items():
        seen = changed(given, lambda _, a, view=view: view(a))
        for _, a in arrays(f, seen):
            a.setflags(write=False)
        with case(name):
            for y, true in zip(run(f, seen), run(f, given), strict=True):
                assert_allclose(y, true, rtol=1e-9, atol=1e-9)


def entrywise(f, given):
    """Each entry gives what it gives alone, in the shape of the argument."""
    _, first = asked(arrays(f, given))[0]
    real = first.dtype.kind == "f"
    hurt = changed(given, lambda _, a: with_nan(a), states=True) if real else given
    places = list(np.ndindex(first.shape))[:9]
    for dtype in FLOATS if real else [first.dtype]:
        args = cast(hurt, dtype, states=True)
        whole = run(f, args)[0]
        assert whole.shape == first.shape
        for i, kind in itertools.product(places, ONE if real else [*ONE, int]):
            with case(dtype, i, kind):
                y = run(f, _entry(args, first.shape, i, kind))[0]
                assert type(y) is whole.dtype.type
                assert_allclose(y, whole[i], rtol=4 * np.finfo(y.dtype).eps)


def _entry(given, shape, i, kind):
    """The arguments with the entry at `i` in the place of each array of a shape."""

    def change(_, a):
        return kind(a[i]) if a.shape == shape else a

    return changed(given, change, states=True)


def float16(f, given):
    """Sums, counts and squares of float16 neither overflow nor vanish on the way."""
    asked(reals(f, given))
    narrow = cast(given, "float16")
    pairs = zip(run(f, narrow), run(f, cast(narrow, "float64")), strict=True)
    for y, true in pairs:
        with np.errstate(over="ignore"):  # where a result is too large for float16
            true = np.asarray(true, np.asarray(y).dtype)
        assert_allclose(np.asarray(y, float), true.astype(float), rtol=2e-3, atol=2e-7)


def edges(f, given, spare=()):
    """At the edges of a dtype a result that fits is right, as a wider dtype computes it."""
    free = asked({_argument(name) for name, _ in reals(f, given)} - {*spare})
    groups = [{name} for name in sorted(free)] + [free] * (len(free) > 1)
    for (dtype, wider), group in itertools.product(WIDER.items(), groups):
        info = np.finfo(dtype)
        small, large = np.sqrt(info.tiny) / 4, np.sqrt(info.max) * 4
        for size in (info.max / 4, large, info.max / 1000, small, info.tiny * 8):
            with case(dtype, size, "in", *group):
                near = cast(_sized(given, group, float(size)), dtype, states=True)
                wide = cast(near, wider, states=True)
                for name in spare:  # a distribution adds up to 1 as nearly as its dtype can
                    wide[name] = near.get(name)
                eps = np.finfo(np.result_type(dtype, np.float32)).eps
                _right_where_it_fits(f, near, {n: wide[n] for n in near}, eps)


def _sized(given, arguments, size):
    """The arguments with entries of at most a size in the arrays of some of them."""

    def change(name, a):
        largest = np.max(np.abs(a), initial=0) or 1
        chosen = a.dtype.kind == "f" and _argument(name) in arguments
        return a / largest * size if chosen else a

    return changed(given, change, states=True)


def _right_where_it_fits(f, given, wide, eps):
    """The results are those of a wider dtype; what does not fit comes out as inf or nan."""
    with np.errstate(over="ignore"):
        for y, true in zip(run(f, given), run(f, wide), strict=True):
            y = np.asarray(y)
            if y.dtype.kind == "f":
                true = np.asarray(true).astype(y.dtype)
                fits = np.isfinite(true)
                eps = max(eps, np.finfo(y.dtype).eps)  # of the arguments, or of `y`
                assert not np.isfinite(y[~fits]).any()
                least = 64 * eps * np.max(np.abs(true[fits]), initial=0)
                assert_allclose(y[fits], true[fits], rtol=32 * eps, atol=least)


# --- refusals -----------------------------------------------------------------------------


def real_numbers(f, given):
    """An array that holds no real numbers is refused."""
    for name, a in asked(arrays(f, given)):
        rule = (
            "real numbers" if a.dtype.kind == "f" else "(real numbers|whole numbers|bools)"
        )
        for dtype in NOT_REAL:
            message = f"`{re.escape(name)}` must hold {rule}, got dtype {re.escape(dtype)}"
            with case(f"`{name}`", dtype):
                refuses(f, with_one(given, name, np.zeros(a.shape, dtype)), message)


def masked(f, given):
    """A masked array is refused, because its mask would be lost."""
    for name, a in asked(arrays(f, given)):
        hidden = np.ma.masked_array(a, mask=np.arange(a.size).reshape(a.shape) == 0)
        with case(f"`{name}`"):
            message = f"`{re.escape(name)}` must not be a masked array"
            refuses(f, with_one(given, name, hidden), message)


def _refuses_each(f, given, options, values, rule):
    for name, or_none in asked(options):
        for value in values:
            if value is not None or not or_none:
                message = f"`{name}` must be {rule}, got {type(value).__name__}"
                with case(f"{name}={value!r}"):
                    refuses(f, {**given, name: value}, message)


def number_options(f, given):
    """Neither a bool nor an array or text passes for a number."""
    _refuses_each(f, given, numbers(f, given), NOT_A_NUMBER, "a real number")


def count_options(f, given):
    """Nothing but a whole number passes for a count, be it Python's or NumPy's."""
    _refuses_each(f, given, counts(f, given), NOT_WHOLE, "a whole number")
    for name, _ in counts(f, given):
        if given.get(name) is not None:
            with case(f"{name} of NumPy"):
                equal(run(f, {**given, name: np.int64(given[name])}), run(f, given))


def generator_options(f, given):
    """Neither a seed nor NumPy's global generator passes for a generator."""
    rule = "a numpy.random.Generator.*"
    _refuses_each(f, given, generators(f, given), NOT_A_GENERATOR, rule)
    for name, _ in generators(f, given):
        if inspect.signature(f).parameters[name].default is inspect.Parameter.empty:
            rest = {other: value for other, value in given.items() if other != name}
            refuses(f, rest, name)


def chance(f, given):
    """Equal generators draw the same, and the same generator draws anew."""
    for name, _ in asked(generators(f, given)):
        rng = np.random.default_rng(7)
        first, anew = (outcomes(f(**{**given, name: rng})) for _ in range(2))
        equal(first, run(f, {**given, name: np.random.default_rng(7)}))
        assert any(not np.array_equal(y, z) for y, z in zip(first, anew, strict=True))


# Each law with the arguments it is about; a function without such arguments is not asked.
LAWS = {
    purity: arrays,
    kinds: promises,
    floats: reals,
    integers: reals,
    widths: labels,
    nan: reals,
    no_warning: reals,
    lists: arrays,
    layout: arrays,
    entrywise: arrays,  # of the functions that a spec names
    float16: reals,  # with arguments of its own
    edges: reals,
    real_numbers: arrays,
    masked: arrays,
    number_options: numbers,
    count_options: counts,
    generator_options: generators,
    chance: generators,
}
