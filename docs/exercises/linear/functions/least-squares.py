"""The line of least squares, with its bias."""

ANSWER = "np.append(*dlnotes.linear.linear_regression_fit(X, y))"
TOLERANCE = 1e-8
EXAMPLE = ([[0.0], [1.0], [2.0]], [1.0, 3.0, 5.0])
WORDS = {
    "ko": {
        "doc": "제곱 오차가 가장 작은 가중치와 편향을 구한다.",
        "question": "`X`의 모양은 (N, D), `y`의 모양은 (N,)이다. 제곱 오차의 합이 가장 "
        "작은 선형 모델을 찾아 가중치 D개 뒤에 편향을 붙인 배열 하나로 돌려준다.",
        "hints": [
            "편향은 언제나 1인 입력의 가중치와 같다. `X` 옆에 1만 든 열을 붙인다.",
            "그 행렬과 `y`를 `np.linalg.lstsq`에 넣는다. 돌려받은 것 가운데 첫째가 해다.",
        ],
        "reason": "1만 든 열을 붙이면 편향도 가중치가 되어 한 번에 풀린다. 이 열이 없으면 "
        "직선이 원점을 지나야 한다.",
    },
    "en": {
        "doc": "The weights and the bias with the least squared errors.",
        "question": "`X` has the shape (N, D) and `y` the shape (N,). Find the linear "
        "model with the least sum of squared errors, and return one array: the D weights "
        "and, last, the bias.",
        "hints": [
            "The bias is the weight of a feature that is always 1: put a column of ones "
            "beside `X`.",
            "Pass that matrix and `y` to `np.linalg.lstsq`. Of all that it returns, the "
            "first is the solution.",
        ],
        "reason": "With a column of ones the bias is one more weight, and one call finds "
        "them all. Without it the line would have to pass through the origin.",
    },
}
SOLUTION = """
import numpy as np


def fit(X, y):
    rows = np.column_stack([X, np.ones(len(X))])
    return np.linalg.lstsq(rows, y)[0]
"""
WRONG = {
    "no bias": (
        "np.column_stack([X, np.ones(len(X))])",
        "X",
        "X = [[0], [1], [2]], y = [1, 3, 5]",
    ),
    "the bias first": (
        "[X, np.ones(len(X))]",
        "[np.ones(len(X)), X]",
        "X = [[0], [1], [2]], y = [1, 3, 5]",
    ),
    "through the first points": (
        "np.linalg.lstsq(rows, y)[0]",
        "np.linalg.solve(rows[: rows.shape[1]], y[: rows.shape[1]])",
        "X = [[0], [1], [2]], y = [0, 0, 3]",
    ),
}


def cases(rng):
    yield [[0.0], [1.0], [2.0]], [0.0, 0.0, 3.0]
    yield [[1.0], [2.0], [4.0]], [5.0, 5.0, 5.0]
    X = rng.integers(-9, 10, (6, 2)) / 2
    yield X, rng.integers(-9, 10, 6) / 2
