"""A grating in two colours that is turned: its HOG turns too, its colours stay."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.features import color_histogram, orientation_histograms

WORDS = {
    "ko": {
        "degrees": "돌린 각도",
        "bin": "표가 가장 많은 칸의 가운데",
        "share": "그 칸의 몫",
        "color": "색 히스토그램이 달라진 몫",
        "titles": ["이미지", "방향의 표", "색의 몫"],
    },
    "en": {
        "degrees": "degrees turned",
        "bin": "middle of the bin with most votes",
        "share": "its share",
        "color": "change of the colour histogram",
        "titles": ["image", "votes", "colours"],
    },
}
SLIDERS = {"degrees": list(range(0, 181, 10))}
START = (30,)
SIDE, WAVE = 48, 12
BLUE, ORANGE = np.array([0.1, 0.3, 0.9]), np.array([0.9, 0.7, 0.1])
GRAY = np.array([0.299, 0.587, 0.114])


def image(degrees):
    """The grating: waves of colour that advance in a direction."""
    i, j = np.mgrid[:SIDE, :SIDE] - (SIDE - 1) / 2
    turn = np.deg2rad(degrees)
    place = j * np.cos(turn) + i * np.sin(turn)
    # rounded, so that a half turn leaves no slopes of 1e-16
    mix = (0.5 + 0.5 * np.sin(2 * np.pi * place / WAVE)).round(6)
    return BLUE + mix[..., None] * (ORANGE - BLUE)


@cache
def counted(degrees):
    """The shares of votes for directions, and of pixels for colours."""
    seen = image(degrees)
    votes = orientation_histograms(seen @ GRAY, cell=SIDE)[0, 0]
    return votes / votes.sum(), color_histogram(seen, bins=2).ravel()


def measure(degrees):
    votes, colors = counted(degrees)
    best, moved = votes.argmax(), np.abs(colors - counted(0)[1]).sum() / 2
    return {
        "bin": f"{20 * best + 10}",
        "share": f"{votes[best]:.2f}",
        "color": f"{moved:.2f}",
    }


def stripes(axis, degrees, gid):
    """The bright ridges of the grating, which run across its direction."""
    turn, far = np.deg2rad(degrees), 2 * SIDE
    ahead, along = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    ridges = []
    for n in range(-3, 4):  # a quarter of a wave after the middle it is brightest
        middle = (n + 0.25) * WAVE * ahead
        ridges += [middle - far * along, middle + far * along, [np.nan, np.nan]]
    style = {"color": "C3", "lw": 10, "solid_capstyle": "butt", "gid": gid}
    axis.plot(*np.transpose(ridges).round(2), **style)


def figure(words):
    fig, (seen, star, bars) = plt.subplots(1, 3, figsize=(4.5, 1.75))
    middles = np.deg2rad(20 * np.arange(9) + 10)
    for i, degrees in enumerate(SLIDERS["degrees"]):
        votes, colors = counted(degrees)
        stripes(seen, degrees, f"frame-{i}")
        rays = np.array([np.cos(middles), np.sin(middles)]) * votes
        lines = np.stack([rays, -rays, np.full_like(rays, np.nan)], axis=2)
        star.plot(*lines.reshape(2, -1).round(3), color="C0", lw=2.5, gid=f"frame-{i}")
        corners = (
            np.repeat(np.arange(8), 3),
            np.stack([0 * colors, colors, colors * np.nan]),
        )
        bars.plot(corners[0], corners[1].T.ravel().round(3), color="C1", lw=6,
                  solid_capstyle="butt", gid=f"frame-{i}")  # fmt: skip
    half = SIDE / 2
    seen.add_patch(plt.Rectangle((-half, -half), SIDE, SIDE, fc="C0", alpha=0.35, zorder=0))
    seen.set(xlim=(-half, half), ylim=(half, -half))
    turn = np.linspace(0, 2 * np.pi, 49)
    star.plot(np.cos(turn), np.sin(turn), color="C6", lw=0.8)
    star.set(xlim=(-1.05, 1.05), ylim=(1.05, -1.05))
    for axis in (seen, star):
        axis.set(aspect="equal")
        axis.axis("off")
    bars.set(xlim=(-0.6, 7.6), ylim=(0, 0.7), xticks=[], yticks=[0, 0.5])
    for axis, title in zip((seen, star, bars), words["titles"], strict=True):
        axis.set_title(title, fontsize=9)
    return fig
