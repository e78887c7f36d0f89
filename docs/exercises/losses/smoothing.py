"""The loss of one sample with label smoothing."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "클래스가 셋이고 예측이 {{q}}, 정답은 첫째 클래스다. "
        "레이블 스무딩의 $\\varepsilon$은 {{eps}}이다. 손실은 얼마인가?",
        "hints": [
            "먼저 부드러운 정답을 만든다. 첫째 클래스에는 $1 - \\varepsilon$이 남고, "
            "모든 클래스가 $\\varepsilon / 3$씩 받는다.",
            "부드러운 정답은 {{target}}이다. 이 비율로 벌점 $-\\log q_k$를 섞는다.",
        ],
        "reason": "벌점은 차례로 {{costs}}이고, 부드러운 정답 {{target}}의 비율로 "
        "섞으면 약 {{answer}}이다.",
    },
    "en": {
        "question": "There are three classes. The prediction is {{q}}, the truth is the "
        "first class, and label smoothing has $\\varepsilon$ = {{eps}}. "
        "What is the loss?",
        "hints": [
            "Make the soft target first: the first class keeps $1 - \\varepsilon$, and "
            "each class is given $\\varepsilon / 3$.",
            "The soft target is {{target}}. Mix the penalties $-\\log q_k$ in this way.",
        ],
        "reason": "The penalties are {{costs}}, and mixed in the shares {{target}} they "
        "make about {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import cross_entropy

z = np.log([[{{q}}]])  # the logarithms serve as scores
print(round(float(cross_entropy(z, [0], label_smoothing={{eps}})), 4))
"""


def draw(rng):
    first = rng.integers(3, 9)
    second = rng.integers(1, 10 - first)
    q = [first / 10, second / 10, (10 - first - second) / 10]
    return {"q": q, "eps": [0.1, 0.2, 0.3][rng.integers(3)]}


def steps(q, eps):
    target = [round(1 - eps + eps / 3, 3), round(eps / 3, 3), round(eps / 3, 3)]
    return {"target": target, "costs": [round(-math.log(x), 3) for x in q]}


def check(q, eps):
    even = sum(math.log(x) for x in q) / 3
    return -(1 - eps) * math.log(q[0]) - eps * even
