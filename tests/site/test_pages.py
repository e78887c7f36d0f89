"""From Markdown to the reader's HTML, step by step."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pages import (
    api,
    badges,
    beside,
    citations,
    content,
    figures,
    korean,
    labs,
    maths,
    sliders,
    tables,
    terms,
)
from source import dialect, facts, formulas, kept
from source.page import Page, pages


@pytest.mark.parametrize(
    ("page", "joined"),
    [
        ("<p>로짓(logit)을</p>", "<p>로짓(logit)\u2060을</p>"),
        ("<p>64%이고 배치·확률</p>", "<p>64%\u2060이고 배치\u2060·확률</p>"),
        ("<code>f(가)나</code>", "<code>f(가)나</code>"),
        (
            "<p><math><mi>K</mi></math>를 <math><mi>x</mi></math> 값</p>",
            '<p><span class="whole"><math><mi>K</mi></math>를</span> '
            "<math><mi>x</mi></math> 값</p>",
        ),
    ],
)
def test_particles_stay_with_their_words(page, joined):
    assert korean.joined(page) == joined


# --- maths --------------------------------------------------------------------------------


def test_marked_formulas_become_mathml():
    page = r'<p><span class="arithmatex">\(x_1\)</span></p><p>\(x\)</p>'
    made = maths.converted(page)
    assert "<math><msub><mi>x</mi><mn>1</mn></msub>" in made.replace("<semantics>", "")
    assert made.endswith(r"<p>\(x\)</p>"), "not marked by Markdown"
    block = r'<div class="arithmatex">\[\frac{a}{b}\]</div>'
    assert maths.converted(block).startswith('<div class="formula"><math display="block">')


def test_displays_get_the_characters_between_their_factors():
    tex = r"y = \sigma(a_{ij} b)\, A^\top"
    shown = formulas.Formula(tex, None, "", 1, 0, 0, "")
    html = rf'<div class="arithmatex">\[{tex}\]</div>'
    made, plain = maths.converted(html, [shown]), maths.converted(html)
    assert [c for c in made if "\u2061" <= c <= "\u2063"] == [*"\u2061\u2063\u2062\u2062"]
    assert '<mi intent="sigmoid">σ</mi>' in made
    assert '<mi intent="transpose">⊤</mi>' in made
    assert f"{tex}</annotation>" in made, "who copies the LaTeX gets what was written"
    told = made.replace(' intent="sigmoid"', "")
    assert re.sub("<mo>[\u2061-\u2063]</mo>", "", told) == plain, "and else nothing changes"


def test_a_formula_that_cannot_be_converted_is_named():
    with pytest.raises(ValueError, match=r"\\nonsense"):
        maths.converted(r'<span class="arithmatex">\(\nonsense{x}\)</span>')


def test_the_font_needs_what_browsers_draw():
    used = maths.characters(r"<math><mi>x</mi><msqrt><mn>2</mn></msqrt></math><p>y</p>")
    assert used == {"x", "𝑥", "2", "√"}


# --- terms --------------------------------------------------------------------------------


def term(name, page, **row):
    return {"en": name, "ko": name, "page": page, "definition_en": f"A {name}.", **row}


def test_a_term_is_linked_at_its_first_use_in_running_text(monkeypatch):
    rows = [term("loss", "a/loss"), term("loss function", "a/loss"), term("own", "a/page")]
    monkeypatch.setattr(facts, "table", lambda name: rows)
    page = "<h2>Loss</h2><p><code>loss</code> Losses, own loss functions, the loss.</p>"
    link = '<a class="term" href="g#term-{}" title="A {}.">{}</a>'
    assert terms.linked(page, "en", "a/page", "g") == (
        "<h2>Loss</h2><p><code>loss</code> "
        + link.format("loss", "loss", "Losses")
        + ", own "
        + link.format("loss-function", "loss function", "loss functions")
        + ", the loss.</p>"
    )


def test_a_term_of_the_table_is_found_in_british_spelling(monkeypatch):
    rows = [term("discrete normalization", "a/loss")]
    monkeypatch.setattr(facts, "table", lambda name: rows)
    for written in ("Discrete normalisation", "discrete normalization"):
        assert f">{written}</a>" in terms.linked(written, "en", "a/page", "g")


def test_a_korean_term_is_found_before_a_particle(monkeypatch):
    row = term("loss", "a/loss", ko="손실", definition_ko="뜻.")
    monkeypatch.setattr(facts, "table", lambda name: [row])
    made = terms.linked("<p>손실은 작다</p>", "ko", "a/page", "g")
    assert made == '<p><a class="term" href="g#term-loss" title="뜻.">손실</a>은 작다</p>'


# --- citations ----------------------------------------------------------------------------

WORK = {"author": "Ohm, Ada", "year": "1827", "title": "Law", "verified": "abstract"}


def test_the_bibliography_says_how_a_work_was_verified(monkeypatch):
    monkeypatch.setattr(facts, "references", lambda: {"ohm1827": WORK})
    made = citations._entry("ohm1827", WORK, "en", ["[Home](x)"])
    assert made == (
        '- <span id="ohm1827"></span>Ohm, Ada (1827). Law. '
        "Checked against the abstract. Cited on [Home](x)"
    )
    assert "초록을 읽고 확인했다." in citations._entry("ohm1827", WORK, "ko", [])


@pytest.mark.parametrize("verified", [{}, {"verified": "yes"}])
def test_a_work_must_say_how_it_was_verified(monkeypatch, verified):
    work = {"author": "Ohm, Ada", "year": "1827", "title": "Law", **verified}
    monkeypatch.setattr(facts, "references", lambda: {"ohm1827": work})
    with pytest.raises(ValueError, match="ohm1827 needs `verified`"):
        citations._entry("ohm1827", work, "en", [])


# --- figures ------------------------------------------------------------------------------

FIGURE = """\
import matplotlib.pyplot as plt
WORDS = {"ko": {"x": "값"}, "en": {"x": "value"}}
def figure(words):
    figure, axes = plt.subplots()
    axes.set_xlabel(words["x"])
    return figure
