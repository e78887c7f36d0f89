"""The width of the street that belongs to given weights."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "서포트 벡터 머신이 고른 가중치는 $({{w}})$, 편향은 {{b}}이고, "
        "모자란 집은 없다. 길의 **폭**은 얼마인가?",
        "hints": [
            "가중치의 길이부터 구한다. 마진은 1을 그 길이로 나눈 것이다.",
            "가중치의 길이는 {{length}}이고, 폭은 마진의 두 배다. 편향은 쓸 데가 없다.",
        ],
        "reason": "2 ÷ {{length}} = {{answer}}이다.",
    },
    "en": {
        "question": "A support vector machine chose the weights $({{w}})$ and the bias "
        "{{b}}, and no house has slack. How **wide** is the street?",
        "hints": [
            "First work out the length of the weights. The margin is 1 over this length.",
            "The weights have the length {{length}}, and the street is twice as wide as "
            "the margin. The bias does not matter.",
        ],
        "reason": "2 ÷ {{length}} = {{answer}}.",
    },
}
CODE = """
from dlnotes.linear import svm_margin

print(round(float(2 * svm_margin([{{w}}])), 4))
"""
TRIPLES = [(3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5)]


def draw(rng):
    w = TRIPLES[rng.integers(len(TRIPLES))] * rng.choice([-1, 1], 2)
    return {"w": (w / [1, 2, 10, 50][rng.integers(4)]).tolist(), "b": rng.integers(-9, 10)}


def steps(w, b):
    return {"length": math.hypot(*w)}


def check(w, b):
    """The distance of two points along the weights, one with the score 1, one with -1."""
    size = w[0] ** 2 + w[1] ** 2
    ends = [[(score - b) * part / size for part in w] for score in (-1, 1)]
    return math.dist(*ends)
