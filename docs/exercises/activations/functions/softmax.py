"""Softmax, also of large logits and of several rows."""

ANSWER = "dlnotes.activations.softmax(z)"
TOLERANCE = 1e-9
EXAMPLE = ([2.0, 1.0],)
WORDS = {
    "ko": {
        "doc": "마지막 축을 따라 소프트맥스를 구한다.",
        "question": "`z`는 로짓이 든 배열이다. 마지막 축을 따라 소프트맥스를 구해 모양이 "
        "같은 배열을 돌려준다. 로짓이 1000이어도 바른 값이 나와야 한다.",
        "hints": [
            "로짓에서 같은 수를 빼도 소프트맥스는 달라지지 않는다. 무엇을 빼면 지수가 0을 "
            "넘지 않는가?",
            "`z.max(axis=-1, keepdims=True)`를 빼고 `np.exp`에 넣은 다음, 그 합으로 "
            "나눈다. `keepdims`가 있어야 행마다 따로 뺀다.",
        ],
        "reason": "가장 큰 로짓을 빼면 지수 함수의 입력이 0을 넘지 않아 inf가 나오지 "
        "않는다. 합에는 $e^0 = 1$이 들어 있어 0으로 나누는 일도 없다.",
    },
    "en": {
        "doc": "Softmax along the last axis.",
        "question": "`z` is an array of logits. Return their softmax along the last axis, "
        "an array of the same shape. A logit of 1000 must give the right values too.",
        "hints": [
            "Softmax stays the same if one number is subtracted from all logits. Which "
            "one keeps the exponents from passing 0?",
            "Subtract `z.max(axis=-1, keepdims=True)`, take `np.exp`, and divide by the "
            "sum. With `keepdims` this is done row by row.",
        ],
        "reason": "Minus the largest logit, no exponent is above 0, so there is no inf. "
        "The sum contains $e^0 = 1$, so nothing is divided by 0.",
    },
}
SOLUTION = """
import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
"""
WRONG = {
    "no maximum subtracted": ("z - z.max(axis=-1, keepdims=True)", "z", "z = [1000, 0]"),
    "the sum of all rows": (
        ".sum(axis=-1, keepdims=True)",
        ".sum()",
        "z = [[0, 0], [0, 1]]",
    ),
    "the maximum of all rows": (
        "z.max(axis=-1, keepdims=True)",
        "z.max()",
        "z = [[1000, 999], [0, 1]]",
    ),
    "no division": (" / powers.sum(axis=-1, keepdims=True)", "", "z = [2, 1]"),
}


def cases(rng):
    yield ([1000.0, 0.0],)
    yield ([-1000.0, -1000.0],)
    yield ([7.0],)
    yield ([[0.0, 0.0], [0.0, 1.0]],)
    yield ([[1000.0, 999.0], [0.0, 1.0]],)
    yield (rng.integers(-9, 10, (2, 3)) / 2,)
    yield (rng.integers(-9, 10, (2, 2, 2)) / 2,)
