"""Functions that readers write: their cases, what is caught, and how they are checked."""

import ast
import json
import re
import sys
import textwrap
import zipfile

import numpy as np
import pytest
from bs4 import BeautifulSoup

from pages import sheets
from pages import written as shown
from readers import violations, wait_until
from runtime import driver
from source import checker, draws, facts, faults, written
from source.page import pages

FILES = sorted(draws.FOLDER.glob("*/functions/*.py"))
EACH = pytest.mark.parametrize("path", FILES, ids=written.name_of)
LANGUAGES = ("ko", "en")
FILES_BY_NAME = {written.name_of(path): path for path in FILES}
CODE = re.compile(r"`([^`]*)`|\$((?:\\text\{[^}]*\}|[^$])*)\$")


def verdict(source, task):
    """The verdict on a code; of one that stops, the error and the case."""
    try:
        return checker.verdict(source, task)
    except Exception as error:
        return {"kind": "error", "error": error, "given": error.__notes__[-1]}


# --- every function -----------------------------------------------------------------------


@EACH
def test_solution_is_right_short_and_from_scratch(path):
    one = written.read(path)
    assert checker.verdict(one.solution, one.task) == {
        "kind": "right",
        "cases": len(one.cases),
    }
    assert len([line for line in one.solution.splitlines() if line]) <= 10
    imported = [n for n in ast.walk(ast.parse(one.solution)) if isinstance(n, ast.Import)]
    assert [alias.name for node in imported for alias in node.names] == ["numpy"]
    assert "from " not in one.solution


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
def test_start_runs_and_gives_nothing(path, language):
    one = written.read(path)
    start = one.start(language)
    assert checker.verdict(start, one.task)["kind"] == "nothing"
    [theirs] = [n for n in ast.parse(start).body if isinstance(n, ast.FunctionDef)]
    assert ast.unparse(theirs.args) == ast.unparse(one.definition.args)
    assert ast.get_docstring(theirs) == one.names["WORDS"][language]["doc"]
    assert len(theirs.body) == 1


@EACH
def test_what_people_write_instead_is_caught(path):
    one = written.read(path)
    assert len(one.names["WRONG"]) >= 2
    for name, (right, wrong, given) in one.names["WRONG"].items():
        assert one.solution.count(right) == 1, name
        found = verdict(one.solution.replace(right, wrong), one.task)
        assert found["kind"] != "right", name
        assert found["given"] == given, (name, found)


@EACH
def test_cases_are_small_sound_and_enough(path):
    one = written.read(path)
    assert 4 <= len(one.cases) <= 10
    assert len({checker.given(case) for case in one.cases}) == len(one.cases)
    assert one.names["TOLERANCE"] <= 1e-6
    for case in one.cases:
        assert np.isfinite(checker.answer(one.names["ANSWER"], case)).all(), case
        assert len(checker.given(case)) < 300, case
        assert max(np.size(value) for value in case.values()) <= 42


@EACH
def test_both_languages_say_the_same_with_the_same_code(path):
    korean, english = (written.read(path).names["WORDS"][name] for name in LANGUAGES)
    for part in ("question", "reason", "hints"):
        ours, theirs = ("".join(words[part]) for words in (korean, english))
        found = [
            {re.sub(r"\\text\{.*?\}", "", "".join(pair)) for pair in CODE.findall(text)}
            for text in (ours, theirs)
        ]
        assert found[0] == found[1], part
    for name in written.read(path).cases[0]:
        assert re.search(rf"\b{name}\b", korean["question"], re.A), name


def test_every_chapter_has_one():
    owed = {}
    for _, _, _, slugs in facts.outline("ko"):
        if any(pages("ko")[slug].kind == "concept" for slug in slugs):
            folder = slugs[0].partition("/")[0]  # two chapters share that of optimizers
            owed[folder] = owed.get(folder, 0) + 1
    for folder, count in owed.items():
        assert len(written.paths(folder)) >= count, folder
    assert sum(len(written.paths(folder)) for folder in owed) == len(FILES)


