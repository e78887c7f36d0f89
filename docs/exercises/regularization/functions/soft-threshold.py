"""Soft thresholding, which keeps signs and makes small numbers 0."""

ANSWER = "dlnotes.regularization.soft_threshold(x, threshold=threshold)"
TOLERANCE = 1e-9
EXAMPLE = ([-3.0, 0.5, 1.5], 1.0)
WORDS = {
    "ko": {
        "doc": "수를 0 쪽으로 threshold만큼 옮긴다.",
        "question": "`x`는 배열이고 `threshold`는 0 이상인 수다. 수마다 크기를 "
        "`threshold`만큼 줄이되 부호를 지키고, 크기가 `threshold` 이하인 수는 0으로 만든 "
        "배열을 돌려준다.",
        "hints": [
            "크기는 `np.abs(x)`, 부호는 `np.sign(x)`다.",
            "크기에서 `threshold`를 빼고, 0보다 작아지면 0으로 둔다. 그다음 부호를 곱한다.",
        ],
        "reason": "큰 수도 작은 수도 같은 만큼 줄어든다. 0에서 멈추지 않으면 작은 수의 "
        "부호가 뒤집힌다. 라쏘가 가중치를 정확히 0으로 만드는 걸음이 이것이다.",
    },
    "en": {
        "doc": "Numbers moved toward 0 by the threshold.",
        "question": "`x` is an array and `threshold` a number of at least 0. Return an "
        "array in which each number is smaller in size by `threshold`, with its sign; "
        "numbers no larger than `threshold` in size become 0.",
        "hints": [
            "The size is `np.abs(x)`, the sign `np.sign(x)`.",
            "Subtract `threshold` from the size, and take 0 where that is below 0. Then "
            "multiply by the sign.",
        ],
        "reason": "Large and small numbers shrink by the same amount. Without the stop at "
        "0, small ones would change their sign. By this step the lasso makes weights "
        "exactly 0.",
    },
}
SOLUTION = """
import numpy as np


def soft_threshold(x, threshold):
    return np.sign(x) * np.maximum(np.abs(x) - threshold, 0)
"""
WRONG = {
    "no stop at 0": (
        "np.maximum(np.abs(x) - threshold, 0)",
        "(np.abs(x) - threshold)",
        "x = [-3, 0.5, 1.5], threshold = 1",
    ),
    "a hard threshold": (
        "np.sign(x) * np.maximum(np.abs(x) - threshold, 0)",
        "np.where(np.abs(x) > threshold, x, 0)",
        "x = [-3, 0.5, 1.5], threshold = 1",
    ),
    "positive numbers alone": (
        "np.sign(x) * np.maximum(np.abs(x) - threshold, 0)",
        "np.maximum(x - threshold, 0)",
        "x = [-3, 0.5, 1.5], threshold = 1",
    ),
    "a smaller step": (
        "np.abs(x) - threshold",
        "np.abs(x) - threshold / 2",
        "x = [-3, 0.5, 1.5], threshold = 1",
    ),
}


def cases(rng):
    yield [2.0, -2.0, 0.0], 2.0
    yield [0.5, -0.5], 0.0
    yield [[0.25, -4.0], [1.0, 3.0]], 0.5
    yield rng.integers(-9, 10, 6) / 2, 1.5
