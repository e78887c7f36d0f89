"""A coordinate along a component, divided by its standard deviation."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "한 주성분이 ({{axis}})이고 그 방향의 분산이 {{variance}}이다. "
        "평균을 뺀 샘플이 ({{x}})일 때, PCA 백색화한 좌표는 얼마인가?",
        "hints": [
            "먼저 주성분과의 내적을 구한다. {{z}}이다.",
            "표준편차는 {{std}}이다. 내적을 이 값으로 나눈다.",
        ],
        "reason": "${{z}} / {{std}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A principal component is ({{axis}}), and the variance along it is "
        "{{variance}}. Without the mean a sample is ({{x}}). What is its coordinate after "
        "PCA whitening?",
        "hints": [
            "Take the dot product with the component first. It is {{z}}.",
            "Divide it by the standard deviation, {{std}}.",
        ],
        "reason": "It is ${{z}} / {{std}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.preprocessing import pca_whiten

z = pca_whiten([[{{x}}]], [0, 0], [[{{axis}}]], [{{variance}}])
print(round(z.item(), 4))
"""
AXES = [[0.6, 0.8], [0.8, 0.6], [0.8, -0.6], [-0.6, 0.8]]


def draw(rng):
    return {
        "x": 5 * rng.integers(-4, 5, size=2),
        "axis": AXES[rng.integers(len(AXES))],
        "variance": rng.integers(2, 8) ** 2,
    }


def steps(x, axis, variance):
    z = round(x[0] * axis[0] + x[1] * axis[1], 6)
    return {"z": z, "std": math.isqrt(variance)}


def check(x, axis, variance):
    import numpy as np

    return (np.array(x) @ axis) * variance**-0.5
