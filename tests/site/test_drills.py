"""Drills: their wrong formulas, their numbers, and how readers meet them again."""

import gzip
import json
import re
from collections import Counter

import numpy as np
import pytest

import equal
from built import PAGES, read
from pages import drills as shown
from pages import sheets
from readers import violations, wait_until
from source import draws as draws_
from source import drills, formulas, kept, tex
from source.formulas import draws, symbols
from source.page import pages
from source.written import name_of

FUNCTIONS = formulas.functions()
LANGUAGES = ("ko", "en")
LESSONS = [page for page in pages("en").values() if page.kind == "concept"]
EACH = pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.slug)
LESSON, SHEET = "losses/cross-entropy/", "losses/exercises/"
WORK = "reference/practice/"


# --- every drill --------------------------------------------------------------------------


def every():
    """All drills, without those of other languages."""
    return [one.drill for page in LESSONS for one in drills.of(page)]


def with_formulas(page):
    """The drills of a page, each with its formula."""
    named = {drills.name(page, formula): formula for formula in page.formulas}
    return [(named[one.name], one.drill) for one in drills.of(page)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_display_formula_has_a_drill(language):
    written = pages(language).values()
    displayed = sum(len(page.formulas) for page in written)
    assert sum(len(drills.of(page)) for page in written) >= 0.95 * displayed


@EACH
def test_one_formula_is_right_and_three_are_refuted(page):
    for formula, drill in with_formulas(page):
        right = [formulas.agrees(text, formula.binding, FUNCTIONS) for text in drill.texts]
        assert right == [place == drill.case for place in range(4)]
        assert drill.texts[drill.case] == " ".join(formula.tex.split())


def values(text, formula, seed):
    """All that a check compares of a formula, at the numbers of a drill."""
    draw = draws.of(formula.binding, FUNCTIONS).small(seed)
    shapes = {name: np.shape(result) for name, result in draw.results.items()}
    with np.errstate(all="ignore"):
        known = symbols.known(FUNCTIONS)
        return draw, equal.compared(text, draw.inputs, shapes, known)


@EACH
def test_the_numbers_of_a_counterexample_are_those_of_its_formulas(page):
    for formula, drill in with_formulas(page):
        draw, right = values(drill.texts[drill.case], formula, drill.seed)
        for value in draw.results.values():
            assert any(
                np.shape(x) == np.shape(value) and np.allclose(x, value) for x in right
            )
        for text, gap in zip(drill.texts, drill.gaps, strict=True):
            if gap:
                _, given, wanted, place = gap
                entry = tuple(int(number) - 1 for number in place.split(", ") if number)
                _, wrong = values(text, formula, drill.seed)
                told = {
                    (formulas.shown(a[entry]), formulas.shown(b[entry]))
                    for a, b in zip(wrong, right, strict=True)
                    if np.ndim(a) >= len(entry) and np.shape(a) == np.shape(b)
                }
                assert (given, wanted) in told
                assert given != wanted
        kinds = (int, float, np.number, np.ndarray)
        told = [x for x in draw.inputs.values() if callable(x) or isinstance(x, kinds)]
        assert {value for _, value in drill.inputs} <= set(map(formulas.shown, told))


@EACH
def test_the_four_look_different(page):
    for drill in (one.drill for one in drills.of(page)):
        looks = {
            re.sub(r"<annotation.*", "", tex.mathml(t, block=True)) for t in drill.texts
        }
        assert len(looks) == 4
        told = {tuple(gap) for gap in drill.gaps}
        assert len(told) == 4, "no two are wrong in the same numbers"


def test_most_drills_are_two_places_with_two_readings():
    """If each wrong formula had a mistake of its own, the rest of them would tell."""
    found = every()
    assert sum(len(drill.kinds) == 2 for drill in found) >= 0.9 * len(found)
    letters = Counter(drill.case for drill in found)
    assert min(letters.values()) > len(found) / 8


def test_the_mistakes_are_those_that_people_make_first():
    kinds = Counter(kind for drill in every() for kind in drill.kinds)
    first = ("sign", "index", "exponent", "factor", "order")
    assert sum(kinds[kind] for kind in first) > 0.6 * sum(kinds.values())


def test_a_drill_has_one_name_in_both_languages():
    both = [
        [one.name for page in pages(language).values() for one in drills.of(page)]
        for language in LANGUAGES
    ]
    assert both[0] == both[1]
    assert len(set(both[0])) == len(both[0])


# --- how rivals are made ------------------------------------------------------------------


def four(text, binding):
    found = formulas.four(text, binding, FUNCTIONS)
    return found and {re.sub(r"\s", "", rival) for rival in found.rivals}


def test_rivals_are_two_mistakes_and_both():
    made = four(r"y = \frac{1}{n} \sum_{i=1}^{n} (x_i - c)", "np.mean(x - c) for x in R^n")
    assert made == {
        r"y=\sum_{i=1}^{n}(x_i-c)",
        r"y=\frac{1}{n}\sum_{i=1}^{n}(x_i+c)",
        r"y=\sum_{i=1}^{n}(x_i+c)",
    }


def test_what_is_no_mistake_is_no_rival():
    """A product of numbers has no order."""
    made = four("y = a b + c", "a * b + c for a, b, c in R")
    assert made
    assert not made & {"y=ba+c", "y=c+ab"}
    assert four("y = a", "a for a in R+") != {"y=-a"}


def test_a_formula_without_rivals_has_none():
    assert four("I = I", "np.eye(2)") is None


def test_numbers_are_shown_as_readers_write_them():
    assert formulas.shown(-0.0) == "0"
    assert formulas.shown(-1 / 3) == "−0.3333"
    assert formulas.shown(np.array([[1.0, -2.5], [0.0, 3.0]])) == "[[1, −2.5], [0, 3]]"
    assert formulas.shown(np.arange(30.0)) == "[0, 1, …]"


def test_small_numbers_are_such_as_a_person_would_take():
    binding = "x + p + s.sum() for x in R^(n,d), p in (0,1)^n, s in simplex^3, r in R+"
    for seed in range(9):
        given = draws.of(binding, FUNCTIONS).small(seed).inputs
        assert given["n"] == given["d"] in {2, 3}, "so that a matrix may be transposed"
        assert set(given["x"].ravel()) <= {-2, -1, 0, 1, 2, 3}
        assert set(given["p"]) <= {n / 10 for n in range(1, 10)}
        assert np.isclose(given["s"].sum(), 1)
        assert given["s"].min() > 0
        assert given["r"] in {1, 2, 3, 4}


def test_drills_are_made_once_until_something_changes(monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "CACHE", tmp_path)
    made, seen = [], []
    monkeypatch.setattr(drills, "_made", lambda *given: made.append(given))
    for binding in ("a + b", "a + b", "b + a"):
        kept.forget()
        seen.append(drills._kept("a + b", binding))
    assert seen == [None] * 3
    assert len(made) == 2
    kept.forget()


def test_the_jobs_of_a_page_make_its_drills(monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "CACHE", tmp_path)
    kept.forget()
    page = pages("en")["losses/hinge"]
    for job in drills.jobs(page):
        kept.made(*job)
    monkeypatch.setattr(drills, "_made", None)
    assert len(drills.of(page)) == 3
    kept.forget()


# --- on the pages -------------------------------------------------------------------------


def boxes(page):
    return re.findall(r'<div[^>]*class="exercise drill".*?</form>.*?</div>\n', page, re.S)


def test_drills_are_light(site):
    script = (site / "assets/practice.js").read_bytes()
    assert len(gzip.compress(script)) < 2000
    for url in PAGES:
        if "exercises/" not in url:
            found = "".join(boxes(read(site, url)))
            assert len(gzip.compress(found.encode())) < 3000, url


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_lesson_has_its_first_drill_and_the_sheet_has_all(site, prefix):
    language = "en" if prefix else "ko"
    for slug, page in pages(language).items():
        if found := drills.of(page):
            [own] = re.findall(
                r'data-exercise="([^".]+\.\w+)"', read(site, f"{prefix}{slug}/")
            )
            assert own == shown.first(found).name
            sheet = read(site, f"{prefix}{page.chapter}/exercises/")
            assert all(f'data-exercise="{one.name}"' in sheet for one in found)
    assert "displaystyle " not in read(site, prefix + LESSON), (
        "their TeX is not to be copied"
    )


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_of_practice_knows_every_question(site, prefix):
    language = "en" if prefix else "ko"
    names = re.findall(r'data-of="([^"]*)"', read(site, prefix + WORK))
    every = [name for line in names for name in line.split()]
    written = [page for page in pages(language).values() if page.exercises]
    exercises = [
        f"{p.parent.name}/{p.stem}" for page in written for p in sheets.paths(page)
    ]
    formulas_ = [one.name for page in written for one in drills.of(page)]
    functions = map(name_of, draws_.FOLDER.glob("*/functions/*.py"))
    assert sorted(every) == sorted([*exercises, *formulas_, *functions])


@pytest.mark.parametrize("name", ["losses/cross-entropy.md", "losses/exercises.md"])
def test_the_copy_of_a_page_has_drills_as_plain_text(site, name):
    copy = (site / name).read_text("utf-8")
    assert "- **A.** $\\displaystyle" in copy
    assert re.search(r"^\*\*[A-D]\*\*는 \S+, 맞는 식은", copy, re.M)
    assert not re.search(r"\{[:#]|\{ \.", copy)


# --- in Chromium --------------------------------------------------------------------------


def drill_on(page):
    return page.locator(".drill").first


def right_letter(box):
    return json.loads(box.get_attribute("data-draws"))[0][1]


def choose(box, letter):
    """The verdict on a choice."""
    box.locator(f"input[value={letter}]").check()
    box.locator("form button").first.click()
    return box.get_by_role("status").inner_text()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_wrong_formula_is_answered_with_numbers(visit, prefix):
    page = visit(prefix + LESSON)
    box = drill_on(page)
    right = right_letter(box)
    for letter in "ABCD":
        told = choose(box, letter)
        if letter == right:
            assert told == ("✓ Right." if prefix else "✓ 맞았다.")
        else:
            sign = f"{letter} gives" if prefix else f"{letter}는"
            assert sign in told
            assert re.search(r"= \[?−?\d", told), "the numbers it holds for"


def test_another_formula_of_the_page_comes_from_the_sheet(visit):
    page = visit("en/" + LESSON)
    names = [one.name for one in drills.of(pages("en")[LESSON[:-1]])]
    first = drill_on(page).get_attribute("data-exercise")
    seen = [first]
    for _ in names[1:]:
        page.get_by_role("link", name="Another formula").click()
        wait_until(
            page, f"document.querySelector('.drill').dataset.exercise !== '{seen[-1]}'"
        )
        seen.append(drill_on(page).get_attribute("data-exercise"))
    start = names.index(first)
    assert seen == names[start:] + names[:start]
    box = drill_on(page)
    assert choose(box, right_letter(box)) == "✓ Right."
    page.get_by_role("link", name="Another formula").click()
    wait_until(page, f"document.querySelector('.drill').dataset.exercise === '{first}'")


def test_the_drill_is_done_by_keyboard(visit):
    page = visit("en/" + LESSON)
    drill_on(page).locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert drill_on(page).locator("input:checked").get_attribute("value") == "B"
    page.keyboard.press("Enter")
    assert drill_on(page).get_by_role("status").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", [LESSON, "en/" + LESSON, SHEET, "en/" + WORK])
def test_drills_are_for_everyone(visit, url, scheme):
    page = visit(url, width=360, scheme=scheme)
    if WORK in url:
        page.get_by_role("button", name="Next question").click()
        wait_until(page, "document.querySelector('.practice .exercise')")
    else:
        choose(drill_on(page), "A")
    page.locator(".exercise details").evaluate_all(
        "(all) => all.forEach(d => d.open = true)"
    )
    assert violations(page, context=".md-content") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_drill_is_whole_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + LESSON)
    box = drill_on(page)
    assert box.locator("li math").count() == 4
    assert not box.locator("input").first.is_visible()
    assert not box.locator("[data-case]").first.is_visible()
    box.locator("summary").click()
    assert box.locator("[data-case]:visible").count() == 4
    page.get_by_role("link", name="이 페이지의 다른 식").click()
    assert page.url.endswith(SHEET + "#cross-entropy-formulas")
    context.close()


