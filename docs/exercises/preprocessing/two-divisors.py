"""The standard deviation of two numbers by the divisors N and N - 1."""

import math

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가? `ddof=1`이면 N 대신 N − 1로 나눈다.",
        "hints": [
            "두 수의 평균은 {{mean}}이고, 두 수 모두 평균에서 {{off}}만큼 떨어져 있다.",
            "제곱의 합은 {{sum}}이다. 한 번은 2로, 한 번은 1로 나누고 제곱근을 구한다.",
        ],
        "reason": "차례로 NumPy와 PyTorch의 기본값이다.",
    },
    "en": {
        "question": "What does this code print? `ddof=1` divides by N − 1 instead of N.",
        "hints": [
            "The mean of the two numbers is {{mean}}, and both are {{off}} away from it.",
            "Divide the sum of squares, {{sum}}, once by 2 and once by 1; take the roots.",
        ],
        "reason": "These are the defaults of NumPy and of PyTorch, in this order.",
    },
}
CODE = """
import numpy as np

x = np.array([{{x}}])
print(f"{np.std(x):.1f} {np.std(x, ddof=1):.1f}")
"""


def draw(rng):
    while True:
        low, off = rng.integers(0, 20), rng.integers(1, 15)
        if abs(10 * off * math.sqrt(2) % 1 - 0.5) > 0.01:  # no doubt how it is rounded
            return {"x": [low, low + 2 * off]}


def steps(x):
    off = (x[1] - x[0]) // 2
    return {"mean": x[0] + off, "off": off, "sum": 2 * off**2}


def check(x):
    off = (x[1] - x[0]) / 2
    return f"{off:.1f} {math.sqrt(2) * off:.1f}"
