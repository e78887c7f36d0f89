"""The distance of a point from a line."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "가중치가 $({{w}})$, 편향이 {{b}}인 직선이 있다. "
        "점 $({{x}})$에서 이 직선까지의 거리는 얼마인가? 부호는 떼고 답한다.",
        "hints": [
            "점의 점수를 구한 다음, 가중치의 길이로 나눈다.",
            "점수는 {{score}}이고 가중치의 길이는 {{length}}이다.",
        ],
        "reason": "|{{score}}| ÷ {{length}} ≈ {{answer}}이다.",
    },
    "en": {
        "question": "A line has the weights $({{w}})$ and the bias {{b}}. How far is the "
        "point $({{x}})$ from it? Answer without a sign.",
        "hints": [
            "Work out the score of the point, and divide it by the length of the weights.",
            "The score is {{score}}, and the length of the weights is {{length}}.",
        ],
        "reason": "|{{score}}| ÷ {{length}} ≈ {{answer}}.",
    },
}
CODE = """
from dlnotes.linear import hyperplane_distance

print(round(abs(float(hyperplane_distance([{{x}}], [{{w}}], {{b}}))), 4))
"""
TRIPLES = [(3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5)]


def draw(rng):
    w = TRIPLES[rng.integers(len(TRIPLES))] * rng.choice([-1, 1], 2)
    x = rng.integers(-5, 6, 2)
    return {"w": w.tolist(), "b": rng.integers(-12, 13), "x": x.tolist()}


def steps(w, b, x):
    return {
        "score": w[0] * x[0] + w[1] * x[1] + b,
        "length": math.isqrt(w[0] ** 2 + w[1] ** 2),
    }


def check(w, b, x):
    """The length of the way to the nearest point of the line."""
    size = w[0] ** 2 + w[1] ** 2
    share = (w[0] * x[0] + w[1] * x[1] + b) / size
    return math.dist(x, [x[0] - share * w[0], x[1] - share * w[1]])
