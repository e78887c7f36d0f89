"""How the built site serves everyone: `python tests/audit SITE` prints tables.

Every page in both languages is opened in Chromium: axe in both themes on a desk and on a
phone, Tab from end to end, the policy under attack, and reading without JavaScript. The
tests ask the same of fewer combinations.
"""

import sys
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "docs" / "site")]

from playwright.sync_api import sync_playwright

from built import PAGES, launch, listen, serve
from readers import FOCUSED, violations

LANGUAGES = {
    "ko": [url for url in PAGES if not url.startswith("en/")],
    "en": [url for url in PAGES if url.startswith("en/")],
}
WIDTHS = (1280, 360)
RULES = {"light": {}, "dark": {"runOnly": ["color-contrast", "link-in-text-block"]}}
# Each would leave its name in `window.ran` if the policy let it run.
ATTACKS = {
    "inline script": """document.body.append(Object.assign(
        document.createElement("script"), { textContent: "window.ran = 1" }))""",
    "handler in an attribute": """document.body.setAttribute("onclick", "window.ran = 1"),
        document.body.click()""",
    "text as a timer": """setTimeout("window.ran = 1")""",
    "javascript: link": """Object.assign(document.createElement("a"),
        { href: "javascript:window.ran = 1" }).click()""",
    "script from elsewhere": """document.body.append(Object.assign(
        document.createElement("script"), { src: "data:,window.ran = 1" }))""",
}
WATCH = "addEventListener('securitypolicyviolation', () => window.refused = true)"
# Without JavaScript, asked by the browser: what is wrong with how the page is laid out.
UNREADABLE = """() => {
  const bad = [], seen = (box) => box.getBoundingClientRect().height > 4;
  if (document.documentElement.scrollWidth > innerWidth) bad.push("wider than the screen");
  const folded = (box) => box.closest("details:not([open])");
  const hidden = (name) => [...document.querySelectorAll(`article ${name}`)]
    .filter((box) => !folded(box) && !seen(box)).length;
  for (const part of ["math[display=block]", ".figure svg", "table", "pre"])
    if (hidden(part)) bad.push(`${hidden(part)} ${part} not seen`);
  const note = document.querySelector(".no-search");
  if (!note?.checkVisibility()) bad.push("no word on search");
  if (document.querySelectorAll(".frames").length
      > document.querySelectorAll(".frames details table").length) bad.push("no table");
  return bad;
}"""


def table(title, head, rows):
    print(f"\n{title}\n\n| {' | '.join(head)} |\n|{'--:|' * len(head)}", flush=True)
    for row, faults in rows:
        print(f"| {' | '.join(map(str, row))} |", flush=True)
        for fault in faults:
            print(f"  - {fault}")


def opened(browser, address, urls, width, script=True, scheme="light"):
    """Each page in turn, with the list of what went wrong while it loaded."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
    )
    for url in urls:
        page, trouble = context.new_page(), []
        page.add_init_script(WATCH)
        listen(page, address, trouble)
        page.goto(address + url)
        yield url, page, trouble
        page.close()
    context.close()


def axe(browser, address):
    for language, scheme, width in product(LANGUAGES, RULES, WIDTHS):
        urls, faults = LANGUAGES[language], []
        for url, page, _ in opened(browser, address, urls, width, scheme=scheme):
            found = violations(page, **RULES[scheme])
            faults += [f"{url}: {rule} {where}" for rule, where, _ in found]
        yield (language, scheme, width, len(urls), len(faults)), faults


def keyboard(browser, address):
    for (language, urls), width in product(LANGUAGES.items(), WIDTHS):
        stops, faults = 0, []
        for url, page, _ in opened(browser, address, urls, width):
            page.keyboard.press("Tab")
            while not page.evaluate("document.activeElement === document.body"):
                stops += 1
                said = page.evaluate(FOCUSED)
                faults += [] if said is True else [f"{url}: {said[:200]}"]
                page.keyboard.press("Tab")
        yield (language, width, len(urls), stops, len(faults)), faults


def policy(browser, address):
    for language, urls in LANGUAGES.items():
        faults, refused = [], 0
        for url, page, trouble in opened(browser, address, urls, 1280):
            page.wait_for_load_state("networkidle")
            faults += [f"{url}: {fault}" for fault in trouble]
            if page.evaluate("window.refused"):
                faults.append(f"{url}: its own policy refuses part of it")
            for name, attack in ATTACKS.items():
                page.evaluate(f"window.refused = window.ran = 0; {attack}; 0")
                page.wait_for_timeout(30)
                stopped = page.evaluate("!window.ran && !!window.refused")
                refused += stopped
                faults += [] if stopped else [f"{url}: {name} is not refused"]
        attacks = f"{refused} of {len(urls) * len(ATTACKS)}"
        yield (language, len(urls), attacks, len(faults)), faults


def unscripted(browser, address):
    for language, urls in LANGUAGES.items():
        faults = []
        for url, page, _ in opened(browser, address, urls, 360, script=False):
            faults += [f"{url}: {fault}" for fault in page.evaluate(UNREADABLE)]
            page.locator(".md-header label[for=__drawer]").click()
            links = page.locator(".md-sidebar--primary a:visible")
            faults += [] if links.count() else [f"{url}: the menu stays closed"]
            page.goto(address + url)
            other = "en" if language == "ko" else "ko"
            link = page.locator(f".md-select__link[hreflang={other}]")
            page.goto(urljoin(page.url, link.get_attribute("href")))
            twin = page.locator(f"html[lang={other}] h1").count()
            faults += [] if twin else [f"{url}: leads to no page in {other}"]
        yield (language, len(urls), len(faults)), faults


def main(site):
    with serve(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        own = (browser, address)
        table("axe", ["language", "theme", "width", "pages", "violations"], axe(*own))
        head = ["language", "width", "pages", "stops of Tab", "out of sight"]
        table("Keyboard", head, keyboard(*own))
        head = ["language", "pages", "attacks refused", "faults, requests that leave"]
        table("Policy", head, policy(*own))
        table(
            "Without JavaScript at 360", ["language", "pages", "faults"], unscripted(*own)
        )
        browser.close()


main(sys.argv[1])
