"""The output of one unit with a ReLU."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "입력이 {{x}}이고, 유닛의 가중치가 차례로 {{w}}, 편향이 {{b}}이다. "
        "활성화 함수가 ReLU일 때 이 유닛의 출력은 얼마인가?",
        "hints": [
            "입력마다 가중치를 곱해 더하고 편향을 더한다. 그 값이 활성화 전 값 $z$다.",
            "$z = {{z}}$이다. ReLU는 음수를 0으로 바꾼다.",
        ],
        "reason": "$z = {{z}}$이고, $\\max(0, z) = {{answer}}$이다.",
    },
    "en": {
        "question": "The inputs are {{x}}. A unit has the weights {{w}} and the bias "
        "{{b}}. What does it give out, with a ReLU as its activation function?",
        "hints": [
            "Multiply each input by its weight, add them up, and add the bias: this is "
            "the pre-activation $z$.",
            "$z = {{z}}$. The ReLU sets negative numbers to 0.",
        ],
        "reason": "$z = {{z}}$, and $\\max(0, z) = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.activations import relu

x, w, b = np.array([{{x}}]), np.array([{{w}}]), {{b}}
print(int(relu(w @ x + b)))
"""


def draw(rng):
    x, w = rng.integers(-3, 4, size=(2, 3))
    return {"x": x, "w": w, "b": rng.integers(-4, 5)}


def steps(x, w, b):
    return {"z": sum(one * other for one, other in zip(x, w, strict=True)) + b}


def check(x, w, b):
    import torch

    inputs, weights = torch.tensor([x, w], dtype=torch.float64)
    return torch.relu(torch.dot(inputs, weights) + b).item()
