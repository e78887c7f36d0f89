"""Code that readers run in the page: every block that can, and what may go wrong."""

import ast
import base64
import re
import zipfile
from itertools import pairwise

import pytest

from built import LABS, PAGES, listen, tree
from pages import runs
from readers import violations, wait_until
from source import formula
from source.page import pages

# The script is the same in both languages: Korean pages are asked for its words, English
# ones for what it does.
KOREAN, ENGLISH = URLS = ["activations/softmax/", "en/activations/softmax/"]
EVERY = [page for language in ("ko", "en") for page in pages(language).values()]
SNIPPETS = {
    (page.language, page.slug): [
        snippet
        for snippet in page.snippets
        if not runs.hindrance(snippet.code.source, page.language)
    ]
    for page in EVERY
    if page.kind not in {"api", "lab"}
}
# Python by its own module, as the page uses it: what came out, and how it ended.
START = """async () => {
  const { Python } = await import(new URL("assets/python.js", document.baseURI));
  const { content } = document.querySelector("meta[name=runtime]");
  const python = new Python(new URL(content, location).href);
  window.run = async (more, codes) => {
    const result = { out: "", err: "", figures: [] };
    const hear = ({ parts, figures }) => {
      for (const [stream, text] of parts ?? []) result[stream] += text;
      for (const { pixels, ...about } of figures ?? [])
        result.figures.push({
          ...about, bytes: pixels.length, first: [...pixels.slice(0, 4)],
        });
    };
    for (const [i, code] of codes.entries()) {
      const settings = { fresh: !i, more, colours: Array(9).fill("#123456") };
      Object.assign(result, await python.run(code, settings, hear));
      if (result.error) break;
    }
    return result;
  };
  window.python = python;
}"""


@pytest.fixture(scope="session")
def python(chromium, server):
    """Run codes one after another in a new interpreter of the shipped runtime."""
    page, trouble = chromium.new_page(), []
    listen(page, server, trouble)
    page.set_default_timeout(0)
    page.goto(server)
    page.evaluate(START)
    yield lambda *codes, more=False: page.evaluate(
        "([more, codes]) => run(more, codes)", [more, codes]
    )
    page.close()
    assert trouble == []


# --- the runtime --------------------------------------------------------------------------


