"""Four students on a line that is turned: what it keeps and what it loses add up to 20."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {
        "angle": "직선의 각도 (도)",
        "kept": "남는 분산",
        "lost": "잃는 분산",
        "sum": "둘의 합",
        "x": "국어 점수 − 70",
        "y": "수학 점수 − 60",
        "share": "분산",
    },
    "en": {
        "angle": "angle of the line (degrees)",
        "kept": "variance kept",
        "lost": "variance lost",
        "sum": "sum of both",
        "x": "language score − 70",
        "y": "maths score − 60",
        "share": "variance",
    },
}
SLIDERS = {"angle": list(range(0, 180, 5))}
START = (0,)
POINTS = np.array([[4, 2], [2, 4], [-4, -2], [-2, -4]])


def direction(angle):
    return np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])


def parts(angle):
    """What the line of this angle keeps and loses, the feet of the points on it."""
    u = direction(angle)
    feet = np.outer(POINTS @ u, u)
    return [np.mean(np.sum(part**2, axis=1)) for part in (feet, POINTS - feet)], feet


def measure(angle):
    (kept, lost), _ = parts(angle)
    return {"kept": f"{kept:.1f}", "lost": f"{lost:.1f}", "sum": f"{kept + lost:.1f}"}


def picture(ax, angle, **style):
    end, feet = 6.6 * direction(angle), parts(angle)[1]
    ax.plot(*np.transpose([-end, end]), color="C7", lw=1, **style)
    for point, foot in zip(POINTS, feet, strict=True):
        ax.plot(*np.transpose([point, foot]), color="C1", lw=1, ls="--", **style)
    ax.plot(*feet.T, "D", color="C0", ms=5, **style)


def figure(words):
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.2, 2.7))
    left.plot(*POINTS.T, "o", color="C2", ms=6)
    angles = SLIDERS["angle"]
    kept = [parts(angle)[0][0] for angle in angles]
    right.fill_between(angles, 0, kept, color="C0", alpha=0.35, lw=0)
    right.fill_between(angles, kept, 20, color="C1", alpha=0.2, lw=0)
    right.annotate(words["kept"], (45, 6), ha="center", va="center", fontsize=9)
    right.annotate(words["lost"], (130, 12), ha="center", va="center", fontsize=9)
    for i, angle in enumerate(angles):
        picture(left, angle, gid=f"frame-{i}")
        right.plot([angle] * 3, [0, kept[i], 20], "_-", color="C7", ms=9, gid=f"frame-{i}")
    ends = {"xlim": (-6.4, 6.4), "ylim": (-6.4, 6.4), "xticks": [-4, 0, 4]}
    left.set(
        **ends, yticks=[-4, 0, 4], xlabel=words["x"], ylabel=words["y"], aspect="equal"
    )
    right.set(
        xlim=(-2, 177), ylim=(0, 21), xticks=[0, 45, 90, 135], yticks=[0, 2, 10, 18, 20]
    )
    right.set(xlabel=words["angle"], ylabel=words["share"])
    return fig
