"""One epoch of two samples, used one at a time."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플이 둘이다. 입력 1의 정답은 {{a}}, 입력 2의 정답은 {{b}}이다. "
        "모델은 $\\hat{y} = wx$, 손실은 오차의 제곱이고 학습률은 {{lr}}이다. $w = 0$에서 "
        "두 샘플을 차례로 하나씩 써서 한 에폭을 학습하면 $w$는 얼마가 되는가?",
        "hints": [
            "한 에폭 동안 두 번 갱신한다.",
            "첫째 샘플의 기울기는 {{first}}이므로 $w = {{middle}}$이다.",
            "둘째 샘플의 기울기는 옮긴 자리에서 구한다.",
        ],
        "reason": "$w = {{middle}}$에서 둘째 샘플의 기울기는 {{second}}이다. "
        "${{middle}} - {{lr}} \\times ({{second}}) = {{answer}}$이다.",
    },
    "en": {
        "question": "There are two samples: the input 1 has the target {{a}}, the input 2 "
        "the target {{b}}. The model is $\\hat{y} = wx$, the loss the squared error. Start "
        "at $w = 0$ with the learning rate {{lr}} and use the samples in turn, one by one. "
        "What is $w$ after one epoch?",
        "hints": [
            "There are two updates in the epoch.",
            "The gradient of the first sample is {{first}}, which leads to "
            "$w = {{middle}}$.",
            "The gradient of the second sample is computed at that new place.",
        ],
        "reason": "At $w = {{middle}}$ the gradient of the second sample is {{second}}, "
        "and ${{middle}} - {{lr}} \\times ({{second}}) = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.optimizers import squared_error_gradients

X, y, w = np.array([[1], [2]]), np.array([{{a}}, {{b}}]), np.zeros(1)
for i in ([0], [1]):
    w = w - {{lr}} * squared_error_gradients(X[i], y[i], w)[0]
print(round(float(w[0]), 4))
"""


def draw(rng):
    a, b = rng.integers(1, 6, size=2)
    return {"a": a, "b": b, "lr": [0.05, 0.1, 0.2][rng.integers(3)]}


def steps(a, b, lr):
    middle = 2 * lr * a
    return {"first": -2 * a, "middle": middle, "second": 4 * (2 * middle - b)}


def check(a, b, lr):
    import torch

    w = torch.zeros((), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for x, y in [(1, a), (2, b)]:
        optimizer.zero_grad()
        (w * x - y).square().backward()
        optimizer.step()
    return w.item()
