"""All distances between two sets of points, also of points that are nearly the same."""

ANSWER = "dlnotes.neighbors.pairwise_distances(a, b)"
TOLERANCE = 1e-9
EXAMPLE = ([[0.0, 0.0], [1.0, 1.0]], [[3.0, 4.0], [1.0, 1.0]])
WORDS = {
    "ko": {
        "doc": "a의 행과 b의 행 사이의 거리를 모두 구한다.",
        "question": "`a`의 모양은 (N, D), `b`의 모양은 (M, D)다. $i$행 $j$열에 `a[i]`와 "
        "`b[j]`의 유클리드 거리가 든 (N, M) 배열을 돌려준다.",
        "hints": [
            "`a[:, None]`의 모양은 (N, 1, D)다. 여기서 `b`를 빼면 (N, M, D)가 된다.",
            "차이를 제곱하고 마지막 축으로 더한 다음 제곱근을 구한다.",
        ],
        "reason": "제곱을 풀어 $a^2 - 2ab + b^2$로 셈하면 빠르지만, 서로 가까운 두 점이 "
        "원점에서 멀면 큰 수끼리 빼면서 거리가 사라진다. 먼저 빼고 제곱하면 남는다.",
    },
    "en": {
        "doc": "All distances between the rows of a and those of b.",
        "question": "`a` has the shape (N, D) and `b` the shape (M, D). Return an array "
        "of shape (N, M) with the Euclidean distance between `a[i]` and `b[j]` in row $i$ "
        "and column $j$.",
        "hints": [
            "`a[:, None]` has the shape (N, 1, D). Minus `b`, it has the shape (N, M, D).",
            "Square the differences, add along the last axis, and take the root.",
        ],
        "reason": "The expanded square, $a^2 - 2ab + b^2$, is faster. But where two "
        "points are close together and far from the origin, it subtracts large numbers, "
        "and the distance is lost. Subtract first, and it stays.",
    },
}
SOLUTION = """
import numpy as np


def distances(a, b):
    differences = a[:, None] - b
    return np.sqrt(np.sum(differences**2, axis=-1))
"""
WRONG = {
    "sizes of the differences": (
        "np.sqrt(np.sum(differences**2, axis=-1))",
        "np.sum(np.abs(differences), axis=-1)",
        "a = [[0, 0], [1, 1]], b = [[3, 4], [1, 1]]",
    ),
    "row by row": (
        "a[:, None] - b",
        "a - b",
        "a = [[0, 0], [1, 1]], b = [[3, 4], [1, 1]]",
    ),
    "the expanded square": (
        "np.sum(differences**2, axis=-1)",
        "np.sum(a**2, 1)[:, None] - 2 * a @ b.T + np.sum(b**2, 1)",
        "a = [[100000001]], b = [[100000000]]",
    ),
}


def cases(rng):
    yield [[2.0, -1.0]], [[2.0, -1.0]]
    yield [[100000001.0]], [[100000000.0]]
    yield rng.integers(-9, 10, (1, 3)) / 2, rng.integers(-9, 10, (4, 3)) / 2
    yield rng.integers(-9, 10, (3, 2)) / 2, rng.integers(-9, 10, (2, 2)) / 2
