"""How many boxes of a colour histogram stay empty at least."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "픽셀이 {{n}}개인 그림의 색상 히스토그램을 구한다. "
        "색마다 구간을 {{bins}}개로 나누었다. 빈 상자는 적어도 몇 개인가?",
        "hints": [
            "상자의 수는 구간의 수를 세 번 곱한 것이다. 여기서는 {{boxes}}개다.",
            "픽셀이 모두 다른 상자에 들어도 상자를 {{n}}개밖에 채우지 못한다.",
        ],
        "reason": "상자 {{boxes}}개에서 {{n}}개를 빼면 {{answer}}개다.",
    },
    "en": {
        "question": "An image of {{n}} pixels has a colour histogram with {{bins}} "
        "intervals for each channel. How many boxes are empty at least?",
        "hints": [
            "The number of boxes is that of the intervals, multiplied three times: "
            "{{boxes}}.",
            "Even if all pixels lie in different boxes, they fill only {{n}} of them.",
        ],
        "reason": "From {{boxes}} boxes take away {{n}}: {{answer}} are left.",
    },
}
CODE = """
import numpy as np
from dlnotes.features import color_histogram

image = np.zeros((1, {{n}}, 3))
print(color_histogram(image, bins={{bins}}).size - {{n}})
"""


def draw(rng):
    return {"n": rng.integers(5, 26), "bins": rng.integers(3, 9)}


def steps(n, bins):
    return {"boxes": bins * bins * bins}


def check(n, bins):
    return sum(1 for _ in range(bins**3)) - n
