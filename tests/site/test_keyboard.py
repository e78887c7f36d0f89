"""The built site in Chromium, read by keyboard."""

import pytest

from readers import FOCUSED, wait_until


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
    wait_until(page, f"{at}.textContent.trim() === '신경망'")
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
    wait_until(page, "document.activeElement.matches('article p a')")
