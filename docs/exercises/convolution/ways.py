"""How many ways lead from a pixel to the output of a few layers."""

from itertools import product

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "한 줄로 놓인 픽셀에 세 칸짜리 필터를 스트라이드 1로 {{layers}}번 "
        "댄다. 출력 바로 아래의 픽셀에서 "
        "{{away}}칸 떨어진 픽셀에서 출력까지 가는 길은 몇 개인가?",
        "hints": [
            "한 층의 길은 1, 1, 1이고, 두 층의 길은 1, 2, 3, 2, 1이다.",
            "다음 층의 수는 앞 층의 이웃한 수 셋을 더한 값이다.",
            "길을 왼쪽부터 모두 적으면 {{all}}이다. 한가운데가 출력 바로 아래다.",
        ],
        "reason": "한가운데에서 {{away}}칸 떨어진 수는 {{answer}}이다.",
    },
    "en": {
        "question": "A filter of three cells with a stride of 1 is put {{layers}} times "
        "on a "
        "row of pixels. How many ways lead to the output from a pixel that is {{away}} "
        "cells "
        "away from the one right below it?",
        "hints": [
            "For one layer the ways are 1, 1, 1, and for two layers 1, 2, 3, 2, 1.",
            "A number of the next layer is the sum of three neighbours of the layer "
            "before.",
            "From left to right all of them are {{all}}. The middle is right below the "
            "output.",
        ],
        "reason": "The number that is {{away}} away from the middle is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.convolution import conv2d_backward

ways = np.ones((1, 1, 1, 1))
for _ in range({{layers}}):
    x = np.zeros((1, 1, 1, ways.shape[3] + 2))
    ways, _, _ = conv2d_backward(ways, x, np.ones((1, 1, 1, 3)))
print(int(ways[0, 0, 0, {{layers}} + {{away}}]))
"""


def draw(rng):
    layers = int(rng.integers(2, 6))
    return {"layers": layers, "away": rng.integers(0, layers + 1)}


def steps(layers, away):
    found = [1]
    for _ in range(layers):
        padded = [0, 0, *found, 0, 0]
        found = [sum(padded[i : i + 3]) for i in range(len(found) + 2)]
    return {"all": found}


def check(layers, away):
    return sum(sum(way) == away for way in product([-1, 0, 1], repeat=layers))
