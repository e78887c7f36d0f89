"""A photograph as HOG sees it: strokes along the edges of each cell."""

import matplotlib.cbook as cbook
import matplotlib.pyplot as plt
import numpy as np

from dlnotes.features import orientation_histograms

STEP, CELL = 5, 4  # pixels of the photograph in one of ours, and of ours in a cell


def strokes():
    """Segments with gaps between them, as long as the votes for their direction."""
    with cbook.get_sample_data("grace_hopper.jpg") as file:
        photo = plt.imread(file, format="jpg")[:600, :510] / 255
    small = photo.reshape(600 // STEP, STEP, 510 // STEP, STEP, 3).mean(axis=(1, 3))
    votes = orientation_histograms(small @ [0.299, 0.587, 0.114], cell=CELL)
    votes = np.sqrt(votes / votes.max())  # faint edges are seen too
    row, column, b = np.nonzero(votes > 0.32)
    along = np.deg2rad(20 * b + 100)  # an edge runs across the change of brightness
    reach = 0.65 * votes[row, column, b]
    rays = np.stack([np.cos(along), np.sin(along)]) * reach
    middle = np.stack([column, row]) + 0.5
    gaps = np.full_like(rays, np.nan)
    return np.stack([middle - rays, middle + rays, gaps], axis=2).reshape(
        2, -1
    ), votes.shape


def figure():
    lines, (rows, columns, _) = strokes()
    fig, axis = plt.subplots(figsize=(3, 3.5))
    axis.plot(*lines.round(1), color="C0", lw=1.2)
    axis.set(xlim=(0, columns), ylim=(rows, 0), aspect="equal")
    axis.axis("off")
    return fig
