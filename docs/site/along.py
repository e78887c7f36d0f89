"""MkDocs hook: what readers take along, beside each page and of the whole site."""

import posixpath
from pathlib import Path

from mkdocs.utils import get_relative_url

import books
import data
import labs
import notebooks
import offline
import reference
import twins
from exports import wheel


def on_config(config):
    own = config.extra["languages"][config.extra["language"]]["path"]
    config.extra["wheel"] = config.site_url.removesuffix(own) + wheel.name()
    return config


def on_nav(nav, config, files):
    config.extra["navigation"] = nav  # the order of the pages


def on_page_markdown(markdown, page, config, files):
    return markdown.replace(wheel.PLACE, config.extra["wheel"])


def on_page_context(context, page, config, nav):
    source = Path(page.file.src_uri)
    context["twin"] = get_relative_url(twins.address(source.as_posix()), page.url)
    if source.suffix == ".py":
        context["notebook"] = f"{source.parent.name}.ipynb"
    elif page.meta.get("concepts"):
        context["notebook"] = f"{source.stem}.ipynb"
    page.notebook = context.get("notebook")
    return context


def on_post_page(output, page, config):
    if page.sound:
        _twin(page, config)
        if page.notebook:
            _notebook(page, config)


def on_post_build(config):
    site, address = Path(config.site_dir), config.site_url
    language, languages = config.extra["language"], config.extra["languages"]
    title, description = config.site_name, config.site_description
    outline = list(_outline(config.extra["navigation"].items))
    index = twins.index(title, description, outline, address)
    (site / "llms.txt").write_text(index, "utf-8")
    about = {"description": description, "rights": config.copyright}
    book = books.write(site, address, outline, language, title, about)
    (site / f"dlnotes-{language}.epub").write_bytes(book)
    if language == list(languages)[-1]:  # all are there
        own = languages[language]["path"]
        root = site.joinpath(*[".."] * own.count("/")).resolve()
        wheel.write(root)
        offline.pack(root, address.removesuffix(own), root / "dlnotes.zip")


def _twin(page, config):
    source, path = page.file.src_uri, Path(page.file.abs_src_path)
    text = labs.markdown(path) if path.suffix == ".py" else _text(path)
    text = text.replace(wheel.PLACE, config.extra["wheel"])
    below = f"{config.site_name} · <{page.canonical_url}> · {config.copyright}"
    twin = twins.write(text, source, config.extra["language"], below)
    _write(Path(config.site_dir, twins.address(source)), twin)


def _notebook(page, config):
    language, path = config.extra["language"], Path(page.file.abs_src_path)
    works = posixpath.join(config.site_url, "reference/bibliography/")
    if path.suffix == ".py":
        cells = notebooks.of_lab(path, language)
    else:
        cells = notebooks.of_page(_text(path), language)
    book = notebooks.write(
        cells,
        page.canonical_url,
        config.extra["wheel"],
        language,
        lambda prose: reference.cite(prose, language, works),
    )
    _write(Path(page.file.abs_dest_path).with_name(page.notebook), book)


def _text(path):
    return data.FRONT.sub("", path.read_text("utf-8"))


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _outline(items, chapter=""):
    """The pages of the navigation by chapter."""
    leaves = [
        twins.Leaf(i.title, i.file.src_uri, i.url, i.meta.get("description", ""))
        for i in items
        if i.is_page
    ]
    if leaves:
        yield chapter, leaves
    for section in (item for item in items if item.is_section):
        inner = " · ".join(filter(None, [chapter, section.title]))
        yield from _outline(section.children, inner)
