"""The loss of a sample from the scores of its classes."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "클래스 1, 2, 3의 점수(로짓)가 차례로 {{z}}이고 "
        "정답은 클래스 {{y}}이다. 교차 엔트로피는 얼마인가?",
        "hints": [
            "확률을 따로 구하지 않아도 된다. $\\log \\sum_k e^{z_k} - z_y$에 넣는다.",
            "$\\sum_k e^{z_k} \\approx {{total}}$이다.",
        ],
        "reason": "$\\log \\sum_k e^{z_k} \\approx {{high}}$이다. "
        "정답의 점수는 $z_y = {{own}}$이고, 둘의 차가 {{answer}}이다.",
    },
    "en": {
        "question": "The scores (logits) of classes 1, 2 and 3 are {{z}}, and the truth "
        "is class {{y}}. What is the cross-entropy?",
        "hints": [
            "No probability is needed on the way: use $\\log \\sum_k e^{z_k} - z_y$.",
            "$\\sum_k e^{z_k} \\approx {{total}}$.",
        ],
        "reason": "$\\log \\sum_k e^{z_k} \\approx {{high}}$. "
        "The score of the truth is $z_y = {{own}}$, and the difference is {{answer}}.",
    },
}
CODE = """
from dlnotes.losses import cross_entropy

z, y = [[{{z}}]], [{{y}} - 1]  # Python counts from 0
print(round(float(cross_entropy(z, y)), 4))
"""


def draw(rng):
    return {"z": rng.permutation([-2, -1, 0, 1, 2, 3])[:3], "y": rng.integers(1, 4)}


def steps(z, y):
    total = sum(math.exp(score) for score in z)
    return {"total": total, "high": math.log(total), "own": z[y - 1]}


def check(z, y):
    return -math.log(math.exp(z[y - 1]) / sum(map(math.exp, z)))
