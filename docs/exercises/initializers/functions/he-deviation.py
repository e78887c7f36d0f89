"""He's standard deviation from the shape of a weight, a convolution's too."""

ANSWER = (
    "dlnotes.initializers.calculate_gain('relu') / "
    "np.sqrt(dlnotes.initializers.calculate_fan_in_and_fan_out(tuple(shape))[0])"
)
TOLERANCE = 1e-9
EXAMPLE = ([3, 8],)
WORDS = {
    "ko": {
        "doc": "가중치의 모양에서 He 초기화의 표준편차를 구한다.",
        "question": "`shape`는 가중치의 모양이 든 배열로, 선형 층이면 (출력, 입력), "
        "합성곱이면 (출력 채널, 입력 채널, 필터 높이, 필터 너비)다. ReLU를 쓰는 층의 He "
        "초기화가 쓰는 표준편차를 수 하나로 돌려준다.",
        "hints": [
            "표준편차는 $\\sqrt{2 / n}$이고, $n$은 유닛 하나에 들어오는 입력의 수다.",
            "합성곱의 유닛은 입력 채널마다 필터의 칸만큼 입력을 받는다. 첫 축만 빼고 모두 "
            "곱한다.",
        ],
        "reason": "ReLU가 절반을 0으로 만들므로 분산이 $2/n$이어야 크기가 층마다 "
        "유지된다. $n$은 출력이 아니라 입력의 수다.",
    },
    "en": {
        "doc": "The standard deviation of He's initialisation for a weight of this shape.",
        "question": "`shape` is an array with the shape of a weight: (out, in) of a "
        "linear layer, or (output channels, input channels, height, width) of a "
        "convolution. Return the standard deviation that He's initialisation takes for a "
        "layer with ReLU, as a single number.",
        "hints": [
            "It is $\\sqrt{2 / n}$, where $n$ is the number of inputs of one unit.",
            "A unit of a convolution has as many inputs as its filter has cells, for each "
            "input channel: the product of all axes but the first.",
        ],
        "reason": "ReLU sets half of the values to 0, so a variance of $2/n$ keeps their "
        "size from layer to layer. $n$ counts inputs, not outputs.",
    },
}
SOLUTION = """
import numpy as np


def he_deviation(shape):
    fan_in = np.prod(shape[1:])
    return np.sqrt(2 / fan_in)
"""
WRONG = {
    "the outputs": ("np.prod(shape[1:])", "shape[0]", "shape = [3, 8]"),
    "no filter": ("np.prod(shape[1:])", "shape[1]", "shape = [16, 3, 5, 5]"),
    "no 2 for ReLU": ("2 / fan_in", "1 / fan_in", "shape = [3, 8]"),
    "the variance": ("np.sqrt(2 / fan_in)", "2 / fan_in", "shape = [3, 8]"),
}


def cases(rng):
    yield ([16, 3, 5, 5],)
    yield ([1, 1],)
    yield ([64, 64, 1, 1],)
    yield (rng.integers(1, 9, 3),)
