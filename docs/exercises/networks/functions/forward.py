"""A network of two layers, for one sample and for many."""

ANSWER = "dlnotes.networks.mlp_forward(X, [W1, b1, W2, b2])[0]"
TOLERANCE = 1e-9
EXAMPLE = (
    [[1.0, 2.0]],
    [[1.0, -1.0], [0.5, 1.0]],
    [0.0, -1.0],
    [[2.0, -1.0]],
    [0.5],
)
WORDS = {
    "ko": {
        "doc": "은닉층이 하나인 신경망의 로짓을 구한다.",
        "question": "`X`는 샘플 (N, D)다. 은닉층의 가중치 `W1`은 (H, D), 편향 `b1`은 "
        "(H,)이고 활성화 함수는 ReLU다. 출력층의 `W2`는 (K, H), `b2`는 (K,)다. 로짓 (N, "
        "K)를 돌려준다.",
        "hints": [
            "가중치의 행이 유닛 하나이므로 가중합은 `X @ W1.T + b1`이다.",
            "`np.maximum(0, …)`은 은닉층에만 쓴다. 로짓은 음수일 수 있다.",
        ],
        "reason": "샘플은 행, 유닛은 가중치의 행이므로 곱할 때 가중치를 전치한다. 마지막 "
        "층 뒤에는 활성화 함수가 없다.",
    },
    "en": {
        "doc": "The logits of a network with one hidden layer.",
        "question": "`X` has samples (N, D). The hidden layer has weights `W1` (H, D), a "
        "bias `b1` (H,) and ReLU; the output layer has `W2` (K, H) and `b2` (K,). Return "
        "the logits (N, K).",
        "hints": [
            "Each row of the weights is a unit, so the weighted sums are `X @ W1.T + b1`.",
            "`np.maximum(0, …)` is for the hidden layer alone: logits may be negative.",
        ],
        "reason": "Samples are rows, and units are rows of the weights, so the weights "
        "are transposed in the product. No activation follows the last layer.",
    },
}
SOLUTION = """
import numpy as np


def forward(X, W1, b1, W2, b2):
    hidden = np.maximum(0, X @ W1.T + b1)
    return hidden @ W2.T + b2
"""
EXAMPLE_GIVEN = (
    "X = [[1, 2]], W1 = [[1, -1], [0.5, 1]], b1 = [0, -1], W2 = [[2, -1]], b2 = [0.5]"
)
WRONG = {
    "no ReLU": ("np.maximum(0, X @ W1.T + b1)", "X @ W1.T + b1", EXAMPLE_GIVEN),
    "ReLU of the logits": (
        "hidden @ W2.T + b2",
        "np.maximum(0, hidden @ W2.T + b2)",
        EXAMPLE_GIVEN,
    ),
    "weights not transposed": ("X @ W1.T", "X @ W1", EXAMPLE_GIVEN),
    "no bias": ("hidden @ W2.T + b2", "hidden @ W2.T", EXAMPLE_GIVEN),
}


def cases(rng):
    yield [[-1.0]], [[1.0]], [0.0], [[3.0]], [-2.0]
    for n, d, h, k in ((1, 3, 2, 2), (3, 2, 4, 1)):
        sizes = (n, d), (h, d), (h,), (k, h), (k,)
        yield tuple(rng.integers(-4, 5, size) / 2 for size in sizes)
