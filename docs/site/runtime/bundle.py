"""The runtime as the site serves it: a folder that is named by a hash of what it holds."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from source import facts, kept

from . import library, parts, snapshot

HERE = Path(__file__).parent
MORE = "/usr/local/lib/more"
PACKAGE = facts.DOCS.parent / "dlnotes"
STYLE = "docs/site/source/style.py"
# What the kept files follow from; parts.py has the hashes of what others made.
TOOLS = ("constraints.txt", "dlnotes", "docs/site/runtime", STYLE)
IN_BROWSER = (HERE / "driver.py", HERE / "pictures.py", facts.DOCS.parent / STYLE)
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
"""
ALWAYS = ("driver", "functools", "itertools", "math", "numpy.linalg", "numpy.random")
# The same for scikit-learn and Matplotlib. Their data lie in a folder beside the modules:
# it is kept in the memory, since the browser has no such folder before a run.
SECOND = f"""
import importlib.util, sys
sys.path.append("/{snapshot.LIBRARY}/more.zip")
found = importlib.util.find_spec("matplotlib")
found.origin = "{MORE}/matplotlib/__init__.py"  # where it looks for its fonts
sys.modules["matplotlib"] = importlib.util.module_from_spec(found)
found.loader.exec_module(sys.modules["matplotlib"])
import sklearn.datasets
sklearn.datasets.__path__.insert(0, "{MORE}/sklearn/datasets")
import {{modules}}
import driver
driver.keep("{MORE}")
"""
SCIENCE = (
    *("matplotlib.cbook", "matplotlib.image", "matplotlib.pyplot", "pictures"),
    *("sklearn.decomposition", "sklearn.linear_model", "sklearn.metrics"),
    *("sklearn.model_selection", "sklearn.neighbors", "sklearn.neural_network"),
    *("sklearn.preprocessing", "sklearn.svm"),
)
# The packages of Python that these need, and a module of the system.
PACKAGES = (
    *("PIL", "contourpy", "cycler", "dateutil", "fontTools", "joblib", "kiwisolver"),
    *("matplotlib", "mpl_toolkits", "narwhals", "packaging", "pyparsing", "scipy", "six"),
    *("sklearn", "threadpoolctl", "_sysconfigdata__wasi_wasm32-wasi"),
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

    @property
    def more(self) -> int:
        """How many bytes a run fetches besides for scikit-learn or Matplotlib."""
        return len(self.files["more.bin"])

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
    makers = {
        "library.bin": _library,
        "modules.bin": _modules,
        "licences.txt": _licences,
        "python.bin": _python,
        "more.bin": _more,
    }
    for file, make in makers.items():
        files[file] = kept.made(KIND, f"{name}.{file}", make)
    for path in (kept.CACHE / KIND).glob("*"):  # each is as large as the rest of a cache
        if not path.name.startswith(name):
            path.unlink(missing_ok=True)
    return Runtime(files)


def _licences() -> bytes:
    return parts.licences().encode()


@kept.remembered
def _library() -> bytes:
    module, delivered = _interpreter(), parts.modules()
    _, standard = snapshot.run(module, {snapshot.FIRST: delivered}, STANDARD)
    own = {path.name: path.read_bytes() for path in IN_BROWSER}
    own["source/style.py"] = own.pop("style.py")
    for path in sorted(PACKAGE.rglob("*.py")):
        own[path.relative_to(PACKAGE.parent).as_posix()] = path.read_bytes()
    return library.cut(delivered, [*standard.split(), "numpy"], own)


@kept.remembered
def _modules() -> bytes:
    return library.cut(parts.modules(), PACKAGES, {})


def _python() -> bytes:
    return gzip.compress(snapshot.with_memory(_interpreter(), _memories()[0]), 9, mtime=0)


def _more() -> bytes:
    """The second memory, as its difference from the first: nearly all zeros there."""
    first, second = (np.frombuffer(memory, np.uint8) for memory in _memories())
    change = second.copy()
    change[: len(first)] ^= first
    return gzip.compress(change.tobytes(), 9, mtime=0)


@kept.remembered
def _interpreter() -> bytes:
    return snapshot.bare(parts.interpreter())


@kept.remembered
def _memories() -> list[bytes]:
    """The memories with the modules of the first and of the second download."""
    public = sorted(path for path in PACKAGE.glob("[a-z]*") if path.name != "py.typed")
    modules = [*ALWAYS, *(f"{PACKAGE.name}.{path.stem}" for path in public)]
    files = {snapshot.FIRST: _library(), "more.zip": _modules()}
    files |= {f"more/{name}": file for name, file in library.data(parts.modules())}
    first = FIRST.format(modules=", ".join(modules))
    second = SECOND.format(modules=", ".join(SCIENCE))
    return snapshot.run(_interpreter(), files, first, second)[0]
