"""Max pooling of an image that windows do not fill, and of negative numbers."""

ANSWER = "dlnotes.convolution.max_pool2d(x[None, None], k)[0][0, 0]"
TOLERANCE = 1e-9
EXAMPLE = ([[1.0, 2.0, 5.0, 0.0], [3.0, 4.0, 6.0, 7.0]], 2)
WORDS = {
    "ko": {
        "doc": "한 변이 k인 창마다 가장 큰 값을 구한다.",
        "question": "`x`는 특징 맵 (H, W)이고 `k`는 창의 한 변이다. 창은 겹치지 않게 "
        "맞닿아 있다. 창마다 가장 큰 값을 담은 배열을 돌려준다. 아래와 오른쪽에 남아 창을 "
        "채우지 못하는 줄은 버린다.",
        "hints": [
            "결과의 높이는 `x.shape[0] // k`다. 먼저 남는 줄을 잘라 낸다.",
            "모양을 (높이, k, 너비, k)로 바꾸면 창의 축은 1과 3이다. 창을 하나씩 도는 "
            "반복문으로 써도 된다.",
        ],
        "reason": "모양을 (높이, 너비, k, k)로 바꾸면 한 줄에서 이어진 수가 창이 되어 "
        "버린다. 창의 두 축은 높이와 너비 바로 뒤에 하나씩 있어야 한다.",
    },
    "en": {
        "doc": "The largest value of each window with sides of k.",
        "question": "`x` is a feature map (H, W) and `k` the side of a window. Windows "
        "touch and do not overlap. Return an array with the largest value of each; rows "
        "and columns that are left over at the lower and right edge have no window.",
        "hints": [
            "The result has the height `x.shape[0] // k`. Cut off what is left over first.",
            "In the shape (height, k, width, k), the axes of a window are 1 and 3. A loop "
            "over the windows will do too.",
        ],
        "reason": "In the shape (height, width, k, k), numbers that follow each other in "
        "a row would be taken for a window. The two axes of a window belong right after "
        "the height and the width.",
    },
}
SOLUTION = """
import numpy as np


def max_pool(x, k):
    height, width = x.shape[0] // k, x.shape[1] // k
    windows = x[: height * k, : width * k].reshape(height, k, width, k)
    return windows.max(axis=(1, 3))
"""
WRONG = {
    "numbers in a row for a window": (
        "reshape(height, k, width, k)\n    return windows.max(axis=(1, 3))",
        "reshape(height, width, k, k)\n    return windows.max(axis=(2, 3))",
        "x = [[1, 2, 5, 0], [3, 4, 6, 7]], k = 2",
    ),
    "the mean": (
        "windows.max(",
        "windows.mean(",
        "x = [[1, 2, 5, 0], [3, 4, 6, 7]], k = 2",
    ),
    "nothing below 0": (
        "windows.max(axis=(1, 3))",
        "windows.max(axis=(1, 3), initial=0)",
        "x = [[-1, -2], [-3, -4]], k = 2",
    ),
    "what is left over kept": (
        "x[: height * k, : width * k]",
        "x",
        "x = [[1, 2, 9], [3, 4, 9], [9, 9, 9]], k = 2",
    ),
}


def cases(rng):
    yield [[-1.0, -2.0], [-3.0, -4.0]], 2
    yield [[1.0, 2.0, 9.0], [3.0, 4.0, 9.0], [9.0, 9.0, 9.0]], 2
    yield [[3.0, 1.0]], 1
    yield rng.integers(-9, 10, (7, 6)) / 2, 3
