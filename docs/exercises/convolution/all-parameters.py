"""The parameters of a whole convolutional network."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "흑백 {{n}} × {{n}} 이미지를 받는 신경망이다. 크기를 지키는 3 × 3 "
        "합성곱층(필터 {{m}}개), "
        "ReLU, 한 변이 2인 최대 풀링, 평탄화, 클래스 {{K}}개의 완전 연결층이 차례로 "
        "있다. 매개변수는 편향까지 모두 "
        "몇 개인가?",
        "hints": [
            "합성곱층에는 {{m}} × (9 + 1) = {{first}}개가 있다.",
            "평탄화한 값은 {{values}}개다. ReLU, 풀링, 평탄화에는 매개변수가 없다.",
        ],
        "reason": "완전 연결층에 {{K}} × ({{values}} + 1)개가 있으므로 모두 "
        "{{answer}}개다.",
    },
    "en": {
        "question": "A network for grey images of {{n}} × {{n}} has a convolutional "
        "layer with "
        "{{m}} filters of 3 × 3 that keeps the size, ReLU, max pooling with windows of "
        "side 2, "
        "flattening, and a fully connected layer for {{K}} classes. How many parameters "
        "are "
        "there, with all biases?",
        "hints": [
            "The convolutional layer has {{m}} × (9 + 1) = {{first}}.",
            "There are {{values}} values after flattening. ReLU, pooling and flattening "
            "have "
            "no parameters.",
        ],
        "reason": "The fully connected layer has {{K}} × ({{values}} + 1), which makes "
        "{{answer}} in all.",
    },
}
CODE = """
from dlnotes.convolution import conv2d_cost

first, _ = conv2d_cost(1, {{m}}, 3, {{n}})
last, _ = conv2d_cost({{m}}, {{K}}, {{n}} // 2, 1)  # a filter as large as the map
print(first + last)
"""


def draw(rng):
    return {
        "n": rng.choice([8, 16, 28]),
        "m": rng.choice([4, 6, 8, 16]),
        "K": rng.choice([2, 3, 10]),
    }


def steps(n, m, K):
    return {"first": 10 * m, "values": m * (n // 2) ** 2}


def check(n, m, K):
    weights = 9 * m + K * m * n * n / 4
    return weights + m + K
