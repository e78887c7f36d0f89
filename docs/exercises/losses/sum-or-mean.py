"""The cross-entropy of a guess, as a mean and as a sum over the samples."""

import math

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "점수가 모두 같으면 모든 클래스의 확률이 같다.",
            "샘플 하나의 손실은 $\\log {{K}} \\approx {{one}}$이다. "
            "이제 `reduction`을 본다.",
        ],
        "reason": "모든 클래스의 확률이 $1/{{K}}$이므로 샘플마다 손실이 "
        "$\\log {{K}} \\approx {{one}}$이다. `mean`은 이 값을 그대로 두고, "
        "`sum`은 샘플의 수만큼 더한다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "When all scores are equal, all classes have the same probability.",
            "One sample costs $\\log {{K}} \\approx {{one}}$. Now look at `reduction`.",
        ],
        "reason": "Every class has the probability $1/{{K}}$, so every sample costs "
        "$\\log {{K}} \\approx {{one}}$. `mean` leaves this as it is, `sum` adds it up "
        "once for every sample.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import cross_entropy

scores = np.zeros(({{n}}, {{K}}))
truth = [1] * {{n}}
loss = cross_entropy(scores, truth, reduction="{{reduction}}")
print(round(float(loss), 2))
"""


def draw(rng):
    reduction = ["sum", "mean"][rng.integers(2)]
    return {"n": rng.integers(2, 9), "K": rng.integers(2, 11), "reduction": reduction}


def steps(n, K, reduction):
    return {"one": math.log(K)}


def check(n, K, reduction):
    return f"{math.log(K) * (n if reduction == 'sum' else 1):.2f}"
