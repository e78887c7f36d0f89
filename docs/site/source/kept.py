"""Results kept on disk under a hash of all that they follow from.

A result is found again only while every input is the same to the byte, so that a build
with a full cache and one with an empty cache give the same site.
"""

import ast
import functools
import hashlib
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from filelock import FileLock

ROOT = Path(__file__).parents[3]
CACHE = ROOT / ".cache"
# Results that nobody asked for in this time are removed.
KEEP_DAYS = 14
# The name of a result. What else lies here is tidied by the tools that put it here.
NAME = re.compile(r"[0-9a-f]{32}(?:\.\d+\.part)?")
MEMORIES: list[Callable[[], None]] = []  # functions that empty the memories of a build
Job = tuple[str, str, Callable[[], bytes]]  # the arguments of `made`
P = ParamSpec("P")
T = TypeVar("T")


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """The function with a memory of its results, which lasts for one build."""
    memory: Any = functools.cache(make)
    MEMORIES.append(memory.cache_clear)
    remembering: Callable[P, T] = memory
    return remembering


def forget() -> None:
    """Empty all memories, so that the next build sees the files as they are."""
    for empty in MEMORIES:
        empty()


def state(*parts: str, root: Path = ROOT) -> str:
    """SHA-256 of the contents of files and folders of the project."""
    digest = hashlib.sha256()
    for path in sorted(p for part in parts for p in _files(root / part)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def code_state(*parts: str, root: Path = ROOT) -> str:
    """SHA-256 of Python files and folders without their comments and docstrings."""
    digest = hashlib.sha256()
    for path in sorted(p for part in parts for p in _files(root / part)):
        if path.suffix == ".py":
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
            digest.update(program(path.read_text("utf-8")).encode())
    return digest.hexdigest()


def tools(*files: str) -> str:
    """A name for the state of files that results follow from, and of the package's code."""
    return named(*map(_remembered_state, files), _package_state())


@remembered
def _remembered_state(part: str) -> str:
    return state(part)


@remembered
def _package_state() -> str:
    return code_state("dlnotes")


def _files(path: Path) -> list[Path]:
    found = [path, *path.rglob("*")]
    return [p for p in found if p.is_file() and "__pycache__" not in p.parts]


@functools.lru_cache(maxsize=500)
def program(source: str) -> str:
    """A name for what a program does, kept since parsing takes longer than reading."""
    name = named(sys.version, source)
    return made("programs", name, lambda: named(_bare(source)).encode()).decode()


def _bare(source: str) -> str:
    """The syntax tree of a program without its docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (
            ast.get_docstring(node) is not None
        ):
            del node.body[0]
    return ast.dump(tree)


def named(*inputs: str) -> str:
    """A name for a result that follows from these inputs."""
    digest = hashlib.sha256()
    for text in inputs:
        digest.update(f"{len(text)}\n{text}".encode())
    return digest.hexdigest()[:32]


def has(kind: str, name: str) -> bool:
    """Whether the result of this name is kept; if so, it is still in use."""
    try:
        os.utime(CACHE / kind / name)
    except FileNotFoundError:
        return False
    return True


def find(kind: str, name: str) -> bytes | None:
    """The result of this name, or None if it is not kept."""
    return (CACHE / kind / name).read_bytes() if has(kind, name) else None


def keep(kind: str, name: str, result: bytes) -> bytes:
    """Write a result under its name, whole or not at all."""
    path = CACHE / kind / name
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{name}.{os.getpid()}.part")
    part.write_bytes(result)
    part.replace(path)
    return result


def made(kind: str, name: str, make: Callable[[], bytes]) -> bytes:
    """The result of this name, made and kept if it is not there.

    One process makes it; others that ask meanwhile wait for it.
    """
    if (result := find(kind, name)) is not None:
        return result
    with FileLock(CACHE / "locks" / name):
        result = find(kind, name)
        return keep(kind, name, make()) if result is None else result


def remove_old() -> None:
    """Remove the results that have not been asked for in a long time."""
    limit = time.time() - KEEP_DAYS * 24 * 3600
    for path in CACHE.glob("*/*"):
        if NAME.fullmatch(path.name) and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