def wordless(code):
    """A program without its words, which are all that differs between the languages."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def different():
    """By page, the blocks whose program no block before has: a block in Korean, mostly."""
    programs, found = set(), {}
    for place, snippets in SNIPPETS.items():
        for snippet in snippets:
            if (program := wordless(snippet.code.source)) not in programs:
                found.setdefault(place, []).append(snippet)
            programs.add(program)
    return found


DIFFERENT = different()


@pytest.mark.parametrize("place", DIFFERENT, ids="/".join)
def test_code_of_a_page_prints_what_the_page_shows(python, place):
    """Every block that can run, by the runtime that the site ships.

    A program that both languages have runs once: the test of documents runs both.
    """
    for snippet in DIFFERENT[place]:
        result = python(snippet.code.source, more=runs.uses_more(snippet.code.source))
        shown = snippet.shown.source if snippet.shown else ""
        assert not result["error"], (snippet.code.line, result)
        same = result["out"].rstrip() == shown.rstrip()
        assert same, (snippet.code.line, result["out"])
        assert result["err"] == "", snippet.code.line


def test_most_code_runs():
    """The others need a package that is not there, or look at warnings."""
    found = [snippet for page in EVERY if page.kind != "lab" for snippet in page.snippets]
    there = sum(map(len, SNIPPETS.values()))
    print(f"{there} of {len(found)} blocks run in the browser")
    assert there > len(found) / 2


def test_no_run_sees_the_one_before(python):
    assert not python("x = 1\nopen('/tmp/note', 'w').write('here')")["error"]
    assert python("x")["error"]["kind"] == "NameError"
    assert python("open('/tmp/note')")["error"]["kind"] == "FileNotFoundError"
    assert python("x = 1", "print(x)")["out"] == "1\n", "but cells of one run go on"
    assert python("x = 1", "1 / 0", "print(x)")["out"] == ""


def test_a_loop_of_ten_million_steps(python):
    assert python("n = 0\nfor i in range(10**7):\n    n += i\nprint(n)")["out"] == (
        "49999995000000\n"
    )


def test_deep_recursion_is_an_error_or_breaks_off_and_the_next_run_is_well(python):
    result = python("def f(n):\n    return f(n + 1)\n\nf(0)")
    assert (result["error"]["kind"], result["error"]["line"]) == ("RecursionError", 2)
    nested = "x = []\nfor _ in range(100_000):\n    x = [x]\nprint(len(repr(x)))"
    result = python(nested)
    assert "RangeError" in result.get("broken", "") or result["error"]
    assert python("print(1)")["out"] == "1\n"


def test_memory_above_the_limit_is_an_error(python):
    code = "import numpy as np\nx = [np.ones(2**27) for _ in range(9)]"
    result = python(code)
    assert result.get("broken") or result["error"]["kind"] == "MemoryError"
    assert python("print(1)")["out"] == "1\n"


def test_letters_of_all_kinds(python):
    text = "한글 é 🎈 \u2028 ' \" \\n"
    assert python(f"print({text!r})")["out"] == f"{text}\n"
    error = python("raise ValueError('알파 \\ud800')")["error"]
    assert error["text"] == "알파 \ud800"


def test_output_without_end_is_cut(python):
    result = python("for i in range(10**6):\n    print(i)")
    assert len(result["out"]) < 210_000
    assert result["out"].endswith("…\n")


def test_random_numbers_differ_between_readers(python):
    code = "import random\nimport numpy as np\nprint(random.random(), np.random.rand())"
    assert len({number for _ in range(2) for number in python(code)["out"].split()}) == 4


def test_a_wait_is_as_long_as_asked(python):
    code = "import time\nbegan = time.time()\ntime.sleep(0.2)\nprint(time.time() - began)"
    assert 0.199 <= float(python(code)["out"]) < 2, "the clock has whole milliseconds"


def test_modules_that_no_page_imports_come_later(python):
    assert python("import statistics\nprint(statistics.mode([1, 2, 2]))")["out"] == "2\n"


def test_figures_are_handed_over(python):
    lines = [
        "import matplotlib.pyplot as plt",
        "plt.figure(figsize=(1, 2))",
        "plt.title('x')",
    ]
    [one] = python("\n".join(lines), more=True)["figures"]
    assert one == {
        **{"width": 192, "height": 384, "words": ["x"]},
        **{"bytes": 192 * 384 * 4, "first": [0x12, 0x34, 0x56, 255]},
    }
    shown = python("\n".join([*lines, "plt.show()", "1 / 0"]), more=True)
    assert shown["error"]["line"] == 5
    assert len(shown["figures"]) == 1, "what was shown before the error stays"
    assert shown["err"] == ""


def test_modules_of_the_second_download_that_no_page_imports_come_later(python):
    code = "from sklearn.cluster import DBSCAN\nprint(DBSCAN().eps)"
    assert python(code, more=True)["out"] == "0.5\n"
    assert python("import sklearn")["error"]["missing"] == "sklearn", "nor unasked"


def test_cells_go_on_in_the_second_memory(python):
    codes = "from sklearn.datasets import load_digits", "print(load_digits().data.shape)"
    assert python(*codes, more=True)["out"] == "(1797, 64)\n"


def test_nothing_of_the_browser_is_within_reach(python):
    """Code of others, which a link may bring, finds files of its own and no network."""
    refused = "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')"
    assert python(refused)["error"]
    assert python("import os\nprint(os.listdir('/'))")["out"] == "['usr', 'tmp']\n"
    assert python("import js")["error"]
    assert python("import os\nos.system('ls')")["error"]
    assert python("print(input())")["error"]["kind"] == "EOFError"


# --- the page -----------------------------------------------------------------------------


@pytest.fixture
def opened(visit):
    """Press the button of a page's first block that shows an output."""

    def press(url, **options):
        page = visit(url, **options)
        block = page.locator("[data-run]:has(+ .language-text)").first
        block.locator(".run").click()
        settled(page)
        return page

    return press


def settled(page):
    """Wait until the cell has told how its run ended."""
    wait_until(page, "!!document.querySelector('.cell .go')", 30)
    wait_until(page, "document.querySelector('.cell .go').textContent.startsWith('▶')", 60)


def told(page):
    return page.locator(".cell [role=status]").first.inner_text()


