"""Recall and speed of the search of a built site: `python tests/search SITE`.

The time runs from the last key of a query to its results on the screen, in a page whose
processor is slowed down to a quarter. That does not slow a worker, so the worker's own time
is counted four times; the best of five runs counts. A query comes at once, as if pasted
into the box that was just entered: the first time the index has to be read as well.
"""

import gzip
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "docs" / "site")]

from playwright.sync_api import sync_playwright

import asking
from built import launch, serve

SLOWDOWN, RUNS = 4, 5
QUERIES = {
    "ko": ["활성화함수", "소프드맥스", "왜 가중치를 0으로 초기화하면 안 되나요"],
    "en": ["activation function", "sofmax", "why initialize weights randomly"],
}
# Notes how long the worker has been at its last answer, and when it was shown.
WATCH = """
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  const asked = performance.now();
  const note = () => window.worked = performance.now() - asked;
  this.addEventListener("message", note, { once: true });
  return post.call(this, message);
};
addEventListener("keyup", () => window.typed = performance.now(), true);
addEventListener("DOMContentLoaded", () => new MutationObserver(() =>
  requestAnimationFrame(() => window.shown = performance.now())).observe(
  document.querySelector(".md-search-result__list"), { childList: true }));
"""
WAIT = """new Promise((done) => {
  const look = () => shown > typed ? done([shown - typed, worked]) : setTimeout(look, 5);
  look();
})"""


def main(site):
    with serve(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        print(asking.HEAD)
        for language, folder in asking.HOMES.items():
            rows, page = asking.questions(language), browser.new_page()
            print(asking.table(language, rows, asking.ask(page, address + folder, rows)))
        print(
            "\n| language | spelling of a term leads to its page | asked |\n|---|--:|--:|"
        )
        for language, folder in asking.HOMES.items():
            page = browser.new_page()
            ranks = asking.spellings(page, address + folder)
            share = sum(rank == 0 for rank in ranks.values()) / len(ranks)
            print(f"| {language} | {share:.3f} | {len(ranks)} |")
        print(f"\n| query, at {SLOWDOWN} x slow-down | index | ms cold | ms warm |")
        print("|---|--:|--:|--:|")
        for language, folder in asking.HOMES.items():
            index = (Path(site) / folder / "search/sections.json").read_bytes()
            size = f"{len(index) / 1e3:.0f} kB, {len(gzip.compress(index)) / 1e3:.0f} gz"
            for query in QUERIES[language]:
                times = [wait(browser, address + folder, query) for _ in range(RUNS)]
                cold, warm = (min(column) for column in zip(*times, strict=True))
                print(f"| {query} | {size} | {cold:.0f} | {warm:.0f} |")


def wait(browser, home, query):
    """The time that a reader waits for the results of a first and of a second query."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(home)
    page.wait_for_load_state("networkidle")
    throttle = page.context.new_cdp_session(page)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    times = [type_in(page, query), type_in(page, query)]
    page.close()
    return times


def type_in(page, query):
    page.locator(".md-search__input").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.evaluate("window.shown = 0")
    page.keyboard.insert_text(query)
    shown, worked = page.evaluate(WAIT)
    return shown + (SLOWDOWN - 1) * worked


main(sys.argv[1])
