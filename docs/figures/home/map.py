"""The chapters in the order of learning; arrows lead from what a chapter builds on."""

import textwrap

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path

from source import facts


def names(language, width):
    """The names of the chapters in lines of so many letters."""
    rows = facts.table("chapters")
    return {row["chapter"]: textwrap.fill(row[language], width) for row in rows}


# The English names need smaller letters to fit their boxes.
WORDS = {
    "ko": {"size": 10, **names("ko", 9)},
    "en": {"size": 9, **names("en", 15)},
}
# Column and row of each chapter; no arrow crosses a box.
PLACES = {
    "tensors": (1, 0),
    "neighbors": (0, 1),
    "linear": (2, 1),
    "features": (0, 2),
    "neurons": (1, 1),
    "activations": (1, 2),
    "networks": (1, 3),
    "losses": (1, 4),
    "descent": (1, 5),
    "autodiff": (1, 6),
    "optimizers": (2, 6),
    "schedules": (2, 7),
    "initializers": (1, 7),
    "preprocessing": (0, 5),
    "augmentation": (0, 6),
    "regularization": (2, 8),
    "normalization": (0, 8),
    "convolution": (0, 9),
    "recurrent": (1, 8),
    "attention": (1, 9),
    "energy": (2, 9),
}
PAGE = (324, 452)
BOX = (92, 29)  # width and height


def centre(chapter):
    column, row = PLACES[chapter]
    return 60 + 102 * column, 17 + 46.5 * row


def route(before, after):
    """The way of an arrow: straight, or around the boxes in its own column."""
    (x, y), (to_x, to_y) = centre(before), centre(after)
    (column, row), (to_column, to_row) = PLACES[before], PLACES[after]
    half, height = BOX[0] / 2, BOX[1] / 2
    side = (to_column > column) - (to_column < column)
    if row == to_row:
        return Path([(x + side * half, y), (to_x - side * half, to_y)])
    if side or to_row == row + 1:
        shift = side * (half - (14 if to_row == row + 1 else 3))
        return Path([(x + shift, y + height), (to_x - shift, to_y - height)])
    out = half if column else -half
    bend = (7 + 1.3 * (to_row - row)) * (1 if column else -1)
    points = [(x + out, y), (x + out + bend, y), (x + out + bend, to_y), (x + out, to_y)]
    return Path(points, [Path.MOVETO, *[Path.CURVE4] * 3])


def arrows():
    """The arrows by the chapters that they join."""
    return {
        (before, after): route(before, after)
        for after, needed in facts.chapter_needs().items()
        for before in needed
    }


def figure(words):
    fig = plt.figure(figsize=(PAGE[0] / 72, PAGE[1] / 72), layout="none")
    axis = fig.add_axes((0, 0, 1, 1))
    axis.set(xlim=(0, PAGE[0]), ylim=(PAGE[1], 0))
    axis.axis("off")
    for way in arrows().values():
        style = {"arrowstyle": "-|>", "mutation_scale": 7, "lw": 1.2}
        axis.add_patch(FancyArrowPatch(path=way, color="C6", **style))
    order = [chapter for chapter in words if chapter in PLACES]
    for number, chapter in enumerate(order, 1):
        box(axis, chapter, number, words)
    return fig


def box(axis, chapter, number, words):
    """The box of a chapter, which leads to its entry below the map."""
    (x, y), (width, height), link = centre(chapter), BOX, f"#{chapter}"
    left = x - width / 2
    middle = {"ha": "center", "va": "center_baseline", "zorder": 3, "url": link}
    shape = {"ec": "C0", "lw": 1.2, "zorder": 3, "url": link}
    axis.add_patch(plt.Rectangle((left, y - height / 2), width, height, fc="C8", **shape))
    axis.add_patch(plt.Circle((left + 9.5, y), 6.5, fc="C0", **shape))
    axis.text(left + 9.5, y, number, size=8.5, weight="bold", color="C8", **middle)
    axis.text(x + 8, y, words[chapter], size=words["size"], **middle)
