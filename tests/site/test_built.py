"""The built site, file by file."""

import ast
import gzip
import html
import json
import re
import statistics
import zipfile
from importlib import metadata
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml.html import document_fromstring
from PIL import Image

from built import ADDRESS, LABS, PAGES, REPOSITORY, read, tree
from frame import licences
from source.page import pages


def test_all_pages_are_tested(site):
    built = {
        p.relative_to(site).as_posix().removesuffix("index.html")
        for p in site.rglob("*.html")
    }
    assert built == set(PAGES)


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
            r'<p class="trust">(.*?)</p>\s*<p class="report"', read(site, url)
        )
    }
    silent = {
        url
        for url in PAGES
        if re.search("api/|reference/(?!playground|pytorch)|/exercises/|404", url)
    }
    assert set(lines) == set(PAGES) - silent
    due = pages("en")["activations/softmax"].checks
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
    allowed = r"'(self|wasm-unsafe-eval)'|'sha256-[^']*'"
    assert all(re.fullmatch(allowed, source) for source in scripts.split())
    assert "http" not in policy


@pytest.mark.parametrize("url", PAGES)
def test_article_runs_no_script_and_ids_are_unique(site, url):
    """Figures, exercises, tables and docstrings too, which faults of pages do not see."""
    page = tree(site, url)
    [article] = page.iter("article")
    assert not [*article.iter("script", "style", "iframe", "object", "embed")]
    for element in article.iter():
        assert not [name for name in element.attrib if name.startswith("on")], element
        assert not element.get("href", "").strip().lower().startswith("javascript")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_left_unmade(site, url):
    """Citations, tables, badges and maths of the source must all have become something."""
    code = r'<(pre|annotation).*?</\1>|data-copy="[^"]*"'
    article = re.sub(code, "", read(site, url), flags=re.S)
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


@pytest.mark.parametrize("url", [url for url in PAGES if "api/" in url])
def test_examples_of_api_pages_are_copied_as_code(site, url):
    boxes = tree(site, url).find_class("language-pycon")
    assert len(boxes) == read(site, url).count("language-pycon") > 0
    for box in boxes:
        shown = box.text_content().splitlines()
        code = [line[4:] for line in shown if line.startswith((">>> ", "... "))]
        assert box.get("data-copy").splitlines() == code
        ast.parse(box.get("data-copy"))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_site_and_inventory_name_the_version_of_the_package(site, prefix):
    version = metadata.version("dlnotes")
    inventory = (site / prefix / "objects.inv").read_bytes()
    assert f"\n# Version: {version}\n".encode() in inventory
    assert f"dlnotes {version} · " in read(site, prefix)


def test_words_on_the_filter_are_for_the_screen_alone(site):
    assert "찾기 칸" in read(site, "reference/glossary/")
    assert "찾기 칸" not in (site / "reference/glossary.md").read_text("utf-8")
    with zipfile.ZipFile(site / "dlnotes-ko.epub") as file:
        assert "찾기 칸" not in file.read("EPUB/reference-glossary.xhtml").decode()


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


@pytest.mark.parametrize("url", ["", "activations/softmax/", "activations/lab/"])
def test_marked_elements_are_neither_in_the_book_nor_in_the_index(site, url):
    marked = tree(site, url).xpath("//article//*[@data-only]")
    texts = {" ".join(element.text_content().split()) for element in marked} - {""}
    assert {"¶", "이 페이지의 오류 알리기"} <= texts
    source = (url or "index/").removesuffix("/").replace("/", "-")
    with zipfile.ZipFile(site / "dlnotes-ko.epub") as file:
        chapter = document_fromstring(file.read(f"EPUB/{source}.xhtml"))
    assert not [t for t in texts if t in " ".join(chapter.text_content().split())]
    assert not chapter.xpath("//input | //button | //*[@download or @rel='edit']")
    index = json.loads((site / "search/sections.json").read_text("utf-8"))
    [page] = [page for page in index["pages"] if page["url"] == url]
    told = " ".join(s["title"] + s["text"] for s in page["sections"])
    assert not [text for text in texts if text in told]


@pytest.mark.parametrize("url", [url for url in PAGES if url.startswith("en/")])
def test_korean_on_english_pages_is_marked(site, url):
    other = "not(ancestor::pre or ancestor::code or ancestor::*[@lang][1]/@lang = 'ko')"
    texts = tree(site, url).xpath(f"//text()[{other}]")
    assert not [text for text in texts if re.search("[가-힣]", text)]


def test_licences_of_everything_shipped_are_listed(site):
    maps = [
        json.loads(m.read_text("utf-8")) for m in licences.THEME.rglob("assets/**/*.map")
    ]
    sources = " ".join(source for one in maps for source in one["sources"])
    inside = re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", sources)
    assert set(inside) == set(licences.PARTS), "in the theme's scripts and style sheets"
    assert not [*site.rglob("*.map"), *site.rglob("lunr.*.js")], "no page loads them"
    for folder in (site, site / "en"):
        text = (folder / "licenses.txt").read_text("utf-8")
        for name in (*licences.PACKAGES, *licences.PARTS, "STIX Two Math", "Noto Sans KR"):
            assert name in text
        assert text.count("SIL OPEN FONT LICENSE") == 2
    assert 'href="../../licenses.txt"' in read(site, "en/activations/softmax/")


def test_sliders_are_light(site):
    script = (site / "assets/sliders.js").read_bytes()
    assert len(script) < 1000
    for url in PAGES:
        for figure in re.findall(
            r'<div class="frames">.*?</details></div>', read(site, url)
        ):
            assert len(gzip.compress(figure.encode())) < 20_000


@pytest.mark.parametrize("url", [url for url in PAGES if "api/" in url])
def test_shown_source_is_python(site, url):
    folds = tree(site, url).find_class("mkdocstrings-source")
    sources = [next(fold.iter("pre")).text_content() for fold in folds]
    assert sources
    for source in sources:
        ast.parse(source)
        assert '"""' not in source, "the docstring stands above"
