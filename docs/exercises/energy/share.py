"""The probability of a state of two visible units, by a list of all states."""

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "가시 유닛 두 개와 은닉 유닛 하나가 있다. 은닉 유닛이 1일 때 첫째 가시 "
        "유닛도 1이면 무게가 {{r}}배, 둘째 가시 유닛도 1이면 무게가 {{s}}배가 된다. 편향은 "
        "모두 0이다. 두 가시 유닛이 모두 1일 확률은 얼마인가?",
        "hints": [
            "은닉 유닛이 0이면 네 상태의 무게가 모두 1이다.",
            "은닉 유닛이 1이면 무게는 1, {{s}}, {{r}}, {{both}}이다.",
            "무게를 모두 더하면 {{Z}}이다.",
        ],
        "reason": "두 가시 유닛이 모두 1인 상태의 무게를 모두의 합으로 나눈다: "
        "(1 + {{both}}) / {{Z}} = {{answer}}.",
    },
    "en": {
        "question": "There are two visible units and a hidden one. If the hidden unit is "
        "1, the count of a state is multiplied by {{r}} for a first visible unit of 1, "
        "and by {{s}} for a second visible unit of 1. All biases are 0. What is the "
        "probability that both visible units are 1?",
        "hints": [
            "With the hidden unit at 0, each of the four states counts 1.",
            "With it at 1, they count 1, {{s}}, {{r}} and {{both}}.",
            "All eight counts add up to {{Z}}.",
        ],
        "reason": "Both visible units at 1 count $1 + {{both}}$ of {{Z}}, which is "
        "{{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.energy import rbm_log_prob

W = np.log([[{{r}}, {{s}}]])
print(round(float(np.exp(rbm_log_prob([1, 1], W, [0, 0], [0]))), 4))
"""


def draw(rng):
    return {"r": rng.integers(2, 7), "s": rng.integers(2, 7)}


def steps(r, s):
    return {"both": r * s, "Z": 5 + r + s + r * s}


def check(r, s):
    """By the hidden unit: it halves the chances, or gives each unit odds of its own."""
    on = (1 + r) * (1 + s)  # all that counts while the hidden unit is 1
    share = on / (4 + on)
    return share * r / (1 + r) * s / (1 + s) + (1 - share) / 4
