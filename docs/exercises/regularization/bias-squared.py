"""The squared bias of four models at one place."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "데이터를 네 번 새로 뽑아 학습한 모델의 예측이 차례로 {{y_hat}}이고 "
        "참값은 {{f}}이다. 편향의 제곱은 얼마인가?",
        "hints": [
            "먼저 예측의 평균을 구한다.",
            "평균은 {{mean}}이다. 참값과의 차를 제곱한다.",
        ],
        "reason": "({{mean}} − {{f}})² = {{answer}}이다.",
    },
    "en": {
        "question": "Models that learnt from four draws of the data predict {{y_hat}}, and "
        "the truth is {{f}}. What is the squared bias?",
        "hints": [
            "First take the mean of the predictions.",
            "The mean is {{mean}}. Square its difference from the truth.",
        ],
        "reason": "({{mean}} − {{f}})² = {{answer}}.",
    },
}
CODE = """
from dlnotes.regularization import bias_and_variance

bias_squared, variance = bias_and_variance([{{y_hat}}], {{f}})
print(round(float(bias_squared), 4))
"""


def draw(rng):
    return {"y_hat": rng.integers(1, 10, 4).tolist(), "f": rng.integers(1, 10)}


def steps(y_hat, f):
    return {"mean": sum(y_hat) / 4}


def check(y_hat, f):
    """The mean difference, not the difference of the mean."""
    return (sum(one - f for one in y_hat) / 4) ** 2
