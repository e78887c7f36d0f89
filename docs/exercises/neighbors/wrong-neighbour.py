"""Nearest neighbours in a few lines of NumPy, with one of them wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "`x`의 행 가운데 `new`와 가장 가까운 두 개를 찾아 정답의 평균을 "
        "출력하는 코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "거리는 같은 자리끼리 뺀 수로 잰다. 행마다 하나씩 나와야 한다.",
            "거리가 작은 것부터 늘어놓으면 가까운 것이 앞에 온다.",
        ],
        "mistakes": {
            "minus": "거리는 차이로 재므로 더하지 않고 뺀다.",
            "axis": "행 하나의 수를 더해야 하므로 축은 1이다.",
            "take": "작은 것부터 늘어놓았으므로 가까운 것은 앞에 있다.",
        },
        "reason": "바른 예측은 {{printed}}, 틀린 예측은 {{misprinted}}",
    },
    "en": {
        "question": "This code should find the two rows of `x` that are nearest to `new`, "
        "and print the mean of their answers, but one line is wrong. Which line?",
        "hints": [
            "A distance comes from differences place by place, one number for each row.",
            "Sorted from small to large, the near rows come first.",
        ],
        "mistakes": {
            "minus": "A distance is made of differences: subtract.",
            "axis": "The numbers of one row are added, so the axis is 1.",
            "take": "Distances are sorted from small to large, so near ones come first.",
        },
        "reason": "The right prediction is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
x = np.array([[{{p}}], [{{q}}], [{{r}}], [{{s}}]])
y, new = np.array([{{y}}]), np.array([{{new}}])
squares = (x {{minus}} new) ** 2
d = np.sqrt(squares.sum(axis={{axis}}))
near = np.argsort(d)[{{take}}]
print(y[near].mean())
"""
MISTAKES = {"minus": ("-", "+"), "axis": ("1", "0"), "take": (":2", "-2:")}


def told(x, y, new):
    """Whether every mistake changes the prediction, and no distances are equal."""
    right, added = (x - new) ** 2, (x + new) ** 2
    sums = [right.sum(axis=1), added.sum(axis=1), right.sum(axis=0)]
    if any(len(set(s.tolist())) < len(s) for s in sums):
        return False
    near, *others = [y[np.argsort(s)[:2]].mean() for s in sums]
    return near not in [*others, y[np.argsort(sums[0])[-2:]].mean()]


def draw(rng):
    while True:
        x, y = rng.integers(-5, 6, size=(4, 2)), rng.integers(0, 21, size=4)
        new = rng.integers(1, 6, size=2)
        if told(x, y, new):
            return dict(zip("pqrs", x, strict=True)) | {"y": y, "new": new}
