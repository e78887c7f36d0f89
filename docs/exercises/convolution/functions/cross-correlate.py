"""A filter slid over an image, without turning it."""

ANSWER = "dlnotes.convolution.cross_correlate2d(x, w)"
TOLERANCE = 1e-9
EXAMPLE = ([[1.0, 2.0, 3.0, 4.0]], [[1.0, 0.0, -1.0]])
WORDS = {
    "ko": {
        "doc": "이미지의 창마다 필터를 곱해 더한다.",
        "question": "`x`는 이미지 (H, W), `w`는 필터 (h, w)이고 이미지보다 크지 않다. "
        "필터를 뒤집지 않고 이미지 안에 다 들어가는 창마다 대어, 곱을 더한 값을 배열로 "
        "돌려준다. "
        "패딩은 없고 스트라이드는 1이다.",
        "hints": [
            "결과의 높이는 $H - h + 1$이다. 너비도 같은 방법으로 구한다.",
            "창은 `x[i : i + h, j : j + w]`다. 필터와 칸마다 곱해 모두 더한다.",
        ],
        "reason": "딥러닝의 합성곱층은 필터를 뒤집지 않는 교차상관이다. 창은 $H - h$번 "
        "움직이지만 시작한 자리까지 세면 $H - h + 1$개다.",
    },
    "en": {
        "doc": "Sum of products of the filter with each window of the image.",
        "question": "`x` is an image (H, W) and `w` a filter (h, w) that is no larger. Do "
        "not turn the filter: return an array with the sum of its products with each "
        "window that lies wholly inside the image. No padding, and a stride of 1.",
        "hints": [
            "The result has the height $H - h + 1$, and its width follows in the same way.",
            "A window is `x[i : i + h, j : j + w]`. Multiply it by the filter cell by "
            "cell, and add all up.",
        ],
        "reason": "A convolutional layer of deep learning is a cross-correlation: its "
        "filter is not turned. The window moves $H - h$ times, and with the place where "
        "it began there are $H - h + 1$.",
    },
}
SOLUTION = """
import numpy as np


def correlate(x, w):
    height, width = x.shape[0] - w.shape[0] + 1, x.shape[1] - w.shape[1] + 1
    y = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            y[i, j] = np.sum(w * x[i : i + w.shape[0], j : j + w.shape[1]])
    return y
"""
WRONG = {
    "a turned filter": (
        "np.sum(w * x",
        "np.sum(w[::-1, ::-1] * x",
        "x = [[1, 2, 3, 4]], w = [[1, 0, -1]]",
    ),
    "the last window forgotten": (
        "x.shape[1] - w.shape[1] + 1",
        "x.shape[1] - w.shape[1]",
        "x = [[1, 2, 3, 4]], w = [[1, 0, -1]]",
    ),
    "rows and columns exchanged": (
        "y[i, j]",
        "y[j, i]",
        "x = [[1, 2, 3, 4]], w = [[1, 0, -1]]",
    ),
}


def cases(rng):
    yield [[1.0, 2.0], [3.0, 4.0]], [[2.0]]
    yield [[1.0, 2.0], [3.0, 4.0]], [[1.0, 0.0], [0.0, -1.0]]
    yield [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[1.0, 1.0]]
    yield rng.integers(-9, 10, (4, 3)) / 2, rng.integers(-4, 5, (2, 2)) / 2
