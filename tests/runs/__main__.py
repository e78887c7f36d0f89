"""Do the labs run in the browser as their pages show? `python tests/runs SITE [CHAPTER …]`.

Each lab is run whole by its button in Chromium. For each the seconds are printed, the cells
that print what the page shows, and those that do not or fail.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "docs" / "site")]

from playwright.sync_api import sync_playwright

from built import LABS, launch, serve

LIMIT = 900  # seconds for a lab
WATCH = """() => {
  const cells = [...document.querySelectorAll(".cell")];
  const all = document.querySelectorAll("[data-run]").length;
  const going = cells.some((cell) => cell.querySelector(".go").textContent.startsWith("■"));
  const ended = cells.length === all || cells.some((cell) => cell.querySelector(".failed"));
  return cells.length && ended && !going;
}"""
ENDS = """() => [...document.querySelectorAll(".cell")].map((cell) => ({
  told: cell.querySelector("[role=status]").innerText,
  shown: cell.nextElementSibling.nextElementSibling?.matches(".lab-output") ?? false,
  figures: cell.querySelectorAll("canvas").length,
  printed: cell.querySelector("pre").innerText,
}))"""


def run(page, url):
    """Seconds, number of cells, and what each cell that ran told."""
    page.goto(url)
    page.locator(".lab-run .all").click()
    began = time.time()
    page.wait_for_function(WATCH, polling=500, timeout=LIMIT * 1000)
    page.wait_for_timeout(500)
    return time.time() - began, page.locator("[data-run]").count(), page.evaluate(ENDS)


def main(site, chapters):
    """Print a line for each lab; the number of labs that are not as shown."""
    wrong = 0
    with sync_playwright() as playwright, serve(site) as server:
        page = launch(playwright).new_page()
        for url in LABS:
            if not url.startswith("en/") or (
                chapters and url.split("/")[1] not in chapters
            ):
                continue
            seconds, count, ends = run(page, server + url)
            same = [end for end in ends if "✓" in end["told"]]
            bad = [end for end in ends if end["shown"] and end not in same]
            wrong += bool(bad or len(ends) < count)
            figures = sum(end["figures"] for end in ends)
            print(f"{url}: {seconds:.1f} s, {len(ends)} of {count} cells,", end=" ")
            print(f"{len(same)} as printed, {figures} figures", flush=True)
            for end in bad or (ends[-1:] if len(ends) < count else []):
                print("   ", end["told"], end["printed"], sep="\n    ", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
