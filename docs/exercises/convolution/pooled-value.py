"""Max and average pooling of one window, and the difference of the two."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "특징 맵의 첫 줄이 {{a}}, 둘째 줄이 {{b}}이다. 한 변이 2인 창으로 "
        "풀링할 때, "
        "오른쪽 창의 최대 풀링 값에서 평균 풀링 값을 빼면 얼마인가?",
        "hints": [
            "오른쪽 창에는 두 줄의 셋째와 넷째 값이 있다. {{window}}이다.",
            "가장 큰 값은 {{largest}}이고, 네 값의 합은 {{sum}}이다.",
        ],
        "reason": "{{largest}}에서 {{mean}}만큼 빼면 {{answer}}이다.",
    },
    "en": {
        "question": "The first row of a feature map is {{a}} and the second {{b}}. It is "
        "pooled with windows of side 2. For the window on the right, by how much is the "
        "value of max pooling larger than that of average pooling?",
        "hints": [
            "The window on the right has the third and fourth value of both rows, "
            "{{window}}.",
            "The largest is {{largest}}, and the four add up to {{sum}}.",
        ],
        "reason": "{{largest}} less the mean {{mean}} is {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import avg_pool2d, max_pool2d

x = [[[[{{a}}], [{{b}}]]]]
print(float(max_pool2d(x, 2)[0][0, 0, 0, 1] - avg_pool2d(x, 2)[0, 0, 0, 1]))
"""


def draw(rng):
    return {"a": rng.integers(0, 10, 4), "b": rng.integers(0, 10, 4)}


def steps(a, b):
    window = a[2:] + b[2:]
    told = {"largest": max(window), "sum": sum(window), "mean": sum(window) / 4}
    return {"window": window} | told


def check(a, b):
    window = sorted([a[2], a[3], b[2], b[3]])
    return window[-1] - sum(window) / 4
