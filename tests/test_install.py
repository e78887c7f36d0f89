"""The first minutes: how .venv is made and filled, and a port that is taken. No network."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import tomllib
from importlib import metadata, util
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

import install
from built import ROOT

PROJECT = """\
[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"

[project]
name = "dlnotes"
version = "1"
description = "Stands for the package in these tests"

[project.optional-dependencies]
docs = ["numpy"]
"""
# No package index, and nothing that this machine's pip is told otherwise.
OFFLINE = {
    "PATH": os.environ["PATH"],
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
}


@pytest.fixture
def project(tmp_path):
    """A package that needs NumPy, with the pinned versions that are installed here."""
    for name in ("install.py", "Makefile"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "dlnotes.py").touch()
    pins = [f"{name}=={metadata.version(name)}\n" for name in ("flit_core", "numpy")]
    (tmp_path / "constraints.txt").write_text("".join(pins), "utf-8")
    return tmp_path


def start(project):
    return subprocess.Popen(
        [sys.executable, "install.py", "docs"],
        cwd=project,
        env=OFFLINE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def environment(project, *options):
    made = [sys.executable, "-m", "venv", *options, project / ".venv"]
    subprocess.run(made, check=True)
    [packages] = project.glob(".venv/lib/*/site-packages")
    return packages


def test_half_made_environment_is_made_anew(project):
    """An environment left without python3-venv or after a kill: Python without pip."""
    environment(project, "--without-pip")
    process = start(project)
    said, error = process.communicate()
    assert process.returncode == 1
    assert said.startswith("Making .venv\n")
    assert error == (
        "Cannot reach a Python package index. Check the network, then run make again.\n"
    )
    assert list(project.glob(".venv/lib/*/site-packages/pip"))
    assert not (project / ".venv/docs").exists()


def test_nothing_asks_a_network_for_what_is_installed(project):
    packages = environment(project)
    (packages / "all.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    half = packages / f"numpy-{metadata.version('numpy')}.dist-info"
    half.mkdir()
    (half / "METADATA").write_text("Metadata-Version: 2.1\nName: numpy\n", "utf-8")
    process = start(project)
    said, error = process.communicate()
    assert process.returncode == 0, error
    assert "Making" not in said
    assert (packages / "dlnotes.pth").read_text("utf-8").strip() == str(project)
    assert (project / ".venv/docs").exists()
    assert not half.exists(), "pip was stopped before it was done with it"


def test_reason_is_what_pip_says(project):
    packages = environment(project)
    (packages / "all.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    (project / "pyproject.toml").write_text("[project", "utf-8")
    process = start(project)
    _, error = process.communicate()
    assert process.returncode == 1
    assert "network" not in error
    assert "TOMLDecodeError" in error


def test_second_make_waits_for_the_first(project):
    with (project / "constraints.txt").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = start(project)
        said = process.stdout.readline()
        assert said == "Another make is installing, and this one waits for it.\n"
        assert not (project / ".venv").exists()
        assert process.poll() is None
    said, _ = process.communicate()
    assert said.startswith("Making .venv\n")


def test_a_site_that_is_published_needs_two_archives_more(project):
    """Npm is missing, then has no network; what is there is not fetched again."""
    packages = environment(project)
    (packages / "all.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    settings = project / "pyproject.toml"
    settings.write_text(PROJECT.replace("docs =", "site ="), "utf-8")
    wheel, shim = install.ARCHIVES

    def ran(path):
        command = [sys.executable, "install.py", "site"]
        env = OFFLINE | {"PATH": str(path)}
        done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True)
        return done.returncode, done.stderr.splitlines()[0]

    tools = project / "tools"
    tools.mkdir()
    told = f"{wheel} cannot be fetched. Check the network, then run make again."
    assert ran(tools) == (1, told)
    (project / ".venv" / wheel).touch()
    told = f"npm is not here, which fetches {shim}: install Node.js."
    assert ran(tools) == (1, told)
    (tools / "npm").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tools / "npm").chmod(0o755)
    told = f"{shim} cannot be fetched. Check the network, then run make again."
    assert ran(tools) == (1, told)
    assert not (project / ".venv/site").exists()


def test_port_that_is_taken_is_told_before_anything_is_built(project):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        tools = f"BIN={Path(sys.executable).parent}"
        ran = subprocess.run(
            ["make", "-o", ".venv/docs", tools, f"PORT={port}", "serve"],
            cwd=project,
            env={k: v for k, v in os.environ.items() if not k.startswith("MAKE")},
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stdout == (
        f"Cannot serve at port {port}, which may be taken. "
        f"Choose another: make serve PORT={port + 1}\n"
    )


def test_site_installs_what_formats_its_signatures():
    """Were it installed for the tests alone, CI would test another site than readers build.

    mkdocstrings uses the first of these that it finds.
    """
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    docs = settings["project"]["optional-dependencies"]["docs"]
    for formatter in ("black", "ruff"):
        assert (util.find_spec(formatter) is not None) == (formatter in docs)


def test_pinned_versions_run_on_the_oldest_python():
    """Debian 12 has Python 3.11.2."""
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)$", pins, re.M))
    found = 0
    for name, version in pinned.items():
        about = metadata.metadata(name)
        if about["Version"].partition("+")[0] == version:  # else it is not yet renewed
            found += 1
            assert SpecifierSet(about["Requires-Python"] or "").contains("3.11.0"), name
    assert found > len(pinned) / 2
