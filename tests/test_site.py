"""The built site, file by file and in Chromium, as its readers meet it."""

import filecmp
import gzip
import html
import re
import shutil
import statistics
import subprocess
import sys
from urllib.parse import unquote, urljoin, urlsplit

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe

from built import ADDRESS, PAGES, REPOSITORY, ROOT, build

LABS = [url for url in PAGES if url.endswith("lab/")]


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
    result = build(again, copy, PYTHONHASHSEED="7", TZ="Asia/Seoul")
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


@pytest.mark.parametrize("url", PAGES)
def test_page_has_a_policy_without_exceptions(site, url):
    [policy] = re.findall(
        r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', read(site, url)
    )
    [scripts] = re.findall(r"script-src ([^;]*);", policy)
    assert all(re.fullmatch(r"'self'|'sha256-[^']*'", source) for source in scripts.split())
    assert "http" not in policy


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


@pytest.mark.parametrize("url", LABS)
def test_lab_can_be_taken_along(site, url):
    chapter = url.split("/")[-3]
    book = nbformat.read(site / url / f"{chapter}.ipynb", as_version=4)
    nbformat.validate(book)
    prose = "".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
    assert "{ #" not in prose
    assert not re.search(r"\]\((?!https://example\.org/)", prose), (
        "a link that only works on the site"
    )
    assert not any(cell.get("outputs") for cell in book.cells)


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


FAULTS = {
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
    result = build(tmp_path / "site", copy)
    said, first = result.stdout + result.stderr, len(text.splitlines()) + 3
    assert result.returncode == 1
    for line, message in zip(range(first, 10**6, 2), FAULTS.values(), strict=False):
        assert re.search(rf"ko/activations/softmax\.md:{line}: [^$]*{message}", said), (
            message
        )
    assert "activations/relu-family.md: has no twin in docs/en" in said


# --- Chromium -----------------------------------------------------------------------------


def violations(page, **options):
    found = Axe().run(page, options=options).response["violations"]
    return [
        (v["id"], v["nodes"][0]["html"][:200], v["nodes"][0].get("failureSummary"))
        for v in found
    ]


@pytest.mark.parametrize("url", PAGES)
def test_page_is_for_everyone(visit, url):
    """Nothing for axe to find in either theme, no sideways scrolling on a phone."""
    # Korean pages on a desk, English ones on a phone: both layouts.
    page = visit(url, width=360 if url.startswith("en/") else 1280)
    assert violations(page) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert violations(page, runOnly=["color-contrast", "link-in-text-block"]) == []
    page.set_viewport_size({"width": 360, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


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


@pytest.mark.parametrize("url", ["activations/softmax/", "en/activations/softmax/"])
def test_language_switch_stays_on_the_page(visit, server, url):
    page = visit(url)
    other = url.removeprefix("en/") if url.startswith("en/") else "en/" + url
    page.locator(".md-header button[aria-label]").first.hover()
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
    page.locator(
        "label.md-header__button[for=__palette_1]:visible, label[for=__palette_0]:visible"
    ).first.click()
    assert page.evaluate(scheme) == "slate"
    dark = page.evaluate(
        "getComputedStyle(document.querySelector('.drawn path[style*=fig-7]')).stroke"
    )
    assert light != dark, "figures follow the theme"
    page.goto(server + "activations/overview/")
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


def test_glossary_filters_and_sorts(visit):
    page = visit("reference/glossary/")
    rows = page.locator(".sortable tbody tr")
    assert rows.count() == 160
    page.locator(".filter").fill("활성화함수")
    shown = [row.inner_text() for row in rows.all() if row.is_visible()]
    assert shown[0].startswith("활성화 함수")
    assert len(shown) < 20
    page.locator(".filter").fill("")
    page.get_by_role("button", name="영어").click()
    english = [
        cell.inner_text().lower()
        for cell in page.locator(".sortable tbody td:nth-child(2)").all()
    ]
    assert english[0].startswith("acc")
    assert english[-1].startswith("zero")
