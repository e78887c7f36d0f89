"""MkDocs hook: one `mkdocs build` or `mkdocs serve` makes every language.

The configuration at the root builds the first language; each further one in
`extra.languages` is an ordinary site of its own, built afterwards into its folder.
"""

import logging
import os
import posixpath
import shutil
import subprocess
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority

log = logging.getLogger("mkdocs.hooks.languages")
SOURCES = {".md", ".py"}


def on_config(config):
    """Fix what would make two builds differ: the folder they start in, and the date."""
    os.chdir(_root(config))
    os.environ.setdefault("SOURCE_DATE_EPOCH", _commit_time() or "0")
    return config


@event_priority(-100)
def on_post_build(config):
    if not _is_first(config):
        return
    for other in _others(config):
        for path in sorted(_pages(config.docs_dir) ^ _pages(other.docs_dir)):
            missing = [
                d for d in (config.docs_dir, other.docs_dir) if not Path(d, path).exists()
            ]
            log.warning(f"{path}: has no twin in {os.path.relpath(missing[0])}")
        other.plugins.on_startup(command="build", dirty=False)
        try:
            build(other)
        finally:
            other.plugins.on_shutdown()


def on_serve(server, config, builder):
    addresses = [config.site_url]
    for other in _others(config):
        server.watch(other.config_file_path)
        server.watch(other.docs_dir)
        addresses.append(other.site_url)
    names = [entry["name"] for entry in config.extra["languages"].values()]
    for name, address in zip(names, addresses, strict=True):
        log.info(f"{name}: {address}")
    return server


def on_page_context(context, page, config, nav):
    context["alternates"] = _alternates(config, page.url.removeprefix("./"))
    return context


def on_template_context(context, template_name, config):
    context["alternates"] = _alternates(config, "")
    context["alternates_of"] = lambda url: _alternates(config, url.removeprefix("./"))
    return context


def _commit_time():
    """When the sources were committed, in seconds since 1970; empty without git."""
    if not (Path(".git").exists() and shutil.which("git")):
        return ""
    command = ["git", "log", "-1", "--format=%ct"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout.strip()


def _root(config):
    return Path(config.config_file_path).parent


def _is_first(config):
    return config.extra["language"] == next(iter(config.extra["languages"]))


def _others(config):
    """The configurations of the languages after the first."""
    for entry in list(config.extra["languages"].values())[1:]:
        other = load_config(
            str(_root(config) / entry["config"]),
            strict=config.strict,
            use_directory_urls=config.use_directory_urls,
        )
        other.site_dir = os.path.join(config.site_dir, entry["path"].rstrip("/"))
        other.site_url = posixpath.join(config.site_url, entry["path"])
        yield other


def _pages(docs_dir):
    root = Path(docs_dir)
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.suffix in SOURCES
    }


def _alternates(config, url):
    """A page's address in every language: `href` from this site's root, `url` absolute."""
    languages = config.extra["languages"]
    own = languages[config.extra["language"]]["path"]
    top = config.site_url.removesuffix(own)
    return [
        {
            "lang": language,
            "name": entry["name"],
            "href": "../" * own.count("/") + entry["path"] + url,
            "url": top + entry["path"] + url,
        }
        for language, entry in languages.items()
    ]
