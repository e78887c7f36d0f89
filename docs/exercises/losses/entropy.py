"""The entropy of a distribution over three classes."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "세 클래스의 정답 분포 $t$가 차례로 {{t}}이다. "
        "엔트로피 $H(t)$는 얼마인가?",
        "hints": [
            "클래스마다 $-t_k \\log t_k$를 구해 더한다.",
            "첫 클래스의 몫은 약 {{first}}이다.",
        ],
        "reason": "세 클래스의 몫은 차례로 약 {{parts}}이고, 더하면 약 {{answer}}이다.",
    },
    "en": {
        "question": "The distribution $t$ of a truth over three classes is {{t}}. "
        "What is its entropy $H(t)$?",
        "hints": [
            "Compute $-t_k \\log t_k$ for each class and add them up.",
            "The part of the first class is about {{first}}.",
        ],
        "reason": "The parts are about {{parts}}, which add up to about {{answer}}.",
    },
}
CODE = """
from dlnotes.losses import entropy

print(round(float(entropy([{{t}}])), 4))
"""


def draw(rng):
    first = rng.integers(1, 9)
    second = rng.integers(1, 10 - first)
    return {"t": [first / 10, second / 10, (10 - first - second) / 10]}


def steps(t):
    parts = [round(-x * math.log(x), 4) for x in t]
    return {"first": parts[0], "parts": parts}


def check(t):
    import scipy.stats

    return float(scipy.stats.entropy(t))
