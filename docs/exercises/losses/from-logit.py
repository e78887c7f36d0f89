"""The penalty of one answer about two classes, from its score."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "점수(로짓)가 {{z}}이고 정답 $y$가 {{y}}이다. "
        "이진 교차 엔트로피는 얼마인가?",
        "hints": [
            "$\\max(z, 0) - zy + \\log(1 + e^{-|z|})$에 넣는다.",
            "마지막 항은 약 {{bend}}이다.",
        ],
        "reason": "$\\max(z, 0) = {{high}}$, $zy = {{own}}$이고 마지막 항은 약 "
        "{{bend}}이다. 모두 합치면 약 {{answer}}이다.",
    },
    "en": {
        "question": "The score (logit) is {{z}}, and the truth $y$ is {{y}}. "
        "What is the binary cross-entropy?",
        "hints": [
            "Use $\\max(z, 0) - zy + \\log(1 + e^{-|z|})$.",
            "The last term is about {{bend}}.",
        ],
        "reason": "$\\max(z, 0) = {{high}}$, $zy = {{own}}$, and the last term is about "
        "{{bend}}. Together they make about {{answer}}.",
    },
}
CODE = """
from dlnotes.losses import binary_cross_entropy_with_logits

print(round(float(binary_cross_entropy_with_logits({{z}}, {{y}})), 4))
"""


def draw(rng):
    z = rng.integers(-8, 9) / 2
    return {"z": int(z) if z == int(z) else z, "y": rng.integers(2)}


def steps(z, y):
    return {"bend": math.log(1 + math.exp(-abs(z))), "high": max(z, 0), "own": z * y}


def check(z, y):
    q = 1 / (1 + math.exp(-z))
    return -math.log(q if y else 1 - q)
