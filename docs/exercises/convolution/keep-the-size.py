"""The padding that keeps the size of an image."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "스트라이드가 1, 다일레이션이 {{d}}이고 필터의 한 변이 {{k}}이다. 한 "
        "변이 {{n}}인 "
        "이미지의 크기를 그대로 두려면 한쪽 끝에 몇 칸씩 덧대야 하는가?",
        "hints": [
            "필터는 {{reach}}칸에 걸친다.",
            "패딩이 없으면 한 변이 {{less}}칸 줄어든다. 이것을 양쪽에 나누어 덧댄다.",
        ],
        "reason": "{{less}}칸을 둘로 나누면 {{answer}}칸이다. 이미지의 크기는 상관없다.",
    },
    "en": {
        "question": "The stride is 1, the dilation {{d}} and the side of the filter "
        "{{k}}. How "
        "many cells must be added at each end to keep the size of an image with a side of "
        "{{n}}?",
        "hints": [
            "The filter extends over {{reach}} cells.",
            "Without padding the side is shorter by {{less}}. Add as many, half at each "
            "end.",
        ],
        "reason": "Half of {{less}} is {{answer}}. The size of the image does not count.",
    },
}
CODE = """
from dlnotes.convolution import conv_output_size

n, p = {{n}}, 0
while conv_output_size(n, {{k}}, padding=p, dilation={{d}}) < n:
    p += 1
print(p)
"""


def draw(rng):
    return {
        "n": rng.integers(50, 200),
        "k": rng.choice([3, 5, 7, 9, 11]),
        "d": rng.integers(1, 5),
    }


def steps(n, k, d):
    return {"reach": d * (k - 1) + 1, "less": d * (k - 1)}


def check(n, k, d):
    return d * (k // 2)
