"""F1 from labels and predictions, also without a single hit."""

ANSWER = "dlnotes.linear.f1(y, y_hat)"
TOLERANCE = 1e-9
EXAMPLE = ([0, 0, 0, 1, 1], [0, 1, 1, 1, 0])
WORDS = {
    "ko": {
        "doc": "정밀도와 재현율의 조화 평균을 구한다.",
        "question": "`y`는 정답, `y_hat`은 예측이 든 배열이고 둘 다 0과 1뿐이다. 1을 "
        "양성으로 볼 때의 F1 점수를 수 하나로 돌려준다. 정답이나 예측에 1이 적어도 하나는 "
        "있다.",
        "hints": [
            "둘 다 1인 샘플의 수가 TP다. `(y == 1) & (y_hat == 1)`의 합으로 센다.",
            "$2\\mathrm{TP} + \\mathrm{FP} + \\mathrm{FN}$은 정답의 1과 예측의 1을 더한 "
            "수다.",
        ],
        "reason": "정밀도와 재현율을 따로 구하면 맞힌 양성이 없을 때 0을 0으로 나눈다. 세 "
        "수로 바로 셈하면 그때의 F1은 0이다.",
    },
    "en": {
        "doc": "The harmonic mean of precision and recall.",
        "question": "`y` has the labels and `y_hat` the predictions, both 0 and 1 only. "
        "Return the F1 score as a single number, with 1 as positive. At least one 1 is "
        "among the labels or the predictions.",
        "hints": [
            "TP is the number of samples where both are 1: the sum of `(y == 1) & (y_hat "
            "== 1)`.",
            "$2\\mathrm{TP} + \\mathrm{FP} + \\mathrm{FN}$ is the number of ones in the "
            "labels and the predictions together.",
        ],
        "reason": "By way of precision and recall, a model without a hit divides 0 by 0. "
        "From the three counts its F1 is 0.",
    },
}
SOLUTION = """
import numpy as np


def f1(y, y_hat):
    hits = np.sum((y == 1) & (y_hat == 1))
    return 2 * hits / (np.sum(y == 1) + np.sum(y_hat == 1))
"""
WRONG = {
    "accuracy": (
        "2 * hits / (np.sum(y == 1) + np.sum(y_hat == 1))",
        "np.mean(y == y_hat)",
        "y = [0, 1, 1], y_hat = [1, 1, 1]",
    ),
    "by way of precision and recall": (
        "2 * hits / (np.sum(y == 1) + np.sum(y_hat == 1))",
        "2 / (np.sum(y_hat) / hits + np.sum(y) / hits) if hits else np.nan",
        "y = [1, 0], y_hat = [0, 1]",
    ),
    "precision alone": (
        "2 * hits / (np.sum(y == 1) + np.sum(y_hat == 1))",
        "hits / np.sum(y_hat == 1)",
        "y = [0, 0, 0, 1, 1], y_hat = [0, 1, 1, 1, 0]",
    ),
}


def cases(rng):
    yield [1, 0], [0, 1]
    yield [1, 1], [0, 0]
    yield [1], [1]
    yield [0, 1, 1], [1, 1, 1]
    yield [*rng.integers(0, 2, 9), 1], [*rng.integers(0, 2, 9), 0]
