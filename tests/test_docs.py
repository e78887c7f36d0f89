"""The house rules: twins agree, every fact has its place, every check of a page bites."""

import ast
import importlib
import inspect
import pkgutil
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

import data
import dlnotes
import faults
import figures
import formulas
import labs
import reference
import snippets
import tongues

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCES = sorted(
    p.relative_to(DOCS / "ko")
    for p in (DOCS / "ko").rglob("*")
    if p.suffix in {".md", ".py"}
)
PAGES = [path for path in SOURCES if path.suffix == ".md"]
CONCEPTS = [
    path
    for path in PAGES
    if path.with_suffix("").as_posix() in {row["slug"] for row in data.table("pages")}
]
LABS = [path for path in SOURCES if path.suffix == ".py"]
SCRIPTS = sorted(figures.FOLDER.glob("*/*.py"))
MODULES = [
    m.name for m in pkgutil.iter_modules(dlnotes.__path__) if not m.name.startswith("_")
]
PUBLIC = [
    (module, name)
    for module in MODULES
    for name in importlib.import_module(f"dlnotes.{module}").__all__
]


def text(language, path):
    return (DOCS / language / path).read_text("utf-8")


def markdown(language, path):
    """The prose of a page or lab, front matter and fenced code left out."""
    source = text(language, path)
    source = labs.prose(source) if path.suffix == ".py" else data.FRONT.sub("", source)
    return faults.without_fences(source)


def both(paths):
    return [(language, path) for language in ("ko", "en") for path in paths]


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


def blocks(language, path):
    """The Python of a page or lab."""
    source = text(language, path)
    if path.suffix == ".md":
        return [snippet.code.source for snippet in snippets.find(source)]
    return [body for head, body, _ in labs.cells(source) if "[markdown]" not in head]


def skeleton(language, path):
    """What the two tellings of a page must share."""
    prose = markdown(language, path)
    page = data.pages(language).get(path.with_suffix("").as_posix())
    return {
        "headings": re.findall(r"^(#+) .*(\{ #[\w-]+ \})$", prose, re.M),
        "code": [code(block) for block in blocks(language, path)],
        "formulas": [formula(shown) for shown in formulas.find(prose)],
        "figures": [m["name"] for m in figures.LINE.finditer(prose)],
        "links": sorted(re.findall(r"\]\(([^)\s]+)\)", prose)),
        "citations": sorted(reference.cited(prose)),
        "boxes": re.findall(r"^(?:!!!|\?\?\?\+?) (\w+)", prose, re.M),
        "tables": re.findall(r"^<!-- table: .* -->$|^::: .*$|^\|[-|]+$", prose, re.M),
        "front": page and {key: page.meta.get(key) for key in ("concepts", "corrections")},
    }


def test_every_page_has_its_twin():
    english = sorted(
        p.relative_to(DOCS / "en")
        for p in (DOCS / "en").rglob("*")
        if p.suffix in {".md", ".py"}
    )
    assert english == SOURCES


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_twins_share_their_skeleton(path):
    korean, english = skeleton("ko", path), skeleton("en", path)
    for part in korean:
        assert korean[part] == english[part], part


def test_both_navigations_name_the_same_pages():
    class Loader(yaml.SafeLoader):
        """Reads the settings without acting on `!ENV` and `!!python`."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)

    def leaves(entry):
        if isinstance(entry, str):
            return [entry]
        inner = entry if isinstance(entry, list) else list(entry.values())
        return [leaf for part in inner for leaf in leaves(part)]

    settings = [
        yaml.load((ROOT / name).read_text("utf-8"), Loader)
        for name in ("mkdocs.yml", "mkdocs.en.yml")
    ]
    korean, english = (leaves(s["nav"]) for s in settings)
    assert korean == english
    assert sorted(korean) == [path.as_posix() for path in SOURCES]


# --- pages --------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "path"), both(SOURCES), ids=str)
def test_page_has_no_faults(language, path):
    assert faults.find(DOCS / language / path) == []


@pytest.mark.parametrize(("language", "path"), both(PAGES), ids=str)
def test_every_python_fence_is_collected(language, path):
    """Counted line by line, so that a fence which the parser misses is noticed."""
    source = text(language, path)
    fences = [
        line for line in source.splitlines() if re.match(r"\s*(```|~~~)\s*\{?\.?py", line)
    ]
    assert len(snippets.find(source)) == len(fences)
    assert all(line.strip() == "```python" for line in fences)
    assert not re.search(r"^\s*>>> ", source, re.M), "prompts would be copied with the code"


def test_there_are_snippets_and_formulas_to_check():
    for path in CONCEPTS:
        page = text("ko", path)
        assert len(snippets.find(page)) >= 10, path
        assert sum(f.mark == "check" for f in formulas.find(page)) >= 2, path


@pytest.mark.parametrize(("language", "path"), both(PAGES), ids=str)
def test_page_describes_itself(language, path):
    page = data.pages(language)[path.with_suffix("").as_posix()]
    assert 10 <= len(page.meta["description"]) <= 160


@pytest.mark.parametrize(("language", "path"), both(CONCEPTS), ids=str)
def test_page_follows_the_skeleton_of_a_page(language, path):
    """The house's order: formula, code, trap, data, notes, exercises, references."""
    ids = re.findall(r"^## .*\{ #([\w-]+) \}$", markdown(language, path), re.M)
    order = ["formula", "code", "trap", "example", "notes", "exercises", "references"]
    assert [name for name in ids if name in order] == order
    source = text(language, path)
    assert source.split("\n# ", 1)[1].split("\n\n")[1].startswith("**"), (
        "a bold definition comes first"
    )
    assert len(re.findall(r"^\?\?\? success ", source, re.M)) >= 3, (
        "three exercises with answers"
    )
    assert "import torch" in source, "PyTorch's way"


