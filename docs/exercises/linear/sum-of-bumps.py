"""The score of a new input: a bump and a dip of the RBF kernel, and the bias."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플 둘로 점수를 내는 모델이 있다. {{one}}에 있는 샘플은 레이블이 "
        "1, 몫이 {{share}}이고, {{other}}에 있는 샘플은 레이블이 −1, 몫이 "
        "{{share}}이다. $\\gamma = {{gamma}}$인 RBF 커널을 쓰고 편향은 {{b}}이다. "
        "새 입력 {{new}}의 점수는 얼마인가?",
        "hints": [
            "두 샘플까지의 거리를 제곱해 $e^{-\\gamma \\lVert u - v \\rVert^2}$에 넣는다.",
            "거리의 제곱은 차례로 {{squares}}이고, 커널은 {{kernels}}이다. 몫과 레이블을 "
            "곱해 더하고, 편향을 더한다.",
        ],
        "reason": "몫과 레이블을 곱한 커널에 편향을 더하면 {{answer}}이다.",
    },
    "en": {
        "question": "A model makes its scores from two samples. The one at {{one}} has the "
        "label 1 and the share {{share}}, the one at {{other}} the label −1 and the share "
        "{{share}}. The kernel is the RBF kernel with $\\gamma = {{gamma}}$, and the bias "
        "is {{b}}. What is the score of the new input {{new}}?",
        "hints": [
            "Take the squares of the distances from both samples, and put them into "
            "$e^{-\\gamma \\lVert u - v \\rVert^2}$.",
            "The squares are {{squares}} and the kernels {{kernels}}, in this order. "
            "Multiply by share and label, add up, and add the bias.",
        ],
        "reason": "Kernels times shares and labels, and the bias, add up to {{answer}}.",
    },
}
CODE = """
from dlnotes.linear import kernel_svm_scores, rbf_kernel

K = rbf_kernel([[{{new}}]], [[{{one}}], [{{other}}]], gamma={{gamma}})
z = kernel_svm_scores(K, [1, -1], [{{share}}, {{share}}], {{b}})
print(round(float(z[0]), 4))
"""


def draw(rng):
    while True:
        one, other, new = rng.choice(range(-3, 4), 3, replace=False)
        share, b = [0.5, 1, 2, 4][rng.integers(4)], rng.integers(-4, 5) / 4
        gamma = [0.1, 0.5, 1][rng.integers(3)]
        drawn = {"one": one, "other": other, "new": new, "share": share}
        drawn |= {"gamma": gamma, "b": b}
        if (
            gamma * max(abs(new - one), abs(new - other)) <= 2
            and abs(check(**drawn)) > 0.05
        ):
            return drawn


def steps(one, other, new, share, gamma, b):
    squares = [(new - one) ** 2, (new - other) ** 2]
    return {
        "squares": squares,
        "kernels": [round(math.exp(-gamma * s), 4) for s in squares],
    }


def check(one, other, new, share, gamma, b):
    """With powers of one number."""
    fall = math.exp(-gamma)
    return share * (fall ** ((new - one) ** 2) - fall ** ((new - other) ** 2)) + b
