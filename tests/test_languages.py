"""The date of a build, which follows from its sources."""

import os
import subprocess
from types import SimpleNamespace

import languages

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
        languages.on_config(SimpleNamespace(config_file_path=root / "mkdocs.yml"))
        return os.environ["SOURCE_DATE_EPOCH"]

    assert date(tmp_path) == "0", "there is no repository"
    subprocess.run([*GIT, "init", "--quiet"], check=True)
    assert date(tmp_path) == "0", "there is no commit"
    subprocess.run([*GIT, "commit", "--quiet", "--allow-empty", "--message=x"], check=True)
    assert date(tmp_path) == "1767323045"
    assert date(tmp_path, given="5") == "5"
    assert date(inside) == "0", "the repository is another's"
