"""The house rules: twins agree, every fact has its place, every check of a page bites."""

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import jupytext
import pytest

import dlnotes
import equal
from pages import figures
from source import dialect, facts, faults, formulas, labs
from source.page import pages

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
        elif isinstance(node, ast.JoinedStr):
            node.values = [v for v in node.values if not isinstance(v, ast.Constant)]
    return ast.dump(tree)


def formula(shown):
    """The parts of a formula that both languages share: all but its words."""
    tex = re.sub(r"\\text\{[^}]*\}|\s", "", shown.tex)
    return tex, shown.mark, shown.binding if shown.mark == "check" else ""


def skeleton(page):
    """The parts of a page that both languages share."""
    prose = page.bare
    return {
        "headings": [(h["level"], h["id"]) for h in dialect.HEADING.finditer(prose)],
        "code": [code(snippet.code.source) for snippet in page.snippets],
        "formulas": [formula(shown) for shown in page.formulas],
        "figures": page.figures,
        "links": sorted(re.findall(r"\]\(([^)\s]+)\)", prose)),
        "citations": sorted(page.cited),
        "boxes": re.findall(r"^(?:!!!|\?\?\?\+?) (\w+)", prose, re.M),
        "exercises": page.exercises,
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


@pytest.mark.parametrize("page", MARKDOWN, ids=name)
def test_page_describes_itself(page):
    assert 10 <= len(page.meta["description"]) <= 160


@pytest.mark.parametrize("page", CONCEPTS, ids=name)
def test_every_correction_is_quoted_and_demonstrated(page):
    for number in facts.corrections(page.slug):
        _, quote = page.correction(number)
        if page.language == "en":
            assert not re.search(r'»(?! \(")', quote["claim"]), f"{number}: translate"
        section = page.text.split(f"{{ #{number.lower()} }}")[1].split("\n##")[0]
        assert "```python" in section, f"{number} is not demonstrated"


# --- data ---------------------------------------------------------------------------------


def test_tables_have_every_concept_and_correction_of_the_notes():
    """Their ids and the pages that they name are checked by `source.files`."""
    assert len(facts.table("concepts")) == 198
    assert len(facts.table("corrections")) == 98


@pytest.mark.parametrize(
    "name", ["concepts", "corrections", "symbols", "symptoms", "terms"]
)
def test_every_row_has_its_written_page(name):
    places = [(row.get("id"), row["page"]) for row in facts.table(name) if row["page"]]
    assert [place for place in places if place[1] not in pages("ko")] == []


def test_quotations_of_the_notes_have_their_places():
    rows = [(row["place"], row["words"]) for row in facts.table("quotations")]
    assert rows == sorted(set(rows))
    assert all(re.fullmatch(r"00[0-4]:\d+(–\d+)?", place) for place, _ in rows)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_work_is_cited(language):
    named = {key for page in pages(language).values() for key in page.cited}
    assert named == set(facts.references())


# --- functions ----------------------------------------------------------------------------


@pytest.mark.parametrize("module", MODULES)
def test_every_module_stands_in_the_api(module):
    assert f"::: dlnotes.{module}" in pages("ko")[f"api/{module}"].text


REFERRED = re.compile(r"^(?P<parts>[A-Z][\w, ]+) as for `(?P<name>\w+)`\.$", re.M)


def sections(module, name):
    """The sections of a docstring by their headings; the text before them has none."""
    doc = inspect.getdoc(getattr(importlib.import_module(f"dlnotes.{module}"), name))
    head, *parts = re.split(r"^(\w+)\n-{3,}\n", doc, flags=re.M)
    return {"": head, **dict(zip(parts[::2], parts[1::2], strict=True))}


def described(sections):
    """The parameters that a docstring describes itself."""
    lines = re.findall(r"^([\w, ]+) : ", sections.get("Parameters", ""), re.M)
    return [name for line in lines for name in line.split(", ")]


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=str)
def test_every_docstring_has_its_sections(module, name):
    own = sections(module, name)
    summary = own[""].split("\n\n")[0].rstrip()
    assert summary.endswith("."), "a noun phrase and a full stop"
    assert "Returns" in own
    assert f">>> from dlnotes.{module} import" in own["Examples"], "it can be copied"
    assert "References" in own or REFERRED.search(own[""])


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=str)
def test_every_parameter_is_described_here_or_where_the_docstring_says(module, name):
    own, other, parts = sections(module, name), {}, ""
    if referred := REFERRED.search(own[""]):
        parts = referred["parts"].lower()
        assert (module, referred["name"]) in PUBLIC
        other = sections(module, referred["name"])
    for part, section in [("errors", "Raises"), ("references", "References")]:
        assert part not in parts or section in other, f"{referred['name']} has no {section}"
    assert "References" in own or "references" in parts
    function = getattr(importlib.import_module(f"dlnotes.{module}"), name)
    names = list(inspect.signature(function).parameters)
    found = described(own) + (described(other) if "arguments" in parts else [])
    assert [name for name in names if name not in found] == []
    assert described(own) == [name for name in names if name in described(own)]


