"""The backend of Matplotlib in the browser: shown figures become files of pixels.

Matplotlib looks here for `FigureCanvas` and `show`; the worker reads the files.
"""

import json
from pathlib import Path
from typing import Any

from matplotlib import rcParams
from matplotlib._pylab_helpers import Gcf
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from source import style

FigureCanvas = FigureCanvasAgg
FOLDER = Path("/tmp/figures")
MOST = 20  # figures of one cell
SHARP = 2 * 96  # dots per inch: two for each of the page's


def begin(colours: list[str]) -> None:
    """Draw in the colours of the page from now on."""
    own = {"figure.dpi": SHARP, "figure.facecolor": colours[-1]}
    settings: Any = style.drawing(colours) | own
    rcParams.update(settings)


def show(**_: Any) -> None:
    """Write all open figures to files, and close them."""
    FOLDER.mkdir(exist_ok=True)
    for manager in Gcf.get_all_fig_managers():
        number = len(list(FOLDER.iterdir()))
        if number < MOST:
            (FOLDER / f"{number:02}").write_bytes(_picture(manager.canvas))
    Gcf.destroy_all()


def _picture(canvas: Any) -> bytes:
    """A line of JSON with the size and the words of a figure, then its pixels."""
    canvas.draw()
    width, height = canvas.get_width_height(physical=True)
    about = {"width": width, "height": height, "words": _words(canvas.figure)}
    return json.dumps(about).encode() + b"\n" + bytes(canvas.buffer_rgba())


def _words(figure: Figure) -> list[str]:
    """The titles and the names of axes, for who cannot see the figure."""
    found = [figure.get_suptitle()]
    for axes in figure.axes:
        found += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
    return [*dict.fromkeys(filter(None, found))]
