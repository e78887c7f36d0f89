"""One step of an LSTM of one unit, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "유닛이 하나인 LSTM의 한 시점을 NumPy로 쓴 코드인데, 한 줄이 틀렸다. "
        "몇 번째 줄인가? `s`는 입력 게이트, 망각 게이트, 후보, 출력 게이트의 활성화 전 "
        "값이다.",
        "hints": [
            "게이트는 0과 1 사이, 후보는 −1과 1 사이의 값이다.",
            "망각 게이트는 칸의 앞 값에, 입력 게이트는 후보에 곱한다.",
            "상태는 칸의 값을 tanh에 넣고 출력 게이트를 곱한 것이다.",
        ],
        "mistakes": {
            "squash": "후보는 시그모이드가 아니라 tanh를 지난다.",
            "gate": "출력 게이트는 네 값 가운데 마지막이다.",
            "keep": "칸의 앞 값에는 입력 게이트가 아니라 망각 게이트를 곱한다.",
            "show": "칸의 값은 tanh를 지나서 나간다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code is one step of an LSTM of one unit, in NumPy, but one line "
        "is wrong. Which? `s` has the pre-activations of the input gate, the forget gate, "
        "the candidate and the output gate.",
        "hints": [
            "Gates lie between 0 and 1, the candidate between −1 and 1.",
            "The forget gate scales the old cell, and the input gate the candidate.",
            "The state is tanh of the cell, times the output gate.",
        ],
        "mistakes": {
            "squash": "The candidate goes through tanh, not through the sigmoid.",
            "gate": "The output gate is the last of the four.",
            "keep": "The old cell is scaled by the forget gate, not by the input gate.",
            "show": "The cell goes through tanh before it is given out.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
s, c = np.array([{{s}}]), {{c}}
gates = 1 / (1 + np.exp(-s))
g = {{squash}}
o = {{gate}}
c = {{keep}} * c + gates[0] * g
h = o * {{show}}
print(round(float(c), 6), round(float(h), 6))
"""
MISTAKES = {
    "squash": ("np.tanh(s[2])", "gates[2]"),
    "gate": ("gates[3]", "gates[2]"),
    "keep": ("gates[1]", "gates[0]"),
    "show": ("np.tanh(c)", "c"),
}


def draw(rng):
    s = rng.permutation(range(-12, 13))[:4] / 4
    s[1] = abs(s[1]) + 0.1  # so that the cell is not near 0, where tanh changes little
    return {"s": s + 0.1, "c": rng.integers(3, 7)}
