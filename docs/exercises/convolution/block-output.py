"""The output of a residual block for one pixel of one channel."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "채널이 하나, 픽셀이 하나인 입력이 1 × 1 합성곱 둘로 된 잔차 블록을 "
        "지난다. 입력은 {{x}}, 첫 합성곱의 "
        "가중치는 {{w1}}, 둘째는 {{w2}}이고 편향은 둘 다 0이다. 출력은 얼마인가?",
        "hints": [
            "첫 합성곱의 결과는 {{z}}이고, ReLU를 지나면 {{inner}}이다.",
            "둘째 합성곱의 결과는 {{added}}이다. 여기에 입력을 더한다.",
            "더한 다음에 ReLU를 한 번 더 지난다.",
        ],
        "reason": "더한 값은 {{sum}}이고, ReLU를 지나면 {{answer}}이다.",
    },
    "en": {
        "question": "An input of one channel and one pixel, {{x}}, passes a residual "
        "block of "
        "two 1 × 1 convolutions. The weight of the first is {{w1}} and that of the second "
        "{{w2}}; both biases are 0. What is the output?",
        "hints": [
            "The first convolution gives {{z}}, which is {{inner}} after ReLU.",
            "The second one gives {{added}}. The input is added to it.",
            "After the addition comes another ReLU.",
        ],
        "reason": "The sum is {{sum}}, and after ReLU it is {{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import residual_block

y, _ = residual_block([[[[{{x}}]]]], [[[[{{w1}}]]]], [0], [[[[{{w2}}]]]], [0])
print(int(y[0, 0, 0, 0]))
"""


def draw(rng):
    return {
        "x": rng.integers(1, 9) * rng.choice([1, 1, -1]),
        "w1": rng.choice([-2, -1, 1, 2, 3]),
        "w2": rng.choice([-2, -1, 1, 2, 3]),
    }


def steps(x, w1, w2):
    inner = max(0, x * w1)
    return {"z": x * w1, "inner": inner, "added": w2 * inner, "sum": x + w2 * inner}


def check(x, w1, w2):
    import torch

    t = torch.tensor(float(x))
    return torch.relu(t + w2 * torch.relu(w1 * t)).item()