def test_the_example_of_the_instructions_is_an_exercise(tmp_path, monkeypatch):
    doc = written.__doc__
    source = doc[doc.index('    """The mean') : doc.index("- `ANSWER` is")]
    path = tmp_path / "losses/functions/example.py"
    path.parent.mkdir(parents=True)
    path.write_text(textwrap.dedent(source), "utf-8")
    monkeypatch.setattr(draws, "FOLDER", tmp_path)
    test_what_people_write_instead_is_caught(path)
    assert written.read(path).example == ("mse([1, 4], [1, 2])", "2")


# --- the checker --------------------------------------------------------------------------

TASK = {
    "name": "double",
    "answer": "dlnotes.tensors.hadamard(x, np.full(x.shape, 2.0))",
    "cases": [{"x": [1.0, -0.5]}, {"x": [[0.0, 1e-12, 3.0]]}],
    "tolerance": 1e-9,
}
X, ROW = "x = [1, -0.5]", "x = [[0, 1e-12, 3]]"
VERDICTS = [
    ("return 2 * x", {"kind": "right", "cases": 2}),
    ("return (2 * x).tolist()", {"kind": "right", "cases": 2}),
    ("x *= 2\n    return x", {"kind": "right", "cases": 2}),
    ("pass", {"kind": "nothing", "given": X}),
    ("return x", {"kind": "differs", "got": "[1, -0.5]", "want": "[2, -1]", "given": X}),
    ("return 2 * x + 1e-5", "[2, -1]", "[2.00001, -0.99999]"),
    (
        "return 2 * x * [[1], [1]]",
        {"kind": "shape", "got": [2, 2], "want": [2], "given": X},
    ),
    (
        "return -0.0 * x",
        {"kind": "differs", "got": "[0, 0]", "want": "[2, -1]", "given": X},
    ),
    ("return 2.0", {"kind": "shape", "got": [], "want": [2], "given": X}),
    ("return x.size", {"kind": "shape", "got": [], "want": [2], "given": X}),
    (
        "return 2 * x + 0j",
        {"kind": "numbers", "got": "complex", "want": "float", "given": X},
    ),
    ("return 'two'", {"kind": "other", "got": "str", "given": X}),
    ("return [[1], [2, 3]]", {"kind": "other", "got": "list", "given": X}),
    ("return print", {"kind": "other", "got": "builtin_function_or_method", "given": X}),
    ("yield 2 * x", {"kind": "other", "got": "generator", "given": X}),
    (
        "return x / 0",
        {"kind": "differs", "got": "[inf, -inf]", "want": "[2, -1]", "given": X},
    ),
    (
        "return 2 * x.clip(-1, 2)",
        {
            "kind": "differs",
            "got": "[[0, 2e-12, 4]]",
            "want": "[[0, 2e-12, 6]]",
            "given": ROW,
        },
    ),
]


@pytest.mark.parametrize("row", VERDICTS, ids=lambda row: row[0])
def test_a_body_gets_its_verdict(row):
    found = checker.verdict(f"def double(x):\n    {row[0]}", json.dumps(TASK))
    if len(row) == 2:
        assert found == row[1]
    else:  # as many digits as it takes to tell them apart
        assert (found["want"], found["got"]) == row[1:]


def test_whole_numbers_and_bools_are_kinds_of_their_own():
    task = json.dumps(TASK | {"answer": "dlnotes.tensors.hadamard(x, x) >= 0"})
    for body, got in (("1", "int"), ("1.0", "float")):
        source = f"import numpy as np\ndef double(x): return np.full(x.shape, {body})"
        found = checker.verdict(source, task)
        assert found == {"kind": "numbers", "got": got, "want": "bool", "given": X}


@pytest.mark.parametrize("source", ["", "double = 2", "def triple(x): return 3 * x"])
def test_a_function_of_another_name_is_told(source):
    assert checker.verdict(source, json.dumps(TASK)) == {"kind": "absent", "name": "double"}


OTHER_WAYS = [
    "import dlnotes",
    "from dlnotes.tensors import hadamard",
    "import dlnotes.tensors as t",
    "__import__('dlnotes.tensors')",
    "import importlib\nimportlib.import_module('dlnotes.tensors')",
]


@pytest.mark.parametrize("source", OTHER_WAYS)
def test_the_package_that_answers_is_out_of_reach(source):
    for code in (source, "def double(x):\n" + textwrap.indent(source, "    ")):
        with pytest.raises(ModuleNotFoundError) as caught:
            checker.verdict(code, json.dumps(TASK))
        assert driver.told(caught.value)["missing"] == "dlnotes"
    assert sys.modules["dlnotes"], "and is back afterwards"


