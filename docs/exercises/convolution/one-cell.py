"""One value of a feature map, from a row of pixels."""

import numpy as np

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "한 줄로 놓인 픽셀이 {{x}}이고 필터는 {{w}}이다. "
        "딥러닝의 합성곱층이 내는 특징 맵에서 {{place}}번 값은 얼마인가? "
        "번호는 1부터 센다. 편향은 {{b}}이다.",
        "hints": [
            "필터의 왼쪽 끝을 {{place}}번 픽셀에 맞춘다. 필터는 뒤집지 않는다.",
            "겹친 픽셀은 {{window}}이다.",
            "겹친 수끼리 곱해 더하고, 편향을 더한다.",
        ],
        "reason": "곱을 더하면 {{sum}}이고, 편향까지 더하면 {{answer}}이다.",
    },
    "en": {
        "question": "Pixels in a row are {{x}} and the filter is {{w}}. What is value "
        "number "
        "{{place}} of the feature map that a convolutional layer gives, counted from 1? "
        "The "
        "bias is {{b}}.",
        "hints": [
            "Put the left end of the filter on pixel number {{place}}; it is not flipped.",
            "The pixels below it are {{window}}.",
            "Multiply each pixel by the weight above it, add up, and add the bias.",
        ],
        "reason": "The products add up to {{sum}}, and with the bias it is {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import conv2d

z = conv2d([[[[{{x}}]]]], [[[[{{w}}]]]], [{{b}}])[0, 0, 0]
print(int(z[{{place}} - 1]))
"""


def draw(rng):
    return {
        "x": rng.integers(0, 10, 6),
        "w": rng.choice([-3, -2, -1, 0, 1, 2, 3], 3, replace=False),
        "place": rng.integers(1, 5),
        "b": rng.integers(1, 6),
    }


def steps(x, w, place, b):
    window = x[place - 1 : place + 2]
    return {"window": window, "sum": sum(a * c for a, c in zip(window, w, strict=True))}


def check(x, w, place, b):
    return np.correlate(x, w, "valid")[place - 1] + b
