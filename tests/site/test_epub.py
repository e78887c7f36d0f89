"""The EPUB of a site of two pages; test_built_exports.py checks the real ones."""

import re
import zipfile
from datetime import UTC, datetime

import pytest

from exports import epub
from exports.copies import Leaf
from pages import figures

ADDRESS = "https://example.org/notes/"
MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ABOUT = epub.About(ADDRESS, "en", "Notes & more", "All of it.", "CC BY", MADE)
OUTLINE = [
    ("", [Leaf("Home", "index.md", "./", "")]),
    ("Part <1>", [Leaf("Lab", "x/lab.md", "x/lab/", "")]),
]
DRAWING = (
    '<svg class="drawn" role="img" aria-label="a &lt; b" viewBox="0 0 9 9"><g><path '
    'style="fill:var(--fig-1)"/><path style="fill:var(--fig-8)"/></g></svg>'
)
HOME = f"""<nav><a href="x/lab/">Lab</a></nav>
<article class="md-typeset">
<a href="a.ipynb" download data-only="screen"><svg viewBox="0 0 1 1"><path/></svg></a>
<h1 id="home">Home<a class="headerlink" href="#home" data-only="screen">¶</a></h1>
<figure>{DRAWING}<div class="sliders" hidden><label>T <input><output></output></label></div>
</figure>
<p data-figure="x">Long<wbr>word, <a href="x/lab/#cell">cell</a>, <a href="#home">up</a>,
<a href="a.txt">file</a>, <a href="https://example.com/?a=1&amp;b=2">elsewhere</a></p>
<p>Read.</p><p data-only="site">Run.<br>Again.</p> Tail.
</article>"""
LAB = """<article><p><math><mi displaystyle="true">x</mi> y</math>
<a href="../..">home</a></p></article>"""


@pytest.fixture
def site(tmp_path):
    for name, content in {
        "index.html": HOME,
        "x/lab/index.html": LAB,
        "assets/fonts/stix-two-math.woff2": "a font",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    return tmp_path


@pytest.fixture
def book(site):
    epub.write(site / "book.epub", site, OUTLINE, ABOUT)
    with zipfile.ZipFile(site / "book.epub") as file:
        return {
            name.removeprefix("EPUB/"): file.read(name).decode() for name in file.namelist()
        }


def test_package_lists_every_file_and_the_chapters_in_order(book):
    start, container, package, *files = book
    assert (start, container) == ("mimetype", "META-INF/container.xml")
    assert f'full-path="EPUB/{package}"' in book[container]
    listed = re.findall(r'<item id="(.+?)" href="\1"', book[package])
    assert sorted(listed) == sorted(files)
    assert re.findall(r'idref="(.+?)"', book[package]) == ["index.xhtml", "x-lab.xhtml"]
    properties = re.findall(r'href="(\S+)"[^>]* properties="(\w+)"', book[package])
    assert properties == [("x-lab.xhtml", "mathml"), ("nav.xhtml", "nav")]
    assert "<dc:title>Notes &amp; more</dc:title>" in book[package]
    assert '"dcterms:modified">2026-01-02T03:04:05Z<' in book[package]
    assert '"schema:accessibilityFeature">MathML<' in book[package]


def test_contents_are_the_outline(book):
    contents = re.sub(r"\s*\n", "", book["nav.xhtml"])
    assert (
        '<ol><li><a href="index.xhtml">Home</a></li><li><span>Part &lt;1&gt;</span>'
        '<ol><li><a href="x-lab.xhtml">Lab</a></li></ol></li></ol>'
    ) in contents


def test_links_lead_within_the_book_or_to_the_site(book):
    links = re.findall('<a href="(.*?)"', book["index.xhtml"])
    elsewhere = "https://example.com/?a=1&amp;b=2"
    assert links == ["x-lab.xhtml#cell", "index.xhtml#home", f"{ADDRESS}a.txt", elsewhere]
    assert '<a href="index.xhtml">home' in book["x-lab.xhtml"]


def test_what_only_a_browser_can_do_is_left_out(book):
    text = re.sub("<head>.*</head>|<.*?>", "", book["index.xhtml"], flags=re.S)
    assert " ".join(text.split()) == "Home Longword, cell, up, file, elsewhere Read. Tail."
    assert not re.findall("data-|<wbr", book["index.xhtml"])


def test_drawing_is_a_file_in_light_colours(book):
    assert '<img src="index-1.svg" alt="a &lt; b"/>' in book["index.xhtml"]
    drawing = book["index-1.svg"]
    assert re.findall(r'style="fill:(.*?)"', drawing) == [figures.COLOURS[1][0], "#fff"]
    assert ".drawn .grid{fill:none;stroke:#30343b;" in drawing
    assert "var(" not in drawing


def test_sizes_in_formulas_are_written_as_mathml_3_has_them(book):
    around = '<mstyle displaystyle="true"><mi>x</mi></mstyle> y</math>'
    assert (
        f'<math xmlns="http://www.w3.org/1998/Math/MathML">{around}' in book["x-lab.xhtml"]
    )


def test_the_same_book_has_the_same_bytes(book, site):
    epub.write(site / "again.epub", site, OUTLINE, ABOUT)
    assert (site / "again.epub").read_bytes() == (site / "book.epub").read_bytes()
