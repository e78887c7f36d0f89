"""The queries of readers, and the answers of the search in Chromium."""

import collections
import csv
from pathlib import Path

from built import ROOT, URLS

FILE = Path(__file__).with_name("search") / "queries.csv"
# Types into the search box and reads the first three results as they are shown. The worker
# answers every new value, and Material then changes the list or the line above it.
ASK = """async (queries) => {
  const input = document.querySelector(".md-search__input");
  const shown = document.querySelector(".md-search-result");
  const answers = [];
  for (const query of queries) {
    const answered = new Promise((done) => new MutationObserver((_, observer) => {
      observer.disconnect();
      setTimeout(done);
    }).observe(shown, { childList: true, subtree: true }));
    input.value = query;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    await answered;
    const items = [...shown.querySelectorAll(".md-search-result__item")].slice(0, 3);
    answers.push(items.map((item) => [...item.querySelectorAll("a")]
      .filter((link) => link.checkVisibility()).map((link) => link.href)));
  }
  return answers;
}"""
# Asks a worker as Material does, and gives the address of the first page of each answer.
SPELL = """async (queries) => {
  const { search } = JSON.parse(document.querySelector("#__config").textContent);
  const worker = new Worker(new URL(search, location)), first = [];
  for (const data of queries) {
    const answered = new Promise((done) => { worker.onmessage = done; });
    worker.postMessage({ type: 2, data });
    const { items } = (await answered).data.data;
    first.push(items.map((page) => page[0].location.split("?")[0]));
  }
  worker.terminate();
  return first;
}"""
HOMES = {"ko": "", "en": "en/"}
HEAD = "| language | kind | queries | recall@1 | recall@3 |\n|---|---|--:|--:|--:|"


def questions(language):
    """The rows of the query set in a language."""
    rows = [row for row in table_of(FILE) if row["language"] == language]
    unknown = [row for row in rows for page, _ in targets(row) if f"{page}/" not in URLS]
    assert not unknown, f"pages that do not exist: {unknown}"
    return rows


def table_of(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def targets(row):
    """The pages that answer a query, each with its section if there is one."""
    return [target.partition("#")[::2] for target in row["pages"].split("|")]


def ask(page, home, rows):
    """The rank of each row's page, 0 for the first, and whether its section is shown."""
    page.goto(home)
    page.locator(".md-search__input").click()
    answers = page.evaluate(ASK, [row["query"] for row in rows])
    return [place(answer, row, home) for answer, row in zip(answers, rows, strict=True)]


def place(answer, row, home):
    """The rank of a page that answers a query, and whether its section is shown."""
    for rank, links in enumerate(answer):
        parts = [link.removeprefix(home).partition("#")[::2] for link in links]
        url = parts[0][0].partition("?")[0].rstrip("/")
        sections = [section for page, section in targets(row) if page == url]
        if sections:
            shown = {section for _, section in parts} | {""}
            return rank, sections[0] in shown
    return None, False


def spellings(page, home):
    """The rank of its page for every name and spelling of a term, right or wrong."""
    wanted = {}
    for row in table_of(ROOT / "docs/data/terms.csv"):
        names = [*row["ko"].split(" / "), *row["en"].split(" / ")]
        for name in [*names, *row["accept"].split("|"), *row["reject"].split("|")]:
            wanted.setdefault(name, set()).add(f"{row['page']}/")
    wanted.pop("")
    page.goto(home)
    answers = page.evaluate(SPELL, list(wanted))
    return {
        name: min((answer.index(url) for url in urls if url in answer), default=None)
        for (name, urls), answer in zip(wanted.items(), answers, strict=True)
    }


def kinds(rows, results):
    """The results by kind of query."""
    groups = collections.defaultdict(list)
    for row, result in zip(rows, results, strict=True):
        groups[row["kind"]].append(result)
    return groups


def recall(results, most):
    return sum(rank is not None and rank < most for rank, _ in results) / len(results)


def table(language, rows, results):
    """Recall by kind of query, in Markdown."""
    groups = kinds(rows, results) | {
        "*held out*": [r for row, r in zip(rows, results, strict=True) if row["held_out"]],
        "**all**": results,
    }
    lines = [
        f"| {language} | {kind} | {len(of)} | {recall(of, 1):.2f} | {recall(of, 3):.2f} |"
        for kind, of in groups.items()
    ]
    return "\n".join(lines)
