"""The weights of a bottleneck: 1 x 1, 3 x 3, 1 x 1."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "채널 {{c}}개를 1 × 1 합성곱으로 {{m}}개로 줄이고, 3 × 3 합성곱을 한 "
        "다음, 1 × 1 합성곱으로 "
        "{{c}}개로 되돌린다. 가중치는 모두 몇 개인가? 편향은 세지 않는다.",
        "hints": [
            "줄이는 층에는 {{c}} × {{m}}개가 있고, 되돌리는 층도 같다.",
            "가운데 층에는 9 × {{m}} × {{m}} = {{middle}}개가 있다.",
        ],
        "reason": "2 × {{outer}} + {{middle}} = {{answer}}개다. 3 × 3 합성곱을 바로 하면 "
        "{{direct}}개다.",
    },
    "en": {
        "question": "A 1 × 1 convolution brings {{c}} channels down to {{m}}, a 3 × 3 "
        "convolution follows, and another 1 × 1 brings them back to {{c}}. How many "
        "weights "
        "are there? Biases do not count.",
        "hints": [
            "The first layer has {{c}} × {{m}} weights, and the last as many.",
            "The one in the middle has 9 × {{m}} × {{m}} = {{middle}}.",
        ],
        "reason": "They are 2 × {{outer}} + {{middle}} = {{answer}}. A 3 × 3 convolution "
        "without the others would have {{direct}}.",
    },
}
CODE = """
from dlnotes.convolution import conv2d_cost

layers = [({{c}}, {{m}}, 1), ({{m}}, {{m}}, 3), ({{m}}, {{c}}, 1)]
print(sum(conv2d_cost(*layer, 1, bias=False)[0] for layer in layers))
"""


def draw(rng):
    m = int(rng.choice([8, 16, 32, 64]))
    return {"c": m * int(rng.choice([2, 4, 8])), "m": m}


def steps(c, m):
    return {"outer": c * m, "middle": 9 * m * m, "direct": 9 * c * c}


def check(c, m):
    return m * (2 * c + 9 * m)
