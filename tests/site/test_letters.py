"""The letters of formulas: each has a row in `symbols.csv` that says what it means."""

import re
from collections import Counter

import pytest

from pages import tables
from source import facts, letters
from source.page import Page, pages

ROWS = facts.table("symbols")
SHAPES = {"", "0", "1", "number", "vector", "matrix", "count", "index", "function", "set"}


def page(*lines, slug="losses/new"):
    """A page with one formula, which begins on its second line."""
    text = "\n".join(["", "$$", *lines, "$$"])
    return Page(slug, "en", facts.DOCS / "en" / f"{slug}.md", text)


def strange(*lines):
    """The letters of a formula that no row knows, as (line, letter)."""
    return [(line, why.split()[0]) for line, why in letters.unknown(page(*lines))]


@pytest.fixture
def table(monkeypatch):
    """A small table: x, y-hat, n_L and e_i on the whole site, i and J in two chapters."""

    def row(letter, pages=""):
        return {"letter": letter, "pages": pages}

    rows = [row("x"), row(r"\hat{y}"), row("n_L"), row("e_i"), row(r"\lambda_{\min}")]
    rows += [row("i", "losses; linear"), row("J", "linear"), row("W_Q", "losses/new")]
    monkeypatch.setattr(facts, "table", lambda name: rows)


@pytest.mark.parametrize(
    "tex",
    [
        "x_i^i",
        r"\mathbf{x}_{i+1} + \frac{d}{dx} x' + \frac{dx}{dx}",
        r"x \text{ of a} + \operatorname{softmax}(x) + \mathrm{MSE}",
        r"\hat{y}_i + \hat y + n_L + n_{L} + e_i + W_Q + \lambda_{\min}",
        r"\begin{aligned} x &= 1 \end{aligned}",
    ],
)
def test_letters_that_have_a_row_are_known(table, tex):
    assert strange(tex) == []


@pytest.mark.parametrize(
    ("tex", "letter"),
    [
        ("J", "J"),  # has a row for another chapter
        ("y", "y"),  # which is not y-hat
        (r"\hat{x}", r"\hatx"),
        (r"\mathcal{x}", r"\mathcalx"),
        ("x_L", "L"),
        ("n_i", "n"),
        ("e_x", "e"),
        ("x^d", "d"),
        (r"\frac{d x}{x}", "d"),
        (r"\lambda_{\max}", r"\lambda"),
        (r"\varphi(x)", r"\varphi"),
        (r"\frac{\partial L}{\partial x}", "L"),
        (r"\sqrt{\max(x, \Sigma)}", r"\Sigma"),
    ],
)
def test_a_letter_without_a_row_is_named_with_its_line(table, tex, letter):
    assert strange("x =", tex) == [(4, letter)]


@pytest.mark.parametrize(
    "page",
    [*pages("ko").values(), *pages("en").values()],
    ids=lambda p: p.language + p.slug,
)
def test_a_page_uses_letters_as_the_table_has_them(page):
    """A row whose `pages` name the page (or its chapter) declares a letter of its own."""
    path = page.path.relative_to(facts.DOCS.parent)
    found = [f"{path}:{line}: {why}" for line, why in letters.unknown(page)]
    assert found == []


def test_a_letter_means_one_thing_on_a_page():
    rows = [(letters.name(r["letter"]), place) for r in ROWS for place in letters.places(r)]
    assert [row for row, count in Counter(rows).items() if count > 1] == []


def test_a_row_that_names_a_page_has_its_letter_there():
    """Else the notation page sends readers to a page without it."""
    written = pages("en")
    for row in ROWS:
        for slug in letters.places(row):
            if slug in written:
                name = letters.name(row["letter"])
                told = f"symbols.csv: take {slug} out of the row of {name}"
                assert name in letters.used(written[slug]), told


def test_rows_of_letters_are_complete():
    chapters = {row["chapter"] for row in facts.table("chapters")}
    for row in ROWS:
        told = [row[column] for column in ("letter", "ko", "en", "read_ko", "read_en")]
        assert all(told), row
        assert set(row["shape"].split(" or ")) <= SHAPES, row
        for place in filter(None, [row["page"], *letters.places(row)]):
            assert place.partition("/")[0] in chapters, row


@pytest.mark.parametrize("language", ["ko", "en"])
def test_readers_of_a_page_find_its_letters_in_the_table_of_its_chapter(language):
    told = tables.local_symbols(pages(language)["reference/notation"])
    parts = re.split(r"^### .* \{ #letters-(\w+) \}$", told, flags=re.M)[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    for row in facts.table("pages"):
        for letter in letters.meanings(row["slug"]).values():
            if letter["pages"]:
                cells = [f"${letter['letter']}$", letter[language]]
                line = " | ".join(cell.replace("|", "\\|") for cell in cells)
                assert f"| {line} |" in sections[row["chapter"]], row["slug"]
