"""Numbers that a KV cache holds, with shared keys and values."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "층이 {{layers}}개이고, 키와 값이 층마다 {{sets}}벌씩, 벌마다 특징이 "
        "{{d}}개인 모델이 있다. 낱말 {{T}}개를 쓴 뒤 KV 캐시에는 수가 몇 개 들어 있는가?",
        "hints": [
            "낱말 하나, 층 하나에 키가 {{one}}개, 값이 {{one}}개 있다.",
            "층의 수와 낱말의 수를 곱한다.",
        ],
        "reason": "2 × {{layers}} × {{sets}} × {{d}} × {{T}} = {{answer}}개다.",
    },
    "en": {
        "question": "A model of {{layers}} layers has {{sets}} sets of keys and values in "
        "each layer, with {{d}} features in each set. How many numbers are in its KV cache "
        "after {{T}} words?",
        "hints": [
            "For one word and one layer there are {{one}} numbers of keys and {{one}} of "
            "values.",
            "Multiply by the number of layers and of words.",
        ],
        "reason": "2 × {{layers}} × {{sets}} × {{d}} × {{T}} = {{answer}}.",
    },
}
CODE = """
import numpy as np

keys = np.zeros(({{layers}}, {{T}}, {{sets}}, {{d}}))
print(2 * keys.size)
"""


def draw(rng):
    layers, sets, d, T = rng.integers([2, 1, 2, 3], [13, 5, 9, 11])
    return {"layers": layers, "sets": sets, "d": 4 * d, "T": 10 * T}


def steps(layers, sets, d, T):
    return {"one": sets * d}


def check(layers, sets, d, T):
    return 2 * layers * sets * d * T
