"""The share of four pixels that fall into a box of colours."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "픽셀 네 개의 빨강, 초록, 파랑이 "
        "[{{p}}], [{{q}}], [{{r}}], [{{s}}]이다. "
        "색마다 두 구간으로 나누고 0.5보다 작으면 0, 아니면 1로 적는다. "
        "상자 [{{box}}]의 몫은 얼마인가?",
        "hints": [
            "픽셀 하나의 수 세 개를 모두 0이나 1로 바꾼다.",
            "첫째 픽셀은 [{{first}}], 둘째 픽셀은 [{{second}}] 상자에 든다.",
        ],
        "reason": "그 상자에 든 픽셀은 {{count}}개이므로 4로 나누면 {{answer}}이다.",
    },
    "en": {
        "question": "Four pixels have [{{p}}], [{{q}}], [{{r}}] and [{{s}}] of red, green "
        "and blue. Each channel has two intervals: 0 below 0.5, else 1. "
        "What is the share of the box [{{box}}]?",
        "hints": [
            "Turn the three numbers of each pixel into 0 or 1.",
            "The first pixel falls into [{{first}}], the second into [{{second}}].",
        ],
        "reason": "Pixels in that box: {{count}} out of 4, which is {{answer}}.",
    },
}
CODE = """
from dlnotes.features import color_histogram

image = [[[{{p}}], [{{q}}], [{{r}}], [{{s}}]]]
print(color_histogram(image, bins=2)[{{box}}].item())
"""


def draw(rng):
    # two thirds of them weak, so that boxes are shared
    pixels = rng.choice([1, 2, 3, 4, 6, 8], size=(4, 3)) / 10
    pixels[rng.integers(1, 4)] = 0.9 - pixels[0] if rng.integers(2) else pixels[0]
    box = [int(x >= 0.5) for x in pixels[rng.integers(4)]]
    return dict(zip("pqrs", pixels.round(1), strict=True)) | {"box": box}


def binary(pixel):
    return [int(x >= 0.5) for x in pixel]


def steps(p, q, r, s, box):
    count = sum(binary(pixel) == list(box) for pixel in (p, q, r, s))
    return {"first": binary(p), "second": binary(q), "count": count}


def check(p, q, r, s, box):
    inside = [
        all((x < 0.5) != b for x, b in zip(one, box, strict=True)) for one in (p, q, r, s)
    ]
    return inside.count(True) / 4
