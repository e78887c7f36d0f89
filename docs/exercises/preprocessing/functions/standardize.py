"""Standardised samples by the statistics of the training data, also without scatter."""

ANSWER = (
    "dlnotes.preprocessing.standardize(X, *dlnotes.preprocessing.standardize_fit(X_train))"
)
TOLERANCE = 1e-9
EXAMPLE = ([[1.0, 7.0], [3.0, 7.0]], [[4.0, 9.0]])
WORDS = {
    "ko": {
        "doc": "훈련 데이터의 평균과 표준편차로 X를 표준화한다.",
        "question": "`X_train`은 훈련 샘플 (N, D), `X`는 다른 샘플 (M, D)다. 특성마다 "
        "훈련 데이터의 평균을 빼고 표준편차(N으로 나눈 분산의 제곱근)로 나눈 `X`를 "
        "돌려준다. 훈련 데이터에서 변하지 않는 특성은 1로 나눈다.",
        "hints": [
            "평균과 표준편차는 `X_train`에서 `axis=0`으로 구한다. `X`의 것은 쓰지 않는다.",
            "`np.where(std == 0, 1, std)`로 나눈다.",
        ],
        "reason": "시험 데이터를 제 평균으로 표준화하면 훈련 때와 다른 자로 재는 셈이다. "
        "표준편차가 0인 특성을 그대로 나누면 inf나 nan이 나온다.",
    },
    "en": {
        "doc": "X, standardised by the mean and deviation of the training data.",
        "question": "`X_train` has training samples (N, D), and `X` other samples (M, D). "
        "Return `X` minus the mean of the training data, divided by its standard "
        "deviation (with the divisor N), feature by feature. A feature that is constant "
        "in the training data is divided by 1.",
        "hints": [
            "Mean and standard deviation are those of `X_train`, with `axis=0`. Those of "
            "`X` are not used.",
            "Divide by `np.where(std == 0, 1, std)`.",
        ],
        "reason": "Test data standardised by its own mean is measured with another ruler "
        "than the training data. A standard deviation of 0 would give inf or nan.",
    },
}
SOLUTION = """
import numpy as np


def standardize(X_train, X):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X - mean) / np.where(std == 0, 1, std)
"""
WRONG = {
    "its own statistics": (
        "X_train.mean(axis=0), X_train.std(axis=0)",
        "X.mean(axis=0), X.std(axis=0)",
        "X_train = [[1, 7], [3, 7]], X = [[4, 9]]",
    ),
    "division by 0": (
        "np.where(std == 0, 1, std)",
        "std",
        "X_train = [[1, 7], [3, 7]], X = [[4, 9]]",
    ),
    "all features together": (
        "X_train.mean(axis=0), X_train.std(axis=0)",
        "X_train.mean(), X_train.std()",
        "X_train = [[1, 7], [3, 7]], X = [[4, 9]]",
    ),
    "the divisor N - 1": (
        "X_train.std(axis=0)",
        "X_train.std(axis=0, ddof=1)",
        "X_train = [[1, 7], [3, 7]], X = [[4, 9]]",
    ),
}


def cases(rng):
    yield [[5.0, -1.0]], [[6.0, -1.0]]
    yield [[0.0], [4.0]], [[0.0], [4.0], [1000.0]]
    yield rng.integers(-9, 10, (5, 3)) / 2, rng.integers(-9, 10, (2, 3)) / 2
