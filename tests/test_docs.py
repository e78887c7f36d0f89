"""The house rules: twins agree, every fact has its place, every check of a page bites."""

import ast
import importlib
import inspect
import pkgutil
import re
from dataclasses import astuple
from pathlib import Path

import jupytext
import pytest

import dlnotes
from pages import figures, korean
from source import dialect, facts, faults, formulas, labs, snippets
from source.page import Page, pages

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LANGUAGES = ("ko", "en")
EVERY = [page for language in LANGUAGES for page in pages(language).values()]
MARKDOWN = [page for page in EVERY if page.kind != "lab"]
CONCEPTS = [page for page in EVERY if page.kind == "concept"]
SCRIPTS = sorted(figures.FOLDER.glob("*/*.py"))
MODULES = [
    m.name for m in pkgutil.iter_modules(dlnotes.__path__) if not m.name.startswith("_")
]
PUBLIC = [
    (module, name)
    for module in MODULES
    for name in importlib.import_module(f"dlnotes.{module}").__all__
]


def name(page):
    """A page as the ids of tests write it."""
    return f"{page.language}/{page.slug}"


# --- twins --------------------------------------------------------------------------------


def code(source):
    """Python without comments and without what its strings say."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def formula(shown):
    """What twins must share of a formula: all but words and a reason not to check it."""
    tex = re.sub(r"\\text\{[^}]*\}|\s", "", shown.tex)
    return tex, shown.mark, shown.binding if shown.mark == "check" else ""


def skeleton(page):
    """What the two tellings of a page must share."""
    prose = page.bare
    return {
        "headings": [(h["level"], h["id"]) for h in dialect.HEADING.finditer(prose)],
        "code": [code(snippet.code.source) for snippet in page.snippets],
        "formulas": [formula(shown) for shown in page.formulas],
        "figures": page.figures,
        "links": sorted(re.findall(r"\]\(([^)\s]+)\)", prose)),
        "citations": sorted(page.cited),
        "boxes": re.findall(r"^(?:!!!|\?\?\?\+?) (\w+)", prose, re.M),
        "tables": re.findall(r"^<!-- table: .* -->$|^::: .*$|^\|[-|]+$", prose, re.M),
    }


def test_every_page_is_in_both_languages_and_in_the_table():
    korean, english = (set(pages(language)) for language in LANGUAGES)
    assert korean == english <= {row["slug"] for row in facts.table("pages")}


@pytest.mark.parametrize("slug", pages("ko"))
def test_both_languages_share_their_skeleton(slug):
    korean, english = (skeleton(pages(language)[slug]) for language in LANGUAGES)
    for part in korean:
        assert korean[part] == english[part], part


# --- pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("page", EVERY, ids=name)
def test_page_has_no_faults(page):
    assert faults.find(page) == []


@pytest.mark.parametrize("page", MARKDOWN, ids=name)
def test_every_python_fence_is_collected(page):
    """Counted line by line, so that a fence which the parser misses is noticed."""
    source = page.text
    fences = [
        line for line in source.splitlines() if re.match(r"\s*(```|~~~)\s*\{?\.?py", line)
    ]
    assert len(page.snippets) == len(fences)
    assert all(line.strip() == "```python" for line in fences)
    assert not re.search(r"^\s*>>> ", source, re.M), "prompts would be copied with the code"


@pytest.mark.parametrize("page", CONCEPTS, ids=name)
def test_there_are_snippets_and_formulas_to_check(page):
    assert len(page.snippets) >= 10
    assert sum(formula.mark == "check" for formula in page.formulas) >= 2


@pytest.mark.parametrize("page", MARKDOWN, ids=name)
def test_page_describes_itself(page):
    assert 10 <= len(page.meta["description"]) <= 160


@pytest.mark.parametrize("page", CONCEPTS, ids=name)
def test_page_follows_the_skeleton_of_a_page(page):
    """The house's order: formula, code, trap, data, notes, exercises, references."""
    ids = [h["id"] for h in dialect.HEADING.finditer(page.bare) if h["level"] == "##"]
    order = ["formula", "code", "trap", "example", "notes", "exercises", "references"]
    assert [name for name in ids if name in order] == order
    definition = dialect.FRONT.sub("", page.text).lstrip()
    assert definition.startswith("**"), "a bold definition comes first"
    answers = re.findall(r"^\?\?\? success ", page.text, re.M)
    assert len(answers) >= 3, "three exercises with answers"
    assert "import torch" in page.text, "PyTorch's way"


