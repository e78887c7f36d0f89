"""The hooks: the date of a build, live reload, what a kept page follows from."""

import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock
from mkdocs.exceptions import Abort

import hook_exports
import hook_frame
import hook_languages
from source import formulas, kept

GIT = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]


def test_date_of_a_build_is_that_of_its_commit(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-02T03:04:05Z")
    inside = tmp_path / "inside"
    inside.mkdir()

    def date(root, given=None):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given or "")
        if not given:
            monkeypatch.delenv("SOURCE_DATE_EPOCH")
        extra = {"language": "ko", "languages": ["ko"]}
        path = root / "mkdocs.yml"
        hook_languages.on_config(SimpleNamespace(config_file_path=path, extra=extra))
        return os.environ["SOURCE_DATE_EPOCH"]

    assert date(tmp_path) == "0", "there is no repository"
    subprocess.run([*GIT, "init", "--quiet"], check=True)
    assert date(tmp_path) == "0", "there is no commit"
    subprocess.run([*GIT, "commit", "--quiet", "--allow-empty", "--message=x"], check=True)
    assert date(tmp_path) == "1767323045"
    assert date(tmp_path, given="5") == "5"
    assert date(inside) == "0", "the repository is another's"


def test_every_language_is_built_by_the_command_that_was_given(monkeypatch):
    """A build within `mkdocs serve` lets the script of the live reload through."""
    given = []
    plugins = SimpleNamespace(
        on_startup=lambda command, dirty: given.append(command), on_shutdown=lambda: None
    )
    monkeypatch.setattr(hook_languages, "build", lambda config: None)
    monkeypatch.setattr(hook_languages, "started", "build")
    for command in ("serve", "serve"):
        hook_languages.on_startup(command, dirty=False)
        hook_languages._build(SimpleNamespace(plugins=plugins))
    assert given == ["serve", "serve"]
    hook_exports.on_startup("serve", dirty=False)
    assert hook_exports.serving
    hook_exports.on_startup("build", dirty=False)
    assert not hook_exports.serving


@pytest.mark.parametrize("code", [0, 1])
def test_a_language_that_fails_fails_the_build(code):
    process = multiprocessing.Process(target=sys.exit, args=(code,))
    process.start()
    if code:
        with pytest.raises(Abort, match="language en has failed"):
            hook_languages._wait_for("en", process)
    else:
        hook_languages._wait_for("en", process)


def test_second_build_waits_for_the_first(tmp_path, monkeypatch):
    monkeypatch.setattr(hook_languages, "started", "build")
    monkeypatch.setattr(hook_languages, "BUILDING", FileLock(tmp_path / "lock"))
    second = threading.Thread(target=hook_languages.on_startup, args=("build", False))
    with FileLock(tmp_path / "lock"):
        second.start()
        second.join(0.5)
        assert second.is_alive()
    second.join(10)
    assert not second.is_alive()


@pytest.fixture
def rebuilt(monkeypatch, tmp_path):
    """The builds that `mkdocs serve` makes after a change of some parts."""
    config = SimpleNamespace(extra={"languages": {"ko": {}, "en": {}}}, site_dir=tmp_path)
    done = []

    def build(own):
        done.append((own.language, "alone" in own.extra))
        Path(own.site_dir, f"{own.language}.html").write_text("new", "utf-8")

    def configured(config, language):
        place = tmp_path / language
        return SimpleNamespace(language=language, extra={}, site_dir=str(place))

    monkeypatch.setattr(hook_languages, "_build", build)
    monkeypatch.setattr(hook_languages, "_configured", configured)
    monkeypatch.setattr(os, "execv", lambda *command: done.append("anew"))

    def change(*parts):
        done.clear()
        before = dict.fromkeys(["tools", "package", "rest", "ko", "en"], "1")
        after = before | dict.fromkeys(parts, "2")
        monkeypatch.setattr(hook_languages, "_states", lambda config: after)
        hook_languages._rebuild(config, lambda: done.append("all"), before)
        assert before == after, "the next change is compared with this state"
        return list(done)

    return change


def test_a_save_builds_the_language_that_was_saved(rebuilt, tmp_path):
    assert rebuilt("en") == [("en", True)]
    assert (tmp_path / "en" / "en.html").exists()
    assert rebuilt("ko") == [("ko", True)]
    assert rebuilt("ko", "en") == ["all"]
    assert rebuilt("rest") == ["all"], "a table or a figure"


@pytest.fixture
def package():
    """The modules of the package, which other tests hold, put back afterwards."""
    names = [name for name in sys.modules if name.partition(".")[0] == "dlnotes"]
    modules = {name: sys.modules[name] for name in names}
    yield
    sys.modules.update(modules)
    formulas.functions.cache_clear()


def test_a_change_of_the_package_has_it_read_again(rebuilt, package):
    before = formulas.functions()
    assert rebuilt("rest", "ko") == ["all"]
    assert formulas.functions() is before
    assert rebuilt("package") == ["all"]
    assert formulas.functions()["softmax"] is not before["softmax"]


def test_a_build_sees_the_tables_as_they_are(monkeypatch, tmp_path):
    """The second language sees what the first has read."""
    monkeypatch.chdir(tmp_path)
    read = []
    table = kept.remembered(lambda: read.append(1))
    for language in ("ko", "en", "ko"):
        extra = {"language": language, "languages": ["ko", "en"]}
        path = tmp_path / "mkdocs.yml"
        hook_languages.on_config(SimpleNamespace(config_file_path=path, extra=extra))
        table()
    assert len(read) == 2


PAGE = ("content", "toc", "url", "canonical_url", "edit_url")
CONTEXT = ("about", "alternates", "copy", "notebook", "runtime", "trust")
OTHER = ("nav", "meta", "language", "repo")


def test_a_kept_page_follows_from_all_that_it_shows():
    """Its article, headings, addresses, neighbours, facts, language and theme."""

    def name(**changed):
        given = dict.fromkeys([*PAGE, *CONTEXT, *OTHER], "") | {"toc": []} | changed
        page = SimpleNamespace(**{part: given[part] for part in PAGE})
        source = SimpleNamespace(meta=given["meta"])
        page.meta = {"making": SimpleNamespace(source=source)}
        return hook_frame._name(given, page, SimpleNamespace(nav=given["nav"], extra=given))

    heading = SimpleNamespace(title="t", id="i", level=2, children=[])
    parts = [*PAGE, *CONTEXT, *OTHER]
    names = {name(**{p: [heading] if p == "toc" else "new"}) for p in parts}
    assert len({*names, name()}) == len(parts) + 1


def test_changed_tools_start_anew(rebuilt):
    assert rebuilt("tools", "ko")[0] == "anew"
