"""The sources of pages, as they are read and judged."""

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from pathlib import Path

import pytest

from source import facts, faults, formulas, kept, labs, snippets, verdicts
from source.page import Page, pages, read

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

See [`softmax`](softmax.md#output), [@goodfellow2016],
and [a term](../reference/glossary.md#term-adam).

The notes say «Sparse activation» of $f(x)$.

> «Sparse activation» ("sparse activation") (004:17, 004:18)

```python
print(1)
```

```text
1
```

<span id="end"></span>
"""
BREAKS = [
    ("description: A page for a test.", "", 1, "front matter without `description"),
    ("A page for a test.", "{", 3, "front matter: "),
    ("{ #title }", "", 5, "heading without"),
    ("## Title", "# Title", 5, "a second title"),
    ("![what is seen]", "![]", 7, "has no alt text"),
    ('sigmoid-tanh.svg "what it means"', "nowhere.svg", 7, "activations/nowhere.py"),
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
    ("print(1)\n```", "print(1)", 21, "not closed before ```text"),
    ("```python", "~~~python", 21, "a fence that is not closed"),
    ("See ", "> ```python\n> 1\n> ```\n\nSee ", 14, "alone, after spaces only: > ```py"),
    ("See ", "- ~~~python\n  1\n  ~~~\n\nSee ", 14, "alone, after spaces only: - ~~~py"),
    ("See ", "Code:\n\n    x = 1\n\nSee ", 16, "code must be in a fence, got x = 1"),
    ("$f(x)$", "\\(f(x)\\)", 17, "in `$…$`, or in `$$` with its check: \\("),
    ("$f(x)$", "x\n\n\\[\nf(x) = 1\n\\]", 19, "in `$$` with its check: \\["),
    (
        "$f(x)$",
        "x\n\n\\begin{equation}\nf\n\\end{equation}",
        19,
        "in `$$` with its check: \\begin",
    ),
    ("$f(x)$", "$ f(x) $", 17, "in `$$` with its check: $"),
    ("$f(x)$", "$\\sigmund(x)$", 17, "cannot be set: '\\\\sigmund(x)': 0: Unknown command"),
    ("$f(x)$", "$\\frac{1}{x$", 17, "Expected closing token"),
    (
        "<!-- check: sigmoid(x) for x in R^n -->",
        "<!-- unchecked: a -->\n\n$$\nf(x\\right)\n$$\n<!-- unchecked: b -->",
        14,
        "cannot be set",
    ),
    ('id="end"', 'id="title"', 29, "a second id `title` on the page"),
    ("See ", "## Again { #title }\n\nSee ", 14, "a second id `title` on the page"),
    ("{ #title }", "{ #for-a-test }", 5, "a second id `for-a-test` on the page"),
    ("See ", '![a](sigmoid-tanh.svg "b")\n\nSee ', 14, "a second figure `sigmoid-tanh`"),
    ("<span", "<script>alert(1)</script><span", 29, "the tag <script>; write Markdown"),
    ("<span", "<STYLE>p{}</STYLE><span", 29, "the tag <style>; write Markdown"),
    ("<span", "<iframe src='//a.b'></iframe><span", 29, "the tag <iframe>; write"),
    ("<span", "<span\n onclick = go()", 29, "the attribute `onclick`; write one of"),
    ("<span", "[a](#end){ onclick='go()' }\n<span", 29, "in the theme: { onclick="),
    ("See ", "[a](javascript:go()) ", 14, "runs as a script: javascript:"),
    ("<span", '<a href="softmx.md">a</a><span', 29, "the tag <a>; write Markdown"),
    ("See ", '[a](softmx.md "b") ', 14, "softmx.md, which does not exist"),
    ("See ", "[a]: softmx.md\n\nSee ", 14, "a link names its page, `[words](page.md)`"),
    ("See ", "| | b |\n|---|---|\n| 1 | 2 |\n\nSee ", 14, "without a name in words:  | b"),
    ("See ", "| $x$ | b |\n|---|:-:|\n| 1 | 2 |\n\nSee ", 14, "without a name in words: "),
    ("See ", "<!-- table: glosary -->\n\nSee ", 14, "no table glosary; write one of"),
    ("## Title", "##Title", 5, "a heading is a line `## Title { #id }`, got ##Title"),
    ("See ", "> ## More\n\nSee ", 14, "got > ## More"),
    ("See ", "  ## More\n\nSee ", 14, "got ## More"),
    ("See ", "More\n----\n\nSee ", 14, "a heading is a line `## Title { #id }`, got More"),
    ("See ", "::: dlnotes.loses\n\nSee ", 14, "no module of the package: ::: dlnotes.l"),
    ("See ", "Code:\n\n\tx = 1\n\nSee ", 16, "code must be in a fence, got x = 1"),
    (
        "See ",
        "## Code { #code }\n    x = 1\n\nSee ",
        15,
        "code must be in a fence, got x = 1",
    ),
    ("See ", ">```python\n>1\n>```\n\nSee ", 14, "alone, after spaces only: >```py"),
    ("See ", "1. ```python\n   1\n   ```\n\nSee ", 14, "alone, after spaces only: 1. ```"),
    ("A page for", "An AdamGrad for", 2, "AdamGrad: write AdaGrad"),
    ("say «Sparse", "say «Dense", 17, "«Dense activation» is not in docs/data/quot"),
    ("> «Sparse", "> «Dense", 19, "«Dense activation» is not in docs/data/quot"),
    ("004:17, 004:18", "004:92", 19, "«Sparse activation» is at 004:18, not at 004:92"),
    ("{ #title }", "{ #e99 }", 5, "corrections.csv has no E99"),
]
KOREAN = [
    ("학습율을 줄인다.", "학습율: write 학습률"),
    ("값을 읽습니다.", "읽습니다: write 한다체"),
    ("값을 읽어요.", "읽어요.: write 한다체"),
    ("**기울기(gradient)**가 크다.", "asterisks would be shown; put the bracket outside"),
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


@pytest.mark.parametrize(("text", "message"), KOREAN)
def test_a_wrong_word_is_told_with_its_line(text, message):
    def found(shown):
        text = f"---\ndescription: A page.\n---\n\n{shown}\n"
        return faults.find(Page("reference/a", "ko", Path("a.md"), text))

    assert found(f"`{text}`") == []
    [(line, said)] = found(text)
    assert (line, message in said) == (5, True), said


def test_code_of_a_lab_stands_in_cells():
    page = Page("losses/lab", "en", Path("losses.py"), "\n```python\nx = 1\n```\n")
    assert faults.find(page) == [(2, "code of a lab must be in a cell, which is run")]


def test_a_page_that_owes_a_correction_must_have_it():
    page = Page("activations/sigmoid-tanh", "en", Path("a.md"), GOOD)
    wanted = "no section { #e01 } with `> «claim» (note:line)`"
    assert any(message.endswith(wanted) for _, message in faults.find(page))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("«[-1, 1]»", "[-1, 1]", "words of the notes stand in «», got «1 ~ 1"),
        ("004:104)", "004:105)", "corrections.csv has no place 004:105 for E02"),
    ],
)
def test_a_correction_quotes_the_notes_where_the_table_says(old, new, message):
    sound = pages("ko")["activations/sigmoid-tanh"]
    assert old in sound.text
    page = Page(sound.slug, "ko", sound.path, sound.text.replace(old, new))
    said = dict(faults.find(page))
    [line] = [line for line, name in sound.anchors if name == "e02"]
    assert message in said[line]


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


def test_code_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(snippets, "LIMIT", 0.2)
    with pytest.raises(TimeoutError, match="runs longer than 0.2 s") as caught:
        snippets.printed("x = 1\nwhile True:\n    x += 1\n", "page.md")
    assert any(str(entry.path) == "page.md" for entry in caught.traceback)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


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
    cells = [("markdown", "글.", 1, ""), ("code", "x = 1", 9, "보이는 것")]
    assert [astuple(cell) for cell in labs.cells(LAB, "ko")] == cells


# --- a page -------------------------------------------------------------------------------


def test_a_page_knows_its_parts():
    page = written(GOOD)
    assert page.meta == {"description": "A page for a test."}
    assert (page.kind, page.chapter, page.source) == (
        "concept",
        "activations",
        "activations/for-a-test.md",
    )
    assert page.figures == ["sigmoid-tanh"]
    assert page.cited == ["goodfellow2016"]
    assert {"bridle1990", "szegedy2016"} <= set(pages("en")["api/losses"].cited)
    assert page.compared == {"sigmoid"}
    assert page.checks == {"snippets": 1, "outputs": 1, "formulas": 1}
    assert page.anchors == [(1, "for-a-test"), (5, "title"), (29, "end")]
    assert page.link("reference/glossary") == "../reference/glossary.md"
    assert page.markdown.startswith("# activations/for-a-test { #for-a-test }\n\n## Title")
    assert "A page for a test" not in page.bare


@pytest.mark.parametrize(
    ("slug", "path", "kind"),
    [
        ("index", "index.md", "home"),
        ("api/losses", "losses.md", "api"),
        ("reference/glossary", "glossary.md", "reference"),
        ("losses/lab", "losses.py", "lab"),
        ("losses/regression", "regression.md", "concept"),
    ],
)
def test_kind_of_a_page(slug, path, kind):
    assert Page(slug, "en", Path(path), "").kind == kind


def test_an_unchanged_page_is_read_once(tmp_path, monkeypatch):
    monkeypatch.setattr(facts, "DOCS", tmp_path)
    path = tmp_path / "en" / "activations" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text(GOOD, "utf-8")
    first = read(path, "en")
    assert read(path, "en") is first
    path.write_text(GOOD + "\nMore.\n", "utf-8")
    assert read(path, "en").text.endswith("More.\n")


def test_formulas_of_a_page_are_found_once(cache, monkeypatch):
    calls = []
    monkeypatch.setattr(formulas, "find", lambda text: calls.append(text) or [])
    page = written(GOOD)
    faults.find(page)
    assert page.compared == set()
    assert "formulas" not in page.checks
    assert len(calls) == 1


def test_a_link_may_lead_to_a_lab_and_to_an_id_in_it():
    page = written(
        GOOD + "\n[lab](lab.md#data), [lab](lab.md#nowhere), [up](../index.md)\n"
    )
    assert [message for _, message in faults.find(page)] == [
        "link to lab.md#nowhere, but no such id is there"
    ]


def test_a_link_is_followed_though_the_faults_of_its_page_are_kept(monkeypatch):
    page = written(GOOD)
    assert faults.find(page) == []
    monkeypatch.setattr(faults, "pages", lambda language: {})
    told = [message for _, message in faults.find(page)]
    assert told
    assert all("which does not exist" in message for message in told)


# --- kept results -------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "CACHE", tmp_path)
    return tmp_path


def test_a_result_is_made_once(cache):
    made = []
    for _ in range(2):
        found = kept.made("kind", "name", lambda: made.append(1) or b"result")
        assert found == b"result"
    assert made == [1]
    assert [path.name for path in (cache / "kind").iterdir()] == ["name"], "no part is left"


def test_who_asks_for_a_result_that_is_being_made_waits_for_it(cache):
    asked = threading.Barrier(2)
    made = []

    def ask():
        asked.wait(10)
        return kept.made("kind", "name", lambda: time.sleep(0.3) or made.append(1) or b"it")

    with ThreadPoolExecutor() as pool:
        results = [pool.submit(ask) for _ in range(2)]
    assert [result.result() for result in results] == [b"it", b"it"]
    assert made == [1]


def test_a_result_that_failed_is_made_by_the_next_who_asks(cache):
    with pytest.raises(ZeroDivisionError):
        kept.made("kind", "name", lambda: 1 / 0)
    assert kept.made("kind", "name", lambda: b"it") == b"it"


def test_every_input_changes_the_name():
    assert kept.named("a", "b") == kept.named("a", "b")
    names = {kept.named(*inputs) for inputs in [("a", "b"), ("ab",), ("b", "a"), ("a",)]}
    assert len(names) == 4


def test_old_results_of_every_kind_are_removed(cache):
    """Of what has other names, the tools that made it keep order themselves."""
    old, new = kept.named("old"), kept.named("new")
    names = [f"a/{old}", f"b/{old}.7.part", f"b/{new}", "templates/x", "notebooks/ko"]
    for name in names:
        kept.keep(*name.split("/"), b"")
        then = time.time() - (kept.KEEP_DAYS + 1) * 24 * 3600 * (new not in name)
        os.utime(cache / name, (then, then))
    kept.remove_old()
    assert [name for name in names if (cache / name).exists()] == names[2:]


def test_state_of_code_is_that_of_what_it_does(tmp_path):
    def state(text):
        (tmp_path / "a.py").write_text(text, "utf-8")
        return kept.code_state("a.py", root=tmp_path)

    code = 'def f(x):\n    """One."""\n    return x\n'
    assert state(code) == state(
        code.replace("One", "Two").replace("return x", "return x  # x")
    )
    assert state(code) != state(code.replace("return x", "return -x"))


def test_a_verdict_is_that_of_the_formula_and_the_code(cache, monkeypatch):
    checked = []
    monkeypatch.setattr(formulas, "check", lambda *formula: checked.append(formula[:2]))
    for state in ("a", "b", "a"):
        monkeypatch.setattr(kept, "tools", lambda *files, state=state: state)
        kept.forget()
        for tex, binding in (("x", "f(x)"), ("x", "g(x)"), ("y", "f(x)")):
            shown = formulas.Formula(tex, "check", binding, 1, 0, 0, "")
            assert verdicts.verdict(shown) is None
    kept.forget()
    assert len(checked) == 6, "three formulas, twice"
    assert len(set(checked)) == 3
