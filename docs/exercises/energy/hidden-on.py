"""The probability of a hidden unit, given the visible ones."""

import math

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "은닉 유닛 하나의 가중치가 {{w}}, 편향이 {{b}}이다. 가시 유닛의 상태가 "
        "{{v}}일 때 이 은닉 유닛이 1일 확률은 얼마인가?",
        "hints": [
            "상태가 1인 가시 유닛의 가중치만 더하고, 편향을 더한다.",
            "합은 {{z}}이다. 여기에 시그모이드를 씌운다.",
        ],
        "reason": "$z = {{z}}$ 자리에서 $\\sigma(z)$의 값은 {{answer}}이다.",
    },
    "en": {
        "question": "A hidden unit has the weights {{w}} and the bias {{b}}. The states of "
        "the visible units are {{v}}. What is the probability that the hidden unit is 1?",
        "hints": [
            "Add the weights of the visible units that are 1, and the bias.",
            "The sum is {{z}}. Take its sigmoid.",
        ],
        "reason": "$\\sigma(z)$ at $z = {{z}}$ is {{answer}}.",
    },
}
CODE = """
from dlnotes.energy import rbm_hidden_prob

p = rbm_hidden_prob([{{v}}], [[{{w}}]], [{{b}}])
print(round(float(p[0]), 4))
"""


def draw(rng):
    v = [1, 0, 1] if rng.random() < 0.5 else [1, 1, 0]
    w = [int(x) for x in rng.integers(-1, 4, 3)]  # below -4 the answer is nearly 0
    return {"w": w, "b": int(rng.integers(-1, 2)), "v": v}


def steps(w, b, v):
    return {"z": sum(x * y for x, y in zip(w, v, strict=True)) + b}


def check(w, b, v):
    """The weights of both states of the hidden unit."""
    on = math.exp(b)
    for x, y in zip(w, v, strict=True):
        on *= math.exp(x) ** y
    return on / (1 + on)
