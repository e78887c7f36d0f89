"""The style of all drawings, those of the build and those that code draws in the browser.

Runs in the browser too, so it imports nothing of the site.
"""

from typing import Any

INK = 7  # among the colours; C6 is the muted line, C8 the paper


def drawing(colours: list[str]) -> dict[str, Any]:
    """The settings of Matplotlib for a drawing in these nine colours."""
    ink = colours[INK]
    return {
        "axes.edgecolor": ink,
        "axes.facecolor": "none",
        "axes.grid": True,
        "axes.labelcolor": ink,
        "axes.linewidth": 0.6,
        "axes.prop_cycle": f"cycler('color', {colours})",
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.titlecolor": ink,
        "axes.titlesize": 10,
        "figure.constrained_layout.use": True,
        "figure.figsize": (4.5, 2.8),  # narrow, so that its text stays readable on a phone
        "font.size": 10,
        "grid.alpha": 0.25,
        "grid.color": ink,
        "grid.linewidth": 0.5,
        "legend.frameon": False,
        "lines.linewidth": 1.8,
        "lines.markersize": 4,
        "patch.edgecolor": ink,
        "patch.linewidth": 0.6,
        "text.color": ink,
        "xtick.bottom": False,  # the grid shows where they are
        "xtick.color": ink,
        "ytick.color": ink,
        "ytick.left": False,
    }
