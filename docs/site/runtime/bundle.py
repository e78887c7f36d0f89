"""The runtime as the site serves it: a folder that is named by a hash of what it holds."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from source import kept

from . import parts

HERE = Path(__file__).parent
STYLE = "docs/site/source/style.py"
# What the kept files follow from; parts.py has the hashes of what others made.
TOOLS = ("constraints.txt", "dlnotes", STYLE)
KIND = "runtime"


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
    name = kept.named(
        kept.state(*TOOLS), *(path.read_text("utf-8") for path in sorted(HERE.glob("*.py")))
    )
    from . import making  # needs wasmtime, which `make serve` does without

    makers = {
        "library.bin": making.modules,
        "modules.bin": making.more_modules,
        "licences.txt": _licences,
        "python.bin": making.python,
        "more.bin": making.more,
    }
    for file, make in makers.items():
        files[file] = kept.made(KIND, f"{name}.{file}", make)
    for path in (kept.CACHE / KIND).glob("*"):  # each is as large as the rest of a cache
        if not path.name.startswith(name):
            path.unlink(missing_ok=True)
    return Runtime(files)


def _licences() -> bytes:
    return parts.licences().encode()
