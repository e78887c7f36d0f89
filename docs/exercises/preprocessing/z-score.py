"""The z-score of one of five numbers."""

import math
import statistics

KIND = "number"
TOLERANCE = 0.02
WORDS = {
    "ko": {
        "question": "다섯 사람이 일주일에 읽은 책의 쪽수가 {{x}}이다. "
        "{{value}}쪽을 읽은 사람의 z-점수는 얼마인가?",
        "hints": [
            "평균은 {{mean}}이다.",
            "평균과의 차이는 차례로 {{off}}이다. 제곱해 더하고 5로 나눈 값의 제곱근이 "
            "표준편차다.",
            "표준편차는 {{std}}이다. 차이를 이 값으로 나눈다.",
        ],
        "reason": "$({{value}} - {{mean}}) / {{std}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "In a week five people read {{x}} pages. "
        "What is the z-score of the one who read {{value}}?",
        "hints": [
            "The mean is {{mean}}.",
            "The differences from the mean are {{off}}. Square them, add them up, divide "
            "by 5 and take the root: the standard deviation.",
            "The standard deviation is {{std}}. Divide the difference by it.",
        ],
        "reason": "It is $({{value}} - {{mean}}) / {{std}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.preprocessing import standardize, standardize_fit

x = [[v] for v in [{{x}}]]
z = standardize([[{{value}}]], *standardize_fit(x))
print(round(z.item(), 3))
"""


def draw(rng):
    while True:
        x = 10 * rng.integers(1, 10, size=5)
        if x.std() and x.sum() % 5 == 0 and x[0] != x.mean():
            return {"x": x, "value": x[0]}


def steps(x, value):
    mean = sum(x) // 5
    std = math.sqrt(sum((v - mean) ** 2 for v in x) / 5)
    return {"mean": mean, "off": [v - mean for v in x], "std": std}


def check(x, value):
    return (value - statistics.fmean(x)) / statistics.pstdev(x)