def test_from_a_folder_the_link_leads_to_the_sheet(chromium, folder):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "en" / LESSON / "index.html").as_uri())
    page.get_by_role("link", name="Another formula").click()
    page.wait_for_url("**/losses/exercises/index.html#cross-entropy-formulas")
    context.close()


# --- what comes back ----------------------------------------------------------------------


def ask(page):
    """The name of the next question."""
    page.locator(".practice > button").click()
    wait_until(page, "document.querySelector('.practice > p').textContent")
    page.wait_for_timeout(100)
    return page.locator(".practice .exercise").get_attribute("data-exercise")


def test_what_went_wrong_comes_back_and_what_went_right_later(visit):
    page = visit("en/" + LESSON)
    page.clock.install()
    page.reload()
    box = drill_on(page)
    name, right = box.get_attribute("data-exercise"), right_letter(box)
    choose(box, "ABCD"["ABCD".index(right) - 1])
    choose(box, right)  # which is no proof of knowing it
    page.goto(page.url.replace(LESSON, WORK))
    assert ask(page) != name, "it is not due"
    for days in (0, 1, 3, 7):
        page.clock.fast_forward(days * 86_400_000 + 601_000)
        assert ask(page) == name
        own = page.locator(".practice .exercise")
        assert choose(own, right) == "✓ Right."
        assert ask(page) != name


