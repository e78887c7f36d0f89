"""The gradient of Huber's loss for one error."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플 하나의 예측값이 {{y_hat}}, 정답이 {{y}}이다. "
        "$\\delta = {{delta}}$인 후버 손실을 예측값으로 미분하면 얼마인가?",
        "hints": [
            "오차는 {{e}}이다. 그 크기를 $\\delta$와 견준다.",
            "오차를 $-\\delta$와 $\\delta$ 사이로 자른 값이 기울기다.",
        ],
        "reason": "오차 {{e}}의 값을 {{low}}에서 {{delta}}까지의 범위로 자르면 "
        "{{answer}}이다.",
    },
    "en": {
        "question": "For one sample, the prediction is {{y_hat}} and the truth {{y}}. "
        "What is the gradient of Huber's loss with $\\delta = {{delta}}$ with respect to "
        "the prediction?",
        "hints": [
            "The error is {{e}}. Compare its size with $\\delta$.",
            "The gradient is the error cut off at $-\\delta$ and $\\delta$.",
        ],
        "reason": "The error {{e}}, cut off at {{low}} and {{delta}}, is {{answer}}.",
    },
}
CODE = """
from dlnotes.losses import huber_loss_grad

print(round(float(huber_loss_grad({{y_hat}}, {{y}}, delta={{delta}})), 4))
"""


def draw(rng):
    y, e = rng.integers(2, 9), rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]) / 2
    return {"y": y, "y_hat": y + e, "delta": [0.5, 1, 2][rng.integers(3)]}


def steps(y, y_hat, delta):
    return {"e": y_hat - y, "low": -delta}


def check(y, y_hat, delta):
    import torch
    from torch.nn import functional

    guess = torch.tensor(float(y_hat), requires_grad=True)
    functional.huber_loss(guess, torch.tensor(float(y)), delta=delta).backward()
    return guess.grad.item()
