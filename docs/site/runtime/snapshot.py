"""The interpreter run at build, and its memory afterwards as the data of a new module.

As Wizer does: imports that every reader would wait for are made here, once. Node.js runs
the very script that runs the interpreter in the browser.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from . import parts, wasm

SCRIPT = "memories.js"
SCRIPTS = ("interpreter.js", SCRIPT)
LIBRARY = "usr/local/lib"
FIRST = "python315.zip"  # what it imports from
STEP = 4096  # bytes: the smallest piece of memory that is left out if it is all zeros
# The delivered module has two passive segments, both empty, that its code names by number.
PASSIVE = b"\x01\x00"
UNLIMITED = b"\x01\x00"  # one memory that may grow


def bare(module: bytes) -> bytes:
    """A module without the names of its functions, which keeps all its state in memory."""
    parts = [(kind, body) for kind, body in wasm.sections(module) if kind != wasm.CUSTOM]
    if wasm.mutable_globals(dict(parts)[wasm.GLOBAL]) != 1:  # the stack pointer
        raise ValueError("the module has variables outside of its memory")
    return wasm.module(parts)


def with_memory(module: bytes, memory: bytes) -> bytes:
    """A module that begins with this memory."""
    segments = list(_segments(memory))
    count = wasm.unsigned(len(segments) + 2)
    new = {
        wasm.MEMORY: UNLIMITED + wasm.unsigned(len(memory) // wasm.PAGE),
        wasm.DATA: count + 2 * PASSIVE + b"".join(segments),
        wasm.DATA_COUNT: count,
    }
    return wasm.module((kind, new.get(kind, body)) for kind, body in wasm.sections(module))


def run(module: bytes, files: Mapping[str, bytes], *codes: str) -> tuple[list[bytes], str]:
    """The memory after each Python code that one interpreter runs, and what they printed.

    The files lie in a folder of the interpreter, LIBRARY.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in _needed(module, files, codes):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        command = [_node(), SCRIPT]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if ran.returncode:
            raise ValueError(f"no memory of Python was made:\n{ran.stderr}")
        count = range(len(codes))
        return [(folder / f"memory{i}").read_bytes() for i in count], ran.stdout


def _needed(
    module: bytes, files: Mapping[str, bytes], codes: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """The files that the script reads."""
    yield "package.json", b'{"type": "module"}'
    yield "python.wasm", module
    yield "codes.json", json.dumps(codes).encode()
    for name in SCRIPTS:
        yield name, Path(__file__).with_name(name).read_bytes()
    for name, content in parts.shim():
        yield f"shim/{name}", content
    for name, content in files.items():
        yield f"lib/{name}", content


def _node() -> str:
    """The Node.js of playwright, since that of most machines is too old for the module."""
    node, _ = compute_driver_executable()
    return node


def _segments(memory: bytes) -> Iterator[bytes]:
    """Active segments for the parts of a memory that are not all zeros."""
    zeros, start = bytes(STEP), None
    for at in range(0, len(memory) + 1, STEP):
        empty = at >= len(memory) or memory[at : at + STEP] == zeros
        if empty and start is not None:
            place = b"\x00\x41" + wasm.signed(start) + b"\x0b"
            yield place + wasm.unsigned(at - start) + memory[start:at]
            start = None
        elif not empty and start is None:
            start = at
