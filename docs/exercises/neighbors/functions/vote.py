"""The class that most of the nearest samples have, also at a tie."""

ANSWER = "dlnotes.neighbors.knn_classify(X_train, y_train, X, k)"
TOLERANCE = 1e-9
EXAMPLE = ([[0.0], [1.0], [5.0]], [0, 0, 1], [[3.2]], 3)
WORDS = {
    "ko": {
        "doc": "가장 가까운 샘플 k개가 뽑은 클래스를 샘플마다 구한다.",
        "question": "`X_train`은 훈련 샘플 (N, D), `y_train`은 정답 번호 (N,), `X`는 새 "
        "샘플 (M, D)다. 새 샘플마다 가장 가까운 훈련 샘플 `k`개에서 가장 많은 클래스를 "
        "담은 (M,) 배열을 돌려준다. 표가 같으면 번호가 작은 클래스를 고른다.",
        "hints": [
            "새 샘플 하나를 `x`라고 하면 `((X_train - x) ** 2).sum(axis=1)`이 거리의 "
            "제곱이고, `np.argsort`가 가까운 순서를 준다.",
            "`np.bincount`는 번호마다 표를 세고, `argmax`는 가장 큰 것 가운데 첫째를 "
            "고른다.",
        ],
        "reason": "제곱근은 순서를 바꾸지 않으므로 거리의 제곱으로 충분하다. `argmax`가 "
        "첫째를 고르므로 표가 같으면 작은 번호가 이긴다.",
    },
    "en": {
        "doc": "The class that the k nearest samples vote for, for each sample.",
        "question": "`X_train` has training samples (N, D), `y_train` their labels (N,), "
        "and `X` new samples (M, D). Return an array (M,) with the class that is most "
        "frequent among the `k` nearest training samples. At a tie, the smaller label "
        "wins.",
        "hints": [
            "For one new sample `x`, `((X_train - x) ** 2).sum(axis=1)` has the squared "
            "distances, and `np.argsort` puts the nearest first.",
            "`np.bincount` counts the votes by label, and `argmax` takes the first of the "
            "largest.",
        ],
        "reason": "A root does not change the order, so squared distances will do. "
        "`argmax` takes the first, so that the smaller label wins a tie.",
    },
}
SOLUTION = """
import numpy as np


def knn(X_train, y_train, X, k):
    found = []
    for x in X:
        order = np.argsort(((X_train - x) ** 2).sum(axis=1))
        votes = np.bincount(y_train[order[:k]])
        found.append(votes.argmax())
    return np.array(found)
"""
WRONG = {
    "the nearest alone": (
        "order[:k]",
        "order[:1]",
        "X_train = [[0], [1], [5]], y_train = [0, 0, 1], X = [[3.2]], k = 3",
    ),
    "the larger label at a tie": (
        "votes.argmax()",
        "len(votes) - 1 - votes[::-1].argmax()",
        "X_train = [[0], [3]], y_train = [1, 0], X = [[1]], k = 2",
    ),
    "the farthest": (
        "order[:k]",
        "order[-k:]",
        "X_train = [[0], [3]], y_train = [0, 1], X = [[1], [2]], k = 1",
    ),
}


def cases(rng):
    yield [[0.0], [3.0]], [1, 0], [[1.0]], 2
    yield [[0.0], [3.0]], [0, 1], [[1.0], [2.0]], 1
    yield [[0.0, 0.0], [1.0, 0.0], [9.0, 9.0]], [3, 3, 1], [[8.0, 9.0]], 3
    yield rng.normal(size=(7, 2)).round(2), rng.integers(0, 3, 7), [[0.0, 0.5]], 4
