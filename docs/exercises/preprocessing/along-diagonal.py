"""The larger eigenvalue of a 2 x 2 covariance matrix with equal variances."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "두 특성의 분산이 모두 {{a}}이고 공분산이 {{b}}이다. "
        "첫째 주성분 방향의 분산은 얼마인가?",
        "hints": [
            "공분산 행렬의 첫 행은 ({{a}}, {{b}}), 둘째 행은 ({{b}}, {{a}})이다.",
            "행렬에 (1, 1)을 곱하면 두 성분이 모두 {{plus}}이다. (1, −1)을 "
            "곱하면 첫 성분은 {{minus}}, 둘째 성분은 그 부호를 바꾼 수다.",
            "둘 다 고유벡터다. 고윳값이 큰 쪽이 첫째 주성분이다.",
        ],
        "reason": "고윳값은 {{plus}}, {{minus}}이고, 큰 쪽은 {{answer}}이다. "
        "공분산이 음수이면 (1, −1)이 첫째 주성분이다.",
    },
    "en": {
        "question": "Two features both have the variance {{a}}, and their covariance is "
        "{{b}}. What is the variance along the first principal component?",
        "hints": [
            "The rows of the covariance matrix are ({{a}}, {{b}}) and ({{b}}, {{a}}).",
            "The matrix times (1, 1) has both entries {{plus}}, and times (1, −1) it has "
            "{{minus}} and the same with the other sign.",
            "Both are eigenvectors. The first component is the one with the larger "
            "eigenvalue.",
        ],
        "reason": "The eigenvalues are {{plus}} and {{minus}}, the larger one is "
        "{{answer}}. With a negative covariance, (1, −1) is the first component.",
    },
}
CODE = """
import numpy as np

C = [[{{a}}, {{b}}], [{{b}}, {{a}}]]
print(round(np.linalg.eigvalsh(C).max(), 6))
"""


def draw(rng):
    a = rng.integers(3, 15)
    b = rng.integers(1, a)
    return {"a": a, "b": b * rng.choice([-1, 1])}


def steps(a, b):
    return {"plus": a + b, "minus": a - b}


def check(a, b):
    return a + abs(b)
