"""The package as a wheel at the root of the site, for code that readers run elsewhere.

PyPI has a project of the same name that is somebody else's, so pages and notebooks install
the package from the site. It is made in 20 ms, so it is not kept between builds.
"""

import os
from contextlib import chdir
from pathlib import Path

from flit_core import buildapi

from source import facts

ROOT = Path(__file__).parents[3]
PLACE = "{{ wheel }}"  # stands for its address in the Markdown of pages


def name() -> str:
    """The name of the wheel's file."""
    return f"dlnotes-{facts.version()}-py3-none-any.whl"


def write(folder: Path) -> None:
    """Write the wheel into a folder, the same to the byte each time."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    with chdir(ROOT):  # where a build backend looks for pyproject.toml
        buildapi.build_wheel(str(folder))
