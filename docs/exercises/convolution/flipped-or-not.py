"""Which operation gave a result: with the filter flipped, or as it is."""

import numpy as np

from dlnotes.convolution import convolve2d, cross_correlate2d

KIND = "choice"
WORDS = {
    "ko": {
        "question": "어떤 도구에 넣은 픽셀은 {{x}}이고 필터는 {{w}}이며, 나온 결과는 "
        "{{z}}이다. 이 도구는 무엇을 셈했는가?",
        "hints": [
            "첫 값만 확인해도 된다. 첫 창의 픽셀은 {{window}}이다.",
            "필터를 그대로 곱해 더한 값과, 좌우로 뒤집어 곱해 더한 값을 견준다.",
        ],
        "claims": {
            "correlation": ["교차상관", "필터를 그대로 대었을 때만 그렇다."],
            "convolution": ["수학의 합성곱", "필터를 뒤집어 대었을 때만 그렇다."],
            "either": [
                "둘 중 어느 것인지 알 수 없다.",
                "필터가 좌우 대칭일 때 그렇다.",
            ],
        },
        "reason": "첫 값은 그대로 대면 {{plain}}, 뒤집어 대면 {{turned}}이다.",
    },
    "en": {
        "question": "Given the pixels {{x}} and the filter {{w}}, a tool returned {{z}}. "
        "What "
        "did it compute?",
        "hints": [
            "The first value is enough. The pixels of the first window are {{window}}.",
            "Compare the sum of products with the filter as it is, and with the filter "
            "turned round.",
        ],
        "claims": {
            "correlation": [
                "a cross-correlation",
                "True if the filter was used as it is.",
            ],
            "convolution": [
                "a convolution as in mathematics",
                "True if the filter was flipped.",
            ],
            "either": [
                "There is no way to tell.",
                "True if the filter is the same when flipped.",
            ],
        },
        "reason": "The first value is {{plain}} with the filter as it is and {{turned}} "
        "with "
        "it flipped.",
    },
}


def draw(rng):
    x, w = rng.integers(1, 9, 5), rng.choice([-2, -1, 1, 2, 3], 3, replace=False)
    x[2] = x[0] + rng.integers(1, 4)  # so that flipping changes the first value
    case = rng.integers(3)
    if case == 2:
        w[2] = w[0]
    f = (cross_correlate2d, convolve2d, cross_correlate2d)[case]
    return {"x": x, "w": w, "z": f([x], [w])[0].astype(int)}


def steps(x, w, z):
    a, b, c = w
    return {
        "window": x[:3],
        "plain": a * x[0] + b * x[1] + c * x[2],
        "turned": c * x[0] + b * x[1] + a * x[2],
    }


def truth(x, w, z):
    plain = cross_correlate2d([x], [w])[0].tolist() == z
    turned = convolve2d([x], [w])[0].tolist() == z
    return {
        "correlation": plain and not turned,
        "convolution": turned and not plain,
        "either": plain and turned,
    }


def check(x, w, z):
    if w[0] == w[2]:
        return "either"
    return "convolution" if np.convolve(x, w, "valid").tolist() == z else "correlation"
