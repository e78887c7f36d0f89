"""Formulas in numbers: the inputs, the steps, and how a reader meets them."""

import gzip
import json
import re
from itertools import product

import numpy as np
import pytest

from pages import numbers as shown
from readers import violations, wait_until
from source import formulas, numbers, speech
from source.formulas import draws, steps, symbols
from source.formulas.compute import COMPUTE, value
from source.formulas.reader import parse
from source.formulas.scope import Branches
from source.formulas.solving import solve
from source.formulas.tokens import tokenize
from source.page import pages

FUNCTIONS = formulas.functions()
LANGUAGES = ("ko", "en")
SOFTMAX = r"q_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"
LESSON = "activations/softmax/"
TRIVIAL = re.compile(r"\w|\\\w+|\d+|\\frac\{1\}\{\\?\w\}|\d+\s*\\?\w")
READ = {
    (f.tex, speech.compared(f)): f for p in pages("en").values() for f in p.formulas
}.values()


def made(text, binding):
    found = numbers._made(text, binding)
    assert found
    return found


def lines(text, found):
    """The steps as LaTeX, without the numbers of indices."""
    return [
        f"{text[step.start : step.end]} {step.value}".partition(" \\quad")[0]
        for step in found.steps
    ]


def numeric(told):
    """The numbers in the LaTeX of a value, which stand before those of its indices."""
    plain = re.sub(r"\\[a-z]+|\\[;,]|[{}&\[\]=]", " ", told.partition("\\quad")[0])
    return np.array([float(n) for n in re.findall(r"-?[\d.]+", plain)])


# --- which formulas have numbers ----------------------------------------------------------


def test_most_formulas_have_numbers():
    """Not those with functions or arrays that no reader follows, nor worked examples."""
    found = [numbers.of(formula) for formula in READ]
    assert sum(one is not None for one in found) >= 0.9 * len(found) > 0


@pytest.mark.parametrize(
    ("text", "binding"),
    [
        ("y = f(x)", "f(x) for x in R, f: R -> R"),
        (r"y = \sum_i x_i", "x.sum() for n = 40, x in R^n"),
        (r"\frac{1}{2} \cdot 4 = 2", "np.float64(2)"),
    ],
)
def test_what_no_reader_follows_has_none(text, binding):
    assert numbers._made(text, binding) is None


# --- the numbers are right ----------------------------------------------------------------


def relu(z):
    return np.where(z > 0, z, 0)


