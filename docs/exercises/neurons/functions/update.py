"""One step of the perceptron's rule, also where the score is exactly 0."""

ANSWER = "dlnotes.neurons.perceptron_update(x, y, w, b)[0]"
TOLERANCE = 1e-9
EXAMPLE = ([1.0, 2.0], 1, [0.0, -1.0], 0.5)
WORDS = {
    "ko": {
        "doc": "퍼셉트론이 샘플 하나를 본 뒤의 가중치를 구한다.",
        "question": "샘플 `x`의 정답은 `y`(0 또는 1)이고, 퍼셉트론의 가중치는 `w`, 편향은 "
        "`b`다. 점수가 0 이상이면 1, 아니면 0으로 예측한다. 퍼셉트론 규칙으로 한 번 고친 "
        "가중치를 돌려준다. 학습률은 1이다.",
        "hints": [
            "점수는 `x @ w + b`다. 여기서 예측 0이나 1을 구한다.",
            "정답에서 예측을 빼면 1, 0, -1 가운데 하나다. 여기에 `x`를 곱해 `w`에 더한다.",
        ],
        "reason": "맞혔으면 차이가 0이라 그대로다. 1을 0이라고 했으면 `x`를 더하고, 0을 "
        "1이라고 했으면 뺀다. 점수가 0이면 예측은 1이다.",
    },
    "en": {
        "doc": "The weights of a perceptron after it has seen one sample.",
        "question": "A sample `x` has the label `y` (0 or 1); a perceptron has the "
        "weights `w` and the bias `b`. It predicts 1 if its score is 0 or more, and 0 "
        "otherwise. Return the weights after one step of the perceptron's rule, with a "
        "learning rate of 1.",
        "hints": [
            "The score is `x @ w + b`: it gives the prediction, 0 or 1.",
            "The label minus the prediction is 1, 0 or -1. Multiply `x` by it, and "
            "add that to `w`.",
        ],
        "reason": "Where it was right, the difference is 0 and nothing changes. `x` is "
        "added where a 1 was taken for a 0, and subtracted where a 0 was taken for a 1. A "
        "score of 0 predicts 1.",
    },
}
SOLUTION = """
import numpy as np


def update(x, y, w, b):
    predicted = 1 if x @ w + b >= 0 else 0
    return w + (y - predicted) * x
"""
WRONG = {
    "0 counts as class 0": (">= 0", "> 0", "x = [1, 2], y = 0, w = [0, 0], b = 0"),
    "the wrong direction": (
        "(y - predicted)",
        "(predicted - y)",
        "x = [1, 2], y = 1, w = [0, -1], b = 0.5",
    ),
    "no bias in the score": (
        "x @ w + b",
        "x @ w",
        "x = [2, 1], y = 0, w = [1, 0], b = -3",
    ),
}


def cases(rng):
    yield [1.0, 2.0], 0, [0.0, 0.0], 0.0
    yield [2.0, 1.0], 0, [1.0, 0.0], -3.0
    yield [1.0, 1.0], 1, [1.0, 1.0], 0.0
    yield [3.0], 0, [1.0], 0.0
    for y in (0, 1):
        yield rng.integers(-9, 10, 3) / 2, y, rng.integers(-9, 10, 3) / 2, 0.5
