"""The first coordinate of test data along a principal component, with one wrong line."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "훈련 데이터의 첫째 주성분을 구해 시험 데이터의 좌표를 출력하는 "
        "코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "평균은 훈련 데이터의 특성마다 구하고, 두 데이터에서 모두 뺀다.",
            "`eigh`는 고윳값이 작은 것부터 차례로, 고유벡터를 열에 담아 돌려준다.",
        ],
        "mistakes": {
            "axis": "평균은 특성마다, 그러니까 행을 따라가며 구한다.",
            "centred": "공분산 행렬은 평균을 뺀 데이터에서 구한다.",
            "last": "고윳값이 가장 큰 고유벡터는 마지막 열이다.",
        },
        "reason": "바른 코드의 출력은 {{printed}}, 틀린 코드의 출력은 {{misprinted}}",
    },
    "en": {
        "question": "This code should find the first principal component of the training "
        "data and print the coordinate of the test sample along it, but one line is "
        "wrong. Which line?",
        "hints": [
            "Take the mean of each feature of the training data, and subtract it from "
            "both data.",
            "`eigh` returns the smallest eigenvalue first, and eigenvectors in columns.",
        ],
        "mistakes": {
            "axis": "The mean is taken for each feature, that is over the rows.",
            "centred": "The covariance matrix comes from data without their mean.",
            "last": "The eigenvector of the largest eigenvalue is the last column.",
        },
        "reason": "The right code prints {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
train, test = np.array([{{train}}]).reshape(4, 2), np.array([{{test}}])
mean = train.mean(axis={{axis}}, keepdims=True)[0]
C = {{centred}}.T @ {{centred}} / 4
values, vectors = np.linalg.eigh(C)
u = vectors[:, {{last}}]
print(f"{abs((test - mean) @ u):.1f}")
"""
MISTAKES = {
    "axis": ("0", "1"),
    "centred": ("(train - mean)", "train"),
    "last": ("-1", "0"),
}


def printed(train, test, mistake=None):
    X = np.reshape(train, (4, 2))
    mean = X.mean(axis=int(mistake == "axis"), keepdims=True)[0]
    A = X if mistake == "centred" else X - mean
    u = np.linalg.eigh(A.T @ A / 4)[1][:, 0 if mistake == "last" else -1]
    return abs((test - mean) @ u)


def draw(rng):
    while True:
        train, test = rng.integers(0, 20, size=8), rng.integers(0, 30, size=2)
        found = [printed(train, test, mistake) for mistake in (None, *MISTAKES)]
        sure = all(abs(10 * z % 1 - 0.5) > 0.05 for z in found)
        if sure and len({f"{z:.1f}" for z in found}) == 4:
            return {"train": train, "test": test}
