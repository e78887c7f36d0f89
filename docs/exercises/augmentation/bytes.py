"""Bytes that are made brighter with care and without."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "`adjust_brightness`는 255를 넘는 값을 255로 자른다.",
            "{{factor}}배 하면 {{products}}이다.",
        ],
        "reason": "255보다 큰 값은 255가 된다. 그냥 곱한 결과는 {{wrapped}}이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "`adjust_brightness` cuts values above 255 off at 255.",
            "Times {{factor}}, the values are {{products}}.",
        ],
        "reason": "What is above 255 becomes 255. Plain multiplication would have wrapped "
        "round to {{wrapped}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.augmentation import adjust_brightness

photo = np.array([[{{pixels}}]], dtype=np.uint8)
print(adjust_brightness(photo, {{factor}})[0].tolist())
"""


def draw(rng):
    factor = rng.choice([2, 3])
    small, large = rng.integers(1, 255 // factor), rng.integers(255 // factor + 5, 256)
    third = rng.integers(1, 256)
    return {"pixels": rng.permutation([small, large, third]), "factor": factor}


def steps(pixels, factor):
    products = [factor * p for p in pixels]
    return {"products": products, "wrapped": [p % 256 for p in products]}


def check(pixels, factor):
    return str([min(255, factor * p) for p in pixels])
