"""An activation function told from its outputs."""

import numpy as np

from dlnotes import activations

KIND = "choice"
NAMES = ["sigmoid", "tanh", "relu", "leaky_relu"]
WORDS = {
    "ko": {
        "question": "어떤 활성화 함수에 넣은 값이 차례로 {{z}}이고, 나온 값이 "
        "{{h}}이다. 어느 함수인가?",
        "hints": [
            "음수를 넣었을 때의 출력부터 본다. 0인가, 음수인가, 양수인가?",
            "양수를 넣었을 때 그대로 나왔는가, 1보다 작아졌는가?",
        ],
        "claims": {
            "sigmoid": [
                "시그모이드",
                "시그모이드는 음수를 넣어도 0과 1 사이의 양수를 낸다.",
            ],
            "tanh": ["tanh", "tanh는 음수를 넣으면 음수를 내고, 1을 넘지 않는다."],
            "relu": ["ReLU", "ReLU는 음수를 0으로 바꾸고 양수를 그대로 내보낸다."],
            "leaky_relu": [
                "리키 렐루",
                "리키 렐루는 양수를 그대로 내보내고, 음수에는 0.01을 곱한다.",
            ],
        },
        "reason": "음수 쪽과 양수 쪽의 출력을 함께 보면 하나만 남는다.",
    },
    "en": {
        "question": "An activation function was given {{z}} and returned {{h}}. "
        "Which one is it?",
        "hints": [
            "Look at the outputs for negative inputs first: 0, negative or positive?",
            "Did the positive input come out unchanged, or below 1?",
        ],
        "claims": {
            "sigmoid": ["the sigmoid", "The sigmoid gives positive numbers below 1 only."],
            "tanh": ["tanh", "tanh turns negative into negative, and stays below 1."],
            "relu": ["the ReLU", "The ReLU sets negative numbers to 0."],
            "leaky_relu": [
                "the Leaky ReLU",
                "The Leaky ReLU multiplies negative numbers by 0.01, and only those.",
            ],
        },
        "reason": "The outputs for negative and positive inputs leave only one.",
    },
}


def draw(rng):
    z = [-rng.integers(1, 4), rng.integers(2, 5)]
    f = getattr(activations, NAMES[rng.integers(4)])
    return {"z": z, "h": f(np.array(z, dtype=float)).round(3)}


def truth(z, h):
    shown = {name: getattr(activations, name)(np.array(z, dtype=float)) for name in NAMES}
    return {name: bool(np.allclose(values, h, atol=1e-3)) for name, values in shown.items()}


def check(z, h):
    low, high = h
    if high == z[1]:
        return "relu" if low == 0 else "leaky_relu"
    return "sigmoid" if low > 0 else "tanh"
