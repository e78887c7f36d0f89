"""What small filters save against a large one that sees as far."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "들어오고 나가는 채널이 모두 {{c}}개다. 한 변이 {{k}}인 합성곱층 "
        "하나를, 수용 영역이 같도록 "
        "3 × 3 합성곱층 여러 개로 바꾼다. 가중치는 몇 개 줄어드는가? 편향은 세지 않는다.",
        "hints": [
            "3 × 3 합성곱층이 하나 늘 때마다 수용 영역이 2칸 넓어지므로 {{layers}}층이 "
            "필요하다.",
            "큰 필터의 가중치는 {{k}} × {{k}} × {{c}} × {{c}} = {{large}}개다.",
            "작은 필터의 가중치는 {{layers}} × 9 × {{c}} × {{c}} = {{small}}개다.",
        ],
        "reason": "{{large}} − {{small}} = {{answer}}개 줄어든다.",
    },
    "en": {
        "question": "There are {{c}} channels in and {{c}} out. One convolutional layer "
        "with "
        "filters of side {{k}} is replaced by layers of 3 × 3 with the same receptive "
        "field. "
        "How many weights does this save? Biases do not count.",
        "hints": [
            "Each layer of 3 × 3 adds 2 to the receptive field, so it takes {{layers}}.",
            "The large filters have {{k}} × {{k}} × {{c}} × {{c}} = {{large}} weights.",
            "The small ones have {{layers}} × 9 × {{c}} × {{c}} = {{small}}.",
        ],
        "reason": "It saves {{large}} − {{small}} = {{answer}} weights.",
    },
}
CODE = """
from dlnotes.convolution import conv2d_cost

large, _ = conv2d_cost({{c}}, {{c}}, {{k}}, 1, bias=False)
small, _ = conv2d_cost({{c}}, {{c}}, 3, 1, bias=False)
print(large - ({{k}} - 1) // 2 * small)
"""


def draw(rng):
    return {"c": rng.choice([2, 4, 8, 16, 32, 64]), "k": rng.choice([5, 7, 9, 11])}


def steps(c, k):
    layers = (k - 1) // 2
    return {"layers": layers, "large": k * k * c * c, "small": layers * 9 * c * c}


def check(c, k):
    return c**2 * (k**2 - 4.5 * (k - 1))
