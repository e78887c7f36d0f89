"""Boxes in an image that has been mirrored."""

ANSWER = "dlnotes.augmentation.flip_boxes(boxes, width)"
TOLERANCE = 1e-9
EXAMPLE = ([[2.0, 0.0, 5.0, 4.0]], 10)
WORDS = {
    "ko": {
        "doc": "그림을 좌우로 뒤집은 뒤의 상자를 구한다.",
        "question": "`boxes`의 행은 상자 하나의 왼쪽, 위, 오른쪽, 아래 끝 $(x_0, y_0, "
        "x_1, y_1)$이고, 픽셀 $x_0$부터 $x_1 - 1$까지가 상자 안이다. 너비가 `width`인 "
        "그림을 좌우로 뒤집은 뒤의 상자를 모양이 같은 배열로 돌려준다.",
        "hints": [
            "왼쪽 끝은 뒤집히면 오른쪽 끝이 된다.",
            "새 왼쪽은 `width`에서 옛 오른쪽을 뺀 값이다. 위와 아래는 그대로다.",
        ],
        "reason": "두 끝의 자리를 바꾸지 않으면 왼쪽 끝이 오른쪽 끝보다 큰 상자가 "
        "된다. 오른쪽 끝은 상자 밖의 첫 픽셀이므로 1을 더 뺄 필요가 없다.",
    },
    "en": {
        "doc": "The boxes after the image has been mirrored.",
        "question": "Each row of `boxes` has the left, upper, right and lower edge of a "
        "box, $(x_0, y_0, x_1, y_1)$; the pixels from $x_0$ to $x_1 - 1$ are inside. The "
        "image, `width` pixels wide, is mirrored from left to right. Return the boxes in "
        "the mirrored image, an array of the same shape.",
        "hints": [
            "Mirrored, a left edge becomes a right edge.",
            "The new left edge is `width` minus the old right edge. Upper and lower edges "
            "stay.",
        ],
        "reason": "If the edges did not change places, the left one would be larger than "
        "the right. The right edge is the first pixel outside of the box, so no 1 has to "
        "be subtracted.",
    },
}
SOLUTION = """
import numpy as np


def flip_boxes(boxes, width):
    x0, y0, x1, y1 = boxes.T
    return np.stack([width - x1, y0, width - x0, y1], axis=1)
"""
WRONG = {
    "edges that keep their places": (
        "[width - x1, y0, width - x0, y1]",
        "[width - x0, y0, width - x1, y1]",
        "boxes = [[2, 0, 5, 4]], width = 10",
    ),
    "one pixel off": (
        "[width - x1, y0, width - x0, y1]",
        "[width - 1 - x1, y0, width - 1 - x0, y1]",
        "boxes = [[2, 0, 5, 4]], width = 10",
    ),
    "columns for rows": (
        "axis=1",
        "axis=0",
        "boxes = [[2, 0, 5, 4]], width = 10",
    ),
    "upside down": (
        "[width - x1, y0, width - x0, y1]",
        "[x0, width - y1, x1, width - y0]",
        "boxes = [[2, 0, 5, 4]], width = 10",
    ),
}


def cases(rng):
    yield [[0.0, 0.0, 8.0, 2.0]], 8
    yield [[0.0, 1.0, 1.0, 2.0], [7.0, 1.0, 8.0, 2.0]], 8
    left, upper = rng.integers(0, 5, (2, 4))
    yield [[x, y, x + 3.0, y + 2.0] for x, y in zip(left, upper, strict=True)], 12
