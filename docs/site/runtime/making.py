"""The large files of the runtime: modules, and two memories with imports made."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import numpy as np

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


def files() -> Iterator[tuple[str, bytes]]:
    """The files of the runtime by name."""
    for name, content in parts.shim():
        yield f"shim/{name}", content
    for name in ("interpreter.js", "worker.js"):
        yield name, Path(__file__).with_name(name).read_bytes()
    yield "licences.txt", parts.licences().encode()
    module, delivered = snapshot.bare(parts.interpreter()), parts.modules()
    _, standard = snapshot.run(module, {snapshot.FIRST: delivered}, STANDARD)
    modules = library.cut(delivered, [*standard.split(), "numpy"], library.own())
    more = library.cut(delivered, PACKAGES, {})
    yield "library.bin", modules
    yield "modules.bin", more
    libraries = {snapshot.FIRST: modules, "more.zip": more}
    libraries |= {f"more/{name}": file for name, file in library.data(delivered)}
    first, second = snapshot.run(module, libraries, *_imports())[0]
    yield "python.bin", _packed(snapshot.with_memory(module, first))
    yield "more.bin", _packed(_change(first, second))


def _imports() -> Iterator[str]:
    """The code before the first memory is copied, and that before the second."""
    public = sorted(
        path for path in library.PACKAGE.glob("[a-z]*") if path.name != "py.typed"
    )
    imported = [*ALWAYS, *(f"{library.PACKAGE.name}.{path.stem}" for path in public)]
    yield FIRST.format(modules=", ".join(imported))
    yield SECOND.format(modules=", ".join(SCIENCE))


def _change(first: bytes, second: bytes) -> bytes:
    """The second memory as its difference from the first: nearly all zeros there."""
    change = np.frombuffer(second, np.uint8).copy()
    change[: len(first)] ^= np.frombuffer(first, np.uint8)
    return change.tobytes()


def _packed(content: bytes) -> bytes:
    """Compressed; level 9 takes three times as long and saves a hundredth."""
    return gzip.compress(content, 7, mtime=0)