def test_an_error_is_told_with_its_line_and_its_case():
    source = "def double(x):\n    y = x[2]\n    return y"
    with pytest.raises(IndexError) as caught:
        checker.verdict(source, json.dumps(TASK))
    told = driver.told(caught.value)
    assert (told["line"], told["kind"], told["given"]) == (2, "IndexError", X)
    with pytest.raises(TypeError) as caught:
        checker.verdict("def double(): return 2", json.dumps(TASK))
    assert driver.told(caught.value)["given"] == X
    with pytest.raises(SyntaxError) as caught:
        checker.verdict("def double(x)\n    return x", json.dumps(TASK))
    assert driver.told(caught.value)["line"] == 1


def test_the_driver_writes_the_verdict_down(tmp_path, monkeypatch):
    monkeypatch.setattr(driver, "TOLD", str(tmp_path / "told"))
    for source, key in (("def double(x): return 2 * x", "verdict"), ("1 / 0", "error")):
        driver.check(source, json.dumps(TASK))
        assert list(json.loads((tmp_path / "told").read_text("utf-8"))) == [key]


# --- what the build refuses ---------------------------------------------------------------

SOFTMAX = (draws.FOLDER / "activations/functions/softmax.py").read_text("utf-8")
BREAKS = [
    ("dlnotes.activations.softmax(z)", "dlnotes.activations.sofmax(z)", "no attribute"),
    ("dlnotes.activations.softmax(z)", "dlnotes.activations.sigmoid(z)", "is not right"),
    ('"en": {', '"ne": {', "`WORDS` must have doc, hints, question, reason in 'en'"),
    ('"reason": "M', '"raeson": "M', "`WORDS` must have doc, hints, question, reason"),
    ("one keeps the exponents from passing 0?", '", "A third.', "and two hints"),
    ("def softmax(z):", "def softmax(z, axis):", "zip() argument 2"),
    ("return powers", "retrun powers", "SyntaxError"),
    ("TOLERANCE = 1e-9", "", "KeyError: 'TOLERANCE'"),
    ("yield ([7.0],)", "yield 1 / 0", "ZeroDivisionError"),
]


@pytest.mark.parametrize(("old", "new", "message"), BREAKS)
def test_a_broken_file_is_told(tmp_path, monkeypatch, old, new, message):
    assert SOFTMAX.count(old) == 1
    path = tmp_path / "losses/functions/broken.py"
    path.parent.mkdir(parents=True)
    path.write_text(SOFTMAX.replace(old, new), "utf-8")
    monkeypatch.setattr(draws, "FOLDER", tmp_path)
    found = [said for _, said in faults.find(pages("ko")["losses/exercises"])]
    assert len(found) == 1
    assert found[0].startswith("docs/exercises/losses/functions/broken.py:")
    assert message in found[0]


# --- on the page --------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_shows_all_functions_of_its_chapter(language):
    sheet = pages(language)["losses/exercises"]
    live, plain = (shown.placed("", sheet, live=live) for live in (True, False))
    for path in written.paths("losses"):
        one = written.read(path)
        for text in (live, plain):
            assert one.names["WORDS"][language]["question"] in text
            assert f"```python\n{one.start(language)}\n```" in text
            assert f"`{one.example[0]}` → `{one.example[1]}`" in text
        assert f'data-exercise="{one.name}"' in live
    assert "<" not in plain.replace("```python", "").replace("<=", "")
    other = pages(language)["losses/cross-entropy"]
    assert shown.placed("text", other, live=True) == "text"


@pytest.mark.parametrize("language", LANGUAGES)
def test_functions_are_counted_with_their_chapter(language):
    sheet = pages(language)["losses/exercises"]
    counted = sheets.progress([sheet])
    assert all(written.name_of(path) in counted for path in written.paths("losses"))