BY_HAND = {  # each written from the page's formula, without dlnotes
    "activations/sigmoid-tanh": (0, "z", lambda z: 1 / (1 + np.exp(-z))),
    "activations/softmax": (0, "z", lambda z: np.exp(z) / np.exp(z).sum()),
    "losses/regression": (1, "y_hat y", lambda p, y: np.mean((p - y) ** 2)),
    "losses/entropy-and-kl": (0, "t q", lambda t, q: -np.sum(t * np.log(q))),
    "losses/hinge": (0, "z y", lambda z, y: np.mean(relu(1 - y * z))),
    "attention/attention": (
        1,
        "Q K V d",
        lambda q, k, v, d: (e := np.exp(q @ k.T / d**0.5)) / e.sum(1, keepdims=True) @ v,
    ),
    "linear/linear-models": (0, "W x b", lambda w, x, b: w @ x + b),
    "neighbors/knn": (0, "x a", lambda x, a: np.sqrt(((x - a) ** 2).sum(axis=1))),
    "schedules/schedules": (0, "t eta gamma s", lambda t, r, g, s: r * g ** (t // s)),
    "energy/rbm": (
        0,
        "v h W a b",
        lambda v, h, w, a, b: -a @ v - b @ h - h @ w @ v,
    ),
}


@pytest.mark.parametrize("slug", BY_HAND)
def test_the_last_value_is_what_a_person_computes(slug):
    place, names, compute = BY_HAND[slug]
    formula = pages("en")[slug].formulas[place]
    found = formulas.worked(formula.tex, formula.binding, FUNCTIONS)
    wanted = compute(*(found.point.read[name] for name in names.split()))
    told = numbers.of(formula).steps[-1].value
    np.testing.assert_allclose(numeric(told), np.ravel(wanted), rtol=6e-4, atol=1e-9)


@pytest.mark.parametrize("slug", [p.slug for p in pages("en").values() if p.formulas])
def test_each_step_is_the_value_of_what_stands_before_it(slug):
    """Each piece is read and computed once more, by itself and without being watched."""
    for formula in pages("en")[slug].formulas:
        if found := numbers.of(formula):
            with np.errstate(all="ignore"):
                compare(formula, found)


def compare(formula, found):
    worked = formulas.worked(formula.tex, formula.binding, FUNCTIONS)
    scope = whole_scope(formula, worked)
    for told, step in zip(found.steps, worked.steps, strict=True):
        grid = step.grid
        np.testing.assert_allclose(
            numeric(told.value), np.ravel(grid.values), rtol=6e-4, atol=1e-9
        )
        if not step.whole:
            piece = parse(tokenize(formula.tex[told.start : told.end]))
            for place, row in enumerate(product(*grid.indices.values())):
                names = dict(zip(grid.indices, row, strict=True))
                again = value(piece, scope.running(names))
                flat = np.reshape(grid.values, (-1, *np.shape(again)))
                np.testing.assert_allclose(again, flat[place], rtol=1e-12, atol=1e-12)


def whole_scope(formula, worked):
    """The inputs, and what the equations define."""
    draw = worked.point.draw
    shapes = {name: np.shape(result) for name, result in draw.results.items()}
    library = symbols.known(FUNCTIONS)
    _, scope = solve(formula.tex, draw.inputs, library, shapes, Branches())
    scope.values |= draw.inputs  # of what is updated, the value before
    return scope


def test_softmax_is_told_step_by_step():
    found = made(SOFTMAX, "softmax(z) for z in R^K")
    assert [(one.tex, one.code, one.shape) for one in found.letters] == [
        ("z", "x", [2]),
        ("K", "len(x)", []),
    ]
    assert lines(SOFTMAX, found) == [
        r"e^{z_i} \approx 0.3679,\; 7.389",
        r"\sum_{j=1}^{K} e^{z_j} \approx 7.757",
        r"q_i \approx 0.04743,\; 0.9526",
    ]
    assert found.steps[0].value.endswith(r"\quad (i = 1, 2)")
    assert [step.whole for step in found.steps] == [False, False, True]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (2.0, "= 2"),
        (-0.0, "= 0"),
        (1 / 3, r"\approx 0.3333"),
        (0.1 + 0.2, "= 0.3"),
        (2e-17, r"\approx 0"),
        ([1.0, 2 / 3], r"\approx [1,\; 0.6667]"),
        ([[1.0, -2.0], [0.0, 3.0]], r"= \begin{bmatrix} 1 & -2 \\ 0 & 3 \end{bmatrix}"),
    ],
)
def test_what_is_rounded_says_so(given, told):
    assert numbers._equals(np.array(given)) == told


def test_no_step_is_trivial_or_told_twice():
    text = r"y = \Bigl(2a + \frac{1}{n}\Bigr) (2a + b)^2"
    found = made(text, "(2 * a + 1 / n) * (2 * a + b)**2 for a, b in R, n in 2..9")
    assert [text[step.start : step.end] for step in found.steps] == [
        r"2a + \frac{1}{n}",
        "2a + b",
        "(2a + b)^2",
        "y",
    ]
    for formula in READ:
        found = numbers.of(formula)
        inner = [step for step in found.steps if not step.whole] if found else []
        assert len(inner) <= steps.MOST
        assert len({(step.start, step.end) for step in inner}) == len(inner)
        for step in inner:
            piece = formula.tex[step.start : step.end]
            assert not TRIVIAL.fullmatch(piece), piece


