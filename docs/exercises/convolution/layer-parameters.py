"""The number of parameters of a convolutional layer."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "채널이 {{c}}개인 {{side}} × {{side}} 이미지를 받아 특징 맵 "
        "{{o}}장을 내는 "
        "합성곱층이 있다. 필터의 한 변은 {{k}}이고 편향이 있다. 매개변수는 모두 몇 개인가?",
        "hints": [
            "필터 하나에는 들어오는 채널마다 {{k}} × {{k}}개의 가중치가 있다.",
            "필터 하나에 가중치가 {{weights}}개, 편향이 1개다.",
            "필터는 나가는 채널의 수만큼 있다. 이미지의 크기는 쓰지 않는다.",
        ],
        "reason": "{{o}} × ({{weights}} + 1) = {{answer}}개다.",
    },
    "en": {
        "question": "A convolutional layer takes images of {{side}} × {{side}} pixels with "
        "{{c}} channels and gives {{o}} feature maps. Its filters have a side of {{k}} and "
        "there are biases. How many parameters does it have?",
        "hints": [
            "A filter has {{k}} × {{k}} weights for each channel that goes in.",
            "It has {{weights}} weights and 1 bias.",
            "There are as many filters as channels that come out. The size of the image "
            "does "
            "not count.",
        ],
        "reason": "They are {{o}} × ({{weights}} + 1) = {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import conv2d_cost

print(conv2d_cost({{c}}, {{o}}, {{k}}, output_size={{side}} - {{k}} + 1)[0])
"""


def draw(rng):
    return {
        "c": rng.choice([1, 3, 8, 16]),
        "o": rng.choice([4, 8, 16, 32]),
        "k": rng.choice([1, 3, 5, 7]),
        "side": rng.choice([28, 32, 64, 200]),
    }


def steps(c, o, k, side):
    return {"weights": c * k * k}


def check(c, o, k, side):
    weights, biases = o * c * k * k, o
    return weights + biases
