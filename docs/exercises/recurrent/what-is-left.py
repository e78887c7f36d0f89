"""What is left in a cell after many steps, from the bias of the forget gate."""

import math

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "가중치가 모두 0이고 망각 게이트의 편향만 {{b}}인 LSTM이 있다. 후보는 "
        "0이다. 칸에 1을 적어 두면 {{T}}시점 뒤에 얼마가 남는가?",
        "hints": [
            "망각 게이트는 $\\sigma({{b}}) = 1 / (1 + e^{-{{b}}})$이다.",
            "그 값은 {{f}}이고, 시점마다 한 번씩 곱한다.",
        ],
        "reason": "${{f}}^{ {{T}} } \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "All weights of an LSTM are 0, and only its forget gate has a bias, "
        "{{b}}. Its candidate is 0. If 1 is in the cell, what is left after {{T}} steps?",
        "hints": [
            "The forget gate is $\\sigma({{b}}) = 1 / (1 + e^{-{{b}}})$.",
            "That is {{f}}, and each step multiplies by it once.",
        ],
        "reason": "It is ${{f}}^{ {{T}} } \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.recurrent import lstm_forward

params = [[[0]] * 4, [[0]] * 4, [0, {{b}}, 0, 0], [0] * 4]
_, C, _ = lstm_forward([[0]] * {{T}}, params, c0=[1])
print(round(float(C[-1, 0]), 4))
"""


def draw(rng):
    b = rng.integers(2, 6)  # four digits of the gate of a larger bias would not be enough
    return {"b": b, "T": rng.integers(2, 8) * [1, 2, 5, 10][b - 2]}


def steps(b, T):
    return {"f": 1 / (1 + math.exp(-b))}


def check(b, T):
    return (1 + math.exp(-b)) ** -T
