"""The large files of the runtime: modules, and two memories with imports made."""

import gzip
from collections.abc import Iterable

import numpy as np

from source import kept

from . import library, parts, snapshot

MORE = f"/{snapshot.LIBRARY}/more"
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
# What a folder of this machine says of its files differs each time, and would stay in the
# memory. So while the imports are made, the names of files come from a table.
FOLDERS = """
import os, posix
names = {names}
class Entry:
    def __init__(self, folder, name):
        self.name, self.path = name, folder + "/" + name
    def __fspath__(self):
        return self.path
    def is_dir(self, *, follow_symlinks=True):
        return self.path in names
    def is_file(self, *, follow_symlinks=True):
        return self.path not in names
    def is_symlink(self):
        return False
    is_junction = is_symlink
class Entries:
    def __init__(self, folder="."):
        path = os.fspath(folder).rstrip("/")
        self.left = iter([Entry(path, name) for name in listed(path)])
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.left)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
def listed(folder="."):
    return list(names.get(os.fspath(folder).rstrip("/"), []))
real = posix.listdir, posix.scandir
os.listdir, os.scandir = posix.listdir, posix.scandir = listed, Entries
"""
# The same for scikit-learn and Matplotlib. Their data lie in a folder beside the modules:
# it is kept in the memory, since the browser has no such folder before a run.
SECOND = f"""
import importlib.util, os, sys
os.environ["MPLCONFIGDIR"] = "/tmp"  # it has no home
sys.path.append("/{snapshot.LIBRARY}/more.zip")
found = importlib.util.find_spec("matplotlib")
found.origin = "{MORE}/matplotlib/__init__.py"  # where it looks for its fonts
sys.modules["matplotlib"] = importlib.util.module_from_spec(found)
found.loader.exec_module(sys.modules["matplotlib"])
sys.modules["matplotlib"].use("module://pictures")
import sklearn.datasets
sklearn.datasets.__path__.insert(0, "{MORE}/sklearn/datasets")
import {{modules}}
import driver
driver.keep("{MORE}")
os.listdir, os.scandir = posix.listdir, posix.scandir = real
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


@kept.remembered
def modules() -> bytes:
    """The zip of the modules of Python and NumPy, and of our own."""
    module, delivered = _interpreter(), parts.modules()
    _, standard = snapshot.run(module, {snapshot.FIRST: delivered}, STANDARD)
    return library.cut(delivered, [*standard.split(), "numpy"], library.own())


@kept.remembered
def more_modules() -> bytes:
    """The zip of the modules of scikit-learn and Matplotlib."""
    return library.cut(parts.modules(), PACKAGES, {})


def python() -> bytes:
    """The interpreter with its first memory, packed."""
    return gzip.compress(snapshot.with_memory(_interpreter(), _memories()[0]), 9, mtime=0)


def more() -> bytes:
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
    public = sorted(
        path for path in library.PACKAGE.glob("[a-z]*") if path.name != "py.typed"
    )
    imported = [*ALWAYS, *(f"{library.PACKAGE.name}.{path.stem}" for path in public)]
    files = {snapshot.FIRST: modules(), "more.zip": more_modules()}
    files |= {f"more/{name}": file for name, file in library.data(parts.modules())}
    first = FIRST.format(modules=", ".join(imported))
    second = FOLDERS.format(names=_folders(files)) + SECOND.format(
        modules=", ".join(SCIENCE)
    )
    return snapshot.run(_interpreter(), files, first, second)[0]


def _folders(files: Iterable[str]) -> dict[str, list[str]]:
    """The names in each folder of the data, as the interpreter will see them."""
    found: dict[str, set[str]] = {}
    for name in files:
        folder, _, name = f"/{snapshot.LIBRARY}/{name}".rpartition("/")
        while folder.startswith(MORE):
            found.setdefault(folder, set()).add(name)
            folder, _, name = folder.rpartition("/")
    return {folder: sorted(names) for folder, names in sorted(found.items())}
