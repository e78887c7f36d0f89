"""One entry of a product of two matrices."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "행렬 $A$의 첫째 행은 [{{a1}}], 둘째 행은 [{{a2}}]이다. "
        "$B$의 첫째 행은 [{{b1}}], 둘째 행은 [{{b2}}]이다. "
        "$AB$의 {{i}}행 {{j}}열에 있는 원소는 얼마인가?",
        "hints": [
            "$A$에서는 행을, $B$에서는 열을 고른다.",
            "$A$의 {{i}}행은 [{{row}}], $B$의 {{j}}열은 [{{column}}]이다. "
            "차례로 짝지어 곱하고 더한다.",
        ],
        "reason": "$A$의 {{i}}행 [{{row}}], $B$의 {{j}}열 [{{column}}]을 짝지어 곱해 "
        "더하면 {{answer}}이다.",
    },
    "en": {
        "question": "The first row of a matrix $A$ is [{{a1}}], its second row [{{a2}}]. "
        "The rows of $B$ are [{{b1}}] and [{{b2}}]. "
        "What is the entry of $AB$ in row {{i}}, column {{j}}?",
        "hints": [
            "Take a row of $A$ and a column of $B$.",
            "Row {{i}} of $A$ is [{{row}}], and column {{j}} of $B$ is [{{column}}]. "
            "Multiply them pair by pair, and add.",
        ],
        "reason": "Row {{i}} of $A$, [{{row}}], times column {{j}} of $B$, [{{column}}], "
        "pair by pair, adds up to {{answer}}.",
    },
}
CODE = """
import numpy as np

A, B = np.array([[{{a1}}], [{{a2}}]]), np.array([[{{b1}}], [{{b2}}]])
print((A @ B)[{{i}} - 1, {{j}} - 1])
"""


def draw(rng):
    rows = rng.integers(-3, 5, size=(4, 2))
    i, j = rng.integers(1, 3, size=2)
    return dict(zip(("a1", "a2", "b1", "b2"), rows, strict=True)) | {"i": i, "j": j}


def steps(a1, a2, b1, b2, i, j):
    return {"row": [a1, a2][i - 1], "column": [b1[j - 1], b2[j - 1]]}


def check(a1, a2, b1, b2, i, j):
    first, second = a1 if i == 1 else a2
    return first * b1[j - 1] + second * b2[j - 1]