def write(page, code):
    page.locator(".cell textarea").first.fill(code)
    page.keyboard.press("Control+Enter")
    settled(page)


def test_nothing_is_fetched_before_a_press(visit):
    page, asked = visit(ENGLISH), []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [name for name in asked if re.search(r"/run/|cell\.js|python\.js", name)]
    button = page.locator(".run").first
    [size] = re.findall(r'<meta name="runtime"[^>]* data-size="(\d+)"', page.content())
    assert f"{round(int(size) / 1e6)} MB" in button.inner_text(), "the size is told before"
    button.click()
    settled(page)
    assert [name for name in asked if "/run/" in name]
    assert not page.locator(".run small").first.is_visible(), "and need not be told again"


def test_block_is_run_changed_and_put_back(opened):
    page, same = opened(ENGLISH), "✓ As printed on the page."
    cell, field = page.locator(".cell"), page.locator(".cell textarea")
    assert same in told(page)
    printed = page.locator(".cell + [data-run] + .language-text")
    assert printed.is_visible(), "the page's own output stays"
    assert cell.locator("pre").inner_text().rstrip() == printed.inner_text().rstrip()
    before = field.input_value()
    write(page, before + "\nprint('한 줄 더')")
    assert cell.locator("pre").inner_text().endswith("한 줄 더\n")
    assert same not in told(page)
    write(page, "import torch")
    assert "torch is not available here: only NumPy, dlnotes" in told(page)
    cell.locator("button").nth(1).click()
    assert field.input_value() == before
    field.press("Escape")
    assert not cell.is_visible()
    assert page.evaluate("document.activeElement.matches('.run')")


def test_error_has_its_line_marked(opened):
    page = opened(KOREAN)
    write(page, "import numpy as np\n\nnp.zeros(3) @ np.zeros(4)\n")
    assert "3번째 줄에서 멈췄다: np.zeros(3) @ np.zeros(4)" in told(page)
    assert "ValueError: matmul" in told(page)
    field = page.locator(".cell textarea.failed")
    assert field.evaluate("(field) => field.style.getPropertyValue('--line')") == "3"
    write(page, "import torch")
    assert "torch: 여기에는 없다. 쓸 수 있는 것은 NumPy, dlnotes" in told(page)
    write(page, "print(1)")
    assert not field.count()


STOP = """async () => {
  const began = performance.now(), button = document.querySelector(".cell .go");
  button.click();
  while (!button.textContent.startsWith("▶")) await new Promise(requestAnimationFrame);
  return performance.now() - began; }"""


def stopped(page):
    """The milliseconds that the stop of an endless loop takes."""
    page.locator(".cell textarea").fill("while True:\n    print('.')")
    page.locator(".cell .go").click()
    wait_until(page, "document.querySelector('.cell .go').textContent.startsWith('■')")
    page.wait_for_timeout(500)
    return page.evaluate(STOP)


def test_endless_loop_is_stopped(opened):
    page = opened(ENGLISH)
    assert min(stopped(page) for _ in range(3)) < 300, "also while a machine is busy"
    write(page, "print('again')")
    assert page.locator(".cell pre").inner_text() == "again\n"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("url", "width"), [(KOREAN, 1280), (ENGLISH, 360)])
def test_open_cell_is_for_everyone(opened, url, width, scheme):
    page = opened(url, width=width, scheme=scheme)
    write(page, "print(1)\nx" * 3)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_cell_is_used_by_keyboard(visit):
    page = visit(ENGLISH)
    page.locator(".run").first.focus()
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.matches('.cell textarea')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.cell .go')"), "no trap"
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.matches('.cell .go')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.run')")


def test_two_cells_and_two_tabs(opened):
    page, other = opened(KOREAN), opened(ENGLISH)
    page.locator(".cell textarea").fill("while True:\n    pass")
    page.locator(".cell .go").click()
    write(other, "print('other')")
    assert other.locator(".cell pre").inner_text() == "other\n"
    page.locator(".run:visible").first.click()  # which stops the first
    wait_until(page, "document.querySelector('.cell .go').textContent.startsWith('▶')")
    assert "멈췄다" in page.locator(".cell [role=status]").first.inner_text()
    wait_until(
        page, "[...document.querySelectorAll('.cell .go')].at(-1).textContent[0] === '▶'"
    )


