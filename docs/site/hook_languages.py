"""MkDocs hook: one `mkdocs build` or `mkdocs serve` makes every language.

The configuration at the root builds the first language; each further one in
`extra.languages` is an ordinary site of its own, built afterwards into its folder.
"""

import functools
import importlib
import logging
import multiprocessing
import os
import posixpath
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from exports import folder, wheel
from frame import policy
from pages import beside, figures, labs, sheets
from runtime import bundle
from source import drills, formulas, kept, numbers, page

log = logging.getLogger("mkdocs.hooks.languages")
started: Literal["serve", "build", "gh-deploy"] = "build"
BUILDING = FileLock(kept.CACHE / "building.lock")
TOOLS = ("docs/site", "mkdocs.yml", "mkdocs.en.yml")
OTHERS = ("docs/data", "docs/exercises", "docs/figures", "docs/labs")


def on_startup(command: Literal["serve", "build", "gh-deploy"], dirty: bool) -> None:
    """Note the command, and wait while another build writes to the same folder."""
    global started
    started = command
    # A server writes to a folder of its own; another language belongs to this build.
    if command == "build" and not multiprocessing.parent_process():
        _wait_for_others()


def _wait_for_others() -> None:
    """Hold a lock until this process ends; while another process has it, wait."""
    kept.CACHE.mkdir(exist_ok=True)
    try:
        BUILDING.acquire(blocking=False)
    except Timeout:
        log.info("Another build is running, and this one waits for it")
        BUILDING.acquire()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build, and fix what would make two differ: their folder and their date."""
    if _begins(config):
        kept.forget()
    os.chdir(_root(config))
    os.environ.setdefault("SOURCE_DATE_EPOCH", _commit_time() or "0")
    return config


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Once the site's folder is empty, begin the other languages, and what is not kept."""
    if not _begins(config):
        return
    config.extra["others"] = _started(config) if _side_by_side() else {}
    written = page.pages(config.extra["language"]).values()
    for path in sheets.unused():
        log.warning(f"{path.relative_to(kept.ROOT)}:1: no page shows this exercise")
    runtime = _runtime() if started != "serve" else []  # it takes longest
    executed = [labs.job(lab.path) for lab in written if lab.kind == "lab"]
    scripts = (script for page in written for script in figures.scripts(page))
    drawn = map(figures.job, filter(Path.exists, scripts))
    lessons = (lesson for lesson in written if lesson.kind == "concept")
    rivals = (job for lesson in lessons for job in drills.jobs(lesson))  # soon done
    worked = (job for one in written for job in numbers.jobs(one))
    beside.begin([*runtime, *rivals, *worked, *executed, *drawn])


def _side_by_side() -> bool:
    """Whether the languages are built at once; a server mostly builds one."""
    return started != "serve" and sys.platform == "linux"  # elsewhere forks may crash


def _started(config: MkDocsConfig) -> dict[str, BaseProcess]:
    """The builds of the other languages, begun in processes of their own."""
    fork = multiprocessing.get_context("fork")  # all that a build needs is loaded
    processes: dict[str, BaseProcess] = {}
    for language, own in _others(config).items():
        processes[language] = fork.Process(target=_build, args=(own,), daemon=True)
        processes[language].start()
    return processes


def _runtime() -> list[kept.Job]:
    """The making of the Python that runs code in the browser."""
    try:
        return [bundle.job()]
    except FileNotFoundError as error:
        needs = "`make site` installs what it needs."
        raise Abort(f"No Python for the browser: {error}. {needs}") from error


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """After the first language, wait for the others or build them, then what all share."""
    if not _begins(config) or config.extra.get("alone"):
        return
    kept.remove_old()
    for language, other in _others(config).items():
        _warn_of_missing(config.docs_dir, other.docs_dir)
        if process := config.extra["others"].get(language):
            _wait_for(language, process)
        else:
            _build(other)
    if started != "serve":
        _write_shared(config)


def _write_shared(config: MkDocsConfig) -> None:
    """Write what the languages share, once all of them are built."""
    site = Path(config.site_dir)
    policy.write(site)
    wheel.write(site)
    config.extra["runtime"].write(site)
    folder.pack(site, config.site_url or "", site / "dlnotes.zip")