"""


@pytest.fixture
def script(tmp_path, monkeypatch):
    """A figure in a project of its own, with a cache of its own."""
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(figures, "FOLDER", tmp_path)
    path = tmp_path / "losses" / "curve.py"
    path.parent.mkdir()
    path.write_text(FIGURE, "utf-8")
    yield path
    kept.forget()


def drawing(script, language="en"):
    """The markup of the figure on a page, as a new build makes it."""
    kept.forget()
    slot = figures.placed('![what is seen](curve.svg "caption")', "losses")
    return figures.filled(slot, language)


def test_a_figure_is_drawn_in_the_language_of_its_page(script):
    assert "value" in drawing(script)
    assert "값" in drawing(script, "ko")
    assert 'aria-label="what is seen"' in drawing(script)


def test_a_figure_is_drawn_once_until_it_changes(script, monkeypatch):
    drawn = []
    draw = figures.draw
    monkeypatch.setattr(figures, "draw", lambda *what: drawn.append(what) or draw(*what))
    first = drawing(script)
    assert drawing(script) == first
    assert len(drawn) == 2, "once for each language"
    script.write_text(FIGURE.replace("value", "worth"), "utf-8")
    assert "worth" in drawing(script)
    monkeypatch.setattr(kept, "state", lambda *parts: "another style")
    drawing(script)
    assert len(drawn) == 6


def test_what_is_begun_is_kept_though_no_page_asks_for_it(script, monkeypatch):
    """A kept page asks for no figure; if it were lost, each build would draw it again."""
    pool = ThreadPoolExecutor(1)
    monkeypatch.setattr(beside, "ProcessPoolExecutor", lambda *_, **options: pool)
    monkeypatch.setattr(beside, "FEW", 1)
    job = figures.job(script)
    assert beside.due([job, job]) == [job], "once"
    beside.begin([job])
    pool.shutdown()
    assert kept.has("figures", figures.follows_from(script))
    assert beside.due([job]) == []


def test_a_figure_follows_from_the_script_that_it_runs(script):
    other = script.with_name("other.py")
    script.write_text(f'{FIGURE}OTHER = "other.py"\n', "utf-8")
    names = set()
    for text in ("1", "2"):
        other.write_text(text, "utf-8")
        kept.forget()
        names.add(figures.follows_from(script))
    assert len(names) == 2


def test_a_slider_shows_its_position_in_a_table():
    names = {
        "WORDS": {"en": {"T": "temperature", "p": "probability"}},
        "SLIDERS": {"T": [1, 2]},
        "START": (2,),
        "measure": lambda T: {"p": f"{1 / T}"},
    }
    svg = '<svg><g data-frame="0"/><g data-frame="1"/></svg>'
    made = sliders.dress(svg, names, "en")
    assert '<g data-frame="1" class="shown"/>' in made
    assert '<input type="range" min="0" max="1" value="1"' in made
    assert "<tr><th>temperature</th><th>probability</th></tr>" in made
    assert "<tr><td>2</td><td>0.5</td></tr>" in made


# --- labs ---------------------------------------------------------------------------------

LAB = """\
# %%
import matplotlib.pyplot as plt
x = 1

