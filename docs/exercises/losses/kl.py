"""The KL divergence of two distributions over two classes."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "정답의 분포 $t$는 {{t}}이고 예측한 분포 $q$는 {{q}}이다. "
        "$D_{\\mathrm{KL}}(t \\parallel q)$는 얼마인가?",
        "hints": [
            "클래스마다 $t_k \\log (t_k / q_k)$를 구해 더한다.",
            "두 클래스의 몫은 차례로 약 {{parts}}이다.",
        ],
        "reason": "두 몫 {{parts}}의 합은 약 {{answer}}이다. 예측은 이만큼을 "
        "바닥 위로 더 낸다.",
    },
    "en": {
        "question": "The distribution $t$ of the truth is {{t}}, and the prediction $q$ "
        "is {{q}}. What is $D_{\\mathrm{KL}}(t \\parallel q)$?",
        "hints": [
            "Compute $t_k \\log (t_k / q_k)$ for each class and add them up.",
            "The parts of the two classes are about {{parts}}.",
        ],
        "reason": "The parts, {{parts}}, add up to about {{answer}}. The prediction pays "
        "this much above the floor.",
    },
}
CODE = """
from dlnotes.losses import kl_div

print(round(float(kl_div([{{t}}], [{{q}}])), 4))
"""


def draw(rng):
    t, q = rng.choice(9, 2, replace=False) + 1
    return {"t": [t / 10, (10 - t) / 10], "q": [q / 10, (10 - q) / 10]}


def steps(t, q):
    return {"parts": [t[k] * math.log(t[k] / q[k]) for k in range(2)]}


def check(t, q):
    from scipy.special import rel_entr

    return float(rel_entr(t, q).sum())
