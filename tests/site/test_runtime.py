"""The making of the Python that runs in browsers, and the part of it that is Python."""

import json

import pytest

import install
from pages import runs
from runtime import driver, parts, wasm

# --- the binary format --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "coded"),  # of the Wikipedia article on LEB128, and by hand
    [(0, "00"), (127, "7f"), (128, "8001"), (624485, "e58e26"), (2**32 - 1, "ffffffff0f")],
)
def test_unsigned_numbers(value, coded):
    assert wasm.unsigned(value).hex() == coded
    assert wasm.number(b"\xff" + bytes.fromhex(coded) + b"\x7f", 1) == (
        value,
        1 + len(coded) // 2,
    )


@pytest.mark.parametrize(
    ("value", "coded"),
    [(0, "00"), (63, "3f"), (64, "c000"), (-64, "40"), (-123456, "c0bb78"), (128, "8001")],
)
def test_signed_numbers(value, coded):
    assert wasm.signed(value).hex() == coded


def test_a_module_is_taken_apart_and_put_together():
    whole = wasm.module([(1, b"abc"), (0, b""), (10, bytes(300))])
    assert whole[:8] == b"\0asm\1\0\0\0"
    assert list(wasm.sections(whole)) == [(1, b"abc"), (0, b""), (10, bytes(300))]


def test_variables_outside_of_the_memory_are_counted():
    plain, variable = bytes.fromhex("7f0041e80b0b"), bytes.fromhex("7e0142000b")
    assert wasm.mutable_globals(b"\3" + plain + variable + plain) == 1
    assert wasm.mutable_globals(b"\2" + variable + variable) == 2
    with pytest.raises(ValueError, match="the instruction 0x23"):
        wasm.mutable_globals(bytes.fromhex("017f0123000b"))


def test_parts_that_differ_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(parts.sys, "prefix", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="browser_wasi_shim"):
        list(parts.shim())
    (tmp_path / parts.SHIM).write_bytes(b"another")
    with pytest.raises(ValueError, match=f"{parts.SHIM}: its SHA-256 is"):
        list(parts.shim())


def test_what_the_build_checks_is_what_is_installed():
    assert set(install.ARCHIVES) == set(parts.SHA256)


# --- the driver, as it runs in the browser ------------------------------------------------


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run code by the driver; what it printed, and its error."""
    path = tmp_path / "told"
    monkeypatch.setattr(driver, "TOLD", str(path))
    monkeypatch.setattr(driver, "names", {"__name__": "__main__"})

    def ran(source):
        driver.run(source)
        told = json.loads(path.read_text("utf-8")) if path.exists() else {"error": None}
        return capsys.readouterr().out, told["error"]

    return ran


def test_code_goes_on_with_the_names_of_the_code_before(run):
    assert run("x = 2\nprint(__name__)") == ("__main__\n", None)
    assert run("print(x + 1)\nx") == ("3\n", None), "and the last value is not shown"


@pytest.mark.parametrize(
    ("source", "line", "kind", "text"),
    [
        ("a = 1\nb = a / 0", 2, "ZeroDivisionError", "division by zero"),
        ("def f():\n    return g()\n\nf()", 2, "NameError", "name 'g' is not defined"),
        ("import json\njson.loads('')", 2, "JSONDecodeError", "Expecting value: line 1"),
        ("x = 1\nx = = 2", 2, "SyntaxError", "invalid syntax"),
        ("raise SystemExit(3)", 1, "SystemExit", "3"),
        ("eval('1 +')", 1, "SyntaxError", "invalid syntax"),
        ("raise ValueError('알파 \\ud800')", 1, "ValueError", "알파 \ud800"),
        ("def f(n): return f(n + 1)\nf(0)", 1, "RecursionError", "maximum recursion"),
    ],
)
def test_an_error_is_told_with_its_line(run, source, line, kind, text):
    _, error = run(source)
    assert (error["line"], error["kind"]) == (line, kind)
    assert text in error["text"]
    assert "missing" not in error


def test_a_package_that_is_not_there_is_named(run):
    assert run("import nowhere.deep")[1]["missing"] == "nowhere"


def test_random_numbers_differ_from_run_to_run(run):
    code = "import random\nimport numpy as np\nprint(random.random(), np.random.rand())"
    assert len({number for _ in range(2) for number in run(code)[0].split()}) == 4


# --- the blocks of a page -----------------------------------------------------------------


def block(code):
    shown = f"<pre><span></span><code>{code}</code></pre>"
    return f'<div class="language-python highlight">{shown}</div>'


@pytest.mark.parametrize("language", ["ko", "en"])
def test_blocks_say_whether_they_run(language):
    plain = block('<span class="kn">import</span> math, numpy\nx = 1 &lt; 2')
    torch = block("import torch\nfrom sklearn.svm import SVC")
    warned = block("import warnings\nwarnings.simplefilter(&quot;error&quot;)")
    page = runs.marked(f"<p>{plain}</p>{torch}{warned}", language)
    assert page.count("<div") == 3
    assert '<p><div class="language-python highlight" data-run><pre>' in page
    assert page.count("data-run") == 1
    assert page.count(' title="') == 2
    assert "PyTorch, scikit-learn" in page or "scikit-learn, PyTorch" in page
    assert page.replace(" data-run", "") != page
