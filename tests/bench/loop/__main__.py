"""How long an author waits, in a copy of the project: `python tests/bench/loop`.

Builds of the whole site, from nothing and unchanged; and the time from a save to the moment
when `mkdocs serve` hands out the changed page.
"""

import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path += [str(ROOT / "tests"), str(ROOT / "docs" / "site")]

from built import copy

# A file, a text in it and its new text, and the address that shows the change.
SAVES = {
    "saved sentence": (
        "docs/ko/activations/softmax.md",
        "점수",
        "점수 1",
        "activations/softmax/",
    ),
    "changed figure": (
        "docs/figures/activations/temperature.py",
        "온도 T",
        "온도 T 1",
        "activations/softmax/",
    ),
    "changed style": (
        "docs/site/theme/assets/site.css",
        "{",
        "{ /* 1 */",
        "assets/site.css",
    ),
    "changed docstring": (
        "dlnotes/activations/_softmax.py",
        "Probabilities",
        "Probabilities 1",
        "api/activations/",
    ),
}
GOALS = {
    "cold build": 30,
    "unchanged build": 10,
    "saved sentence": 2,
    "changed figure": 3,
    "changed style": 10,
    "changed docstring": 10,
}


def main() -> None:
    """Print every wait beside its goal."""
    with tempfile.TemporaryDirectory() as folder:
        for name, seconds in waits(copy(Path(folder, "project"))):
            mark = "" if seconds <= GOALS[name] else "  beyond the goal"
            print(f"{name:18} {seconds:6.2f} s  (goal {GOALS[name]} s){mark}", flush=True)


def waits(project):
    """Each wait: its name and its seconds."""
    for name in ("cold build", "unchanged build"):
        yield name, built(project)
    with served(project) as address:
        for name, (path, old, new, shown) in SAVES.items():
            yield name, saved(project / path, old, new, address + shown)


def built(project):
    """Seconds that `make site` takes once everything is installed."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=project, env=environment(project), check=True)
    return time.perf_counter() - start


def environment(project):
    """Settings under which the copy's own package is found."""
    return os.environ | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}


@contextlib.contextmanager
def served(project):
    """The address at which `mkdocs serve` shows the copy."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=project, env=environment(project), stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: read(address))
        time.sleep(2)  # the watcher looks around
        yield address
    finally:
        server.terminate()
        server.wait()


def saved(path, old, new, address):
    """Seconds from a save to the changed page."""
    before = read(address)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    start = time.perf_counter()
    until(lambda: read(address) not in {before, None})
    return time.perf_counter() - start


def read(address):
    """The text at an address, without the count of its reloads; None if it fails."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            text = answer.read().decode()
    except OSError:
        return None
    return re.sub(r"livereload\(\d+, \d+\)", "", text)


def until(condition, seconds=120):
    """Wait until a condition holds."""
    limit = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > limit:
            sys.exit("waited in vain")
        time.sleep(0.02)


main()
