"""The style of all drawings, those of the build and those that code draws in the browser.

Runs in the browser too, so it imports nothing of the site.
"""

from typing import Any

INK = 7  # among the colours; C6 is the muted line, C8 the paper
SETTINGS: dict[str, Any] = {
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.linewidth": 0.6,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": 10,
    "figure.constrained_layout.use": True,
    "figure.figsize": (4.5, 2.8),  # narrow, so that its text stays readable on a phone
    "font.size": 10,
    "grid.alpha": 0.25,
    "grid.linewidth": 0.5,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "lines.markersize": 4,
    "patch.linewidth": 0.6,
    "xtick.bottom": False,  # the grid shows where they are
    "ytick.left": False,
}
INKED = (
    *("axes.edgecolor", "axes.labelcolor", "axes.titlecolor", "grid.color"),
    *("patch.edgecolor", "text.color", "xtick.color", "ytick.color"),
)


def drawing(colours: list[str]) -> dict[str, Any]:
    """The settings of Matplotlib for a drawing in these nine colours."""
    cycle = {"axes.prop_cycle": f"cycler('color', {colours})"}
    return SETTINGS | cycle | dict.fromkeys(INKED, colours[INK])
