"""The error of the mean in two folds of two samples."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "정답이 차례로 {{y}}이다. 앞의 둘과 뒤의 둘을 번갈아 숨기고, 남은 "
        "둘의 평균으로 "
        "답한다. 두 폴드의 평균 절대 오차를 평균하면 얼마인가?",
        "hints": [
            "답은 앞의 둘을 숨길 때 {{first}}, 뒤의 둘을 숨길 때 {{second}}이다.",
            "두 폴드의 오차는 {{one}}, {{other}}이다. 둘을 평균한다.",
        ],
        "reason": "$({{one}} + {{other}}) / 2 = {{answer}}$이다. "
        "답할 때 숨긴 샘플을 한 번도 보지 않았다.",
    },
    "en": {
        "question": "The right answers are {{y}}. First the first two are held back, then "
        "the last two; the answer is the mean of the two that are left. What is the mean "
        "absolute error, averaged over both folds?",
        "hints": [
            "With the first two held back the answer is {{first}}; with the last two held "
            "back it is {{second}}.",
            "The errors of the folds are {{one}} and {{other}}. Take their mean.",
        ],
        "reason": "$({{one}} + {{other}}) / 2 = {{answer}}$. No answer has seen the "
        "samples "
        "that it is measured on.",
    },
}
CODE = """
import numpy as np
from dlnotes.regularization import k_fold

y = np.array([{{y}}])
errors = [abs(y[val] - y[train].mean()).mean() for train, val in k_fold(4, 2, rng=None)]
print(round(float(np.mean(errors)), 4))
"""


def draw(rng):
    return {"y": rng.integers(0, 13, size=4)}


def steps(y):
    a, b, c, d = map(int, y)
    first, second = (c + d) / 2, (a + b) / 2
    return {
        "first": first,
        "second": second,
        "one": (abs(a - first) + abs(b - first)) / 2,
        "other": (abs(c - second) + abs(d - second)) / 2,
    }


def check(y):
    """Twice the errors, in whole numbers."""
    a, b, c, d = map(int, y)
    one = abs(2 * a - c - d) + abs(2 * b - c - d)
    return (one + abs(2 * c - a - b) + abs(2 * d - a - b)) / 8
