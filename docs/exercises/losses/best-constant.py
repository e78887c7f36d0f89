"""The one number that predicts five truths best, by MSE or by MAE."""

import statistics

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "정답이 {{y}}이다. 이 모두를 수 하나로 예측할 때, "
        "{{measure}} 손실을 가장 작게 하는 수는 얼마인가?",
        "hints": [
            "MSE와 MAE 가운데 하나는 평균에서, 다른 하나는 중앙값에서 가장 작다.",
            "MSE는 평균, MAE는 중앙값에서 가장 작다. 정답을 크기 순서대로 적으면 "
            "{{ordered}}이다.",
        ],
        "reason": "평균은 {{mean}}, 중앙값은 {{median}}이다. "
        "{{measure}} 손실을 가장 작게 하는 수는 {{answer}}이다.",
    },
    "en": {
        "question": "The truths are {{y}}. One number has to predict all of them: which "
        "number has the smallest {{measure}}?",
        "hints": [
            "One of MSE and MAE is smallest at the mean, the other at the median.",
            "MSE is smallest at the mean and MAE at the median. In order of size, the "
            "truths are {{ordered}}.",
        ],
        "reason": "The mean is {{mean}} and the median {{median}}. "
        "{{measure}} is smallest at {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import l1_loss, mse_loss

loss = {"MSE": mse_loss, "MAE": l1_loss}["{{measure}}"]
guesses = np.linspace(0, 20, 101)
losses = [loss(np.full(5, guess), [{{y}}]) for guess in guesses]
print(round(float(guesses[np.argmin(losses)]), 4))
"""


def draw(rng):
    y = rng.permutation([*rng.choice(9, 4, replace=False), rng.integers(20, 60)])
    return {"y": y, "measure": ["MSE", "MAE"][rng.integers(2)]}


def steps(y, measure):
    ordered = sorted(y)
    return {"ordered": ordered, "mean": sum(y) / 5, "median": ordered[2]}


def check(y, measure):
    return float(statistics.mean(y) if measure == "MSE" else statistics.median(y))