def test_cell_on_paper_is_the_code_of_the_page(opened):
    page = opened(KOREAN)
    page.emulate_media(media="print")
    assert not page.locator(".cell").is_visible()
    assert page.locator(".cell + [data-run]").is_visible()
    assert not page.locator(".cell + [data-run] .run").is_visible()


@pytest.mark.parametrize("url", URLS)
def test_no_button_where_nothing_could_run(chromium, server, site, folder, url):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + url)
    assert page.locator("[data-run]").count()
    assert not page.locator(".run").count()
    context.close()
    page = chromium.new_page()
    page.goto(f"{folder.as_uri()}/{url}index.html")
    assert not page.locator(".run, meta[name=runtime]").count()
    page.close()
    assert not list(folder.rglob("run")), "nor is the runtime in the zip"


def test_python_that_cannot_be_fetched_is_told(chromium, server):
    page = chromium.new_page()
    page.goto(server + ENGLISH)
    page.route("**/python.bin", lambda route: route.abort())
    page.locator(".run").first.click()
    settled(page)
    assert "could not be downloaded" in told(page)
    page.unroute("**/python.bin")
    page.locator(".cell .go").click()
    settled(page)
    assert "Finished" in told(page)
    page.close()


@pytest.mark.parametrize(
    "url", [url for url in PAGES if url not in LABS and "api/" not in url]
)
def test_every_block_runs_or_says_why_not(site, url):
    for block in tree(site, url).find_class("language-python"):
        assert ("data-run" in block.attrib) != ("title" in block.attrib), block


def test_book_has_no_trace_of_it(site):
    with zipfile.ZipFile(site / "dlnotes-ko.epub") as file:
        assert not [name for name in file.namelist() if b"data-run" in file.read(name)]


# --- labs ---------------------------------------------------------------------------------

CELLS = "[...document.querySelectorAll('.cell')]"


def assert_cells_are_as_shown(page, same):
    """Those that print say so, and each figure of the page is drawn and has words."""
    ends = page.locator(".cell [role=status]").all_inner_texts()
    for cell, end in zip(page.locator(".cell").all(), ends, strict=True):
        shown = cell.locator("xpath=following-sibling::*[2][@class='lab-output']").count()
        assert (same in end) == bool(shown), end
    pictures = page.locator(".cell canvas")
    assert pictures.count() == page.locator("article figure.figure").count()
    assert all(one.get_attribute("aria-label") for one in pictures.all())


def change(cell, code):
    """Write a code into a cell, and run it."""
    cell.locator("textarea").fill(code)
    cell.locator(".go").click()


def test_lab_is_run_whole_and_its_cells_go_on(visit):
    """A Korean one; `make audit` runs all the English ones."""
    page = visit("activations/lab/")
    line = page.locator(".lab-run")
    sizes = re.search(r"(\d+) \+ (\d+) MB", line.inner_text())
    assert sizes, "both downloads are told before a press"
    count = page.locator("[data-run]").count()
    page.locator("[data-run] .run").last.click()
    settled(page)
    assert "NameError" in told(page)
    assert page.locator(".cell .bar button").nth(1).inner_text()[2:] in told(page)
    line.locator(".all").click()
    wait_until(page, f"{CELLS}.length === {count}", 300)
    idle = "(cell) => cell.querySelector('.go').textContent[0] === '▶'"
    wait_until(page, f"{CELLS}.every({idle})", 300)
    assert_cells_are_as_shown(page, "✓ 페이지에 적힌 출력과 같다.")
    change(page.locator(".cell").first, "here = 1")
    settled(page)
    change(page.locator(".cell").last, "print(here, np.pi > 3)")
    wait_until(page, f"{CELLS}.at(-1).querySelector('pre').innerText === '1 True\\n'")
    assert violations(page) == []


# --- the playground -----------------------------------------------------------------------

HERE = "en/reference/playground/"
CODE = "print('<b>안녕</b>', 1 + 1)"


def link(code):
    packed = base64.urlsafe_b64encode(code.encode()).decode().rstrip("=")
    return f"#code={packed}"


