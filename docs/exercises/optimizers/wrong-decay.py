"""Gradient descent with an L2 penalty, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "손실에 L2 벌점 $\\frac{\\lambda}{2} w^2$을 더해 경사 하강법으로 "
        "줄이는 코드인데, 한 줄이 틀렸다. $\\lambda$는 `lam`이고, 손실의 기울기는 "
        "${{h}} w - {{b}}$이다. 몇 번째 줄인가?",
        "hints": [
            "벌점의 기울기는 $\\lambda w$이다.",
            "두 기울기를 더하고, 그 합에 학습률을 곱해 뺀다.",
        ],
        "mistakes": {
            "sign": "벌점의 기울기를 빼서 가중치를 0에서 밀어낸다. 더해야 한다.",
            "power": "벌점 $\\frac{\\lambda}{2} w^2$의 기울기는 $\\lambda w^2$이 아니라 "
            "$\\lambda w$이다.",
            "start": "손실의 기울기를 지금 자리가 아니라 출발한 자리에서 구한다.",
        },
        "reason": "바른 코드는 {{best}}에 다가가고, {{n}}번 뒤 {{printed}}에 있다.",
    },
    "en": {
        "question": "This code lowers a loss with an L2 penalty, "
        "$\\frac{\\lambda}{2} w^2$, by gradient descent, but one line is wrong. "
        "$\\lambda$ is `lam`, and the loss has the gradient ${{h}} w - {{b}}$. Which line?",
        "hints": [
            "The gradient of the penalty is $\\lambda w$.",
            "Add both gradients, multiply by the rate and subtract.",
        ],
        "mistakes": {
            "sign": "It subtracts the gradient of the penalty, which pushes the weight "
            "away from 0. It has to be added.",
            "power": "The gradient of $\\frac{\\lambda}{2} w^2$ is $\\lambda w$, and not "
            "$\\lambda w^2$.",
            "start": "It computes the gradient of the loss at the start, not at the "
            "present place.",
        },
        "reason": "The right code approaches {{best}} and is at {{printed}} after {{n}} "
        "updates.",
    },
}
CODE = """
w, lam, lr = 3.0, {{lam}}, 0.05
for t in range({{n}}):
    g = {{h}} * {{start}} - {{b}}
    penalty = lam * w{{power}}
    total = g {{sign}} penalty
    w = w - lr * total
print(round(w, 4))
"""
MISTAKES = {"sign": ("+", "-"), "power": ("", " ** 2"), "start": ("w", "3.0")}


def draw(rng):
    h, lam = rng.integers(2, 7), rng.integers(1, 4)
    return {"h": h, "b": rng.integers(1, 9), "lam": lam, "n": rng.integers(3, 7)}


def steps(h, b, lam, n):
    return {"best": b / (h + lam)}
