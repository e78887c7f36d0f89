"""Scaled dot-product attention with a mask."""

import numpy as np

ANSWER = "dlnotes.attention.scaled_dot_product_attention(Q, K, V, mask=mask)[0]"
TOLERANCE = 1e-9
EXAMPLE = (
    [[2.0, 0.0]],
    [[0.0, 0.0], [1.0, 1.0], [0.0, 5.0]],
    [[0.0], [1.0], [8.0]],
    [[True, True, False]],
)
WORDS = {
    "ko": {
        "doc": "질의마다 볼 수 있는 키의 값을 가중해 평균한다.",
        "question": "`Q`는 질의 (T, d), `K`는 키 (S, d), `V`는 값 (S, e)다. `mask`는 (T, "
        "S) 참·거짓 배열로, 참이면 그 질의가 그 키를 볼 수 있다. 어느 질의든 키를 하나는 "
        "본다. 점수를 $\\sqrt{d}$로 나누는 어텐션의 출력 (T, e)를 돌려준다.",
        "hints": [
            "점수는 `Q @ K.T / np.sqrt(d)`다. 볼 수 없는 자리의 점수는 소프트맥스 전에 "
            "`-np.inf`로 바꾼다.",
            "점수가 클 수 있으므로 행마다 가장 큰 점수를 빼고 지수를 씌운다. 합으로 "
            "나누어 `V`와 곱한다.",
        ],
        "reason": "가린 자리의 점수를 0으로 두면 $e^0 = 1$이라 여전히 보인다. 소프트맥스 "
        "뒤에 0을 곱하면 나머지의 합이 1에 못 미친다. $-\\infty$면 둘 다 일어나지 않는다.",
    },
    "en": {
        "doc": "For each query, the weighted mean of the values that it may see.",
        "question": "`Q` has queries (T, d), `K` keys (S, d) and `V` values (S, e). "
        "`mask` is an array of bools (T, S): true where a query may see a key. Every "
        "query sees at least one. Return the output (T, e) of attention, with scores "
        "divided by $\\sqrt{d}$.",
        "hints": [
            "The scores are `Q @ K.T / np.sqrt(d)`. Where a key is hidden, put `-np.inf` "
            "before softmax.",
            "Scores may be large: subtract the largest of each row before the "
            "exponential. Divide by the sum, and multiply by `V`.",
        ],
        "reason": "A hidden score of 0 would still be seen, since $e^0 = 1$. A weight set "
        "to 0 after softmax would leave the others with a sum below 1. With $-\\infty$, "
        "neither happens.",
    },
}
SOLUTION = """
import numpy as np


def attention(Q, K, V, mask):
    scores = np.where(mask, Q @ K.T / np.sqrt(K.shape[1]), -np.inf)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ V
"""
EXAMPLE_GIVEN = (
    "Q = [[2, 0]], K = [[0, 0], [1, 1], [0, 5]], V = [[0], [1], [8]], "
    "mask = [[True, True, False]]"
)
WRONG = {
    "no root of d": (" / np.sqrt(K.shape[1])", "", EXAMPLE_GIVEN),
    "divided by d": ("np.sqrt(K.shape[1])", "K.shape[1]", EXAMPLE_GIVEN),
    "hidden scores of 0": ("-np.inf", "0", EXAMPLE_GIVEN),
    "weights over the queries": (
        "powers.sum(axis=1, keepdims=True)",
        "powers.sum(axis=0, keepdims=True)",
        EXAMPLE_GIVEN,
    ),
    "no maximum subtracted": (
        "scores - scores.max(axis=1, keepdims=True)",
        "scores",
        "Q = [[1000], [0]], K = [[1], [0]], V = [[1, 2], [3, 4]], "
        "mask = [[True, True], [True, True]]",
    ),
}


def cases(rng):
    yield [[1000.0], [0.0]], [[1.0], [0.0]], [[1.0, 2.0], [3.0, 4.0]], [[True, True]] * 2
    yield [[3.0]], [[1.0], [7.0]], [[5.0], [6.0]], [[True, False]]
    sizes = (3, 4), (3, 4), (3, 2)
    yield (*(rng.integers(-4, 5, size) / 2 for size in sizes), np.tri(3, dtype=bool))
    yield (*(rng.integers(-4, 5, size) / 2 for size in sizes), np.ones((3, 3), bool))
