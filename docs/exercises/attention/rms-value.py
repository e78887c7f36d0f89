"""One entry of RMSNorm, beside that of layer normalisation."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "낱말의 특징이 {{x}}이다. RMSNorm을 지난 첫 특징은 얼마인가? "
        "$\\gamma = 1$이고 $\\varepsilon$은 무시한다.",
        "hints": [
            "특징을 제곱해서 평균하면 {{square}}이다.",
            "그 제곱근으로 첫 특징을 나눈다. 평균은 빼지 않는다.",
        ],
        "reason": "제곱 평균의 제곱근은 {{root}}이고, 나누면 {{answer}}이다.",
    },
    "en": {
        "question": "The features of a word are {{x}}. What is the first feature after "
        "RMSNorm, with $\\gamma = 1$ and without $\\varepsilon$?",
        "hints": [
            "The mean of the squares is {{square}}.",
            "Divide the first feature by its root. No mean is subtracted.",
        ],
        "reason": "The root of the mean square is {{root}}, and the quotient {{answer}}.",
    },
}
CODE = """
from dlnotes.normalization import rms_norm

y, _ = rms_norm([{{x}}], [1, 1], eps=1e-12)
print(round(float(y[0]), 3))
"""


def draw(rng):
    return {"x": (rng.integers(1, 13, 2) * rng.choice([-1, 1], 2)).tolist()}


def steps(x):
    square = (x[0] ** 2 + x[1] ** 2) / 2
    return {"square": square, "root": math.sqrt(square)}


def check(x):
    return x[0] / steps(x)["root"]
