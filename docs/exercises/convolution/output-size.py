"""The side of a feature map."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "한 변이 {{n}}인 이미지에 한 변이 {{k}}인 필터를 댄다. 스트라이드는 "
        "{{s}}, "
        "패딩은 {{p}}, 다일레이션은 {{d}}이다. 특징 맵의 한 변은 얼마인가?",
        "hints": [
            "덧댄 이미지의 한 변은 {{room}}이다.",
            "필터는 {{reach}}칸에 걸친다.",
            "남은 칸 수를 스트라이드로 나누어 소수점 아래를 버리고, 첫 창 1을 더한다.",
        ],
        "reason": "남은 칸은 {{rest}}, 스트라이드는 {{s}}이다. 나눈 몫에 1을 더하면 "
        "{{answer}}이다.",
    },
    "en": {
        "question": "A filter with a side of {{k}} is put on an image with a side of "
        "{{n}}. The "
        "stride is {{s}}, the padding {{p}} and the dilation {{d}}. What is the side of "
        "the "
        "feature map?",
        "hints": [
            "The padded image has a side of {{room}}.",
            "The filter extends over {{reach}} cells.",
            "Divide the cells that are left by the stride, drop the fraction, and add 1 "
            "for "
            "the first window.",
        ],
        "reason": "{{rest}} cells are left; divided by {{s}}, plus 1, that is {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import conv_output_size

print(conv_output_size({{n}}, {{k}}, stride={{s}}, padding={{p}}, dilation={{d}}))
"""


def draw(rng):
    return {
        "n": rng.integers(12, 65),
        "k": rng.choice([3, 5]),
        "s": rng.integers(1, 4),
        "p": rng.integers(0, 3),
        "d": rng.integers(1, 3),
    }


def steps(n, k, s, p, d):
    room, reach = n + 2 * p, d * (k - 1) + 1
    return {"room": room, "reach": reach, "rest": room - reach}


def check(n, k, s, p, d):
    last = n + 2 * p - d * (k - 1)
    return len(range(0, last, s))
