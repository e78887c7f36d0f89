"""Batch normalisation in training, also of a channel without scatter."""

ANSWER = "dlnotes.normalization.batch_norm(x, gamma, beta, None, training=True)[0]"
TOLERANCE = 1e-9
EXAMPLE = ([[1.0], [3.0]], [2.0], [5.0])
WORDS = {
    "ko": {
        "doc": "유닛마다 배치의 평균과 분산으로 정규화한다.",
        "question": "`x`는 배치 (N, C), `gamma`와 `beta`는 (C,)다. 열 하나가 유닛 하나다. "
        "유닛마다 배치의 평균을 빼고 $\\sqrt{\\text{분산} + 10^{-5}}$로 나눈 다음 "
        "`gamma`를 곱하고 `beta`를 더한 배열을 돌려준다. 분산은 N으로 나누어 구한다.",
        "hints": [
            "유닛마다 구하려면 샘플의 축 `axis=0`을 따라 평균한다.",
            "`x.var(axis=0)`은 N으로 나눈다. 1e-5는 제곱근 안에서 더한다.",
        ],
        "reason": "배치 정규화는 유닛마다 모든 샘플에 걸쳐 평균한다. 분산이 0인 유닛도 "
        "$10^{-5}$이 있어 0으로 나누지 않고 `beta`가 된다.",
    },
    "en": {
        "doc": "Each unit normalised by its mean and variance over the batch.",
        "question": "`x` is a batch (N, C); `gamma` and `beta` have the shape (C,). "
        "Each column is a unit. For each unit, subtract its mean over the batch, divide by "
        "$\\sqrt{\\text{variance} + 10^{-5}}$, multiply by `gamma` and add `beta`. The "
        "divisor of the variance is N, not N - 1.",
        "hints": [
            "For each unit, take the mean along the axis of the samples, `axis=0`.",
            "`x.var(axis=0)` divides by N. The 1e-5 is added under the root.",
        ],
        "reason": "Batch normalisation takes the mean of each unit over all samples. With "
        "$10^{-5}$, a unit with a variance of 0 becomes `beta` and is not divided by 0.",
    },
}
SOLUTION = """
import numpy as np


def batch_norm(x, gamma, beta):
    mean, var = x.mean(axis=0), x.var(axis=0)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta
"""
WRONG = {
    "samples for features": (
        "x.mean(axis=0), x.var(axis=0)",
        "x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)",
        "x = [[1], [3]], gamma = [2], beta = [5]",
    ),
    "no epsilon": ("var + 1e-5", "var", "x = [[1], [3]], gamma = [2], beta = [5]"),
    "the divisor N - 1": (
        "x.var(axis=0)",
        "x.var(axis=0, ddof=1)",
        "x = [[1], [3]], gamma = [2], beta = [5]",
    ),
    "the variance for the deviation": (
        "np.sqrt(var + 1e-5)",
        "(var + 1e-5)",
        "x = [[1], [3]], gamma = [2], beta = [5]",
    ),
    "epsilon outside of the root": (
        "np.sqrt(var + 1e-5)",
        "(np.sqrt(var) + 1e-5)",
        "x = [[1], [3]], gamma = [2], beta = [5]",
    ),
}


def cases(rng):
    yield [[4.0, 0.0], [4.0, 2.0]], [1.0, 1.0], [0.0, 7.0]
    yield [[1000.0], [1001.0], [1002.0]], [1.0], [0.0]
    yield [[0.0, 1.0], [0.0, 3.0]], [0.0, -1.0], [2.0, 0.5]
    yield tuple(rng.integers(-9, 10, size) / 2 for size in ((5, 3), 3, 3))
