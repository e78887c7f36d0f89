"""Pages as plain Markdown: the copy that lies beside each page, and `llms.txt`.

A copy has the address of its page with `.md` for the closing slash, as in the sources, so
that links between pages lead from copy to copy unchanged.
"""

import posixpath
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from pages import api, badges, citations, tables
from source import dialect, fences
from source.page import Page

TAG = re.compile(r"</?(?:div|li|ol|small|span)\b[^>\n]*>")
BOLD = re.compile(r"</?strong>")
FIGURE = {"ko": "그림", "en": "Figure"}


@dataclass(frozen=True)
class Leaf:
    """A page in a list of pages: its title, its place in the site, its description."""

    title: str
    source: str
    url: str
    description: str


Outline = list[tuple[str, list[Leaf]]]


def address(source: str) -> str:
    """The address of the copy of the page at `source`, from the root of its language."""
    return f"{posixpath.splitext(source)[0]}.md"


def text(markdown: str, page: Page, below: str) -> str:
    """The copy of a page: its Markdown with all that the build adds, and a last line."""
    markdown = api.docstrings(markdown, page)
    markdown = tables.filled(markdown, page)
    markdown = plain(markdown, page.language)
    works = page.link("reference/bibliography")
    markdown = citations.cite(markdown, page.language, works)
    return f"{markdown.strip()}\n\n---\n\n{below}\n"


def plain(markdown: str, language: str) -> str:
    """Markdown that any reader shows: no ids, boxes, comments or figures to be drawn."""
    markdown = badges.unmarked(markdown)
    while (opened := dialect.BOX.sub(_opened, markdown)) != markdown:
        markdown = opened
    return fences.outside(markdown, lambda prose: _plain(prose, language))


def _opened(box: re.Match[str]) -> str:
    body = textwrap.dedent(box["body"]).strip()
    return textwrap.indent(f"**{box['title']}**\n\n{body}\n\n", box["indent"])


def _plain(prose: str, language: str) -> str:
    def figure(line: re.Match[str]) -> str:
        quote = f"{line['indent']}>"
        caption = f"\n{quote}\n{quote} {line['caption']}" if line["caption"] else ""
        return f"{quote} **{FIGURE[language]}.** {line['alt']}{caption}"

    prose = dialect.ONSCREEN.sub("", dialect.FIGURE.sub(figure, prose))
    prose = dialect.HEADING.sub(_heading, prose)
    return re.sub(r"\n{3,}", "\n\n", TAG.sub("", BOLD.sub("**", prose)))


def _heading(heading: re.Match[str]) -> str:
    return f"{heading['level']} {heading['title']}" if heading["id"] else heading[0]


def index(title: str, description: str, outline: Outline, root: str) -> str:
    """The text of `llms.txt`: the copies of a language by chapter, with descriptions."""
    parts = [f"# {title}", f"> {description}"]
    for chapter, leaves in outline:
        if chapter:
            parts.append(f"## {chapter}")
        parts.append("\n".join(_entries(leaves, root)))
    return "\n\n".join(parts) + "\n"


def _entries(leaves: Iterable[Leaf], root: str) -> Iterable[str]:
    for leaf in leaves:
        about = f": {leaf.description}" if leaf.description else ""
        yield f"- [{leaf.title}]({root}{address(leaf.source)}){about}"
