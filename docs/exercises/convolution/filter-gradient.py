"""The gradient of one weight of a filter."""

import numpy as np

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "픽셀은 {{x}}, 필터의 가중치는 세 개다. 특징 맵에서의 기울기가 "
        "{{delta}}일 때, "
        "{{place}}번 가중치의 기울기는 얼마인가? 번호는 1부터 센다.",
        "hints": [
            "가중치 하나는 특징 맵의 모든 값에 쓰였다.",
            "이 가중치가 차례로 만난 픽셀은 {{met}}이다.",
            "만난 픽셀에 그 자리의 기울기를 곱해 모두 더한다.",
        ],
        "reason": "곱은 차례로 {{products}}이고, 더하면 {{answer}}이다.",
    },
    "en": {
        "question": "The pixels are {{x}}, and the filter has three weights. The "
        "gradient by "
        "the feature map is {{delta}}. What is the gradient by weight number {{place}}, "
        "counted from 1?",
        "hints": [
            "Each weight was used for every value of the feature map.",
            "The pixels that this weight met are {{met}}, in this order.",
            "Multiply each by the gradient at its place, and add up.",
        ],
        "reason": "The products are {{products}}, and they add up to {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import conv2d_backward

w = [[[[0, 0, 0]]]]  # the gradient does not depend on it
_, dw, _ = conv2d_backward([[[[{{delta}}]]]], [[[[{{x}}]]]], w)
print(int(dw[0, 0, 0, {{place}} - 1]))
"""


def draw(rng):
    return {
        "x": rng.integers(0, 8, 5),
        "delta": rng.integers(-4, 5, 3),
        "place": rng.integers(1, 4),
    }


def steps(x, delta, place):
    met = x[place - 1 : place + 2]
    return {"met": met, "products": [a * b for a, b in zip(met, delta, strict=True)]}


def check(x, delta, place):
    """The slope of the sum of products, which is linear in the weight."""
    w = np.zeros(3)
    w[place - 1] = 1
    return np.dot(delta, np.correlate(x, w, "valid"))
