"""The left edge of a box after its image has been mirrored."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "가로가 {{width}}픽셀인 그림에 있는 상자는 $[{{a}}, {{b}})$이다. "
        "그림을 좌우로 뒤집으면 상자의 왼쪽 끝은 얼마인가?",
        "hints": [
            "뒤집으면 오른쪽 끝이 왼쪽 끝이 된다.",
            "픽셀이 아니라 상자의 끝이므로, 가로에서 그대로 뺀다.",
        ],
        "reason": "${{width}} - {{b}} = {{answer}}$이다.",
    },
    "en": {
        "question": "An image is {{width}} pixels wide and has the box $[{{a}}, {{b}})$. "
        "When the image is mirrored from left to right, what is the left edge of the box?",
        "hints": [
            "The right edge becomes the left one.",
            "It is an edge and no pixel: subtract it from the width as it is.",
        ],
        "reason": "${{width}} - {{b}} = {{answer}}$.",
    },
}
CODE = """
from dlnotes.augmentation import flip_boxes

print(int(flip_boxes([[{{a}}, 0, {{b}}, 1]], {{width}})[0, 0]))
"""


def draw(rng):
    width = rng.integers(10, 41)
    a, b = sorted(rng.permutation(width - 1)[:2] + 1)
    return {"width": width, "a": a, "b": b}


def check(width, a, b):
    mirrored = [width - 1 - pixel for pixel in range(a, b)]
    return min(mirrored)
