"""The built site in Chromium, as its readers meet it."""

import subprocess
import sys

import pytest

from built import PAGES, listen
from readers import BROKEN, CONTRAST, contrast, violations, wait_until
from source import facts

# The height of a lesson without its exercises, which are done rather than read.
READ = """document.getElementById('exercises').getBoundingClientRect().top
    - document.querySelector('article').getBoundingClientRect().top"""


# Axe reads each page in Korean or in English; of the API pages, which are alike, only two.
KOREAN = {url for url in PAGES if not url.startswith("en/")}
API = sorted(url for url in KOREAN if url.startswith("api/"))
READ_BY_AXE = [
    "en/" * (place % 2) + url for place, url in enumerate(sorted(KOREAN - {*API[2:]}))
]


@pytest.mark.parametrize("url", PAGES)
def test_page_is_for_everyone(visit, url):
    """Nothing for axe in either theme; on a phone no sideways scrolling, no word cut.

    A fault of one language alone is found by `test_docs`, where both share their skeleton
    and have alt texts, and by `test_built`, which asks each page for its language, for ids
    that are unique and for marked Korean; `make audit` runs axe on all of them.
    """
    # Korean pages on a desk, English ones on a phone: both layouts.
    page = visit(url, width=360 if url.startswith("en/") else 1280)
    if page.locator("#summary").count() and not url.startswith("en/"):
        assert page.evaluate(READ) <= 9 * 900, "a lesson is read in nine screens"
    if url in READ_BY_AXE:
        rules = {rule: {"enabled": False} for rule in CONTRAST}
        assert violations(page, rules=rules) == []
        assert contrast(page) == []
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        assert contrast(page) == []
    page.set_viewport_size({"width": 360, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(BROKEN) == []


def test_one_faint_part_among_many_is_found(visit):
    page = visit("activations/softmax/")
    assert contrast(page) == []
    faint = "document.querySelector('article p:last-of-type').style.color = '{}'"
    page.evaluate(faint.format("#bbb"))
    assert [rule for rule, *_ in contrast(page)] == ["color-contrast"]
    page.evaluate(faint.format(""))
    bare = "{ color: '#666', textDecoration: 'none' }"
    page.evaluate(f"Object.assign(document.querySelectorAll('a.term')[1].style, {bare})")
    assert [rule for rule, *_ in contrast(page)] == ["link-in-text-block"]


@pytest.mark.parametrize("url", ["activations/softmax/", "en/activations/lab/"])
def test_page_on_paper(visit, url):
    """No furniture, answers unfolded, nothing cut off, dark ink on a dark screen too."""
    page = visit(url, width=720)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.emulate_media(media="print")
    page.evaluate("""document.querySelector("article").insertAdjacentHTML(
        "beforeend", "<p data-only=site style='display: flex'>Run</p>")""")
    for part in (".md-header", ".md-sidebar", ".md-footer", "button", "[data-only]"):
        assert page.locator(part).count(), part
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


WITH_SLIDERS = ["activations/softmax/", "en/activations/softmax/"]


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
    wait_until(page, "window.refused")
    assert page.evaluate("[window.refused, window.injected]") == ["inline", None]
    page.close()


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


def test_language_switch_stays_at_the_section(visit, server):
    page = visit("activations/softmax/#formula")
    page.locator("a[href='#trap']").first.evaluate("(link) => link.click()")
    page.locator(".md-header .md-select button").hover()
    page.locator(".md-select__link[hreflang=en]").click()
    page.wait_for_load_state("networkidle")
    assert page.url == server + "en/activations/softmax/#trap"
    link = page.locator(".md-select__link[hreflang=ko]")
    assert link.get_attribute("href") == server + "activations/softmax/#trap"


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
    wait_until(page, f"{scheme} === 'default'")
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


@pytest.mark.parametrize("key", [None, "Enter"])
def test_example_of_an_api_page_is_copied_without_prompts_and_outputs(visit, key):
    page = visit("api/losses/")
    box = page.locator(".language-pycon").nth(2)
    box.scroll_into_view_if_needed()
    button = box.locator("button.md-code__button[data-md-type=copy], .md-clipboard").first
    button.press(key) if key else button.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("from dlnotes.losses import")
    assert ">>>" not in copied
    subprocess.run([sys.executable, "-c", copied], capture_output=True, check=True)


@pytest.mark.parametrize("url", ["activations/softmax/", "reference/glossary/"])
def test_who_comes_back_finds_values_and_their_effect(visit, url):
    page = visit(url)
    state = """[...document.querySelectorAll("[data-frame].shown, tbody tr")]
        .filter((part) => part.checkVisibility())
        .map((part) => part.dataset.frame ?? part.textContent)"""
    untouched = page.evaluate(state)
    field = page.locator("article input").first
    field.fill("소프트") if "glossary" in url else field.press("End")
    before = page.evaluate(state), field.input_value()
    assert before[0] != untouched
    page.goto(page.url.replace(url, ""))
    page.go_back()
    assert (page.evaluate(state), field.input_value()) == before


def test_no_answer_of_before_stands_below_other_numbers(visit):
    page = visit("losses/cross-entropy/")
    box = page.locator(".exercise").first
    box.locator("form > button[type=button]").click()
    if box.locator("form input").count():
        box.locator("form input").fill("1")
    for radio in page.locator(".exercise [type=radio]").all():
        radio.check()
    page.goto(page.url + "../regression/")
    page.go_back()
    assert page.evaluate("""[...document.querySelectorAll(".exercise input")]
        .every((input) => input.type === "radio" ? !input.checked : !input.value)""")


BLOCKED = """for (const store of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(window, store, {
    get() { throw new DOMException("blocked", "SecurityError"); } });
window.BroadcastChannel = class {
  constructor() { throw new DOMException("blocked", "SecurityError"); } };"""


def test_storage_may_be_blocked(chromium, server):
    page, trouble = chromium.new_page(), []
    listen(page, server, trouble)
    page.add_init_script(BLOCKED)
    page.goto(server + "en/losses/cross-entropy/")
    scheme = "document.body.dataset.mdColorScheme"
    page.get_by_role("button", name="Dark mode").click()
    assert page.evaluate(scheme) == "slate"
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert page.evaluate(scheme) == "slate"
    page.locator(".exercise form button").first.click()
    assert page.locator(".exercise [role=status]").first.inner_text()
    page.locator(".md-search__input").focus()
    page.keyboard.type("softmax")
    page.wait_for_selector(".md-search-result__link")
    page.close()
    assert trouble == []


def test_page_that_is_come_back_to_has_the_colours_of_the_last_choice(visit):
    page = visit("activations/softmax/")
    page.evaluate("localStorage.setItem('dlnotes.scheme', 'slate')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


@pytest.mark.parametrize("url", ["activations/softmax/", "api/losses/"])
def test_paper_shows_what_is_folded_and_folds_it_again(visit, url):
    page = visit(url)
    folds = "article details:not(.mkdocstrings-source)"
    is_open = f"[...document.querySelectorAll('{folds}')].map((fold) => fold.open)"
    page.evaluate(f"document.querySelector('{folds}').open = true")
    before = page.evaluate(is_open)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.evaluate(is_open))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(is_open) == before
    page.emulate_media(media="print")
    inside = f"{folds} > :not(summary, [data-only])"
    assert page.evaluate(f"""[...document.querySelectorAll("{inside}")]
        .every((part) => part.checkVisibility({{ contentVisibilityAuto: true }}))""")


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
    assert rows.count() == len(facts.table("terms"))
    page.locator(".filter").fill("활성화함수")
    shown = [row.inner_text() for row in rows.all() if row.is_visible()]
    assert [row for row in shown if row.startswith("활성화 함수")]
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


@pytest.mark.parametrize("url", ["", "en/"])
def test_the_map_has_room_for_its_names_and_leads_to_the_list(visit, url):
    page = visit(url, width=360)
    crowded = """[...document.querySelectorAll(".drawn a")].filter((link) => {
        const parts = [...link.children].map((part) => part.getBoundingClientRect());
        const [box, circle, number, ...names] = parts;
        return !names.length || names.some((name) =>
            name.left < circle.right || name.right > box.right ||
            name.top < box.top || name.bottom > box.bottom);
    }).map((link) => link.textContent)"""
    assert page.evaluate(crowded) == []
    page.locator(".drawn a").last.press("Enter")
    assert page.url.endswith("#map-energy")
    entry = page.locator("#map-energy")
    wait_until(page, "scrollY > 1000")
    assert 48 <= entry.bounding_box()["y"] < 900, "below the header"
