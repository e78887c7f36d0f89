"""Causal attention in NumPy, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "인과 마스크를 씌운 어텐션을 NumPy로 쓴 코드인데, 한 줄이 틀렸다. "
        "몇 번째 줄인가?",
        "hints": [
            "질의마다 행이 하나이고, 행마다 가중치의 합이 1이어야 한다.",
            "질의 $t$는 키 $t$와 그 앞을 본다. 가린 자리의 가중치는 0이어야 한다.",
        ],
        "mistakes": {
            "scale": "특징의 수가 아니라 그 제곱근으로 나눈다.",
            "seen": "위쪽 삼각형이 아니라 아래쪽 삼각형을 본다.",
            "hide": "점수를 0으로 두면 $e^0 = 1$이라 가려지지 않는다.",
            "share": "행마다 그 행의 합으로 나눈다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code is attention with a causal mask, in NumPy, but one line is "
        "wrong. Which line?",
        "hints": [
            "Each query has a row, and the weights of a row sum to 1.",
            "Query $t$ sees key $t$ and those before it. A hidden key has weight 0.",
        ],
        "mistakes": {
            "scale": "The divisor is not the number of features but its root.",
            "seen": "The lower triangle is seen, not the upper one.",
            "hide": "A score of 0 hides nothing, as $e^0 = 1$.",
            "share": "Each query, which is a row, is divided by its own sum.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
Q = K = np.array([[{{a}}, 0.0], [1.0, 1.0], [0.0, {{b}}]])
s = Q @ K.T / {{scale}}
seen = {{seen}}
s = np.where(seen, s, {{hide}})
e = np.exp(s)
weights = e / {{share}}
print(weights[1].round(3), weights[2].round(3))
"""
MISTAKES = {
    "scale": ("np.sqrt(2)", "2"),
    "seen": ("np.tri(3, dtype=bool)", "np.tri(3, dtype=bool).T"),
    "hide": ("-np.inf", "0"),
    "share": ("e.sum(axis=1, keepdims=True)", "e.sum(axis=0, keepdims=True)"),
}


def draw(rng):
    return {"a": float(rng.integers(2, 5)), "b": float(rng.integers(2, 5))}