@pytest.mark.parametrize("page", CONCEPTS, ids=name)
def test_every_correction_is_quoted_and_demonstrated(page):
    sources = {row["id"]: row["sources"].split("; ") for row in facts.table("corrections")}
    for number in facts.corrections(page.slug):
        _, quote = page.correction(number)
        assert "«" in quote["claim"], number
        assert set(quote["sources"].split(", ")) <= set(sources[number]), number
        section = page.text.split(f"{{ #{number.lower()} }}")[1].split("\n##")[0]
        assert "```python" in section, f"{number} is not demonstrated"


@pytest.mark.parametrize("page", pages("ko").values(), ids=name)
def test_korean_is_written_in_one_voice(page):
    quoted = re.sub(r"«[^»]*»|\$[^$]*\$|\]\([^)]*\)", "", page.bare)
    for row in facts.table("terms"):
        for word in filter(None, row["reject"].split("|")):
            assert word not in quoted, f"{word}: write {row['ko']}"
    assert not re.search(r"[습입합됩]니다|[어아해세]요[.!?]", quoted), "한다체"
    assert not re.search(r"\*\*[^*\n]*\)\*\*[가-힣]", page.bare), (
        "asterisks would show: bracket outside"
    )


# --- data ---------------------------------------------------------------------------------


def test_tables_are_complete():
    assert [row["id"] for row in facts.table("concepts")] == [
        f"I{n:03}" for n in range(1, 199)
    ]
    assert [row["id"] for row in facts.table("corrections")] == [
        f"E{n:02}" for n in range(1, 99)
    ]
    assert len(facts.table("terms")) == 160
    slugs = {row["slug"] for row in facts.table("pages")}
    chapters = {row["chapter"] for row in facts.table("chapters")} | {""}  # the home page
    assert {row["page"] for row in facts.table("concepts")} <= slugs
    assert {row["page"] for row in facts.table("terms")} <= slugs
    assert {
        slug for row in facts.table("corrections") for slug in row["pages"].split("; ")
    } <= slugs
    assert {row["chapter"] for row in facts.table("pages")} <= chapters


def test_every_line_of_the_notes_is_read_from_the_concepts():
    for row in facts.table("concepts"):
        places = re.findall(r"\d{3}:", row["sources"])
        assert len(places) == len(list(dialect.PLACE.finditer(row["sources"]))), row["id"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_work_is_cited(language):
    named = {key for page in pages(language).values() for key in page.cited}
    assert named == set(facts.references())


# --- functions ----------------------------------------------------------------------------


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=str)
def test_every_function_is_used_on_a_page_and_stands_in_the_api(module, name):
    korean = pages("ko").values()
    assert f"::: dlnotes.{module}" in pages("ko")[f"api/{module}"].text
    chapter = [page.path.read_text("utf-8") for page in korean if page.chapter == module]
    assert any(re.search(rf"\b{name}\b", text) for text in chapter)


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=str)
def test_every_docstring_has_its_sections(module, name):
    function = getattr(importlib.import_module(f"dlnotes.{module}"), name)
    doc = inspect.getdoc(function)
    summary, *_ = doc.split("\n\n")
    assert summary.endswith("."), "a noun phrase and a full stop"
    for section in ("Parameters", "Returns", "Raises", "Examples", "References"):
        assert f"\n{section}\n---" in doc, section
    assert f">>> from dlnotes.{module} import" in doc, "an example that can be copied"
    listed = doc.split("\nParameters\n---")[1].split("\nReturns\n---")[0]
    names = ", ".join(re.findall(r"^([\w, ]+) : ", listed, re.M)).split(", ")
    assert names == list(inspect.signature(function).parameters)


