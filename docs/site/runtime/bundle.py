"""The runtime as the site serves it: a folder that is named by a hash of what it holds."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from source import facts, kept

from . import library, parts

HERE = Path(__file__).parent
PACKAGE = facts.DOCS.parent / "dlnotes"
# What the kept files follow from; parts.py has the hashes of what others made.
CHECKER = ("formula.py", "formulas", "speech", "dialect.py", "fences.py")  # of formulas
SOURCE = HERE.parent / "source"
TOOLS = (
    *("constraints.txt", "dlnotes", "docs/site/runtime"),
    *(f"docs/site/source/{name}" for name in CHECKER),
)
KIND = "runtime"
STANDARD = "import sys; print(*sorted(sys.stdlib_module_names))"
# Imported before the memory is copied: what pages import, and what errors are told with.
FIRST = """
import sys
for finder in sys.path_importer_cache.values():
    getattr(finder, "invalidate_caches", int)()
sys.path_importer_cache.clear()  # they have the list of the delivered library
import {modules}
driver.prepare()
source.formula.answer("y = x", "x for x in R")  # so that tables and functions are there
"""
ALWAYS = (
    *("driver", "functools", "itertools", "math", "numpy.linalg", "numpy.random"),
    "source.formula",
)


@dataclass(frozen=True)
class Runtime:
    """The files of the runtime by name."""

    files: dict[str, bytes]

    @property
    def folder(self) -> str:
        """The address below the root of the site."""
        digest = hashlib.sha256()
        for name, content in sorted(self.files.items()):
            digest.update(f"{name} {len(content)}\n".encode() + content)
        return f"run/{digest.hexdigest()[:12]}/"

    @property
    def size(self) -> int:
        """How many bytes the first run fetches."""
        return len(self.files["python.bin"])

    def write(self, site: Path) -> None:
        """Write the files into a site."""
        for name, content in self.files.items():
            path = site / self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


@kept.remembered
def made() -> Runtime:
    """The runtime with this package; `FileNotFoundError` where a part is not installed."""
    files = {f"shim/{name}": content for name, content in parts.shim()}
    files["worker.js"] = (HERE / "worker.js").read_bytes()
    name = kept.named(kept.state(*TOOLS))
    files["library.bin"] = kept.made(KIND, f"{name}.library", _library)
    files["licences.txt"] = kept.made(KIND, f"{name}.licences", _licences)
    packed = kept.made(KIND, f"{name}.python", lambda: _python(files["library.bin"]))
    files["python.bin"] = packed
    for path in (kept.CACHE / KIND).glob("*"):  # each is as large as the rest of a cache
        if not path.name.startswith(name):
            path.unlink(missing_ok=True)
    return Runtime(files)


def _licences() -> bytes:
    return parts.licences().encode()


def _library() -> bytes:
    own = {"driver.py": (HERE / "driver.py").read_bytes()}
    for path in sorted(PACKAGE.rglob("*.py")):
        own[path.relative_to(PACKAGE.parent).as_posix()] = path.read_bytes()
    own["source/__init__.py"] = b""
    for path in sorted(path for name in CHECKER for path in _files(SOURCE / name)):
        own[path.relative_to(SOURCE.parent).as_posix()] = path.read_bytes()
    from . import snapshot  # needs wasmtime, which `make serve` does without

    module, delivered = snapshot.bare(parts.interpreter()), parts.modules()
    _, standard = snapshot.run(module, delivered, STANDARD)
    return library.cut(delivered, [*standard.split(), "numpy"], own)


def _files(path: Path) -> list[Path]:
    """A file, or the modules and tables of a folder."""
    return [path] if path.is_file() else [*path.glob("*.py"), *path.glob("*.csv")]


def _python(archive: bytes) -> bytes:
    from . import snapshot

    public = sorted(path for path in PACKAGE.glob("[a-z]*") if path.name != "py.typed")
    modules = [*ALWAYS, *(f"{PACKAGE.name}.{path.stem}" for path in public)]
    module = snapshot.bare(parts.interpreter())
    first = FIRST.format(modules=", ".join(modules))
    memory, _ = snapshot.run(module, archive, first)
    return gzip.compress(snapshot.with_memory(module, memory), 9, mtime=0)