def test_new_questions_come_from_pages_that_were_begun(visit):
    page = visit("en/" + WORK)
    first = ask(page)
    assert first.startswith("tensors/")
    page.goto(page.url.replace(WORK, LESSON))
    box = drill_on(page)
    choose(box, right_letter(box))
    page.goto(page.url.replace(LESSON, WORK))
    asked = ask(page)
    own = pages("en")[LESSON[:-1]]
    assert asked in {f"losses/{name}" for name in own.exercises}


LOSSES = {"lost": lambda route: route.abort(), 503: lambda route: route.fulfill(status=503)}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_question_that_was_lost_comes_at_the_next_press(chromium, server, loss):
    page = chromium.new_page()
    page.goto(server + "en/" + WORK)
    page.wait_for_load_state("networkidle")
    page.route("**/*", LOSSES[loss], times=1)
    page.locator(".practice > button").click()
    page.get_by_text("No question can be fetched here.").wait_for()
    assert ask(page).startswith("tensors/")
    page.close()


def test_nothing_can_be_fetched_from_a_folder_and_the_page_says_so(chromium, folder):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "en" / WORK / "index.html").as_uri())
    assert not page.locator(".practice").is_visible()
    assert page.locator("li a", has_text="Cross-entropy").first.is_visible()
    context.close()
