"""The bias that moves the threshold of a unit."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "가중치가 {{w}}인 ReLU 유닛이 있다. 0과 1만 넣을 때 입력 {{D}}개가 "
        "모두 1이면 켜지고, 하나라도 0이면 꺼지게 하는 가장 작은 정수 편향은 얼마인가?",
        "hints": [
            "유닛은 가중합이 $-b$를 넘어야 켜진다.",
            "모두 1일 때 가중합은 {{total}}이다. 가장 작은 가중치의 입력만 0이면 "
            "{{next}}이다.",
        ],
        "reason": "모두 1일 때 켜지려면 $b > -{{total}}$, "
        "하나가 0일 때 꺼지려면 $b \\le -{{next}}$. 가장 작은 정수는 {{answer}}이다.",
    },
    "en": {
        "question": "A ReLU unit has the weights {{w}}, and its {{D}} inputs are 0 or 1. "
        "What is the smallest whole-number bias with which it is on if all of them are 1, "
        "and off if any is 0?",
        "hints": [
            "The unit is on where the weighted sum exceeds $-b$.",
            "With all inputs 1 the sum is {{total}}; with only the input of the smallest "
            "weight at 0 it is {{next}}.",
        ],
        "reason": "It is on for all 1 if $b > -{{total}}$, and off for one 0 if "
        "$b \\le -{{next}}$. The smallest whole number is {{answer}}.",
    },
}
CODE = """
from itertools import product

import numpy as np
from dlnotes.activations import relu

X = np.array(list(product([0, 1], repeat={{D}})))
for b in range(-40, 1):
    on = relu(X @ [{{w}}] + b) > 0
    if on[-1] and not on[:-1].any():
        print(b)
        break
"""


def draw(rng):
    D = rng.integers(2, 4)
    return {"D": D, "w": rng.integers(2, 9, size=D)}


def steps(D, w):
    return {"total": sum(w), "next": sum(w) - min(w)}


def check(D, w):
    return 1 - sum(w)
