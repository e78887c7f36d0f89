"""MkDocs hook: the frame around an article, and the files beside the page."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from frame import cards, head, trust
from frame.swap import swap
from pages import content, numbers
from source import kept

# Files that the frame around an article follows from.
FRAME = (
    "constraints.txt",
    "mkdocs.en.yml",
    "mkdocs.yml",
    "docs/site/frame",
    "docs/site/hook_exports.py",
    "docs/site/hook_frame.py",
    "docs/site/hook_languages.py",
    "docs/site/theme/kept.html",
    "docs/site/theme/main.html",
    "docs/site/theme/partials",
)
INDENT = re.compile(r"\s*\n\s*")
API_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*_mkdocstrings\.css">\n?')
# Material replaces `no-js` by `js` at load, which costs a second style pass; the pages are
# delivered with the final class.
NO_SCRIPT, SCRIPT = 'class="no-js"', 'class="js-focus-visible js"'


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's compiled templates, and offer them `swap` for what they extend."""
    folder = kept.CACHE / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    env.filters["swap"] = swap
    return env


@event_priority(-100)
def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """The facts about a page that the theme shows beyond its content, or the kept page."""
    source, language = page.meta["making"].source, config.extra["language"]
    site = head.Site(config.site_name, config.site_url or "", language)
    description = page.meta.setdefault("description", head.summary(page.content or ""))
    context["about"] = head.described(
        source.kind, source.title, description, page.canonical_url or "", site
    )
    context["trust"] = trust.line(source, Path(config.extra["record"]))
    page.meta["whole"] = _name(context, page, config)
    if whole := kept.find("whole", page.meta["whole"]):
        context["whole"] = whole.decode()
    return context


def _name(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig) -> str:
    """A name for all that a page follows from, once its content is made."""
    given = ("about", "alternates", "copy", "notebook", "runtime", "trust")
    contents = [content.heading(item) for item in page.toc]
    return kept.named(
        page.content or "",
        repr((contents, page.url, page.canonical_url, page.edit_url, config.nav)),
        repr(page.meta["making"].source.meta),
        repr([context.get(name) for name in given]),
        repr((config.extra["language"], config.extra["repo"])),
        kept.tools(*FRAME),
    )


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Make the frame around the article lighter, and write the files beside the page."""
    making = page.meta["making"]
    card = Path(page.file.abs_dest_path).with_name("card.png")
    card.parent.mkdir(parents=True, exist_ok=True)
    chapter = page.parent.title if page.parent else ""
    title, description = making.source.title, page.meta["description"]
    card.write_bytes(cards.card(title, chapter, description, config.site_name))
    if making.numbers:
        card.with_name(numbers.NAME).write_text(making.numbers, "utf-8")
    kind = making.source.kind
    return kept.made("whole", page.meta["whole"], lambda: _lighter(output, kind)).decode()


def _lighter(output: str, kind: str) -> bytes:
    start, end = output.index("<article"), output.index("</article>")
    before, after = (INDENT.sub("\n", part) for part in (output[:start], output[end:]))
    before = swap(before, NO_SCRIPT, SCRIPT)
    if kind != "api":
        before = API_STYLE.sub("", before)  # a request that the first paint would wait for
    return (before + output[start:end] + after).encode()