GRADIENTS = {
    (module, name): of
    for module, name in PUBLIC
    for stem in [re.sub("_(grad|backward)$", "", name)]
    for of in [stem, f"{stem}_forward"]
    if stem != name and (module, of) in PUBLIC
}


@pytest.mark.parametrize(("module", "name"), GRADIENTS, ids=str)
def test_a_gradient_does_not_repeat_its_function(module, name):
    own, other = (sections(module, each) for each in (name, GRADIENTS[module, name]))
    referred = REFERRED.search(own[""])
    elsewhere = referred and referred["name"] != GRADIENTS[module, name]
    assert elsewhere or own.get("References") != other.get("References")
    entry = re.compile(r"^\w.* : .*\n(?: .*\n?)+", re.M)
    entries = (entry.findall(each.get("Parameters", "")) for each in (own, other))
    assert not set.intersection(*map(set, entries))


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=str)
def test_docstrings_cite_works_by_their_keys(module, name):
    own = sections(module, name)
    keys = dialect.cited(own.get("References", ""))
    assert set(keys) <= set(facts.references())
    assert bool(keys) == ("References" in own)
    assert not re.search(r"\((?:19|20)\d\d\)", "".join(own.values())), "cite it by its key"


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
    if not path.is_relative_to(ROOT / "tests"):
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


def test_decisions_are_listed_above_them():
    listed, text = (ROOT / "DECISIONS.md").read_text("utf-8").split("\n## ", 2)[1:]
    titles = re.findall(r"^### (.*)$", text, re.M)
    names = [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]
    assert re.findall(r"^- \[.*\]\(#(.*)\)$", listed, re.M) == names
    assert all(re.fullmatch(r".* \(2\d{3}-\d\d-\d\d\)", title) for title in titles)


def test_actions_of_others_are_named_by_their_commit():
    workflows = (ROOT / ".github/workflows").glob("*.y*ml")
    text = "".join(path.read_text("utf-8") for path in workflows)
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == text.count("uses:") >= 9
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}  # v[\d.]+", name) for name in used)


# --- figures ------------------------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_figure_is_shown_once_and_has_room_for_words_and_no_colours_of_its_own(script):
    """Builds that are the same to the byte tell that it is always drawn alike."""
    shown = [path for page in pages("ko").values() for path in figures.scripts(page)]
    assert shown.count(script) == 1
    for svg in figures.drawings(script).values():
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
    """Each sign, name, index, term, function and factor of each formula, changed by one."""
    assert equal.unnoticed(formula.tex, formula.binding, formulas.functions()) == []


def test_there_are_wrong_formulas_to_notice():
    counts = [len(formulas.mutants(param.values[0].tex)) for param in CHECKED]
    assert min(counts) > 3
    assert sum(counts) > 50 * len(counts)


# --- labs ---------------------------------------------------------------------------------


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
    for cell in labs.code_cells(source):
        last = ast.parse(cell.source).body[-1]
        called = isinstance(last, ast.Expr) and isinstance(last.value, ast.Call)
        assert called or not isinstance(last, ast.Expr), (
            f"line {cell.line}: a notebook would show the last value, the site does not"
        )
