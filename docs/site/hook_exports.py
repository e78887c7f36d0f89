"""MkDocs hook: the exports and other files that `mkdocs serve` does not make."""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime, get_relative_url

from exports import anki, copies, epub, notebooks, wheel
from exports.copies import Leaf
from frame.swap import swap
from pages import citations, content, drills, exercises, labs, written
from runtime import bundle
from runtime.bundle import Runtime
from source import facts, kept
from source.page import Page

# Files that a copy or a notebook follows from, besides those of every page.
TOOLS = ("docs/site/exports",)
serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether `mkdocs serve` runs; it puts a script of its own into every page."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Note the address of the wheel, which lies at the root."""
    own = config.extra["languages"][config.extra["language"]]["path"]
    config.extra["wheel"] = (config.site_url or "").removesuffix(own) + wheel.name()
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Wait for the runtime, whose name and sizes stand in the pages."""
    if not serving:
        config.extra["runtime"] = _runtime()
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Note the order of the pages."""
    config.extra["navigation"] = nav


def on_page_markdown(
    markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> str:
    """Fill in the address of the wheel."""
    return markdown.replace(wheel.PLACE, config.extra["wheel"])


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Name the files that lie beside a page."""
    source: Page = page.meta["making"].source
    context["copy"] = get_relative_url(copies.address(source.source), page.url)
    context["notebook"] = _notebook_name(source)
    if runtime := config.extra.get("runtime"):
        above = _depth(config) + page.url.removeprefix("./").count("/")
        context["runtime"] = "../" * above + runtime.folder
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> None:
    """Write the Markdown copy and the notebook of a page."""
    source: Page = page.meta["making"].source
    if serving or not page.meta["making"].sound:
        return
    address = page.canonical_url or ""
    inputs = content.follows_from(source, config.site_url or ""), kept.tools(*TOOLS)
    copy = kept.made(
        "copies", kept.named(*inputs), lambda: _copy(source, address, config).encode()
    )
    _write(Path(config.site_dir, copies.address(source.source)), copy)
    if name := _notebook_name(source):
        book = kept.made(
            "copies",
            kept.named(*inputs, name),
            lambda: _notebook(source, address, config).encode(),
        )
        _write(Path(page.file.abs_dest_path).with_name(name), book)


def _copy(source: Page, address: str, config: MkDocsConfig) -> str:
    text = labs.markdown(source) if source.kind == "lab" else source.markdown
    text = written.placed(text, source, live=False)
    text = drills.placed(text, source, live=False)
    text = exercises.placed(text, source, live=False)
    text = text.replace(wheel.PLACE, config.extra["wheel"])
    below = f"{config.site_name} · <{address}> · {config.copyright}"
    return copies.text(text, source, below)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the list of copies, the book and the cards of a language."""
    _state_version(Path(config.site_dir, "objects.inv"))
    if serving:
        return
    site, address = Path(config.site_dir), config.site_url or ""
    language = config.extra["language"]
    title, description = config.site_name, config.site_description or ""
    outline = list(_outline(config.extra["navigation"].items))
    index = copies.index(title, description, outline, address)
    (site / "llms.txt").write_text(index, "utf-8")
    about = epub.About(
        address, language, title, description, config.copyright or "", get_build_datetime()
    )
    epub.write(site / f"dlnotes-{language}.epub", site, outline, about)
    anki.write(site / f"dlnotes-{language}.apkg", language, address, get_build_datetime())


@kept.remembered
def _runtime() -> Runtime:
    """The Python that runs code in the browser, the same for all languages."""
    return bundle.opened(kept.made(*bundle.job()))


def _depth(config: MkDocsConfig) -> int:
    """How many folders the site of a language lies below the root."""
    path: str = config.extra["languages"][config.extra["language"]]["path"]
    return path.count("/")


def _state_version(inventory: Path) -> None:
    """Write the package's version into the inventory, where mkdocstrings has none."""
    if not inventory.exists():  # since every API page has a fault
        return
    text = inventory.read_bytes().decode("latin-1")  # which reads compressed bytes too
    text = swap(text, "# Version: 0.0.0\n", f"# Version: {facts.version()}\n", 1)
    inventory.write_bytes(text.encode("latin-1"))


def _notebook_name(page: Page) -> str | None:
    if page.kind == "lab":
        return f"{page.chapter}.ipynb"
    return f"{posixpath.basename(page.slug)}.ipynb" if page.kind == "concept" else None


def _notebook(page: Page, address: str, config: MkDocsConfig) -> str:
    works = posixpath.join(config.site_url or "", "reference/bibliography/")
    return notebooks.text(
        notebooks.cells(page),
        address,
        config.extra["wheel"],
        page.language,
        lambda prose: citations.cite(prose, page.language, works),
    )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _outline(
    items: Iterable[StructureItem], chapter: str = ""
) -> Iterator[tuple[str, list[Leaf]]]:
    """The pages of the navigation by chapter."""
    leaves = [
        Leaf(i.title or "", i.file.src_uri, i.url, i.meta.get("description", ""))
        for i in items
        if isinstance(i, MkDocsPage)
    ]
    if leaves:
        yield chapter, leaves
    for section in (item for item in items if isinstance(item, Section)):
        inner = " · ".join(filter(None, [chapter, section.title]))
        yield from _outline(section.children, inner)
