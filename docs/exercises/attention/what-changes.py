"""What becomes of the result when keys, values or queries are put in another order."""

import numpy as np

from dlnotes.attention import scaled_dot_product_attention

KIND = "choice"
TEXT = {"both": "K, V", "keys": "K", "queries": "Q"}
WORDS = {
    "ko": {
        "question": "마스크도 위치도 없는 어텐션 $\\operatorname{softmax}(Q K^\\top "
        "/ \\sqrt{d}) V$에 무작위로 뽑은 질의 3개와 키 {{n}}개를 넣었다. 그다음에 "
        "다음 행렬의 행을 뒤섞었다: {{rows}}. 행렬이 둘이면 같은 순서로 뒤섞었다. 출력은 "
        "어떻게 되는가?",
        "hints": [
            "가중치는 질의와 키의 짝마다 정해진다.",
            "출력의 행은 질의마다 하나이고, 저마다 모든 값의 가중 평균이다.",
        ],
        "claims": {
            "same": ["그대로다.", "가중치와 값이 함께 움직이면 합은 그대로다."],
            "moved": [
                "같은 행들이 순서만 바뀐다.",
                "질의를 뒤섞으면 출력의 행도 그대로 따라 섞인다.",
            ],
            "other": [
                "다른 값이 된다.",
                "키만 뒤섞으면 가중치가 엉뚱한 값에 곱해진다.",
            ],
        },
        "reason": "어텐션은 키와 값의 짝을 모아 놓은 것을 볼 뿐, 그 순서를 보지 않는다.",
    },
    "en": {
        "question": "In attention without a mask and without positions, "
        "$\\operatorname{softmax}(Q K^\\top / \\sqrt{d}) V$, the rows of these matrices "
        "are put in another order, the same one if there are two: {{rows}}. The inputs "
        "are random, with 3 queries and {{n}} keys. How does the result change?",
        "hints": [
            "There is a weight for each pair of a query and a key.",
            "Each query has a row of the result, a weighted mean of all values.",
        ],
        "claims": {
            "same": [
                "It stays as it is.",
                "Where weights and values move together, their sum stays.",
            ],
            "moved": [
                "It has the same rows in another order.",
                "The rows of the result follow the queries.",
            ],
            "other": [
                "It is another one.",
                "With the keys alone moved, weights meet the wrong values.",
            ],
        },
        "reason": "Attention sees a set of pairs of keys and values, not their order.",
    },
}


def draw(rng):
    what = ["both", "keys", "queries"][rng.integers(3)]
    return {"what": what, "rows": TEXT[what], "n": int(rng.integers(4, 9))}


def truth(what, rows, n):
    rng = np.random.default_rng(n)
    Q, K, V = rng.normal(size=(3, 2)), rng.normal(size=(n, 2)), rng.normal(size=(n, 2))
    before, _ = scaled_dot_product_attention(Q, K, V)
    turn = {name: np.roll(a, 1, axis=0) for name, a in (("Q", Q), ("K", K), ("V", V))}
    given = {
        "both": (Q, turn["K"], turn["V"]),
        "keys": (Q, turn["K"], V),
        "queries": (turn["Q"], K, V),
    }[what]
    after, _ = scaled_dot_product_attention(*given)
    found = {
        "same": np.allclose(after, before),
        "moved": np.allclose(after, np.roll(before, 1, axis=0)),
    }
    return found | {"other": not any(found.values())}


def check(what, rows, n):
    return {"both": "same", "keys": "other", "queries": "moved"}[what]
