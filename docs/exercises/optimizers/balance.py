"""Where the pull of weight decay and the gradient of the loss balance."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "가중치 하나의 손실을 미분하면 ${{h}} w - {{b}}$이고 L2 벌점의 세기는 "
        "$\\lambda = {{lam}}$이다. 경사 하강법은 어떤 $w$로 다가가는가?",
        "hints": [
            "벌점의 기울기 $\\lambda w$를 더한 것이 0이 되는 자리다.",
            "${{h}} w - {{b}} + {{lam}} w = 0$을 푼다.",
        ],
        "reason": "$w = {{b}} / ({{h}} + {{lam}}) \\approx {{answer}}$이다. 벌점이 없을 "
        "때의 {{free}}보다 0에 가깝다.",
    },
    "en": {
        "question": "The loss of one weight has the derivative ${{h}} w - {{b}}$, and the "
        "strength of the L2 penalty is $\\lambda = {{lam}}$. Which $w$ does gradient "
        "descent approach?",
        "hints": [
            "It is the place where the derivative of the loss and the gradient "
            "$\\lambda w$ of the penalty add up to 0.",
            "Solve ${{h}} w - {{b}} + {{lam}} w = 0$.",
        ],
        "reason": "It is $w = {{b}} / ({{h}} + {{lam}}) \\approx {{answer}}$, nearer to 0 "
        "than the {{free}} without a penalty.",
    },
}
CODE = """
from dlnotes.optimizers import sgd_step

w = 0.0
for t in range(500):
    w, _ = sgd_step(w, {{h}} * w - {{b}}, None, lr=0.05, weight_decay={{lam}})
print(round(float(w), 4))
"""


def draw(rng):
    h, lam = rng.integers(1, 7), rng.integers(1, 7)
    return {"h": h, "b": rng.integers(1, 13), "lam": lam}


def steps(h, b, lam):
    return {"free": b / h}


def check(h, b, lam):
    return b / (h + lam)
