"""MkDocs hook: the steps that a page takes from its source to HTML, in their order."""

import logging
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler, get_relative_url

from frame import licences, navigation, search
from pages import (
    api,
    badges,
    citations,
    content,
    drills,
    exercises,
    figures,
    grids,
    korean,
    labs,
    maths,
    numbers,
    runs,
    tables,
    terms,
    written,
)
from pages.content import Content
from source import facts, faults, files, kept
from source.page import Page, pages

# These tokens need no colour of their own; their markup is a third of a page's weight.
PLAIN_TOKEN = re.compile(r'<span class="(?:n|o|p|w)">([^<]*)</span>')
DIRECTIVE = re.compile(r"^:::.*$", re.M)  # for mkdocstrings
# The ¶ of a heading is hidden from screen readers and from the Tab key.
PERMALINK = 'class="headerlink"'
QUIET = f'{PERMALINK} aria-hidden="true" tabindex="-1" data-only="screen"'
log = logging.getLogger("mkdocs.hooks.pages")
warnings = CountHandler(level=logging.WARNING)
logging.getLogger("mkdocs").addHandler(warnings)


@dataclass
class Making:
    """A page on its way through the steps: `page.meta["making"]`."""

    source: Page
    sound: bool
    kept: Content | None
    warned: int  # number of warnings before the page
    anchors: list[tuple[list[Any], dict[str, Any]]]
    numbers: str = ""  # the script beside the page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the navigation from the tables, once all files can be read."""
    if found := files.find():
        for path, line, message in found:
            log.warning(f"{path.relative_to(kept.ROOT).as_posix()}:{line}: {message}")
        raise Abort("No page was read.")
    config.nav = list(navigation.entries(config.extra["language"]))
    # `sections`: of each page, by URL, for the search index; `signs`: what the maths font
    # has to draw.
    config.extra |= {"sections": {}, "signs": set(), "version": facts.version()}
    _note_anchors(config.plugins["autorefs"])
    _handlers(config).get_handler("python")  # whose style sheet is written if it was used
    return config


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the labs as notebooks that mkdocs-jupyter reads, and the style of drawings."""
    for page in pages(config.extra["language"]).values():
        if page.kind == "lab" and content.find(page, config.site_url or ""):
            files.append(File.generated(config, page.source, content=""))
        elif page.kind == "lab":
            folder = str(labs.write_notebook(page))
            files.append(File(page.source, folder, config.site_dir, True))
    sheet = files.get_file_from_path("assets/site.css")
    assert sheet  # one file is one request
    sheet.content_string = figures.style_sheet() + sheet.content_string
    return files


def on_page_markdown(
    markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> str:
    """From the author's Markdown to MkDocs'; nothing where the content is kept."""
    source = pages(config.extra["language"])[page.file.src_uri.removesuffix(".md")]
    if repo := config.extra["repo"]:
        page.edit_url = f"{repo}/edit/main/{source.place}"
    found = faults.find(source)
    making = Making(source, not found, None, _warnings(), [])
    page.meta["making"] = making
    page.meta["search"] = {"exclude": True}  # from Material's index
    page.meta["title"] = source.title  # MkDocs would look for it in kept content
    for line, message in found:
        log.warning(f"{source.place}:{line}: {message}")
    if found:
        setattr(page, "render", partial(_render_quietly, page))  # noqa: B010
        return DIRECTIVE.sub("", source.markdown)
    making.kept = content.find(source, config.site_url or "")
    if making.kept is None:
        return _expanded(source.markdown, source)
    page.content = ""
    setattr(page, "render", lambda config, files: None)  # noqa: B010
    return ""


def _render_quietly(page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Show the prose of a page with faults, without MkDocs' warnings of the same faults."""
    logging.disable()
    try:
        MkDocsPage.render(page, config, files)
    finally:
        logging.disable(logging.NOTSET)
    page.links_to_anchors = None
    page.present_anchor_ids = None  # without those that the build would make


@event_priority(100)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """From MkDocs' HTML to the reader's."""
    making: Making = page.meta["making"]
    autorefs: Any = config.plugins["autorefs"]
    if not making.sound:
        for name in api.targets(making.source):  # so that links to them are no faults
            autorefs.register_anchor(page, name)
        return html
    made = making.kept or _content(html, page, config, files)
    if making.kept is None and making.sound and _warnings() == making.warned:
        content.keep(making.source, config.site_url or "", made)
    making.numbers = made.numbers
    config.extra["signs"] |= set(made.signs)
    page.toc = TableOfContents([_link(entry) for entry in made.contents])
    page.present_anchor_ids = set(made.ids)
    if making.source.kind != "exercises":  # which repeat their pages
        config.extra["sections"][page.url] = made.sections
    if making.kept:  # mkdocs-autorefs and mkdocstrings have not seen the page
        for arguments, options in made.anchors:
            autorefs.register_anchor(page, *arguments, **options)
        for item in made.inventory:
            _handlers(config).inventory.register(**item)
    return made.html


