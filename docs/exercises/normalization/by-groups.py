"""What group normalisation prints for one small sample."""

import numpy as np

KIND = "prints"
WORDS = {
    "ko": {
        "question": "채널이 네 개인 샘플을 두 그룹으로 정규화한다. 이 코드는 무엇을 "
        "출력하는가?",
        "hints": [
            "앞의 두 채널과 뒤의 두 채널을 따로 본다.",
            "값이 둘뿐이면 평균은 한가운데이고, 작은 쪽은 −1, 큰 쪽은 1이 된다.",
            "마지막에 `beta`를 더한다.",
        ],
        "reason": "두 그룹의 평균은 {{means}}이다. 값이 둘뿐인 그룹은 언제나 −1과 1이 "
        "되고, "
        "거기에 `beta`를 더한다.",
    },
    "en": {
        "question": "A sample of four channels is normalised in two groups. What does this "
        "code print?",
        "hints": [
            "The first two channels are taken together, and so are the last two.",
            "The mean of two values lies half-way: the smaller becomes −1, the larger 1.",
            "`beta` is added at the end.",
        ],
        "reason": "The means of the groups are {{means}}. A group of two values always "
        "becomes −1 and 1, and then `beta` is added.",
    },
}
CODE = """
import numpy as np
from dlnotes.normalization import group_norm

x = np.array([[{{x}}]])
out = group_norm(x, np.ones(4), np.full(4, {{beta}}), num_groups=2, eps=1e-9)
print([round(value) for value in out[0].tolist()])
"""


def draw(rng):
    x = rng.integers(0, 50, 4)
    x[1] += x[0] == x[1]
    x[3] += x[2] == x[3]
    return {"x": x, "beta": rng.integers(2, 10)}


def steps(x, beta):
    return {"means": [sum(x[:2]) / 2, sum(x[2:]) / 2]}


def check(x, beta):
    signs = np.sign([x[0] - x[1], x[1] - x[0], x[2] - x[3], x[3] - x[2]])
    return str([int(sign) + beta for sign in signs])
