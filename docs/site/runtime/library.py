"""The zip of Python modules that an import reads when they are not in memory yet."""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from PIL import Image

from source import facts

HERE = Path(__file__).parent
PACKAGE = facts.DOCS.parent / "dlnotes"
# Modules and tables of the room below that the browser uses as the build does: the check
# of a reader's function, that of a formula, the style of drawings.
SHARED = (
    *("checker.py", "dialect.py", "fences.py", "formula.py", "formulas", "speech"),
    "style.py",
)
TESTS = "/tests/"
# Folders of files that are read by their paths, which a zip does not give.
DIGITS = "sklearn/datasets/data"
DRAWING = "matplotlib/mpl-data"
NEEDED = {".csv", ".dat", ".gz", ".jpg", ".mplstyle", ".npy", ".npz", ".png", ".ttf"}
UNUSED = ("DejaVuSerif", "STIX", "images/")  # fonts nobody asks for, signs of windows


def cut(delivered: bytes, packages: Iterable[str], own: Mapping[str, bytes]) -> bytes:
    """The delivered modules that belong to these packages, without tests, and our own."""
    target, wanted = io.BytesIO(), set(packages)
    with (
        zipfile.ZipFile(io.BytesIO(delivered)) as source,
        zipfile.ZipFile(target, "w") as file,
    ):
        names = [n for n in source.namelist() if TESTS not in n and not n.endswith(".zip")]
        theirs = {n: source.read(n) for n in names if _package(n) in wanted}
        for name, content in (theirs | dict(own)).items():
            info = zipfile.ZipInfo(name)  # of 1980
            file.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def own() -> dict[str, bytes]:
    """Our own modules: the package, and those of the site that run in the browser."""
    found = {name: (HERE / name).read_bytes() for name in ("driver.py", "pictures.py")}
    for path in sorted(PACKAGE.rglob("*.py")):
        found[path.relative_to(PACKAGE.parent).as_posix()] = path.read_bytes()
    source = HERE.parent / "source"
    found["source/__init__.py"] = b""
    for path in sorted(path for name in SHARED for path in _files(source / name)):
        found[path.relative_to(source.parent).as_posix()] = path.read_bytes()
    return found


def _files(path: Path) -> list[Path]:
    """A file, or the modules and tables of a folder."""
    return [path] if path.is_file() else [*path.glob("*.py"), *path.glob("*.csv")]


def _package(name: str) -> str:
    """The package or module at the top that a file belongs to."""
    return name.split("/")[0].split(".")[0]


def data(delivered: bytes) -> Iterator[tuple[str, bytes]]:
    """The data sets, fonts and pictures of scikit-learn and Matplotlib by their paths."""
    yield f"{DIGITS}/__init__.py", b""
    with zipfile.ZipFile(io.BytesIO(delivered)) as source:
        yield from _needed(source, f"{DIGITS}/", "")
        inner = io.BytesIO(source.read(f"{DRAWING}.zip"))
    with zipfile.ZipFile(inner) as source:
        yield from _needed(source, "", f"{DRAWING}/")


def _needed(
    source: zipfile.ZipFile, start: str, folder: str
) -> Iterator[tuple[str, bytes]]:
    for name in source.namelist():
        ending = posixpath.splitext(name)[1]
        known = ending in NEEDED or posixpath.basename(name) == "matplotlibrc"
        if name.startswith(start) and known and not any(word in name for word in UNUSED):
            content = source.read(name)
            yield folder + name, _plain(content) if ending == ".jpg" else content


def _plain(photo: bytes) -> bytes:
    """The same pixels as PPM, since the runtime has no decoder of JPEG.

    Not as PNG, which Matplotlib reads as numbers from 0 to 1.
    """
    out = io.BytesIO()
    Image.open(io.BytesIO(photo)).save(out, "ppm")
    return out.getvalue()