@pytest.mark.parametrize(("language", "path"), both(CONCEPTS), ids=str)
def test_title_and_facts_agree_with_the_data(language, path):
    page = data.pages(language)[path.with_suffix("").as_posix()]
    [row] = [row for row in data.table("pages") if row["slug"] == page.slug]
    assert page.title == row[language]
    assert page.meta["concepts"] == [
        r["id"] for r in data.table("concepts") if r["page"] == page.slug
    ]
    owed = [
        r["id"] for r in data.table("corrections") if page.slug in r["pages"].split("; ")
    ]
    assert page.meta["corrections"] == owed


@pytest.mark.parametrize(("language", "path"), both(CONCEPTS), ids=str)
def test_every_correction_is_quoted_and_demonstrated(language, path):
    page = data.pages(language)[path.with_suffix("").as_posix()]
    sources = {row["id"]: row["sources"].split("; ") for row in data.table("corrections")}
    for number in page.meta["corrections"]:
        _, quote = reference.correction(page, number)
        assert "«" in quote["claim"], number
        assert set(quote["sources"].split(", ")) <= set(sources[number]), number
        section = page.text.split(f"{{ #{number.lower()} }}")[1].split("\n##")[0]
        assert "```python" in section, f"{number} is not demonstrated"


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_korean_is_written_in_one_voice(path):
    prose = markdown("ko", path)
    quoted = re.sub(r"«[^»]*»|\$[^$]*\$|\]\([^)]*\)", "", prose)
    for row in data.table("terms"):
        for word in filter(None, row["reject"].split("|")):
            assert word not in quoted, f"{word}: write {row['ko']}"
    assert not re.search(r"[습입합됩]니다|[어아해세]요[.!?]", quoted), "한다체"
    assert not re.search(r"\*\*[^*\n]*\)\*\*[가-힣]", prose), (
        "asterisks would show: bracket outside"
    )


# --- data ---------------------------------------------------------------------------------


def test_tables_are_complete():
    assert [row["id"] for row in data.table("concepts")] == [
        f"I{n:03}" for n in range(1, 199)
    ]
    assert [row["id"] for row in data.table("corrections")] == [
        f"E{n:02}" for n in range(1, 99)
    ]
    assert len(data.table("terms")) == 160
    slugs = {row["slug"] for row in data.table("pages")}
    chapters = {row["chapter"] for row in data.table("chapters")} | {"reference"}
    assert {row["page"] for row in data.table("concepts")} <= slugs
    assert {row["page"] for row in data.table("terms")} <= slugs
    assert {
        slug for row in data.table("corrections") for slug in row["pages"].split("; ")
    } <= slugs
    assert {row["chapter"] for row in data.table("pages")} <= chapters


def test_every_line_of_the_notes_is_read_from_the_concepts():
    for row in data.table("concepts"):
        places = re.findall(r"\d{3}:", row["sources"])
        assert len(places) == len(list(reference.SOURCE.finditer(row["sources"]))), row[
            "id"
        ]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_work_is_cited(language):
    prose = "".join(text(language, path) for path in SOURCES)
    assert set(reference.cited(prose)) == set(data.references())


# --- functions ----------------------------------------------------------------------------


