"""One update of batch gradient descent on two samples."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플이 둘이다. 입력 1의 정답은 {{a}}, 입력 2의 정답은 {{b}}이다. "
        "모델은 $\\hat{y} = wx$, 손실은 오차 제곱의 평균이고 학습률은 {{lr}}이다. "
        "$w = {{w}}$에서 배치 경사 하강법으로 한 번 갱신하면 $w$는 얼마가 되는가?",
        "hints": [
            "샘플마다 기울기 $2(\\hat{y}_i - y_i) x_i$를 구한다.",
            "두 기울기는 {{first}}, {{second}}이다. 평균을 낸다.",
            "평균에 학습률을 곱해 $w$에서 뺀다.",
        ],
        "reason": "기울기의 평균은 {{mean}}이다. "
        "$w - {{lr}} \\times ({{mean}}) = {{answer}}$이다.",
    },
    "en": {
        "question": "There are two samples: the input 1 has the target {{a}}, the input 2 "
        "the target {{b}}. The model is $\\hat{y} = wx$, the loss the mean squared error. "
        "Where does one update of batch gradient descent lead from $w = {{w}}$, with the "
        "learning rate {{lr}}?",
        "hints": [
            "The gradient of each sample is $2(\\hat{y}_i - y_i) x_i$.",
            "The two gradients are {{first}} and {{second}}. Take their mean.",
            "Multiply the mean by the learning rate and subtract it from $w$.",
        ],
        "reason": "The mean gradient is {{mean}}, and "
        "$w - {{lr}} \\times ({{mean}}) = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.optimizers import squared_error_gradients

X, y, w = np.array([[1], [2]]), np.array([{{a}}, {{b}}]), np.array([{{w}}])
g = squared_error_gradients(X, y, w).mean(axis=0)
print(round(float((w - {{lr}} * g)[0]), 4))
"""


def draw(rng):
    return {
        "a": rng.integers(1, 6),
        "b": rng.integers(1, 6),
        "w": rng.integers(-1, 3),
        "lr": [0.05, 0.1, 0.2][rng.integers(3)],
    }


def steps(a, b, w, lr):
    first, second = 2 * (w - a), 4 * (2 * w - b)
    return {"first": first, "second": second, "mean": (first + second) / 2}


def check(a, b, w, lr):
    best = (a + 2 * b) / 5  # the loss is a parabola of curvature 5 around it
    return best + (1 - 5 * lr) * (w - best)
