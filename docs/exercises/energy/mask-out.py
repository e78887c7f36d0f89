"""The probability of a hidden unit of which one visible unit was not observed."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "은닉 유닛 하나의 가중치가 {{w}}, 편향이 0이다. 세 작품 가운데 첫째와 "
        "셋째는 좋아한다(1)고 했고 둘째는 평가하지 않았다. 이 은닉 유닛이 1일 확률은 "
        "얼마인가?",
        "hints": [
            "평가하지 않은 작품의 가중치는 더하지 않는다.",
            "더한 값은 {{z}}이다. 여기에 시그모이드를 씌운다.",
        ],
        "reason": "$z = {{z}}$ 자리에서 $\\sigma(z)$의 값은 {{answer}}이다.",
    },
    "en": {
        "question": "A hidden unit has the weights {{w}} and the bias 0. Of three works, a "
        "user likes (1) the first and the third, and has not rated the second. What is "
        "the probability that the hidden unit is 1?",
        "hints": [
            "The weight of a work that was not rated is left out.",
            "The sum is {{z}}. Take its sigmoid.",
        ],
        "reason": "$\\sigma(z)$ at $z = {{z}}$ is {{answer}}.",
    },
}
CODE = """
from dlnotes.energy import rbm_hidden_prob

seen = [True, False, True]
print(round(float(rbm_hidden_prob([1, 0, 1], [[{{w}}]], [0], mask=seen)[0]), 4))
"""


def draw(rng):
    return {"w": [int(x) for x in rng.integers(-2, 3, 3)]}


def steps(w):
    return {"z": w[0] + w[2]}


def check(w):
    """The counts of both states."""
    on = math.exp(w[0]) * math.exp(w[2])
    return on / (on + 1)