@pytest.mark.parametrize(("module", "name"), PUBLIC, ids=str)
def test_every_function_is_used_on_a_page_and_stands_in_the_api(module, name):
    assert f"::: dlnotes.{module}" in text("ko", Path("api", f"{module}.md"))
    chapter = [path for path in SOURCES if path.parts[0] == module]
    assert any(re.search(rf"\b{name}\b", text("ko", path)) for path in chapter)


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
    shown = [
        m["name"]
        for path in PAGES
        if faults.chapter(DOCS / "ko" / path) == script.parent.name
        for m in figures.LINE.finditer(text("ko", path))
    ]
    assert shown.count(script.stem) == 1
    for language in ("ko", "en"):
        svg = figures.draw(script, language, "alt")
        assert svg == figures.draw(script, language, "alt")
        assert 'aria-label="alt"' in svg
        colours = set(re.findall(r"#[0-9a-fA-F]{6}\b", svg))
        assert not colours, f"{colours} would not follow the theme"


# --- formulas -----------------------------------------------------------------------------


CHECKED = [
    pytest.param(f, id=f"{path.stem}:{f.line}")
    for path in PAGES
    for f in formulas.find(text("en", path))
    if f.mark == "check"
]


@pytest.mark.parametrize("formula", CHECKED)
def test_every_wrong_formula_is_noticed(formula):
    """Each sign, name, index, term, function and factor of each formula, changed by one."""
    assert formulas.unnoticed(formula.tex, formula.binding, formulas.functions()) == []


def test_there_are_wrong_formulas_to_notice():
    assert sum(len(formulas.mutants(param.values[0].tex)) for param in CHECKED) > 9000


# --- the checks themselves ----------------------------------------------------------------


GOOD = """\
# Title { #title }

![what is seen](sigmoid-tanh.svg "what it means")

$$
\\sigma(x) = \\frac{1}{1 + e^{-x}}
$$
<!-- check: sigmoid(x) for x in R^n -->

See [softmax](softmax.md#output), [@goodfellow2016],
and [a term](../reference/glossary.md#term-adam).
"""
BREAKS = [
    ("{ #title }", "", 1, "heading without"),
    ("![what is seen]", "![]", 3, "has no alt text"),
    (
        "sigmoid-tanh.svg",
        "sigmoid-tang.svg",
        3,
        "no figure docs/figures/activations/sigmoid-tang.py",
    ),
    ("![what", "Look: ![what", 3, "on its own line"),
    ("{-x}", "{x}", 5, "gives another value than sigmoid"),
    ("<!-- check: sigmoid(x) for x in R^n -->\n", "", 5, "without `<!-- check"),
    ("softmax.md#output", "softmx.md", 10, "softmx.md, which does not exist"),
    ("softmax.md#output", "softmax.md#outptu", 10, "no such id"),
    ("#term-adam", "#term-adm", 11, "no such id"),
    ("goodfellow2016", "goodfellow2061", 10, "no work `goodfellow2061`"),
    ("See ", "```py\n1\n```\nSee ", 10, "fence ```py"),
    ("See ", "See\n\n  ```text\n  1\n```\n", 12, "a fence that is not closed"),
]


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A new page in a copy of the chapter."""
    for part in ("data", "en/activations", "en/reference"):
        shutil.copytree(DOCS / part, tmp_path / part)
    monkeypatch.setattr(data, "DOCS", tmp_path)
    return tmp_path / "en" / "activations" / "for-a-test.md"


def test_a_sound_page_passes(page):
    page.write_text(GOOD, "utf-8")
    assert faults.find(page) == []


@pytest.mark.parametrize(("old", "new", "line", "message"), BREAKS)
def test_a_broken_page_is_told_with_its_line(page, old, new, line, message):
    assert old in GOOD
    page.write_text(GOOD.replace(old, new, 1), "utf-8")
    [(at, said)] = faults.find(page)
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


def test_prose_of_a_lab_keeps_its_lines():
    prose = "# %% [markdown]\n# # Title { #t }\n#\n# Text.\n\n"
    lab = f'{prose}# %% alt="a"\nx = 1\n\n# %% [markdown]\n# End.\n'
    assert labs.prose(lab).splitlines() == [
        "",
        "# Title { #t }",
        "",
        "Text.",
        "",
        "",
        "",
        "",
        "",
        "End.",
    ]
    assert [line for _, _, line in labs.cells(lab)] == [2, 7, 10]


@pytest.mark.parametrize("path", LABS, ids=str)
def test_every_cell_of_a_lab_is_collected(path):
    source = text("ko", path)
    assert len(list(labs.cells(source))) == source.count("\n# %%")
    for (head, body, _), _ in pairwise([*labs.cells(source), ("", "", 0)]):
        if "[markdown]" in head:
            assert all(line.startswith("#") for line in body.split("\n") if line), body


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
    assert tongues.join(page) == joined
