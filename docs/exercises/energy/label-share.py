"""The probability of a label, by counts."""

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "칸 하나, 레이블 유닛 둘(A와 B), 은닉 유닛 하나로 된 머신이 있다. 은닉 "
        "유닛이 1일 때 칸도 1이면 무게가 {{r}}배, A가 1이면 {{s}}배, B가 1이면 {{t}}배가 "
        "되고, 편향은 모두 0이다. 칸이 1일 때 레이블이 A일 확률은 얼마인가?",
        "hints": [
            "은닉 유닛이 0이면 무게는 1이다. A와 B의 무게를 따로 구한다.",
            "A의 무게는 1 + {{rs}}, B의 무게는 1 + {{rt}}이다.",
        ],
        "reason": "A의 무게는 1 + {{rs}}, B의 무게는 1 + {{rt}}이다. 둘의 합 가운데 A의 "
        "비율은 {{answer}}이다.",
    },
    "en": {
        "question": "A machine has one pixel, two label units, A and B, and a hidden unit. "
        "If the hidden unit is 1, the count of a state is multiplied by {{r}} for a pixel "
        "of 1, by {{s}} for A and by {{t}} for B; all biases are 0. The pixel is 1. What "
        "is the probability of the label A?",
        "hints": [
            "With the hidden unit at 0 a state counts 1. Find the counts of A and of B.",
            "A counts 1 + {{rs}}, and B counts 1 + {{rt}}.",
        ],
        "reason": "A counts 1 + {{rs}} and B 1 + {{rt}}; the share of A is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.energy import rbm_class_prob

W = np.log([[{{r}}, {{s}}, {{t}}]])
print(round(float(rbm_class_prob([1], W, [0, 0, 0], [0], classes=2)[0]), 4))
"""


def draw(rng):
    s, t = rng.permutation(range(1, 7))[:2]  # equal ones would need no computation
    return {"r": rng.integers(2, 6), "s": s, "t": t}


def steps(r, s, t):
    return {"rs": r * s, "rt": r * t}


def check(r, s, t):
    a, b = 1 + r * s, 1 + r * t
    return a / (a + b)
