"""The input at which a ReLU unit bends."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "입력이 하나인 ReLU 유닛의 가중치가 {{w}}, 편향이 {{b}}이다. "
        "출력의 그래프는 입력이 얼마일 때 꺾이는가?",
        "hints": [
            "ReLU는 활성화 전 값이 0인 곳에서 꺾인다.",
            "${{w}} x + ({{b}}) = 0$을 푼다.",
        ],
        "reason": "$x = -b / w = {{answer}}$이다.",
    },
    "en": {
        "question": "A ReLU unit with one input has the weight {{w}} and the bias {{b}}. "
        "At what input does the graph of its output bend?",
        "hints": [
            "A ReLU bends where its pre-activation is 0.",
            "Solve ${{w}} x + ({{b}}) = 0$.",
        ],
        "reason": "$x = -b / w = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.activations import relu_grad

x = np.linspace(-12, 12, 2_400_001)
slope = relu_grad({{w}} * x + {{b}})
print(round(float(x[:-1][np.diff(slope) != 0][0]), 3))
"""


def draw(rng):
    w = rng.choice([-5, -4, -2, 2, 4, 5])
    return {"w": w, "b": rng.choice([n for n in range(-20, 21) if n])}


def check(w, b):
    return -b / w
