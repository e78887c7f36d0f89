"""The distance of two points with three numbers each."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "두 점 [{{a}}], [{{b}}] 사이의 유클리드 거리는 얼마인가?",
        "hints": [
            "같은 자리끼리 뺀다.",
            "차이는 차례로 {{gaps}}이다. 제곱해서 더하고 제곱근을 취한다.",
        ],
        "reason": "차이를 제곱해 더하면 {{sum}}이고, 제곱근은 약 {{answer}}이다.",
    },
    "en": {
        "question": "What is the Euclidean distance of the points [{{a}}] and [{{b}}]?",
        "hints": [
            "Subtract place by place.",
            "The differences are {{gaps}}. Square them, add, and take the root.",
        ],
        "reason": "The squares of the differences add up to {{sum}}, and the root of that "
        "is about {{answer}}.",
    },
}
CODE = """
from dlnotes.neighbors import pairwise_distances

print(round(float(pairwise_distances([[{{a}}]], [[{{b}}]])[0, 0]), 3))
"""


def draw(rng):
    a = rng.integers(-5, 6, size=3)
    return {"a": a, "b": a + rng.integers(1, 6, size=3) * rng.choice([-1, 1], size=3)}


def steps(a, b):
    gaps = [x - y for x, y in zip(a, b, strict=True)]
    return {"gaps": gaps, "sum": sum(gap * gap for gap in gaps)}


def check(a, b):
    return math.dist(a, b)
