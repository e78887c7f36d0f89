"""The parameters that pooling saves in a fully connected layer."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "채널이 {{c}}개이고 한 변이 {{n}}인 특징 맵을 한 변이 {{k}}인 창으로 "
        "풀링한 뒤, 펴서 "
        "클래스가 {{K}}개인 완전 연결층에 넣는다. 이 층의 매개변수는 편향까지 모두 몇 "
        "개인가?",
        "hints": [
            "풀링한 특징 맵의 한 변은 {{m}}이다.",
            "펴면 값이 {{values}}개다. 클래스마다 값의 수만큼 가중치가 있고 편향이 하나 "
            "있다.",
        ],
        "reason": "{{K}} × ({{values}} + 1) = {{answer}}개다. 풀링하지 않으면 "
        "{{without}}개다.",
    },
    "en": {
        "question": "Feature maps of {{c}} channels with a side of {{n}} are pooled with "
        "windows of side {{k}}, written as one row, and put into a fully connected layer "
        "for {{K}} classes. How many parameters does that layer have, with its biases?",
        "hints": [
            "After pooling the side is {{m}}.",
            "That makes {{values}} values. Each class has as many weights, and one bias.",
        ],
        "reason": "They are {{K}} × ({{values}} + 1) = {{answer}}; without pooling they "
        "would "
        "be {{without}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.convolution import max_pool2d

values = max_pool2d(np.zeros((1, {{c}}, {{n}}, {{n}})), {{k}})[0].size
print({{K}} * (values + 1))
"""


def draw(rng):
    return {
        "c": rng.choice([4, 8, 16]),
        "n": rng.choice([8, 12, 16, 24]),
        "k": rng.choice([2, 4]),
        "K": rng.choice([2, 5, 10]),
    }


def steps(c, n, k, K):
    m = n // k
    return {"m": m, "values": c * m * m, "without": K * (c * n * n + 1)}


def check(c, n, k, K):
    weights = K * c * (n // k) ** 2
    return weights + K
