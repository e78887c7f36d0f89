"""The weight of one of two keys, from their scores with a query."""

import math

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "질의가 ({{q}})이고 키가 둘 있다. 첫째 키는 $(0, 0, 0, 0)$, 둘째 키는 "
        "({{k}})이다. 스케일드 닷 프로덕트 어텐션에서 둘째 키의 가중치는 얼마인가?",
        "hints": [
            "첫째 키의 점수는 0이다. 둘째 키와의 내적은 {{dot}}이다.",
            "특징이 4개이므로 내적을 $\\sqrt{4} = 2$로 나눈다.",
            "점수가 $0$과 $s$이면 둘째의 가중치는 $e^s / (1 + e^s)$이다.",
        ],
        "reason": "점수는 {{score}}이고 가중치는 {{answer}}이다.",
    },
    "en": {
        "question": "The query is ({{q}}) and there are two keys, $(0, 0, 0, 0)$ and "
        "({{k}}). What is the weight of the second key in scaled dot-product attention?",
        "hints": [
            "The score of the first key is 0. The dot product with the second is {{dot}}.",
            "There are 4 features, so the product is divided by $\\sqrt{4} = 2$.",
            "With the scores $0$ and $s$, the second weight is $e^s / (1 + e^s)$.",
        ],
        "reason": "The score is {{score}}, and the weight is {{answer}}.",
    },
}
CODE = """
from dlnotes.attention import scaled_dot_product_attention

_, weights = scaled_dot_product_attention([[{{q}}]], [[0, 0, 0, 0], [{{k}}]], [[0], [1]])
print(round(float(weights[0, 1]), 4))
"""


def draw(rng):
    q, k = rng.integers(-1, 2, 4), rng.integers(-2, 3, 4)
    k[0] += 1 if q @ k == 0 and q[0] else 0
    return {"q": q.tolist(), "k": k.tolist()}


def steps(q, k):
    dot = sum(a * b for a, b in zip(q, k, strict=True))
    return {"dot": dot, "score": dot / 2}


def check(q, k):
    return 1 / (1 + math.exp(-steps(q, k)["score"]))
