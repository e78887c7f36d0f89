"""The shape of what a recurrent layer returns."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "입력의 모양은 `(샘플, 시점, 특징)`이다.",
            "상태는 샘플마다, 시점마다 하나씩 나오고, 그 길이는 유닛의 수다.",
        ],
        "reason": "샘플 {{N}}개가 시점 {{T}}개씩이고 유닛이 {{H}}개다. 특징의 수({{D}})는 "
        "상태의 모양에 남지 않는다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "The shape of the input is `(samples, steps, features)`.",
            "Each step of each sample has a state, which is as long as there are units.",
        ],
        "reason": "There are {{N}} samples of {{T}} steps, and {{H}} units. The number of "
        "features, {{D}}, is not part of the shape of the states.",
    },
}
CODE = """
import numpy as np
from dlnotes.recurrent import rnn_forward

x = np.zeros(({{N}}, {{T}}, {{D}}))
shapes = [({{H}}, {{D}}), ({{H}}, {{H}}), ({{H}},), ({{H}},)]
H, _ = rnn_forward(x, [np.ones(shape) for shape in shapes])
print(H.shape)
"""


def draw(rng):
    N, T, D, H = rng.permutation(range(2, 12))[:4]
    return {"N": N, "T": T, "D": D, "H": H}


def check(N, T, D, H):
    return str((N, T, H))
