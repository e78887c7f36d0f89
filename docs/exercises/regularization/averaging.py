"""The error of the mean of three predictions."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "모델 셋의 예측이 차례로 {{y_hat}}이고 정답은 {{y}}이다. "
        "세 모델의 제곱 오차를 평균하면 {{each}}이다. "
        "예측을 먼저 평균하면 제곱 오차는 이보다 얼마나 작아지는가?",
        "hints": [
            "예측의 평균은 {{mean}}이다.",
            "줄어드는 양은 세 예측의 분산과 같다.",
        ],
        "reason": "평균한 예측의 제곱 오차는 {{together}}이므로 {{answer}}만큼 줄어든다. "
        "예측의 분산이 바로 이 값이다.",
    },
    "en": {
        "question": "Three models predict {{y_hat}}, and the right answer is {{y}}. The "
        "mean "
        "of their squared errors is {{each}}. By how much is the squared error smaller if "
        "the predictions are averaged first?",
        "hints": [
            "The mean prediction is {{mean}}.",
            "The difference is the variance of the three predictions.",
        ],
        "reason": "The mean prediction has the squared error {{together}}, so the error "
        "falls by {{answer}}. This is the variance of the predictions.",
    },
}
CODE = """
import numpy as np

y_hat, y = np.array([{{y_hat}}]), {{y}}
each = np.mean((y_hat - y) ** 2)
together = (y_hat.mean() - y) ** 2
print(round(each - together, 4))
"""


def draw(rng):
    mean, a = int(rng.integers(3, 8)), int(rng.integers(-3, 4))
    b = int(rng.integers(1, 4))
    y_hat = [mean + a, mean + b, mean - a - b]
    return {"y_hat": y_hat, "y": int(rng.integers(1, 10))}


def steps(y_hat, y):
    mean = sum(y_hat) // 3
    each = sum((one - y) ** 2 for one in y_hat) / 3
    return {"mean": mean, "each": each, "together": (mean - y) ** 2}


def check(y_hat, y):
    """The variance from the three differences of pairs."""
    a, b, c = y_hat
    return ((a - b) ** 2 + (b - c) ** 2 + (a - c) ** 2) / 9