def _warn_of_missing(*folders: str) -> None:
    """Warn of each page that has no twin in the other language."""
    first, second = map(_pages, folders)
    for path in sorted(first ^ second):
        [missing] = [place for place in folders if not Path(place, path).exists()]
        log.warning(f"{path}: has no twin in {os.path.relpath(missing)}")


def _wait_for(language: str, process: BaseProcess) -> None:
    process.join()
    if process.exitcode:
        raise Abort(f"The build of the language {language} has failed.")


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Serve all languages, and build again only the language that was saved."""
    addresses = [config.site_url]
    for other in _others(config).values():
        server.watch(other.config_file_path)
        server.watch(other.docs_dir)
        addresses.append(other.site_url)
    importlib.import_module(beside.LIBRARIES[0])  # the first change of a figure needs it
    names = [entry["name"] for entry in config.extra["languages"].values()]
    for name, address in zip(names, addresses, strict=True):
        log.info(f"{name}: {address}")
    seen = _states(config)
    server.builder = functools.partial(_rebuild, config, builder, seen)
    return server


def _states(config: MkDocsConfig) -> dict[str, str]:
    """The states of the tools, the package, each language, and the rest."""
    parts = {"tools": TOOLS, "package": ("dlnotes",), "rest": OTHERS}
    parts |= {name: (f"docs/{name}",) for name in config.extra["languages"]}
    return {name: kept.state(*files) for name, files in parts.items()}


def _rebuild(
    config: MkDocsConfig, builder: Callable[[], None], seen: dict[str, str]
) -> None:
    """Build again what has changed since the last build."""
    now = _states(config)
    changed = [part for part in now if now[part] != seen[part]]
    seen.update(now)
    if "package" in changed:
        _forget_package()
    if "tools" in changed:
        log.info("The tools of the site have changed: starting anew")
        shutil.rmtree(config.site_dir)
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    if len(changed) != 1 or changed[0] not in config.extra["languages"]:
        builder()
        return
    [language] = changed
    with tempfile.TemporaryDirectory() as stage:
        own = _configured(config, language)
        place, own.site_dir = own.site_dir, stage
        own.extra["alone"] = True
        _build(own)
        shutil.copytree(stage, place, dirs_exist_ok=True)


def _forget_package() -> None:
    """Have the functions read again, as they are now."""
    formulas.functions.cache_clear()
    for name in [name for name in sys.modules if name.split(".")[0] == "dlnotes"]:
        del sys.modules[name]


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Name the addresses of a page in all languages."""
    context["alternates"] = _alternates(config, page.url.removeprefix("./"))
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Name the addresses of the site in all languages."""
    context["alternates"] = _alternates(config, "")
    context["alternates_of"] = lambda url: _alternates(config, url.removeprefix("./"))
    return context


def _commit_time() -> str:
    """The time of the last commit, in seconds since 1970; empty without git."""
    if not (Path(".git").exists() and shutil.which("git")):
        return ""
    command = ["git", "log", "-1", "--format=%ct"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout.strip()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _begins(config: MkDocsConfig) -> bool:
    """Whether this language is the first of a build."""
    first = next(iter(config.extra["languages"]))
    return config.extra["language"] == first or "alone" in config.extra


def _others(config: MkDocsConfig) -> dict[str, MkDocsConfig]:
    """The configurations of the languages after the first."""
    names = list(config.extra["languages"])[1:]
    return {language: _configured(config, language) for language in names}


def _configured(config: MkDocsConfig, language: str) -> MkDocsConfig:
    """The configuration of a language of the site that `config` builds."""
    entry = config.extra["languages"][language]
    own = load_config(
        str(_root(config) / entry["config"]),
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    own.site_dir = os.path.join(config.site_dir, entry["path"].rstrip("/"))
    own.site_url = posixpath.join(config.site_url or "", entry["path"])
    return own


def _build(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command=started, dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _pages(docs_dir: str) -> set[str]:
    root = Path(docs_dir)
    return {path.relative_to(root).as_posix() for path in root.rglob("*.md")}


def _alternates(config: MkDocsConfig, url: str) -> list[dict[str, str]]:
    """A page's address in every language: `href` from this site's root, `url` absolute."""
    languages = config.extra["languages"]
    own = languages[config.extra["language"]]["path"]
    top = (config.site_url or "").removesuffix(own)
    return [
        {
            "lang": language,
            "name": entry["name"],
            "href": "../" * own.count("/") + entry["path"] + url,
            "url": top + entry["path"] + url,
        }
        for language, entry in languages.items()
    ]
