"""How many layers it takes to see far enough."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "스트라이드가 1인 {{k}} × {{k}} 합성곱층만 쌓는다. 수용 영역의 한 "
        "변이 {{side}}칸 이상이려면 적어도 몇 층이 필요한가?",
        "hints": [
            "한 층이면 {{k}}칸이고, 층이 하나 늘 때마다 {{more}}칸씩 넓어진다.",
            "층의 수와 {{more}}의 곱에 1을 더한 값이 {{side}} 이상이어야 한다.",
        ],
        "reason": "{{answer}}층이면 {{reached}}칸이고, 한 층 적으면 {{below}}칸이라 "
        "모자란다.",
    },
    "en": {
        "question": "Convolutional layers of {{k}} × {{k}} with a stride of 1 are "
        "stacked. How "
        "many are needed at least for a receptive field with a side of {{side}} or more?",
        "hints": [
            "One layer sees {{k}}, and each further one adds {{more}}.",
            "The number of layers times {{more}}, plus 1, must not be below {{side}}.",
        ],
        "reason": "With {{answer}} it is {{reached}}; with one less it would be {{below}}, "
        "which is not enough.",
    },
}
CODE = """
from dlnotes.convolution import receptive_field

depth = 1
while receptive_field([({{k}}, 1)] * depth)[0] < {{side}}:
    depth += 1
print(depth)
"""


def draw(rng):
    return {"k": rng.choice([3, 5, 7]), "side": rng.integers(12, 100)}


def steps(k, side):
    depth = -(-(side - 1) // (k - 1))
    reached = depth * (k - 1) + 1
    return {"more": k - 1, "reached": reached, "below": reached - k + 1}


def check(k, side):
    import math

    return math.ceil((side - 1) / (k - 1))
