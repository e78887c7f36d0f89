"""A number on the ruler from the smallest to the largest training value."""

from fractions import Fraction

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "훈련 데이터의 한 특성이 {{x}}이다. "
        "최소–최대 정규화를 하면 새 값 {{value}}의 결과는 얼마인가?",
        "hints": [
            "훈련 데이터에서 가장 작은 값은 {{low}}, 가장 큰 값은 {{high}}이다.",
            "가장 작은 값을 빼고, 두 값의 차이로 나눈다. 차이는 {{span}}이다. "
            "0과 1 사이가 아니어도 괜찮다.",
        ],
        "reason": "$({{value}} - {{low}}) / {{span}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "In the training data a feature is {{x}}. "
        "What does min–max scaling make of the new value {{value}}?",
        "hints": [
            "The smallest training value is {{low}}, the largest {{high}}.",
            "Subtract the smallest and divide by their difference, {{span}}. "
            "The result need not lie between 0 and 1.",
        ],
        "reason": "It is $({{value}} - {{low}}) / {{span}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.preprocessing import minmax_fit, minmax_scale

x = [[v] for v in [{{x}}]]
share = minmax_scale([[{{value}}]], *minmax_fit(x))
print(round(share.item(), 4))
"""


def draw(rng):
    x = rng.permutation(range(1, 30))[:6]
    while (value := rng.integers(1, 40)) in (x.min(), x.max()):
        pass
    return {"x": x, "value": value}


def steps(x, value):
    return {"low": min(x), "high": max(x), "span": max(x) - min(x)}


def check(x, value):
    return float(Fraction(value - min(x), max(x) - min(x)))
