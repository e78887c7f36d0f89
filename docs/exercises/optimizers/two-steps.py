"""Two steps of gradient descent on a parabola, as code that prints the last place."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "기울기가 $\\lambda x$이면 한 걸음마다 $x$에 $1 - \\eta\\lambda$를 곱한다.",
            "여기서 곱하는 수는 {{factor}}이다.",
        ],
        "reason": "한 걸음마다 {{factor}}배가 되므로 "
        "${{x}} \\times ({{factor}})^2 = {{answer}}$이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "If the gradient is $\\lambda x$, every step multiplies $x$ by "
            "$1 - \\eta\\lambda$.",
            "Here this factor is {{factor}}.",
        ],
        "reason": "Each step multiplies by {{factor}}, so it is "
        "${{x}} \\times ({{factor}})^2 = {{answer}}$.",
    },
}
CODE = """
from dlnotes.optimizers import gradient_descent

path = gradient_descent(lambda x: {{lam}} * x, {{x}}, lr={{lr}}, steps=2)
print(round(float(path[-1]), 2))
"""


def draw(rng):
    x = [1, 2, 4, 10][rng.integers(4)]
    return {"lam": rng.integers(2, 6), "x": x, "lr": [0.1, 0.2, 0.5][rng.integers(3)]}


def steps(lam, x, lr):
    return {"factor": 1 - lr * lam}


def check(lam, x, lr):
    once = x - lr * lam * x
    return f"{once - lr * lam * once:.2f}"
