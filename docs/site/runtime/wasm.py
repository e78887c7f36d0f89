"""The binary format of WebAssembly, as far as the build of the runtime needs it."""

from collections.abc import Iterable, Iterator

CUSTOM, MEMORY, GLOBAL, DATA, DATA_COUNT = 0, 5, 6, 11, 12  # kinds of sections
HEAD = 8  # bytes: the magic word and the version
PAGE = 65536
Section = tuple[int, bytes]


def number(data: bytes, at: int) -> tuple[int, int]:
    """The unsigned LEB128 number at a place, and the place right after it."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def unsigned(value: int) -> bytes:
    """A number that is not negative, as LEB128."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def signed(value: int) -> bytes:
    """A number as signed LEB128."""
    out = bytearray()
    while not -64 <= value < 64:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value & 127])


def sections(module: bytes) -> Iterator[Section]:
    """The sections of a module, each with its kind."""
    at = HEAD
    while at < len(module):
        size, start = number(module, at + 1)
        yield module[at], module[start : start + size]
        at = start + size


def module(parts: Iterable[Section]) -> bytes:
    """A module of these sections."""
    found = [b"\0asm\x01\0\0\0"]
    for kind, body in parts:
        found += [bytes([kind]), unsigned(len(body)), body]
    return b"".join(found)


def mutable_globals(body: bytes) -> int:
    """How many variables a module has outside of its memory, by its section of globals.

    Only globals that begin with a plain constant are known here, as compilers write them.
    """
    count, at = number(body, 0)
    found = 0
    for _ in range(count):
        found += body[at + 1]
        if body[at + 2] not in (0x41, 0x42):  # i32.const, i64.const
            raise ValueError(f"a global begins with the instruction {body[at + 2]:#x}")
        _, at = number(body, at + 3)
        at += 1  # the end of the expression
    return found
