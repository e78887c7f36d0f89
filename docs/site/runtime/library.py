"""The zip of Python modules that an import reads when they are not in memory yet."""

import io
import zipfile
from collections.abc import Iterable, Mapping

TESTS = "/tests/"


def cut(delivered: bytes, packages: Iterable[str], own: Mapping[str, bytes]) -> bytes:
    """The delivered modules that belong to these packages, without tests, and our own."""
    target, wanted = io.BytesIO(), set(packages)
    with (
        zipfile.ZipFile(io.BytesIO(delivered)) as source,
        zipfile.ZipFile(target, "w") as file,
    ):
        names = [name for name in source.namelist() if TESTS not in name]
        theirs = {n: source.read(n) for n in names if _package(n) in wanted}
        for name, content in (theirs | dict(own)).items():
            info = zipfile.ZipInfo(name)  # of 1980
            file.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def _package(name: str) -> str:
    """The package or module at the top that a file belongs to."""
    return name.split("/")[0].split(".")[0]
