"""The side of a receptive field."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "차례로 3 × 3 합성곱층(스트라이드 {{s}}), 한 변이 2인 풀링, {{k}} × "
        "{{k}} 합성곱층(스트라이드 1)을 "
        "지난다. 마지막 특징 맵의 값 하나의 수용 영역은 한 변이 얼마인가?",
        "hints": [
            "첫 층까지는 3칸이고, 이웃한 값은 {{s}}칸 떨어져 있다.",
            "풀링은 두 값을 보므로 {{s}}칸이 더해지고, 그 뒤로는 이웃한 값이 {{step}}칸 "
            "떨어져 있다.",
            "마지막 층은 이웃한 값 {{k}}개를 보므로 {{step}}칸씩 {{more}}번 더한다.",
        ],
        "reason": "3 + {{s}} + {{more}} × {{step}} = {{answer}}칸이다.",
    },
    "en": {
        "question": "The layers are a convolution of 3 × 3 with a stride of {{s}}, "
        "pooling with "
        "windows of side 2, and a convolution of {{k}} × {{k}} with a stride of 1. What "
        "is the "
        "side of the receptive field of a value of the last feature map?",
        "hints": [
            "After the first layer it is 3, and neighbouring values are {{s}} apart.",
            "Pooling sees two values, which adds {{s}}. From there on neighbours are "
            "{{step}} apart.",
            "The last layer sees {{k}} neighbours, which adds {{more}} times {{step}}.",
        ],
        "reason": "It is 3 + {{s}} + {{more}} × {{step}} = {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import receptive_field

print(receptive_field([(3, {{s}}), (2, 2), ({{k}}, 1)])[0])
"""


def draw(rng):
    return {"s": rng.integers(1, 5), "k": rng.choice([3, 5, 7, 9])}


def steps(s, k):
    return {"step": 2 * s, "more": k - 1}


def check(s, k):
    """Backwards: how many values of each layer the last value needs."""
    return ((k - 1) * 2 + 2 - 1) * s + 3
