"""The most mistakes that a perceptron can make on two samples."""

KIND = "number"
TOLERANCE = 0.1
WORDS = {
    "ko": {
        "question": "클래스가 0인 샘플은 {{low}}, 클래스가 1인 샘플은 {{high}}이다. "
        "한가운데인 {{middle}}에 경계가 오게 하는 수는 $w = 1$, $b = {{b}}$이다. "
        "이 경계로 구한 실수 횟수의 한계 $M$은 얼마인가?",
        "hints": [
            "가장 긴 샘플에서 $R^2 = 1 + {{longest}}^2 = {{R2}}$이다.",
            "점수의 크기는 두 샘플 모두 {{score}}이다. "
            "$\\gamma^2$은 {{score}}의 제곱을 $w^2 + b^2$으로 나눈 것이고, "
            "$w^2 + b^2 = {{square}}$이다.",
        ],
        "reason": "$M = R^2 / \\gamma^2 = {{R2}} \\times {{square}} / {{score}}^2 "
        "\\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The sample {{low}} has class 0, and the sample {{high}} has class 1. "
        "The boundary lies in the middle, at {{middle}}: $w = 1$ and $b = {{b}}$. "
        "Which bound $M$ for the number of mistakes follows from this boundary?",
        "hints": [
            "The longest sample gives $R^2 = 1 + {{longest}}^2 = {{R2}}$.",
            "Both scores have the size {{score}}. $\\gamma^2$ is the square of {{score}} "
            "divided by $w^2 + b^2 = {{square}}$.",
        ],
        "reason": "$M = R^2 / \\gamma^2 = {{R2}} \\times {{square}} / {{score}}^2 "
        "\\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.neurons import perceptron_mistake_bound

bound = perceptron_mistake_bound([[{{low}}], [{{high}}]], [0, 1], [1], -({{middle}}))
print(round(float(bound), 2))
"""


def draw(rng):
    middle, half = int(rng.integers(-3, 4)), int(rng.integers(1, 4))
    return {"low": middle - half, "high": middle + half, "middle": middle}


def steps(low, high, middle):
    longest = max(abs(low), abs(high))
    return {
        "b": -middle,
        "longest": longest,
        "R2": 1 + longest**2,
        "score": high - middle,
        "square": 1 + middle**2,
    }


def check(low, high, middle):
    return max(1 + low**2, 1 + high**2) * (1 + middle**2) / ((high - low) / 2) ** 2
