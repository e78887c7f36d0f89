"""The gap of a constant that was fitted to three values."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "훈련 데이터의 정답은 {{y}}이고, 시험 데이터의 정답은 {{new}} 하나다. "
        "상수 하나로 예측하는 모델을 훈련 데이터에 맞춘다. 일반화 격차는 얼마인가?",
        "hints": [
            "훈련 오차가 가장 작은 상수는 평균인 {{mean}}이다.",
            "시험 오차는 {{test}}이다. 훈련 오차는 평균에서 벗어난 값을 제곱해 평균 낸다.",
        ],
        "reason": "훈련 오차는 {{train}}, 시험 오차는 {{test}}이므로 격차는 "
        "{{answer}}이다.",
    },
    "en": {
        "question": "The targets of the training data are {{y}}, and the test data have "
        "the "
        "single target {{new}}. A model that predicts a constant is fitted to the training "
        "data. What is its generalisation gap?",
        "hints": [
            "The constant with the smallest training error is the mean, {{mean}}.",
            "The test error is {{test}}. The training error is the mean of the squared "
            "differences from the mean.",
        ],
        "reason": "The training error is {{train}} and the test error {{test}}, so the gap "
        "is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import mse_loss

y, new = np.array([{{y}}]), {{new}}
constant = y.mean()
train = mse_loss(np.full(len(y), constant), y)
print(round(float(mse_loss(constant, new) - train), 4) + 0)
"""


def draw(rng):
    mean, a, b = int(rng.integers(3, 8)), int(rng.integers(-3, 4)), int(rng.integers(1, 4))
    y = [mean + a, mean + b, mean - a - b]
    return {"y": y, "new": mean + int(rng.integers(-4, 5))}


def steps(y, new):
    mean = sum(y) // 3
    train = sum((value - mean) ** 2 for value in y) / 3
    return {"mean": mean, "test": (new - mean) ** 2, "train": train}


def check(y, new):
    """The variance is the mean square minus the square of the mean."""
    mean = sum(y) / 3
    return (new - mean) ** 2 - (sum(value**2 for value in y) / 3 - mean**2)
