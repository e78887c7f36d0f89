"""Pages as plain Markdown: the twin that lies beside each page, and `llms.txt`.

A twin has the address of its page with `.md` for the closing slash, as in the sources, so
that links between pages lead from twin to twin as they stand.
"""

import posixpath
import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import api
import fences
import figures
import reference

IDENTIFIER = re.compile(r"^(#{1,6} .*?) *\{ *#[\w.-]+ *\}$", re.M)
BOX = re.compile(
    r'^(?P<indent> *)(?:!!!|\?\?\?\+?) \w+ "(?P<title>[^"\n]*)"\n'
    r"(?P<body>(?:(?P=indent) {4}.*\n|[ \t]*\n)+)",
    re.M,
)
TAG = re.compile(r"</?(?:div|li|ol|small|span)\b[^>\n]*>")
BOLD = re.compile(r"</?strong>")
TO_LAB = re.compile(r"(\]\((?!\w+:)[^)\s#]*)\.py\b")
FIGURE = {"ko": "그림", "en": "Figure"}


@dataclass(frozen=True)
class Leaf:
    """A page as lists of pages name it: where it stands in the site, and what it is."""

    title: str
    source: str
    url: str
    description: str


Outline = list[tuple[str, list[Leaf]]]


def address(source: str) -> str:
    """The twin of the page at `source`, from the root of its language."""
    return f"{posixpath.splitext(source)[0]}.md"


def write(markdown: str, source: str, language: str, below: str) -> str:
    """The twin of a page: its source with all that the build fills in, and a last line."""
    markdown = api.tell(markdown, source, language)
    markdown = reference.fill(markdown, source, language)
    markdown = plain(markdown, language)
    works = reference.link(source, "reference/bibliography")
    markdown = reference.cite(markdown, language, works)
    markdown = outside_code(markdown, lambda prose: TO_LAB.sub(r"\1.md", prose))
    return f"{markdown.strip()}\n\n---\n\n{below}\n"


def plain(markdown: str, language: str) -> str:
    """Markdown that any reader shows: no ids, boxes, comments or figures to be drawn."""
    markdown = reference.unmarked(markdown)
    while (opened := BOX.sub(_open, markdown)) != markdown:
        markdown = opened
    return outside_code(markdown, lambda prose: _plain(prose, language))


def outside_code(markdown: str, change: Callable[[str], str]) -> str:
    """A text with `change` applied to what stands between its fences."""
    parts, end = [], 0
    for fence in fences.find(markdown):
        parts += [change(markdown[end : fence.start]), markdown[fence.start : fence.end]]
        end = fence.end
    return "".join([*parts, change(markdown[end:])])


def _open(box: re.Match[str]) -> str:
    body = textwrap.dedent(box["body"]).strip()
    return textwrap.indent(f"**{box['title']}**\n\n{body}\n\n", box["indent"])


def _plain(prose: str, language: str) -> str:
    def told(line: re.Match[str]) -> str:
        quote = f"{line['indent']}>"
        caption = f"\n{quote}\n{quote} {line['caption']}" if line["caption"] else ""
        return f"{quote} **{FIGURE[language]}.** {line['alt']}{caption}"

    prose = IDENTIFIER.sub(r"\1", figures.LINE.sub(told, prose))
    return re.sub(r"\n{3,}", "\n\n", TAG.sub("", BOLD.sub("**", prose)))


def index(title: str, description: str, outline: Outline, root: str) -> str:
    """`llms.txt` of a language: every twin, by chapter, with what it is about."""
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
