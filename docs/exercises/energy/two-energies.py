"""The probability of a label from the free energies of both."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "어떤 그림에 레이블 0을 붙이면 자유 에너지가 {{F}}, 레이블 1을 붙이면 "
        "{{G}}이다. 레이블이 1일 확률은 얼마인가?",
        "hints": [
            "자유 에너지가 낮은 레이블의 확률이 높다.",
            "두 자유 에너지의 차이 {{gap}}에 시그모이드를 씌운다.",
        ],
        "reason": "레이블 0의 자유 에너지에서 레이블 1의 자유 에너지를 빼면 {{gap}}이고, "
        "시그모이드의 값은 {{answer}}이다.",
    },
    "en": {
        "question": "With the label 0 a picture has the free energy {{F}}, with the label "
        "1 it has {{G}}. What is the probability of the label 1?",
        "hints": [
            "The label with the lower free energy is the likelier one.",
            "Take the sigmoid of the difference, {{gap}}.",
        ],
        "reason": "The free energy with 0 minus that with 1 is {{gap}}, and its sigmoid is "
        "{{answer}}.",
    },
}
CODE = """
from dlnotes.activations import softmax

print(round(float(softmax([-({{F}}), -({{G}})])[1]), 4))
"""


def draw(rng):
    F = -int(rng.integers(100, 200)) / 10
    return {"F": F, "G": round(F + int(rng.integers(-20, 21)) / 10, 1)}


def steps(F, G):
    return {"gap": round(F - G, 1)}


def check(F, G):
    """The odds are the power of the difference."""
    odds = math.exp(F - G)
    return odds / (1 + odds)
