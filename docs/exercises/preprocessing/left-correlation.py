"""The correlation that is left after standardisation."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "두 특성의 분산이 차례로 {{v}}, {{w}}이고 공분산이 {{c}}이다. "
        "두 특성을 표준화하면 상관계수는 얼마가 되는가?",
        "hints": [
            "표준화는 상관계수를 바꾸지 않는다.",
            "공분산을 두 표준편차 {{s}}, {{t}}의 곱으로 나눈다.",
        ],
        "reason": "${{c}} / ({{s}} \\times {{t}}) \\approx {{answer}}$이다. "
        "표준화한 뒤에는 이것이 공분산이기도 하다.",
    },
    "en": {
        "question": "Two features have the variances {{v}} and {{w}} and the covariance "
        "{{c}}. What is their correlation coefficient after standardisation?",
        "hints": [
            "Standardisation does not change it.",
            "Divide the covariance by the product of the standard deviations, {{s}} and "
            "{{t}}.",
        ],
        "reason": "It is ${{c}} / ({{s}} \\times {{t}}) \\approx {{answer}}$, which is the "
        "covariance of the standardised features too.",
    },
}
CODE = """
import math

print(round({{c}} / math.sqrt({{v}} * {{w}}), 4))
"""


def draw(rng):
    s, t = rng.integers(1, 7, size=2)
    most = s * t
    c = rng.integers(1, most) if most > 1 else 0
    return {"v": s**2, "w": t**2, "c": c * rng.choice([-1, 1])}


def steps(v, w, c):
    return {"s": math.isqrt(v), "t": math.isqrt(w)}


def check(v, w, c):
    import numpy as np

    scale = np.diag([v**-0.5, w**-0.5])
    return (scale @ [[v, c], [c, w]] @ scale)[0, 1]
