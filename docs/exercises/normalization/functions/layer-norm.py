"""Layer normalisation, which needs no other samples."""

ANSWER = "dlnotes.normalization.layer_norm(x, gamma, beta)[0]"
TOLERANCE = 1e-9
EXAMPLE = ([[1.0, 3.0], [10.0, 50.0]], [1.0, 1.0], [0.0, 5.0])
WORDS = {
    "ko": {
        "doc": "샘플마다 제 평균과 분산으로 정규화한다.",
        "question": "`x`의 모양은 (…, D)이고 `gamma`와 `beta`는 (D,)다. 마지막 축을 따라 "
        "샘플마다 평균을 빼고 $\\sqrt{\\text{분산} + 10^{-5}}$로 나눈 다음 `gamma`를 "
        "곱하고 `beta`를 더한 배열을 돌려준다. 분산은 D로 나누어 구한다.",
        "hints": [
            "샘플이 하나뿐이어도 값이 나와야 한다. 다른 샘플은 쓰지 않는다.",
            "`axis=-1`과 `keepdims=True`로 평균과 분산을 구하면 `x`에서 바로 뺄 수 있다.",
        ],
        "reason": "축만 바꾸면 배치 정규화가 층 정규화가 된다. 배치를 보지 않으므로 "
        "샘플 하나에도 쓸 수 있고, 훈련할 때와 평가할 때가 같다.",
    },
    "en": {
        "doc": "Each sample normalised by its own mean and variance.",
        "question": "`x` has the shape (…, D); `gamma` and `beta` have the shape (D,). "
        "For each sample, along the last axis, subtract the mean, divide by "
        "$\\sqrt{\\text{variance} + 10^{-5}}$, multiply by `gamma` and add `beta`. The "
        "divisor of the variance is D, not D - 1.",
        "hints": [
            "It must work for a single sample: no other samples are used.",
            "With `axis=-1` and `keepdims=True`, mean and variance can be used with `x` "
            "as they are.",
        ],
        "reason": "Another axis turns batch normalisation into layer normalisation. It "
        "depends on no batch, so it works for one sample, in training as in evaluation.",
    },
}
SOLUTION = """
import numpy as np


def layer_norm(x, gamma, beta):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta
"""
EXAMPLE_GIVEN = "x = [[1, 3], [10, 50]], gamma = [1, 1], beta = [0, 5]"
WRONG = {
    "the axis of the batch": ("x.mean(axis=-1", "x.mean(axis=0", EXAMPLE_GIVEN),
    "the mean of all samples": (
        "x.mean(axis=-1, keepdims=True)",
        "x.mean()",
        EXAMPLE_GIVEN,
    ),
    "no mean subtracted": ("(x - mean)", "x", EXAMPLE_GIVEN),
    "the variance for the deviation": (
        "np.sqrt(var + 1e-5)",
        "(var + 1e-5)",
        EXAMPLE_GIVEN,
    ),
    "the second axis, not the last": (
        "x.var(axis=-1",
        "x.var(axis=1",
        "x = [3, 5], gamma = [1, 2], beta = [0, 0]",
    ),
}


def cases(rng):
    yield [[4.0, 4.0, 4.0]], [1.0, 2.0, 3.0], [0.5, 0.0, -1.0]
    yield [3.0, 5.0], [1.0, 2.0], [0.0, 0.0]
    yield [[7.0]], [1.0], [0.0]
    yield tuple(rng.integers(-9, 10, size) / 2 for size in ((2, 2, 3), 3, 3))