# %%
print(x)
_ = plt.plot([x])

# %%
import warnings
warnings.warn("look out")

# %%
x / 0
"""


def test_a_lab_gives_its_texts_pictures_and_faults(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")
    path = tmp_path / "lab.py"
    path.write_text(LAB, "utf-8")
    page = Page("a/lab", "en", path, "")
    kept.forget()
    given = labs.outputs(page)
    assert [cell["printed"] for cell in given] == ["", "1\n", "", ""]
    assert [len(cell["drawn"]) for cell in given] == [0, 1, 0, 0]
    assert "stroke: #fe00fe" in given[1]["drawn"][0], "in the style of figures"
    assert [cell["fault"] for cell in given] == [
        "",
        "",
        "the cell raises UserWarning: look out",
        "the cell raises ZeroDivisionError: division by zero",
    ]


@pytest.mark.parametrize(
    "moved",
    [
        LAB.replace("x = 1\n\n# %%\n", "\n# %%\nx = 1\n"),
        LAB.replace("_ = plt", "\n# %%\n_ = plt"),
    ],
    ids=["a line moved into the next cell", "a cell split in two"],
)
def test_the_outputs_of_a_lab_follow_from_the_borders_of_its_cells(tmp_path, moved):
    path, names = tmp_path / "lab.py", set()
    for text in (LAB, moved, f"{LAB}# a comment\n"):
        path.write_text(text, "utf-8")
        kept.forget()
        names.add(labs.follows_from(path))
    assert len(names) == 2


def test_each_cell_of_a_lab_needs_its_box(tmp_path, monkeypatch):
    """A version of mkdocs-jupyter with other markup would leave cells without a box."""
    path = tmp_path / "lab.py"
    path.write_text("# %%\nprint(1)\n\n# %%\nprint(2)\n", "utf-8")
    page, box = (
        Page("a/lab", "en", path, ""),
        '<div class="highlight-ipynb"><pre>c</pre></div>',
    )
    given = [labs.Given(printed=f"{i}\n", drawn=[], fault="") for i in (1, 2)]
    monkeypatch.setattr(labs, "outputs", lambda page: given)
    text, code = labs.split(box * 2, page)
    assert text == "\n\n".join(map(labs.SLOT.format, range(2)))
    assert ["<pre>1\n</pre>" in code[0], "<pre>2\n</pre>" in code[1]] == [True, True]
    for number in (1, 3):
        with pytest.raises(ValueError, match="zip"):
            labs.split(box * number, page)


# --- API pages ----------------------------------------------------------------------------


def test_sources_are_shown_without_their_docstrings():
    source = '<pre>def f():\n    <span class="sd">"""One."""</span>\n    return 1</pre>'
    assert api.tidied(source, "en", "") == "<pre>def f():\n    return 1</pre>"
    label = "<summary>References</summary>"
    assert api.tidied(label, "ko", "") == "<summary>출처</summary>"
    assert api.tidied("<h2>dlnotes.a_b</h2>", "en", "") == "<h2>dlnotes.<wbr>a_<wbr>b</h2>"


def test_docstrings_refer_to_works_and_functions():
    link = '<a href="#dlnotes.losses.mse_loss"><code>mse_loss</code></a>'
    made = api.tidied("<p>Arguments as for <code>mse_loss</code>.</p>", "en", "")
    assert made == f"<p>Arguments as for {link}.</p>"
    made = api.tidied("<p>As for <code>mse_loss</code>, and if it is empty.</p>", "en", "")
    assert made == f"<p>As for {link}, and if it is empty.</p>"
    made = api.tidied("<p>[@he2015; @glorot2010], p. 1.</p>", "en", "works/")
    assert made == (
        '<p><a href="works/#he2015">He et al. 2015</a>; '
        '<a href="works/#glorot2010">Glorot &amp; Bengio 2010</a>, p. 1.</p>'
    )
    assert citations.in_words("[@he2015], p. 1.", "ko") == "He 외 2015, p. 1."


# --- what a page follows from -------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "pages_that_change"),
    [
        ("docs/data", {"concept", "home", "api", "exercises"}),
        ("docs/site/pages", {"concept", "home", "api", "exercises"}),
        ("docs/site/exports/wheel.py", {"concept", "home", "api", "exercises"}),
        ("docs/site/hook_exports.py", {"concept", "home", "api", "exercises"}),
        ("docs/ko", set()),
        ("docs/exercises/losses", {"concept", "exercises"}),
        ("docs/exercises/linear", set()),
        ("dlnotes/losses", {"api"}),
        ("dlnotes/linear", set()),
        ("docs/figures", set()),
    ],
)
def test_a_page_follows_from_its_inputs_alone(monkeypatch, changed, pages_that_change):
    shown = {
        "concept": pages("ko")["losses/cross-entropy"],
        "home": pages("ko")["index"],
        "api": pages("ko")["api/losses"],
        "exercises": pages("ko")["losses/exercises"],
    }
    names = []
    for version in ("1", "2"):
        state = {changed: version}
        monkeypatch.setattr(
            kept, "state", lambda *parts, state=state: str([state.get(p) for p in parts])
        )
        kept.forget()
        names.append({k: content.follows_from(page, "") for k, page in shown.items()})
    kept.forget()
    assert {k for k in shown if names[0][k] != names[1][k]} == pages_that_change


def test_a_page_follows_from_its_text_its_address_and_the_code(monkeypatch):
    page = pages("ko")["index"]
    names = {content.follows_from(page, ""), content.follows_from(page, "https://a/")}
    monkeypatch.setattr(kept, "code_state", lambda *parts: "changed")
    kept.forget()
    names.add(content.follows_from(page, ""))
    kept.forget()
    assert len(names) == 3


def test_a_page_follows_from_its_tables(monkeypatch):
    """Another page's sentence leaves them as they are; its exercises or formulas do not."""
    page, names = pages("ko")["index"], []
    for chapters in ("1", "2", "1"):
        monkeypatch.setattr(tables, "filled", lambda text, page, now=chapters: text + now)
        kept.forget()
        names.append(content.follows_from(page, ""))
    assert names[0] == names[2] != names[1]


