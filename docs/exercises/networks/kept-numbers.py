"""The numbers that a forward pass keeps for training."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "층마다 유닛의 수가 앞에서부터 {{sizes}}인 신경망에 샘플 {{N}}개를 "
        "넣고, 학습하려고 층마다 들어간 값과 활성화 전 값을 남긴다. 수를 몇 개 남기는가?",
        "hints": [
            "들어간 값은 출력층을 뺀 층마다, 활성화 전 값은 입력층을 뺀 층마다 있다.",
            "샘플 하나에서 들어간 값은 {{inputs}}개, 활성화 전 값은 {{sums}}개다.",
        ],
        "reason": "$({{inputs}} + {{sums}}) \\times {{N}} = {{answer}}$이다.",
    },
    "en": {
        "question": "{{N}} samples go through a network with layers of {{sizes}} units, "
        "and for training the inputs and the pre-activations of all layers are kept. How "
        "many numbers is that?",
        "hints": [
            "Inputs come from all layers but the last, pre-activations from all but the "
            "input layer.",
            "One sample has {{inputs}} inputs of layers and {{sums}} pre-activations.",
        ],
        "reason": "$({{inputs}} + {{sums}}) \\times {{N}} = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.networks import init_mlp, mlp_forward

rng = np.random.default_rng(0)
params = init_mlp([{{sizes}}], rng=rng)
_, cache = mlp_forward(rng.normal(size=({{N}}, {{D}})), params)
print(sum(array.size for array in [*cache.outputs, *cache.sums]))
"""


def draw(rng):
    sizes = rng.integers(2, 13, size=rng.integers(3, 5))
    return {"sizes": sizes, "D": sizes[0], "N": rng.integers(2, 11)}


def steps(sizes, D, N):
    return {"inputs": sum(sizes[:-1]), "sums": sum(sizes[1:])}


def check(sizes, D, N):
    return N * (2 * sum(sizes) - sizes[0] - sizes[-1])
