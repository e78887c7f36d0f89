"""The number of multiplications of a forward pass."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "층마다 유닛의 수가 앞에서부터 {{sizes}}인 신경망에 샘플 {{N}}개를 "
        "넣는다. 가중치를 곱하는 곱셈은 모두 몇 번인가?",
        "hints": [
            "샘플 하나에서는 가중치 하나마다 곱셈을 한 번 한다.",
            "가중치는 모두 {{weights}}개다. 편향은 더하기만 한다.",
        ],
        "reason": "${{weights}} \\times {{N}} = {{answer}}$번이다.",
    },
    "en": {
        "question": "{{N}} samples go through a network with layers of {{sizes}} units. "
        "How many times is a number multiplied by a weight?",
        "hints": [
            "Each weight multiplies once for each sample.",
            "There are {{weights}} weights. Biases are only added.",
        ],
        "reason": "${{weights}} \\times {{N}} = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.networks import init_mlp

params = init_mlp([{{sizes}}], rng=np.random.default_rng(0))
print({{N}} * sum(W.size for W in params[::2]))
"""


def draw(rng):
    return {"sizes": rng.integers(2, 13, size=3), "N": rng.integers(2, 11)}


def steps(sizes, N):
    return {"weights": sizes[0] * sizes[1] + sizes[1] * sizes[2]}


def check(sizes, N):
    return sum(1 for a, b in [(0, 1), (1, 2)] for _ in range(N * sizes[a] * sizes[b]))
