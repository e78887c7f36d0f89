"""The making of the Python that runs in browsers, and the part of it that is Python."""

import io
import json
import random
import re
import warnings
import zipfile
from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np
import pytest
from PIL import Image

import install
from frame import licences
from pages import runs
from runtime import driver, library, parts, pictures, wasm

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


def test_what_the_build_checks_is_what_is_installed_and_credited():
    assert set(install.ARCHIVES) == set(parts.SHA256)
    for archive in parts.SHA256:
        [version] = re.findall(r"-(\d+\.\d+\.\d+)", archive)
        assert f" {version}, " in licences.RUNTIME
        assert any(version in word for word in install.ARCHIVES[archive])


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


def test_random_numbers_differ_from_reader_to_reader(run):
    code = "import random\nimport numpy as np\nprint(random.random(), np.random.rand())"
    state = random.getstate(), np.random.get_state()
    found = set()
    for _ in range(2):
        random.setstate(state[0])
        np.random.set_state(state[1])
        driver.begin([])
        found |= {*run(code)[0].split()}
    assert len(found) == 4


def test_kept_files_are_there_again(tmp_path, monkeypatch):
    path = tmp_path / "fonts" / "a.ttf"
    path.parent.mkdir()
    path.write_bytes(b"font")
    monkeypatch.setattr(driver, "files", {})
    driver.keep(str(tmp_path))
    path.unlink()
    path.parent.rmdir()
    begun = []
    monkeypatch.setitem(driver.sys.modules, "pictures", SimpleNamespace(begin=begun.append))
    driver.begin(PAGE)
    assert path.read_bytes() == b"font"
    assert begun == [PAGE]


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
    assert "PyTorch" in page
    assert "scikit-learn" not in page.split("<pre>")[2], "which is there"


DRAWS = block("import numpy\nimport matplotlib.pyplot as plt")


def test_blocks_say_that_they_need_the_second_download():
    page = runs.marked(DRAWS + block("import numpy"), "en")
    assert page.count(" data-run data-more>") == page.count("data-more") == 1


def test_cells_of_a_lab_share_what_one_of_them_needs(monkeypatch):
    monkeypatch.setattr(runs, "WAITS", {"energy": 30})
    page = runs.marked(block("import numpy") + DRAWS, "en", "energy")
    assert page.count(' data-run="lab"') == page.count(" data-more>") == 2
    assert page.index(' data-wait="30"') < page.index("pyplot")
    assert page.count("data-wait") == 1


# --- figures, as the browser draws them ---------------------------------------------------

PAGE = ["#111111", *["#222222"] * 6, "#777777", "#fafafa"]


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    """The figures that the backend hands over after a code, each a table and its pixels."""
    monkeypatch.setattr(pictures, "FOLDER", tmp_path / "figures")
    before = plt.get_backend()
    plt.switch_backend("module://runtime.pictures")

    def draw(make):
        with plt.rc_context():
            pictures.begin(PAGE)
            make()
            pictures.show()
        assert not plt.get_fignums()
        found = []
        for path in sorted(pictures.FOLDER.iterdir()):
            head, pixels = path.read_bytes().split(b"\n", 1)
            found.append((json.loads(head), pixels))
        return found

    yield draw
    plt.switch_backend(before)


def test_a_figure_is_pixels_with_the_words_on_it(drawn):
    def make():
        _, axes = plt.subplots(1, 2, figsize=(2, 1))
        axes[0].set(title="run 1", xlabel="epoch")
        axes[1].set(xlabel="epoch", ylabel="loss")

    [(about, pixels)] = drawn(make)
    assert about == {"width": 384, "height": 192, "words": ["run 1", "epoch", "loss"]}
    assert len(pixels) == 384 * 192 * 4
    assert pixels[:4] == bytes.fromhex("fafafaff"), "the paper of the page"


def test_figures_come_in_their_order_and_not_without_end(drawn):
    def make():
        for number in range(25):
            plt.figure(figsize=(0.1, 0.1)).suptitle(str(number))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of many figures, and of little room
        found = drawn(make)
    assert [about["words"] for about, _ in found] == [[str(i)] for i in range(20)]


# --- the data of the second memory --------------------------------------------------------


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def test_data_are_found_and_a_photograph_keeps_its_pixels():
    photo = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(photo, "jpeg")
    inner = {"sample_data/a.jpg": photo.getvalue(), "fonts/ttf/DejaVuSans.ttf": b"font"}
    inner |= {"fonts/ttf/STIXGeneral.ttf": b"unused", "images/home.png": b"unused"}
    delivered = {
        "matplotlib/mpl-data.zip": zipped(inner | {"matplotlibrc": b"settings"}),
        "sklearn/datasets/data/iris.csv": b"1,2",
        "sklearn/datasets/data/__init__.pyc": b"code",
        "sklearn/base.pyc": b"code",
    }
    found = dict(library.data(zipped(delivered)))
    folder = "matplotlib/mpl-data"
    picture = found.pop(f"{folder}/sample_data/a.jpg")
    assert found == {
        "sklearn/datasets/data/__init__.py": b"",
        "sklearn/datasets/data/iris.csv": b"1,2",
        f"{folder}/fonts/ttf/DejaVuSans.ttf": b"font",
        f"{folder}/matplotlibrc": b"settings",
    }
    before, after = Image.open(photo), Image.open(io.BytesIO(picture))
    assert (after.format, after.tobytes()) == ("PPM", before.tobytes())
    cut = zipfile.ZipFile(io.BytesIO(library.cut(zipped(delivered), ["matplotlib"], {})))
    assert cut.namelist() == [], "the zip in the zip is not wanted twice"
