"""The shape of the first matrix of weights."""

import numpy as np

from dlnotes.networks import init_mlp

KIND = "choice"
NAMES = ["out", "in", "last"]
WORDS = {
    "ko": {
        "question": "입력이 {{D}}개, 은닉 유닛이 {{m}}개, 출력이 {{K}}개인 "
        "다층 퍼셉트론에서 $W_{{n}}$의 모양은?",
        "hints": [
            "가중치 행렬의 모양은 (나가는 수, 들어오는 수)다.",
            "$W_1$은 입력을 받아 은닉층으로, $W_2$는 은닉층을 받아 출력으로 보낸다.",
        ],
        "claims": {
            "out": ["({{m}}, {{D}})", "이것은 입력에서 은닉층으로 가는 $W_1$의 모양이다."],
            "in": ["({{D}}, {{m}})", "들어오는 수와 나가는 수가 뒤집혔다."],
            "last": ["({{K}}, {{m}})", "이것은 은닉층에서 출력으로 가는 $W_2$의 모양이다."],
        },
        "reason": "행은 나가는 쪽, 열은 들어오는 쪽의 유닛이다.",
    },
    "en": {
        "question": "A multilayer perceptron has {{D}} inputs, {{m}} hidden units "
        "and {{K}} outputs. What is the shape of $W_{{n}}$?",
        "hints": [
            "A matrix of weights has the shape (out, in).",
            "$W_1$ leads from the inputs to the hidden layer, $W_2$ from there to the "
            "outputs.",
        ],
        "claims": {
            "out": [
                "({{m}}, {{D}})",
                "That is $W_1$, from the inputs to the hidden layer.",
            ],
            "in": ["({{D}}, {{m}})", "In and out have changed places."],
            "last": [
                "({{K}}, {{m}})",
                "That is $W_2$, from the hidden layer to the outputs.",
            ],
        },
        "reason": "Each row belongs to a unit of the layer, each column to an input.",
    },
}


def draw(rng):
    D, m, K = rng.choice(range(2, 13), size=3, replace=False)
    return {"D": D, "m": m, "K": K, "n": rng.integers(1, 3)}


def truth(D, m, K, n):
    return {"out": n == 1, "in": False, "last": n == 2}


def check(D, m, K, n):
    params = init_mlp([D, m, K], rng=np.random.default_rng(0))
    shape = params[2 * n - 2].shape
    return NAMES[[(m, D), (D, m), (K, m)].index(shape)]
