"""The interpreter run at build, and its memory afterwards as the data of a new module.

As Wizer does: imports that every reader would wait for are made here, once. Two builds have
the same bytes, since all chance, clocks, and times of files are zero meanwhile.
"""

import struct
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import wasmtime
from wasmtime import Caller, FuncType, Memory, ValType

from . import wasm

LIBRARY = "usr/local/lib"
FIRST = "python315.zip"  # what it imports from
WASI = "wasi_snapshot_preview1"
TYPES = {"i": ValType.i32(), "l": ValType.i64()}
CHARACTERS, FOLDER, FILE = 2, 3, 4  # kinds of files
NOT_THERE = 44  # an error
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
    config = wasmtime.Config()
    config.cranelift_opt_level = "none"  # it runs for a second and is compiled for a minute
    config.cache = True
    store = wasmtime.Store(wasmtime.Engine(config))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store.set_wasi(_system(folder, files))
        compiled = wasmtime.Module(store.engine, module)
        linker = _linker(store.engine, folder / "root")
        exports: Any = linker.instantiate(store, compiled).exports(store)
        memories = [_turn(store, exports, code.encode()) for code in codes]
        return memories, (folder / "printed").read_text("utf-8")


def _turn(store: wasmtime.Store, exports: Any, code: bytes) -> bytes:
    at = exports["host_alloc"](store, len(code)) & 0xFFFFFFFF
    exports["memory"].write(store, code, at)
    if status := exports["turn"](store, at, len(code)):
        raise ValueError(f"the code of the snapshot ended with {status}")
    return bytes(exports["memory"].read(store))


def _system(folder: Path, files: Mapping[str, bytes]) -> wasmtime.WasiConfig:
    """The files that the interpreter sees."""
    root = folder / "root"
    for name, content in files.items():
        path = root / LIBRARY / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (root / "tmp").mkdir()
    system = wasmtime.WasiConfig()
    system.argv = ["/usr/local/bin/python.wasm"]
    system.stdout_file = str(folder / "printed")
    system.inherit_stderr()
    system.preopen_dir(str(root), "/")
    return system


def _linker(engine: wasmtime.Engine, root: Path) -> wasmtime.Linker:
    """What the module imports: WASI, with answers of our own where they would vary."""
    linker = wasmtime.Linker(engine)
    linker.allow_shadowing = True
    linker.define_wasi()
    for answer, types in _answers(root).items():
        kind = FuncType([TYPES[letter] for letter in types], [TYPES["i"]])
        linker.define_func(WASI, answer.__name__, kind, answer, access_caller=True)
    linker.define_func(
        "host", "call", FuncType([TYPES["i"]] * 4, [TYPES["i"]]), lambda *_: -1
    )
    return linker


def _answers(root: Path) -> dict[Callable[..., int], str]:
    """Functions of WASI, each with the types of its arguments."""

    def random_get(caller: Caller, at: int, length: int) -> int:
        return _write(caller, at, bytes(length))

    def clock_time_get(caller: Caller, clock: int, precision: int, at: int) -> int:
        return _write(caller, at, bytes(8))

    def fd_filestat_get(caller: Caller, fd: int, at: int) -> int:
        if fd < 3:  # input and output
            return _write(caller, at, _status(CHARACTERS, 0))
        return _write(caller, at, _status(FILE, 0))  # it is read to its end

    def path_filestat_get(
        caller: Caller, fd: int, flags: int, name: int, length: int, at: int
    ) -> int:
        path = root / _memory(caller).read(caller, name, name + length).decode()
        if not path.exists():
            return NOT_THERE
        kind = FOLDER if path.is_dir() else FILE
        return _write(caller, at, _status(kind, path.stat().st_size if kind == FILE else 0))

    return {
        random_get: "ii",
        clock_time_get: "ili",
        fd_filestat_get: "ii",
        path_filestat_get: "iiiii",
    }


def _write(caller: Caller, at: int, content: bytes) -> int:
    _memory(caller).write(caller, content, at & 0xFFFFFFFF)
    return 0


def _memory(caller: Caller) -> Memory:
    memory = caller["memory"]
    assert isinstance(memory, Memory)
    return memory


def _status(kind: int, size: int) -> bytes:
    """What WASI tells of a file: no device, number or time, one link."""
    return struct.pack("<16xB7xQQ24x", kind, 1, size)


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
