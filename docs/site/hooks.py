"""MkDocs hook: the steps that a page takes from its source to HTML, in their order."""

import logging
import posixpath
import re
import sys
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import about
import api
import cards
import data
import faults
import figures
import formulas
import labs
import licences
import maths
import policy
import reference
import search
import terms
import tongues
import trust

# These tokens need no colour of their own; their markup is a third of a page's weight.
PLAIN_TOKEN = re.compile(r'<span class="(?:n|o|p|w)">([^<]*)</span>')
INDENT = re.compile(r"\s*\n\s*")
API_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*_mkdocstrings\.css">\n?')
# The theme's script turns the one into the other, and the browser styles the page again.
NO_SCRIPT, SCRIPT = 'class="no-js"', 'class="js-focus-visible js"'
# The address of a section is there for the mouse: to a reader by ear or key it is noise.
PERMALINK, QUIET = (
    'class="headerlink"',
    'class="headerlink" aria-hidden="true" tabindex="-1"',
)
log = logging.getLogger("mkdocs.hooks.pages")
serving = False
BUILDING = FileLock(data.DOCS.parent / ".cache" / "building.lock")


def on_config(config):
    language, repo = config.extra["language"], config.extra["repo"]
    if repo:
        config.edit_uri_template = f"{repo}/edit/main/docs/{language}/{{path}}"
    return config


def on_pre_build(config):
    # `mkdocs serve` builds again and again: see the files and the package as they are now,
    # but let the languages of one round share what was read and computed.
    if config.extra["language"] == next(iter(config.extra["languages"])):
        data.reload()
        figures.reload()
        formulas.functions.cache_clear()
        trust.record.cache_clear()
        for name in [name for name in sys.modules if name.split(".")[0] == "dlnotes"]:
            del sys.modules[name]
        labs.prepare()
    labs.start(Path(config.docs_dir).glob("*/lab.py"))  # while the pages are made


def on_page_markdown(markdown, page, config, files):
    """From the author's Markdown to MkDocs'."""
    source, language = page.file.src_uri, config.extra["language"]
    path = Path(page.file.abs_src_path)
    found = faults.find(path)
    page.sound = not found
    for line, message in found:
        log.warning(f"{path.relative_to(data.DOCS.parent)}:{line}: {message}")
    if found:
        return markdown  # half-made pages would only add noise
    markdown = api.expand(markdown, source, language)
    markdown = reference.write(markdown, source, language)
    return figures.place(markdown, faults.chapter(path))


@event_priority(100)
def on_page_content(content, page, config, files):
    """From MkDocs' HTML to the reader's."""
    language, source = config.extra["language"], page.file.src_uri
    code = []
    if source.endswith(".py"):
        content, code = _lab(content, page, config, files)
    folder = source.partition("/")[0]
    if folder == "api":
        content = api.tidy(content, language)
    elif folder not in {"reference", "index.md"}:
        glossary = files.get_file_from_path("reference/glossary.md")
        link = get_relative_url(glossary.url, page.url)
        content = terms.link(content, language, posixpath.splitext(source)[0], link)
    try:
        content = maths.convert(content)
        for item in _flat(page.toc):
            item.title = maths.convert_title(item.title)
    except ValueError as error:
        log.warning(f"{source}: {error}")
    content = tongues.mark(content) if language == "en" else tongues.join(content)
    content = content.replace(PERMALINK, QUIET)
    content = labs.join(figures.fill(content, language), code)
    return search.leave_out(PLAIN_TOKEN.sub(r"\1", content), folder)


def on_page_context(context, page, config, nav):
    """What the theme's templates say of a page beyond its content."""
    language, source = config.extra["language"], page.file.src_uri
    site = about.Site(config.site_name, config.site_url, language)
    description = page.meta.setdefault("description", about.summary(page.content))
    title = about.plain(page.title)
    context["about"] = about.data(source, title, description, page.canonical_url, site)
    context["trust"] = trust.line(
        Path(page.file.abs_src_path), language, Path(config.extra["record"])
    )
    return context


def on_post_page(output, page, config):
    # The theme's templates indent their markup: around the article, a tenth of a page.
    start, end = output.index("<article"), output.index("</article>")
    head, foot = (INDENT.sub("\n", part) for part in (output[:start], output[end:]))
    card = Path(page.file.abs_dest_path).with_name("card.png")
    card.parent.mkdir(parents=True, exist_ok=True)
    chapter = page.parent.title if page.parent else ""
    description = page.meta["description"]
    card.write_bytes(
        cards.draw(about.plain(page.title), chapter, description, config.site_name)
    )
    head = head.replace(NO_SCRIPT, SCRIPT)
    if not page.file.src_uri.startswith("api/"):
        head = API_STYLE.sub("", head)  # a request that the first paint would wait for
    return head + output[start:end] + foot


def on_startup(command, dirty):
    global serving  # which puts a script of its own into every page
    serving = serving or command == "serve"  # the other languages start as a build
    if not serving:  # a server writes to a folder of its own
        _wait_for_others()


def on_post_build(config):
    site = Path(config.site_dir)
    log.info(f"Maths font cut to {maths.write_font(site)} bytes")
    licences.write(site)
    search.write(site, config.extra["language"])
    if not serving:
        policy.write(site)


def _wait_for_others():
    """Hold a lock until this process ends, so that two builds never write one folder."""
    try:
        BUILDING.acquire(blocking=False)
    except Timeout:
        log.info("Another build is running, and this one waits for it")
        BUILDING.acquire()


def _lab(shown, page, config, files):
    """A lab as a page: its HTML with slots, and the cells to fill them."""
    source = Path(page.file.abs_src_path)
    try:
        prose, code = labs.split(shown, source)
    except ValueError as error:
        log.warning(f"{source.relative_to(data.DOCS.parent)}:{error}")
        page.sound = False
        return "", []
    page.markdown = on_page_markdown(prose, page, config, files)
    Page.render(page, config, files)  # links, anchors and contents, as on any page
    page.title = data.TITLE.search(prose)[1]
    return page.content, code


def _flat(items):
    for item in items:
        yield item
        yield from _flat(item.children)
