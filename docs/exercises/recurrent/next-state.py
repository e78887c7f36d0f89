"""The state of a recurrent unit after two steps."""

import math

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "tanh를 쓰는 유닛 하나가 차례로 읽는 입력이 {{first}}, "
        "{{second}}이다. 입력의 가중치는 {{w}}, 순환 가중치는 {{u}}, 편향은 0이고 처음 "
        "상태도 0이다. 둘째 시점의 상태는 얼마인가?",
        "hints": [
            "첫째 시점의 상태는 $\\tanh({{w}} \\times ({{first}}))$이다.",
            "그 값은 {{h}}이다. 여기에 순환 가중치를 곱하고, 둘째 입력의 {{w}}배를 더한다.",
            "마지막으로 tanh를 지난다.",
        ],
        "reason": "활성화 전 값이 {{z}}이므로 상태는 {{answer}}이다.",
    },
    "en": {
        "question": "A unit with tanh reads the inputs {{first}} and {{second}}, one "
        "after the other. Its input weight is {{w}}, its recurrent weight {{u}}, the bias "
        "and the first state are 0. What is its state after the second step?",
        "hints": [
            "The state after the first step is $\\tanh({{w}} \\times ({{first}}))$.",
            "That is {{h}}. Multiply it by the recurrent weight, and add {{w}} times the "
            "second input.",
            "Take tanh at the end.",
        ],
        "reason": "The pre-activation is {{z}}, and so the state is {{answer}}.",
    },
}
CODE = """
from dlnotes.recurrent import rnn_forward

H, _ = rnn_forward([[{{first}}], [{{second}}]], [[[{{w}}]], [[{{u}}]], [0], [0]])
print(round(float(H[1, 0]), 4))
"""


def draw(rng):
    first, second = [1, 0, -1, 2][rng.integers(4)], [0, 1, -1][rng.integers(3)]
    w, u = rng.integers(2, 10) / 10, rng.integers(2, 13) / 10
    first += not (first or second)
    given = {"first": first, "second": second, "w": w, "u": u}
    given["u"] += 0.05 * (abs(check(**given)) < 0.02)  # an answer near 0 is hard to tell
    return given


def steps(first, second, w, u):
    h = math.tanh(w * first)
    return {"h": h, "z": w * second + u * h}


def check(first, second, w, u):
    return math.tanh(steps(first, second, w, u)["z"])
