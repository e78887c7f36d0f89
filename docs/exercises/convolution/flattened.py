"""How many values there are after flattening."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "크기를 지키는 합성곱층과 한 변이 2인 최대 풀링을 한 쌍으로 묶어 "
        "{{times}}쌍을 이었다. 마지막 합성곱층의 필터는 {{m}}개다. 한 변이 {{n}}인 흑백 "
        "이미지를 넣고 마지막에 평탄화하면 값이 몇 개인가?",
        "hints": [
            "풀링할 때마다 한 변이 절반이 되고, 홀수이면 남는 한 줄은 버려진다.",
            "마지막 특징 맵의 한 변은 {{side}}이다.",
        ],
        "reason": "{{m}} × {{side}} × {{side}} = {{answer}}개다.",
    },
    "en": {
        "question": "A network for grey images with a side of {{n}} is made of pairs: a "
        "convolutional layer that keeps the size, then max pooling with windows of side "
        "2. The number of pairs is {{times}}, and the last convolutional layer has "
        "{{m}} filters. How many values are there after flattening?",
        "hints": [
            "With each pooling the side becomes half, and a row that is left over is "
            "dropped.",
            "The last feature maps have a side of {{side}}.",
        ],
        "reason": "They are {{m}} × {{side}} × {{side}} = {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.convolution import max_pool2d

h = np.zeros((1, {{m}}, {{n}}, {{n}}))
for _ in range({{times}}):
    h, _ = max_pool2d(h, 2)
print(h.size)
"""


def draw(rng):
    return {
        "n": rng.choice([16, 20, 28, 32]),
        "times": rng.integers(1, 4),
        "m": rng.choice([8, 16, 24]),
    }


def steps(n, times, m):
    return {"side": n // 2**times}


def check(n, times, m):
    for _ in range(times):
        n = (n - n % 2) / 2
    return m * n * n
