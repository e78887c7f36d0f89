"""The class with the highest of three scores, and that score."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "클래스 셋의 가중치가 차례로 $({{a}})$, $({{c}})$, $({{d}})$이고 "
        "편향이 차례로 {{b}}이다. 입력이 $({{x}})$일 때 가장 높은 점수는 얼마인가?",
        "hints": [
            "클래스마다 가중치와 입력을 짝지어 곱하고, 더한 다음 편향을 더한다.",
            "점수는 차례로 {{scores}}이다.",
        ],
        "reason": "점수는 차례로 {{scores}}이고, 가장 높은 것은 {{answer}}이다.",
    },
    "en": {
        "question": "Three classes have the weights $({{a}})$, $({{c}})$ and $({{d}})$, "
        "and the biases {{b}}, in this order. What is the highest score of the input "
        "$({{x}})$?",
        "hints": [
            "For each class, multiply weights and inputs in pairs, add, and add the bias.",
            "The scores are {{scores}}, in this order.",
        ],
        "reason": "The scores are {{scores}}, of which {{answer}} is the highest.",
    },
}
CODE = """
import numpy as np

W = np.array([[{{a}}], [{{c}}], [{{d}}]])
print((W @ np.array([{{x}}]) + np.array([{{b}}])).max())
"""


def draw(rng):
    rows = {name: rng.integers(-3, 4, 2).tolist() for name in ("a", "c", "d")}
    x = rng.integers(1, 5, 2) * rng.choice([-1, 1], 2)
    return rows | {"b": rng.integers(-2, 3, 3).tolist(), "x": x.tolist()}


def steps(a, c, d, b, x):
    rows = zip((a, c, d), b, strict=True)
    return {"scores": [w[0] * x[0] + w[1] * x[1] + bias for w, bias in rows]}


def check(a, c, d, b, x):
    return max(steps(a, c, d, b, x)["scores"])