@pytest.mark.parametrize("name", ["losses/exercises.md", "en/losses/exercises.md"])
def test_copies_and_books_have_no_dead_button(site, name):
    language = "en" if name.startswith("en/") else "ko"
    copy = (site / name).read_text("utf-8")
    with zipfile.ZipFile(
        site / ("en" * (language == "en")) / f"dlnotes-{language}.epub"
    ) as f:
        book = f.read("EPUB/losses-exercises.xhtml").decode()
    for path in written.paths("losses"):
        one = written.read(path)
        assert f"```python\n{one.solution}\n```" in copy
        assert f"def {one.definition.name}(" in BeautifulSoup(book, "xml").get_text()
    for text in (copy, book):
        assert "data-task" not in text
        assert "dlnotes.losses.cross_entropy" in text
    assert "status" not in book


# --- in Chromium --------------------------------------------------------------------------

URLS = ["activations/exercises/", "en/activations/exercises/"]
NAME = "activations/functions/softmax"
SAID = {
    "ko": {
        "right": "✓ 맞았다. 경우 8가지에서 모두 dlnotes의 답과 같다.",
        "differs": "z = [1000, 0]일 때 이 코드의 값은 [nan, 0], 바른 값은 [1, 0]이다.",
        "nothing": "z = [2, 1]일 때 함수가 아무것도 돌려주지 않는다.",
        "shape": "z = [2, 1]일 때 결과의 모양이 다르다. 이 코드: 수 하나, 바른 모양: (2,).",
        "numbers": "z = [7]일 때 값은 맞는데 수의 종류가 다르다. 이 코드: 정수",
        "other": "z = [2, 1]일 때 함수가 수나 배열이 아닌 것을 돌려준다: str.",
        "absent": "softmax 함수가 없다.",
        "own": "여기서는 dlnotes를 불러올 수 없다.",
        "error": "5번째 줄에서 멈췄다: return z.sofmax()",
        "given": "(z = [2, 1]일 때)",
        "before": "✓ 전에 푼 문제다.",
    },
    "en": {
        "right": "✓ Right: in all 8 cases it gives what dlnotes gives.",
        "differs": "For z = [1000, 0] yours gives [nan, 0], right is [1, 0].",
        "nothing": "For z = [2, 1] the function returns nothing.",
        "shape": "For z = [2, 1] the result has another shape: yours is a single number, "
        "right is (2,).",
        "numbers": "For z = [7] the values are right, but not their kind: yours are whole",
        "other": "For z = [2, 1] the function returns something that is no number or "
        "array: str.",
        "absent": "There is no function softmax.",
        "own": "dlnotes cannot be imported here",
        "error": "Stopped at line 5: return z.sofmax()",
        "given": "(For z = [2, 1])",
        "before": "✓ You have solved this one.",
    },
}
HEAD = "import numpy as np\n\n\ndef softmax(z):\n    "
POWERS = "powers = np.exp(z - z.max(-1, keepdims=True)); "
SHARES = "p = powers / powers.sum(-1, keepdims=True); "
BODIES = [
    ("differs", "return np.exp(z) / np.exp(z).sum(-1, keepdims=True)"),
    ("nothing", "z = np.exp(z)"),
    ("shape", "return z.max()"),
    ("numbers", f"{POWERS}{SHARES}return p if z.size > 1 else p.astype(int)"),
    ("other", "return 'softmax'"),
    ("error", "return z.sofmax()"),
    ("given", "return z.sofmax()"),
    ("own", "from dlnotes.activations import softmax; return softmax(z)"),
]


ALL = """async (jobs) => {
  const { Python } = await import(new URL("assets/python.js", document.baseURI));
  const { content } = document.querySelector("meta[name=runtime]");
  const python = new Python(new URL(content, location).href), found = [];
  for (const [code, task] of jobs) found.push(await python.run(code, { task }, () => {}));
  return found.map(({ verdict }) => verdict?.kind);
}"""


def test_every_solution_is_right_in_the_browser_too(visit):
    found = map(written.read, FILES)
    page = visit("")
    page.set_default_timeout(0)
    kinds = page.evaluate(ALL, [[one.solution, one.task] for one in found])
    assert dict(zip(FILES_BY_NAME, kinds, strict=True)) == dict.fromkeys(
        FILES_BY_NAME, "right"
    )


@pytest.fixture
def opened(visit):
    """Open the field of a function on a sheet."""

    def press(url, **options):
        page = visit(url, **options)
        page.locator(f'[data-exercise="{NAME}"] [data-task] .run').click()
        wait_until(page, "!!document.querySelector('.cell .go')")
        return page

    return press


