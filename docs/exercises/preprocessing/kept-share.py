"""The share of variance that some components explain."""

from fractions import Fraction

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "주성분 방향의 분산이 차례로 {{variances}}이다. "
        "주성분 {{k}}개를 남기면 설명된 분산의 비율은 얼마인가?",
        "hints": [
            "분산을 모두 더하면 {{total}}이다.",
            "앞의 {{k}}개를 더하면 {{kept}}이다. 전체로 나눈다.",
        ],
        "reason": "${{kept}} / {{total}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The variances along the principal components are {{variances}}, in "
        "this order. What share of the variance is explained if {{k}} components are kept?",
        "hints": [
            "The sum of all variances is {{total}}.",
            "The first {{k}} have the sum {{kept}}. Divide it by the sum of all.",
        ],
        "reason": "It is ${{kept}} / {{total}} \\approx {{answer}}$.",
    },
}
CODE = """
variances = [{{variances}}]
print(round(sum(variances[:{{k}}]) / sum(variances), 4))
"""


def draw(rng):
    return {
        "variances": sorted(rng.integers(1, 40, size=5).tolist(), reverse=True),
        "k": rng.integers(2, 5),
    }


def steps(variances, k):
    return {"total": sum(variances), "kept": sum(variances[:k])}


def check(variances, k):
    return float(1 - Fraction(sum(variances[k:]), sum(variances)))
