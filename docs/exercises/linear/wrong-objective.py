"""The wrong line in the price of a street."""

KIND = "line"
MISTAKES = {
    "half": ("w @ w / 2", "np.sqrt(w @ w) / 2"),
    "product": ("y * scores", "scores"),
    "least": ("np.maximum(0, short)", "np.maximum(1, short)"),
    "price": ("c * slack.sum()", "slack.sum() / c"),
}
WORDS = {
    "ko": {
        "question": "이 코드는 $\\frac{1}{2} \\lVert w \\rVert^2 + C \\sum \\xi_i$를 "
        "셈하려는데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "넉넉한 집의 모자란 만큼은 0이다.",
            "네모의 레이블은 $-1$이다. 점수가 음수이면 레이블을 곱해 양수가 되어야 한다.",
        ],
        "mistakes": {
            "half": "길에 매기는 벌금은 길이가 아니라 길이의 제곱의 절반이다.",
            "product": "레이블을 곱하지 않으면 네모와 동그라미를 구별하지 못한다.",
            "least": "모자라지 않은 집은 1이 아니라 0이다.",
            "price": "$C$는 나누는 수가 아니라 곱하는 벌금이다.",
        },
        "reason": "바른 줄은 `{{right}}`이다. 고치면 {{printed}}이고, 틀린 "
        "채로는 {{misprinted}}이다.",
    },
    "en": {
        "question": "This code is meant to compute "
        "$\\frac{1}{2} \\lVert w \\rVert^2 + C \\sum \\xi_i$. Which line is wrong?",
        "hints": [
            "A house that is not short of anything has the slack 0.",
            "Squares have the label $-1$. A negative score has to become positive by it.",
        ],
        "mistakes": {
            "half": "The fine for the street is half of the square of the length.",
            "product": "Without the label, squares and circles are treated alike.",
            "least": "A house that is not short of anything counts 0, not 1.",
            "price": "$C$ is the fine for a slack of 1: it multiplies.",
        },
        "reason": "The line should be `{{right}}`. It then prints {{printed}}, and with "
        "the mistake {{misprinted}}.",
    },
}
CODE = """
import numpy as np
w, b, c = np.array([{{w}}]), {{b}}, {{c}}
X, y = np.array([[{{p}}], [{{q}}]]), np.array([-1, 1])
scores = X @ w + b
short = 1 - {{product}}
slack = {{least}}
street = {{half}}
print(round(float(street + {{price}}), 4))
"""


def draw(rng):
    while True:
        w, p, q = (
            rng.choice([-2, -1, 1, 2], 2),
            rng.integers(-3, 4, 2),
            rng.integers(-3, 4, 2),
        )
        b, c = int(rng.integers(-2, 3)), int(rng.integers(2, 6))
        short = 1 + w @ p + b, 1 - w @ q - b
        if min(short) < 0 < max(short) and w @ p + b:
            return {"w": w.tolist(), "b": b, "c": c, "p": p.tolist(), "q": q.tolist()}
