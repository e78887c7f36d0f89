"""The variance that is left of a direction when eps is added."""

from fractions import Fraction

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "한 주성분 방향의 분산이 {{variance}}이다. 백색화할 때 "
        "더하는 $\\varepsilon$의 값은 {{eps}}이다. 그 좌표의 분산은 얼마가 되는가?",
        "hints": [
            "좌표를 {{sum}}의 제곱근으로 나눈다.",
            "값을 어떤 수로 나누면 분산은 그 수의 제곱으로 나뉜다.",
        ],
        "reason": "${{variance}} / {{sum}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The variance along a principal component is {{variance}}. What is the "
        "variance of that coordinate after whitening with $\\varepsilon = {{eps}}$?",
        "hints": [
            "The coordinate is divided by the root of {{sum}}.",
            "When values are divided by a number, their variance is divided by its square.",
        ],
        "reason": "It is ${{variance}} / {{sum}} \\approx {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.preprocessing import pca_whiten

x = np.sqrt({{variance}}) * np.array([[1], [-1]])
z = pca_whiten(x, [0], [[1]], [{{variance}}], eps={{eps}})
print(round(z.var(), 4))
"""


def draw(rng):
    return {"variance": rng.integers(1, 30), "eps": rng.choice([1, 2, 3, 5, 10])}


def steps(variance, eps):
    return {"sum": variance + eps}


def check(variance, eps):
    return float(1 - Fraction(eps, variance + eps))
