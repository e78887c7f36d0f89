"""The weight of the line nearest to three points."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "입력이 {{x}}일 때 정답이 차례로 {{y}}이다. "
        "최소제곱으로 구한 직선의 가중치는 얼마인가?",
        "hints": [
            "입력의 평균은 {{middle}}이다. 입력마다 평균에서 벗어난 값을 구하고, "
            "정답도 그렇게 한다.",
            "둘을 짝지어 곱해 더한 값은 {{products}}이고, "
            "입력이 벗어난 값을 제곱해 더한 값은 {{squares}}이다.",
        ],
        "reason": "{{products}} ÷ {{squares}} ≈ {{answer}}이다.",
    },
    "en": {
        "question": "For the inputs {{x}} the right answers are {{y}}, in this order. What "
        "is the weight of the least-squares line?",
        "hints": [
            "The mean of the inputs is {{middle}}. Work out how far each input is from it, "
            "and do the same for the answers.",
            "The sum of the products of both is {{products}}, and the sum of the squares "
            "of the inputs' differences is {{squares}}.",
        ],
        "reason": "{{products}} ÷ {{squares}} ≈ {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.linear import linear_regression_fit

x, y = np.array([{{x}}]), np.array([{{y}}])
w, b = linear_regression_fit(x[:, None], y)
print(round(float(w[0]), 4) + 0)
"""


def draw(rng):
    gap, start = rng.integers(1, 4), rng.integers(0, 4)
    x = [int(start + gap * i) for i in range(3)]
    first = rng.integers(0, 9)
    y = [int(first + step) for step in rng.integers(-3, 4, 3)]
    y[1] += -sum(y) % 3  # a mean that is whole
    return {"x": x, "y": y}


def steps(x, y):
    middle, mean = sum(x) // 3, sum(y) // 3
    pairs = [(a - middle, c - mean) for a, c in zip(x, y, strict=True)]
    return {
        "middle": middle,
        "products": sum(a * c for a, c in pairs),
        "squares": sum(a * a for a, _ in pairs),
    }


def check(x, y):
    """For three inputs at equal distances the middle one does not count."""
    return (y[2] - y[0]) / (x[2] - x[0])