def told(page):
    wait_until(page, "document.querySelector('.cell .go').textContent.startsWith('✓')", 60)
    return page.locator(".cell [role=status]").inner_text()


def check(page, code):
    """The verdict that a reader meets."""
    page.locator(".cell textarea").fill(code)
    page.keyboard.press("Control+Enter")
    return told(page)


@pytest.mark.parametrize("url", URLS)
def test_reader_is_told_what_differs_and_what_is_right(opened, url):
    said = SAID["en" if url.startswith("en/") else "ko"]
    page = opened(url)
    assert page.evaluate("document.activeElement.matches('.cell textarea')")
    for name, body in BODIES:
        assert said[name] in check(page, HEAD + body), name
        marked = page.locator(".cell textarea.failed").count()
        assert marked == (name in {"error", "given", "own"}), name
    assert said["absent"] in check(page, "print(1)")
    assert page.locator(".cell pre").inner_text() == "1\n", "and what is printed is shown"
    assert NAME not in page.evaluate("localStorage['dlnotes.solved']")
    assert check(page, written.read(FILES_BY_NAME[NAME]).solution) == said["right"]
    page.reload()
    status = page.locator(f'[data-exercise="{NAME}"] > [role=status]')
    assert status.inner_text() == said["before"]


def test_endless_loop_is_stopped_and_the_code_put_back(opened):
    page = opened(URLS[1])
    field, go = page.locator(".cell textarea"), page.locator(".cell .go")
    start = field.input_value()
    assert start == written.read(FILES_BY_NAME[NAME]).start("en")
    field.fill(HEAD + "while True: pass")
    go.click()
    wait_until(page, "document.querySelector('.cell .go').textContent.startsWith('■')")
    page.wait_for_timeout(500)
    go.click()
    assert "Stopped." in told(page)
    page.locator(".cell button").nth(1).click()
    assert field.input_value() == start
    field.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-task] .run')")


def test_nothing_of_python_is_fetched_before_the_check(visit):
    page, asked = visit(URLS[1]), []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    [size] = re.findall(r'<meta name="runtime"[^>]* data-size="(\d+)"', page.content())
    button = page.locator(f'[data-exercise="{NAME}"] [data-task] .run')
    assert f"{round(int(size) / 1e6)} MB" in button.inner_text()
    assert not [name for name in asked if re.search(r"/run/|write\.js", name)]
    button.click()
    wait_until(page, "!!document.querySelector('.cell .go')")
    page.wait_for_timeout(300)
    assert not [name for name in asked if "/run/" in name], "the field alone needs none"
    assert f"{round(int(size) / 1e6)} MB" in page.locator(".cell .go").inner_text()


@pytest.mark.parametrize(
    ("url", "width", "scheme"), [(URLS[0], 1280, "dark"), (URLS[1], 360, "light")]
)
def test_the_field_is_for_everyone(opened, url, width, scheme):
    page = opened(url, width=width, scheme=scheme)
    check(page, HEAD + "return z")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_of_practice_draws_functions(visit):
    page = visit("en/reference/practice/")
    others = page.locator("[data-of]").evaluate_all(
        "(all) => all.flatMap((line) => line.dataset.of.split(' '))"
    )
    later = {name: [1, 1e15] for name in others if name != NAME}
    page.evaluate("(boxes) => localStorage['dlnotes.boxes'] = JSON.stringify(boxes)", later)
    page.reload()
    page.locator(".practice > button").click()
    wait_until(page, "!!document.querySelector('.practice [data-task] .run')")
    page.locator(".practice [data-task] .run").click()
    wait_until(page, "!!document.querySelector('.cell .go')")
    right = check(page, written.read(FILES_BY_NAME[NAME]).solution)
    assert right == SAID["en"]["right"]
    assert NAME in page.evaluate("localStorage['dlnotes.solved']")


def test_without_a_script_there_is_no_field(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + URLS[0])
    box = page.locator(f'[data-exercise="{NAME}"]')
    assert box.locator("pre").first.is_visible()
    assert not page.locator(".run").count()
    assert box.locator("details").count() == 3
    assert "dlnotes.activations.softmax" in box.inner_text()
    context.close()
