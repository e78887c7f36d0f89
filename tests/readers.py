"""Questions for every page: clean for axe, used by keyboard, words in one piece."""

import time

from axe_playwright_python.sync_playwright import Axe

# True if the focused element is on the screen, else its HTML.
FOCUSED = """(() => {
  const at = document.activeElement;
  if (at.closest(".md-search")) return true; // it opens when it has the focus
  const { left, right, width, height } = at.getBoundingClientRect();
  return left > -1 && right < innerWidth + 1 && width * height > 0 || at.outerHTML; })()"""
# Words of Hangul that a line break cuts in two.
BROKEN = """() => {
  const article = document.querySelector("article");
  const all = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const broken = [], range = new Range();
  for (let node; (node = all.nextNode());)
    for (const { 0: word, index } of node.data.matchAll(/[가-힣]{2,}/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  return broken; }"""


# Marks one part of each style that a page has: the same element, colours, size, weight
# and line.
STYLES = """() => {
  const seen = new Set();
  const style = (part) => getComputedStyle(part);
  const written = (node) => node.nodeType === 3 && node.data.trim();
  for (const part of document.querySelectorAll("body *")) {
    if (![...part.childNodes].some(written) || !part.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = style(part);
    const known = [part.tagName, color, fontSize, fontWeight, textDecorationLine];
    known.push(style(part.parentElement).color); // that of the words around a link
    for (let at = part; at; at = at.parentElement)
      known.push(style(at).backgroundColor, style(at).opacity);
    const key = known.filter((one) => one !== "rgba(0, 0, 0, 0)" && one !== "1").join();
    if (!seen.has(key)) part.dataset.style = "";
    seen.add(key);
  } }"""
CONTRAST = ["color-contrast", "link-in-text-block"]


def contrast(page):
    """The findings of axe about colours, which it needs most of its time for.

    They depend on styles alone, so axe reads one part of each style.
    """
    page.evaluate(STYLES)
    return violations(page, {"include": ["[data-style]"]}, runOnly=CONTRAST)


def violations(page, context=None, **options):
    """The findings of axe: the rule, the first element, the fault."""
    # By default axe lists also every element that passes, which takes half of its time.
    options["resultTypes"] = ["violations"]
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [
        (v["id"], v["nodes"][0]["html"][:200], v["nodes"][0].get("failureSummary"))
        for v in found
    ]


def wait_until(page, expression, seconds=10):
    """Wait until an expression is true on a page.

    Playwright's `wait_for_function` would evaluate it in the page, which the policy refuses
    as soon as it is not true at once.
    """
    limit = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < limit, f"never true: {expression}"
        page.wait_for_timeout(20)