SOURCE_FILES = sorted(
    [
        *(ROOT / "dlnotes").rglob("*.py"),
        *(DOCS / "site").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
    ]
)


@pytest.mark.parametrize("path", SOURCE_FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_functions_and_modules_stay_short(path):
    lines = path.read_text("utf-8").splitlines()
    if path.is_relative_to(ROOT / "dlnotes"):
        assert len(lines) <= 300
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef):
            doc = len((ast.get_docstring(node, clean=False) or "").splitlines())
            body = lines[node.lineno - 1 : node.end_lineno]
            count = (
                sum(1 for line in body if line.strip() and not line.strip().startswith("#"))
                - doc
            )
            assert count <= 25, f"{node.name}: {count} lines of code"


def test_actions_of_others_are_named_by_their_commit():
    workflow = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    used = re.findall(r"uses: (.*)", workflow)
    assert len(used) == workflow.count("uses:") >= 5
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}  # v[\d.]+", name) for name in used)


# --- figures ------------------------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_figure_is_shown_and_draws_the_same_bytes_twice(script):
    shown = [path for page in pages("ko").values() for path in figures.scripts(page)]
    assert shown.count(script) == 1
    for language in LANGUAGES:
        svg = figures.draw(script, language)
        assert svg == figures.draw(script, language)
        assert figures.NO_ALT in svg
        colours = set(re.findall(r"#[0-9a-fA-F]{6}\b", svg))
        assert not colours, f"{colours} would not follow the theme"


# --- formulas -----------------------------------------------------------------------------


CHECKED = [
    pytest.param(f, id=f"{page.slug}:{f.line}")
    for page in pages("en").values()
    for f in page.formulas
    if f.mark == "check"
]


@pytest.mark.parametrize("formula", CHECKED)
def test_every_wrong_formula_is_noticed(formula):
    """Each sign, index, factor and exponent of each formula, changed by one."""
    public, mutants = formulas.functions(), formulas.mutants(formula.tex)
    wrong = [tex for _, tex in mutants if r"\delta_{j i}" not in tex]  # which is delta_{ij}
    passed = [tex for tex in wrong if formulas.agrees(tex, formula.binding, public)]
    assert passed == []


def test_there_are_wrong_formulas_to_notice():
    assert sum(len(formulas.mutants(param.values[0].tex)) for param in CHECKED) > 200


# --- the checks themselves ----------------------------------------------------------------


GOOD = """\
---
description: A page for a test.
---

## Title { #title }

![what is seen](sigmoid-tanh.svg "what it means")

$$
\\sigma(x) = \\frac{1}{1 + e^{-x}}
$$
<!-- check: sigmoid(x) for x in R^n -->

See [softmax](softmax.md#output), [@goodfellow2016],
and [a term](../reference/glossary.md#term-adam).
"""
BREAKS = [
    ("description: A page for a test.", "", 1, "front matter without `description"),
    ("A page for a test.", "{", 3, "front matter: "),
    ("{ #title }", "", 5, "heading without"),
    ("## Title", "# Title", 5, "a second title"),
    ("![what is seen]", "![]", 7, "has no alt text"),
    (
        "sigmoid-tanh.svg",
        "sigmoid-tang.svg",
        7,
        "no figure docs/figures/activations/sigmoid-tang.py",
    ),
    ("![what", "Look: ![what", 7, "on its own line"),
    ("{-x}", "{x}", 9, "gives another value than sigmoid"),
    ("<!-- check: sigmoid(x) for x in R^n -->\n", "", 9, "without `<!-- check"),
    ("softmax.md#output", "softmx.md", 14, "softmx.md, which does not exist"),
    ("softmax.md#output", "softmax.md#outptu", 14, "no such id"),
    ("#term-adam", "#term-adm", 15, "no such id"),
    ("goodfellow2016", "goodfellow2061", 14, "no work `goodfellow2061`"),
    ("See ", "```py\n1\n```\nSee ", 14, "fence ```py"),
    ("See ", "See\n\n  ```text\n  1\n```\n", 16, "a fence that is not closed"),
]


