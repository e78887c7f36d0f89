"""The runtime as the site serves it: a folder that is named by a hash of what it holds."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from source import kept
from source.kept import Job

from . import library, parts

HERE = Path(__file__).parent
# Inputs of the kept files; parts.py has the hashes of what others made.
TOOLS = (
    *("constraints.txt", "dlnotes"),
    *(f"docs/site/source/{name}" for name in library.SHARED),
)
KIND = "runtime"


@dataclass(frozen=True)
class Runtime:
    """The files of the runtime by name."""

    files: dict[str, bytes]

    @cached_property
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
def job() -> Job:
    """The making of the files, which takes half a minute if they are not kept."""
    texts = [path.read_text("utf-8") for path in sorted(HERE.glob("*.[pj]*"))]
    shim = [name for name, _ in parts.shim()]  # an error now if a part is not installed
    return KIND, kept.named(kept.state(*TOOLS), *texts, *shim), _archive


def _archive() -> bytes:
    """All files in one zip, which is not compressed: they are."""
    from . import making  # needs Node.js, which `make serve` does without

    for path in (kept.CACHE / KIND).glob("*"):  # each is as large as the rest of a cache
        path.unlink(missing_ok=True)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in making.files():
            file.writestr(name, content)
    return target.getvalue()


def opened(archive: bytes) -> Runtime:
    """The runtime in such a zip."""
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        return Runtime({name: file.read(name) for name in file.namelist()})