def test_code_of_a_link_is_shown_and_waits_for_a_press(visit):
    asked, page = [], visit(HERE)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url + link(CODE))
    page.reload()
    wait_until(page, "!!document.querySelector('.cell textarea')?.value.includes('안녕')")
    page.wait_for_timeout(500)
    assert page.locator(".playground .cell textarea").input_value() == CODE
    assert not [name for name in asked if "/run/" in name], "nothing runs by itself"
    assert not [name for name in asked if "code=" in name.split("#")[0]]
    page.locator(".playground .cell .go").click()
    settled(page)
    assert page.locator(".playground .cell pre").inner_text() == "<b>안녕</b> 2\n"
    assert not page.locator(".playground .cell pre b").count()


def test_link_carries_the_code(visit):
    page = visit(HERE)
    wait_until(page, "!!document.querySelector('.cell textarea')")
    page.locator(".playground .cell textarea").fill(CODE)
    page.locator(".playground .cell .bar button").last.click()
    wait_until(page, "!!document.querySelector('.cell [role=status]').textContent")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url + link(CODE)
    page.goto(copied)
    page.reload()
    wait_until(page, "!!document.querySelector('.cell textarea')")
    assert page.locator(".playground .cell textarea").input_value() == CODE
    assert violations(page) == []


@pytest.mark.parametrize("tail", ["#code=", "#code=%%%", "#code=_____", "#code=ÿ", '#"]'])
def test_a_broken_link_breaks_nothing(visit, tail):
    page = visit(HERE)
    page.goto(page.url + tail)
    page.reload()
    wait_until(page, "!!document.querySelector('.cell textarea')")
    write(page, "print('well')")
    assert page.locator(".playground .cell pre").inner_text() == "well\n"


# --- a formula of one's own ---------------------------------------------------------------


SIGMOID = r"\sigma(z) = \frac{1}{1 + e^{-z}}"


def checked(page, example=None, **fields):
    """The verdict of the box on an example, or on a formula and a code."""
    box = page.locator(".checker .cell")
    box.wait_for()
    if example is not None:
        box.locator("select").select_option(index=example)
    for place, text in enumerate(fields.values()):
        box.locator("textarea").nth(place).fill(text)
    box.locator(".go").click()
    wait_until(
        page, "document.querySelector('.checker .go').textContent.startsWith('▶')", 120
    )
    told = box.get_by_role("status").inner_text()
    return told, box.locator("pre, .said").all_inner_texts()


def test_formula_of_a_reader_is_said_in_the_language_of_the_page(visit):
    told, [said] = checked(visit(HERE.removeprefix("en/")), 0)
    assert told.startswith("✓ 무작위 입력으로 계산하니 식의 값이 코드의 값과 같다.")
    assert said == formula.answer(SIGMOID, "sigmoid(z) for z in R^n").ko


SAID = """() => {
  const told = document.querySelector(".checker [role=status]");
  window.said = [];
  const watch = new MutationObserver(() => said.push(told.textContent));
  watch.observe(told, { childList: true });
}"""


def test_formula_of_a_reader_is_checked(visit):
    page = visit(HERE)
    page.locator(".checker .cell").wait_for()
    page.evaluate(SAID)
    told, [said] = checked(page, 0)
    assert all(one != other for one, other in pairwise(page.evaluate("said")))
    assert told.startswith("✓")
    assert said == formula.answer(SIGMOID, "sigmoid(z) for z in R^n").en
    told, [fault] = checked(page, 3)
    assert told.startswith("✗")
    assert "gives another value than mse_loss(p, y)" in fault
    assert "They agree if it is" in fault
    assert page.locator(".checker pre").get_attribute("lang") == "en"
    told, [fault] = checked(page, 4)
    assert "a bracket is not closed" in fault
    assert violations(page, context=".md-content") == []


def test_formula_checker_is_used_by_keyboard_and_stops(visit):
    page = visit(HERE, width=360)
    box = page.locator(".checker .cell")
    box.wait_for()
    box.locator("textarea").first.fill("y = x")
    box.locator("textarea").nth(1).fill("sum(1 for _ in iter(int, 1)) for x in R")
    box.locator("textarea").nth(1).press("Control+Enter")
    wait_until(page, "document.querySelector('.checker .go').textContent[0] === '■'")
    box.locator(".go").focus()
    page.keyboard.press("Enter")
    wait_until(page, "document.querySelector('.checker .go').textContent[0] === '▶'")
    assert "Stopped" in box.get_by_role("status").inner_text()
    told, _ = checked(page, tex="", code="")
    assert told == "Write both a formula and a code."
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
