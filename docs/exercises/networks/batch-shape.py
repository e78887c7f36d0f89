"""The shape of the outputs of a layer for many samples."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가? `cache.outputs[{{n}}]`에는 "
        "{{n}}번째 은닉층의 출력이 있다.",
        "hints": [
            "행의 수는 끝까지 샘플의 수다.",
            "샘플은 {{N}}개이고, {{n}}번째 은닉층의 유닛은 {{units}}개다.",
        ],
        "reason": "행은 샘플, 열은 그 층의 유닛이다.",
    },
    "en": {
        "question": "What does this code print? `cache.outputs[{{n}}]` has the outputs of "
        "hidden layer {{n}}.",
        "hints": [
            "The number of rows stays the number of samples.",
            "There are {{N}} samples, and hidden layer {{n}} has {{units}} units.",
        ],
        "reason": "Rows are samples, columns are the units of that layer.",
    },
}
CODE = """
import numpy as np
from dlnotes.networks import init_mlp, mlp_forward

rng = np.random.default_rng(0)
params = init_mlp([{{sizes}}], rng=rng)
_, cache = mlp_forward(rng.normal(size=({{N}}, {{D}})), params)
print(cache.outputs[{{n}}].shape)
"""


def draw(rng):
    sizes = rng.choice(range(2, 13), size=4, replace=False)
    return {
        "sizes": sizes,
        "D": sizes[0],
        "N": rng.integers(13, 40),
        "n": rng.integers(1, 3),
    }


def steps(sizes, D, N, n):
    return {"units": sizes[n]}


def check(sizes, D, N, n):
    import torch

    h = torch.zeros(N, D)
    for a, b in zip(sizes[:n], sizes[1 : n + 1], strict=True):
        h = torch.nn.Linear(a, b)(h)
    return str(tuple(h.shape))