def test_a_badge_needs_a_check_that_passed(monkeypatch):
    text = (
        "$$\nx\n$$\n<!-- check: relu(x) for x in R -->\n\n```text\n<!-- check: a -->\n```\n"
    )
    page = Page("a/b", "en", Path("b.md"), text)
    monkeypatch.setattr(badges, "verdict", lambda formula: None)
    made = badges.badges(text, page)
    assert made.startswith('$$\nx\n$$\n\n<p class="checked"')
    assert "[`relu`][dlnotes.activations.relu]" in made
    assert made.count("<!-- check") == 1, "code stays"
    assert (
        '<details class="spoken" data-search-exclude="1"><summary>In words'
        '<span data-only="screen"> · numbers</span></summary>x<' in made
    )
    assert badges.unmarked(text).startswith("$$\nx\n$$\n\n```text")
    monkeypatch.setattr(badges, "verdict", lambda formula: "another value")
    with pytest.raises(ValueError, match="another value"):
        badges.badges(text, page)


def test_words_below_a_formula_are_no_running_text():
    words = '<details class="spoken"><summary>In words</summary>sigmoid</details>'
    made = terms.linked(f"{words}<p>sigmoid</p>", "en", "a/b", "glossary")
    assert made.startswith(words)
    assert made.count('class="term"') == 1


# --- tables -------------------------------------------------------------------------------


def test_a_page_may_ask_for_every_table_that_is_made():
    assert set(tables.TABLES) == dialect.TABLES
