"""A negative number through ReLU, Leaky ReLU or ELU."""

import math

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "활성화 전 값이 {{z}}일 때 `{{name}}`의 출력은 얼마인가? "
        "리키 렐루의 음수 쪽 계수는 0.01, ELU의 $\\alpha$는 1이다.",
        "hints": [
            "음수이므로 ReLU는 0을, 리키 렐루는 $0.01 z$를, ELU는 $e^z - 1$을 낸다.",
            "$e^{ {{z}} } \\approx {{power}}$이다.",
        ],
        "reason": "`{{name}}({{z}})`의 값은 약 {{answer}}이다.",
    },
    "en": {
        "question": "The pre-activation is {{z}}. What does `{{name}}` give out? The "
        "Leaky ReLU has the factor 0.01, the ELU has $\\alpha = 1$.",
        "hints": [
            "For a negative $z$ the ReLU gives 0, the Leaky ReLU $0.01 z$ and the ELU "
            "$e^z - 1$.",
            "$e^{ {{z}} } \\approx {{power}}$.",
        ],
        "reason": "`{{name}}({{z}})` is about {{answer}}.",
    },
}
CODE = """
from dlnotes.activations import {{name}}

print(round(float({{name}}({{z}})), 4))
"""


def draw(rng):
    name = ["leaky_relu", "elu", "elu", "relu"][rng.integers(4)]
    return {"z": -int(rng.integers(2, 35)) / 10, "name": name}


def steps(z, name):
    return {"power": math.exp(z)}


def check(z, name):
    return {"leaky_relu": z / 100, "elu": math.exp(z) - 1, "relu": 0.0}[name]