def written(text):
    """A page of a chapter with this text."""
    return Page("activations/for-a-test", "en", Path("for-a-test.md"), text)


def test_a_sound_page_passes():
    assert faults.find(written(GOOD)) == []


@pytest.mark.parametrize(("old", "new", "line", "message"), BREAKS)
def test_a_broken_page_is_told_with_its_line(old, new, line, message):
    assert old in GOOD
    [(at, said)] = faults.find(written(GOOD.replace(old, new, 1)))
    assert (at, message in said) == (line, True), said


SNIPPET = """\
Before.

```python
x = 2
print(x)
```

```text
2
```
"""


def test_outputs_are_compared_and_rewritten():
    [snippet] = snippets.find(SNIPPET)
    assert snippets.run(snippet, "page.md") == "2\n" == snippet.shown.source
    stale = SNIPPET.replace("\n2\n", "\n3\n")
    missing = SNIPPET.split("```text")[0].rstrip() + "\n"
    assert snippets.rewritten(stale, "page.md") == SNIPPET
    assert snippets.rewritten(missing, "page.md") == SNIPPET
    assert snippets.rewritten(SNIPPET, "page.md") == SNIPPET


def test_an_error_in_a_snippet_names_the_line_of_the_page():
    [snippet] = snippets.find(SNIPPET.replace("print(x)", "print(y)"))
    with pytest.raises(NameError) as caught:
        snippets.run(snippet, "page.md")
    last = caught.traceback[-1]
    assert (str(last.path), last.lineno + 1) == ("page.md", 5)


def test_snippets_do_not_see_each_other():
    first, second = snippets.find(SNIPPET + SNIPPET.replace("x = 2\n", ""))
    snippets.run(first, "page.md")
    with pytest.raises(NameError):
        snippets.run(second, "page.md")


LAB = """\
# %% [markdown] lang="ko"
# 글.

# %% [markdown] lang="en"
# Text.
#
# ## End { #end }

# %% alt_ko="보이는 것" alt_en="what is seen"
x = 1
"""


def test_a_lab_has_prose_by_language_and_code_for_all():
    assert labs.prose(LAB, "ko").splitlines() == ["", "글.", *[""] * 8]
    assert labs.prose(LAB, "en").splitlines()[4:7] == ["Text.", "", "## End { #end }"]
    assert labs.code(LAB).splitlines() == [*[""] * 9, "x = 1"]
    cells = [("markdown", "글.", 1, ""), ("code", "x = 1", 9, "보이는 것")]
    assert [astuple(cell) for cell in labs.cells(LAB, "ko")] == cells


@pytest.mark.parametrize("path", sorted((DOCS / "labs").glob("*.py")), ids=lambda p: p.stem)
def test_every_cell_of_a_lab_is_collected(path):
    source = path.read_text("utf-8")
    found = [labs.cells(source, language) for language in LANGUAGES]
    code = len(labs.code_cells(source))
    assert sum(map(len, found)) - code == source.count("\n# %%") > code > 0
    kinds = [[cell.kind for cell in cells] for cells in found]
    assert kinds[0] == kinds[1], "a prose cell stands in both languages"
    for cell in [*found[0], *found[1]]:
        if cell.kind == "code" and "plt." in cell.source:
            assert cell.alt
    percent = jupytext.reads(source, "py:percent")
    assert len(percent.cells) == sum(map(len, found)) - code, "as jupytext reads it"


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
