"""The shape after two layers."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "합성곱층을 지나면 샘플의 수는 그대로이고, 채널은 필터의 수가 된다.",
            "한 변은 합성곱 뒤에 {{between}}이다.",
        ],
        "reason": "풀링한 뒤 한 변은 {{side}}이고 채널은 {{m}}개다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "After the convolutional layer there are as many samples as before, and as "
            "many "
            "channels as filters.",
            "The side is {{between}} after the convolution.",
        ],
        "reason": "After pooling the side is {{side}}, and there are {{m}} channels.",
    },
}
CODE = """
import numpy as np
from dlnotes.convolution import conv2d, max_pool2d

x, w = np.zeros(({{N}}, 3, {{n}}, {{n}})), np.zeros(({{m}}, 3, {{k}}, {{k}}))
pooled, _ = max_pool2d(conv2d(x, w, padding={{p}}), 2)
print(pooled.shape)
"""


def draw(rng):
    return {
        "N": rng.choice([1, 5, 32]),
        "n": rng.integers(10, 33),
        "m": rng.choice([4, 8, 16]),
        "k": rng.choice([3, 5]),
        "p": rng.integers(0, 3),
    }


def steps(N, n, m, k, p):
    between = n + 2 * p - k + 1
    return {"between": between, "side": between // 2}


def check(N, n, m, k, p):
    side = (n + 2 * p - k + 1) // 2
    return f"({N}, {m}, {side}, {side})"