def test_code_says_where_a_letter_is_found():
    text = r"L = \log \sum_{k=1}^{K} e^{z_k} - z_y"
    found = made(text, "cross_entropy(z[None], [y - 1]) for z in R^K, y in 1..K")
    assert {one.tex: one.code for one in found.letters} == {
        "z": "logits[0]",
        "y": "target[0] + 1",
        "K": "len(logits[0])",
    }


def test_tiny_axes_make_room_for_a_step():
    draw = draws.of("x.sum() for x in R^(6,5), y in R^2", FUNCTIONS).small(0, "tiny")
    assert np.shape(draw.inputs["x"]) == (3, 3)
    assert np.shape(draw.inputs["y"]) == (2,)


def test_the_evaluator_is_as_before_when_nobody_watches():
    before = dict(COMPUTE)
    made(SOFTMAX, "softmax(z) for z in R^K")
    assert before == COMPUTE


# --- on the pages -------------------------------------------------------------------------


def scripts(site):
    """The numbers of each page of the built site, by its address."""
    return {
        path.parent.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in site.rglob(shown.NAME)
    }


def test_numbers_are_light_and_not_in_the_page(site):
    found = scripts(site)
    assert len(found) > 100
    for place, script in found.items():
        assert len(gzip.compress(script.encode())) < 2500, place
        assert 'class="numbers"' not in (site / place / "index.html").read_text("utf-8")


def test_each_fold_that_promises_numbers_gets_its_own(site):
    for place, script in scripts(site).items():
        page = (site / place / "index.html").read_text("utf-8")
        promised = re.findall(r"<summary>[^<]*<span data-only", page)
        told = json.loads(script.removeprefix("window.numbers = ").removesuffix(";\n"))
        assert len(told) == len(promised), place
        assert "annotation" not in script
        assert "<merror" not in script


def unfold(page):
    """The numbers of the first formula, which are unfolded by keyboard."""
    page.locator(".spoken > summary").first.focus()
    page.keyboard.press("Enter")
    box = page.locator(".spoken .numbers").first
    box.wait_for()
    return box


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("url", "width"), [(LESSON, 1280), ("en/" + LESSON, 360)])
def test_numbers_come_when_words_are_unfolded(visit, url, width, scheme):
    page = visit(url, width=width, scheme=scheme)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert not page.locator(".numbers").count()
    box = unfold(page)
    assert box.locator("li").count() == 3
    assert box.locator("td code").first.inner_text() == "x"
    assert "7.389" in box.inner_text()
    assert violations(page, context=".md-content") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".spoken > summary").nth(1).click()
    wait_until(page, "document.querySelectorAll('.numbers').length === 2")
    assert sum(url.endswith(shown.NAME) for url in asked) == 1, "it is fetched once"


@pytest.mark.parametrize("url", [LESSON, "en/" + LESSON])
def test_numbers_are_there_in_a_folder(chromium, folder, url):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / url / "index.html").as_uri())
    assert "7.389" in unfold(page).inner_text()
    context.close()


def test_lost_numbers_are_told_and_come_when_the_fold_is_opened_again(chromium, server):
    page = chromium.new_page()
    page.goto(server + LESSON)
    page.route(f"**/{shown.NAME}", lambda route: route.abort(), times=1)
    summary, said = page.locator(".spoken > summary").first, page.get_by_role("alert")
    summary.click()
    said.wait_for()
    assert said.inner_text().startswith("수를 내려받지 못했다.")
    summary.click()
    assert "7.389" in unfold(page).inner_text()
    assert not said.count()
    page.close()


def test_without_javascript_the_fold_promises_words_only(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + LESSON)
    assert page.locator(".spoken > summary").first.inner_text() == "말로 읽기"
    context.close()
