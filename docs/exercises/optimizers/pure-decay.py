"""A weight after some updates of decay alone."""

import math

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "기울기가 0이어서 가중치 감쇠만 일어난다. 가중치가 {{w}}, 학습률이 "
        "{{lr}}, 감쇠의 세기가 $\\lambda = {{lam}}$이다. {{n}}번 "
        "갱신한 뒤 가중치는 얼마인가?",
        "hints": [
            "갱신할 때마다 곱하는 수는 $1 - \\eta\\lambda = {{factor}}$이다.",
            "{{n}}번 곱한다.",
        ],
        "reason": "${{w}} \\times {{factor}}^{ {{n}} } \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The gradient is 0, so there is weight decay alone. The weight is "
        "{{w}}, the learning rate {{lr}} and the strength of the decay $\\lambda = "
        "{{lam}}$. What is the weight after {{n}} updates?",
        "hints": [
            "Every update multiplies by $1 - \\eta\\lambda = {{factor}}$.",
            "Multiply {{n}} times.",
        ],
        "reason": "It is ${{w}} \\times {{factor}}^{ {{n}} } \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.optimizers import weight_decay_step

w = {{w}}
for t in range({{n}}):
    w = weight_decay_step(w, lr={{lr}}, weight_decay={{lam}})
print(round(float(w), 4))
"""


def draw(rng):
    return {
        "w": rng.integers(1, 10),
        "lr": [0.1, 0.2, 0.5][rng.integers(3)],
        "lam": [0.1, 0.2, 0.5][rng.integers(3)],
        "n": rng.integers(2, 7),
    }


def steps(w, lr, lam, n):
    return {"factor": 1 - lr * lam}


def check(w, lr, lam, n):
    return w * math.exp(n * math.log1p(-lr * lam))
