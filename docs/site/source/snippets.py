"""The code that pages show: found, run alone, and its printed output compared or rewritten.

Run as a script, it rewrites the outputs on the given pages; `git diff` shows the changes.
"""

import ast
import contextlib
import io
import signal
import sys
import textwrap
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from . import fences

LIMIT = 180  # seconds for code that takes a few on a machine that is not busy
# Packages as readers know them.
NAMES = {
    "matplotlib": "Matplotlib",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "torch": "PyTorch",
}


@dataclass(frozen=True)
class Snippet:
    """A Python fence, and the fence of its printed output where one follows."""

    code: fences.Fence
    shown: fences.Fence | None


def find(text: str) -> list[Snippet]:
    """The Python fences of a page with the outputs shown right below them."""
    blocks = list(fences.find(text))
    found = []
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.info != "python":
            continue
        follows = (
            after and after.info == "text" and not text[block.end : after.start].strip()
        )
        found.append(Snippet(block, after if follows else None))
    return found


def run(snippet: Snippet, path: Path | str) -> str:
    """The output of a snippet in a fresh namespace; errors point at lines of the page."""
    # Several threads add in varying order, which would change the last digits.
    with threadpool_limits(1):
        return printed("\n" * snippet.code.line + snippet.code.source, path)


@contextlib.contextmanager
def _within_the_limit() -> Iterator[None]:
    """Stop code that runs too long; in threads no signal arrives, and there is no limit."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"the code runs longer than {LIMIT} s")

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def printed(source: str, path: Path | str, names: dict[str, Any] | None = None) -> str:
    """The output of Python code among these names, or none; a warning is an error."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings(), _within_the_limit():
        warnings.simplefilter("error")
        exec(compile(source, str(path), "exec"), names or {"__name__": "__main__"})
    return out.getvalue()


def imported(code: str) -> set[str]:
    """The packages that code imports and that do not come with Python."""
    names = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names)


def rewritten(text: str, path: Path | str) -> str:
    """The page with every shown output as the code prints it now."""
    for snippet in reversed(find(text)):
        printed = run(snippet, path)
        code, shown = snippet.code, snippet.shown
        below = ""
        if printed:
            below = textwrap.indent(f"```text\n{printed.rstrip()}\n```", code.indent)
        if shown:
            text = text[: shown.start] + below + text[shown.end :]
        elif printed:
            text = text[: code.end] + "\n\n" + below + text[code.end :]
    return text


def main(names: list[str]) -> None:
    """Rewrite the outputs in the named files and folders, and say which files changed."""
    for path in (
        p for name in names for p in [Path(name), *sorted(Path(name).rglob("*.md"))]
    ):
        if path.is_dir():
            continue
        before = path.read_text("utf-8")
        after = rewritten(before, path)
        if after != before:
            path.write_text(after, "utf-8")
            print(f"{path}: outputs rewritten")


if __name__ == "__main__":
    main(sys.argv[1:])