def _handlers(config: MkDocsConfig) -> Any:
    """The part of mkdocstrings that renders, and that lists what has an address."""
    plugin: Any = config.plugins["mkdocstrings"]
    return plugin.handlers


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that a site has once."""
    site, language = Path(config.site_dir), config.extra["language"]
    log.info(f"Maths font cut to {maths.write_font(site, config.extra['signs'])} bytes")
    licences.remove_unused(site)
    runtime = config.extra.get("runtime")  # which `mkdocs serve` does without
    listed = licences.text(runtime.folder if runtime else "")
    (site / "licenses.txt").write_text(listed, "utf-8")
    search.write(site, config.extra["sections"], language)


def _note_anchors(autorefs: Any) -> None:
    """Have each page note the anchors that mkdocs-autorefs registers for it."""
    register = autorefs.register_anchor

    def noted(page: MkDocsPage, *arguments: Any, **options: Any) -> None:
        page.meta["making"].anchors.append((arguments, options))
        register(page, *arguments, **options)

    autorefs.register_anchor = noted


def _warnings() -> int:
    """The number of warnings so far."""
    return sum(count for _, count in warnings.get_counts())


def _expanded(markdown: str, source: Page) -> str:
    """Markdown with all that the build puts in place of the author's notation."""
    markdown = api.directives(markdown, source)
    markdown = written.placed(markdown, source, live=True)
    markdown = drills.placed(markdown, source, live=True)
    markdown = exercises.placed(markdown, source, live=True)
    markdown = badges.badges(tables.filled(markdown, source), source)
    works = source.link("reference/bibliography")
    markdown = citations.cite(markdown, source.language, works)
    return figures.placed(markdown, source.chapter)


def _content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> Content:
    source: Page = page.meta["making"].source
    cells: list[str] = []
    if source.kind == "lab":
        html, cells = _lab(html, page, config, files)
    html = _finished(html, source, page)
    for item in content.flat(page.toc):
        item.title = maths.title_converted(item.title)
    html = drills.filled(exercises.filled(figures.filled(html, source.language)))
    html = labs.joined(html, cells)
    html = PLAIN_TOKEN.sub(r"\1", html)
    if source.kind != "api":
        lab = source.chapter if source.kind == "lab" else ""
        html = runs.marked(html, source.language, lab)
    found = search.sections(html, source.chapter)
    ids = sorted(page.present_anchor_ids or ())
    contents = [content.heading(item) for item in page.toc]
    anchors, script = page.meta["making"].anchors, numbers.script(source)
    signs = "".join(sorted(maths.characters(html + script)))
    items = _handlers(config).inventory.values() if source.kind == "api" else ()
    inventory = [vars(item) for item in items if item.uri.startswith(f"{page.url}#")]
    html = search.unmarked(html)
    return Content(html, contents, ids, anchors, found, script, signs, inventory)


def _finished(html: str, source: Page, page: MkDocsPage) -> str:
    """HTML with terms, maths and the marks of its language."""
    language = source.language
    if source.kind == "api":
        works = get_relative_url("reference/bibliography/", page.url)
        html = api.tidied(html, language, works)
    elif source.kind in {"concept", "lab"}:
        link = get_relative_url("reference/glossary/", page.url)
        html = terms.linked(html, language, source.slug, link)
    elif source.kind == "reference":
        html = grids.breakable(html)
    try:
        html = maths.converted(html, source.formulas)
    except ValueError as error:
        log.warning(f"{source.place}: {error}")
    html = korean.marked(html) if language == "en" else korean.joined(html)
    return html.replace(PERMALINK, QUIET)


def _lab(
    html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> tuple[str, list[str]]:
    """A lab as a page: its HTML with slots, and the cells to fill them."""
    source = page.meta["making"].source
    try:
        prose, code = labs.split(html, source)
    except ValueError as error:
        log.warning(f"{source.place}:{error}")
        page.meta["making"].sound = False
        return "", []
    page.markdown = _expanded(f"# {source.title} {{ #lab }}\n\n{prose}", source)
    MkDocsPage.render(page, config, files)  # links, anchors and contents, as on any page
    return page.content or "", code


def _link(entry: dict[str, Any]) -> AnchorLink:
    """A heading of MkDocs' table of contents, from what is kept of it."""
    item = AnchorLink(entry["title"], entry["id"], entry["level"])
    item.children = [_link(child) for child in entry["children"]]
    return item
