"""The number of parameters of a network."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "층마다 유닛의 수가 앞에서부터 {{sizes}}인 다층 퍼셉트론이 있다. "
        "매개변수는 모두 몇 개인가?",
        "hints": [
            "가중치는 이웃한 두 층의 유닛 수를 곱한 만큼 있다.",
            "가중치는 {{weights}}개다. 입력층을 뺀 유닛마다 편향이 하나씩 더 있다.",
        ],
        "reason": "가중치 {{weights}}개와 편향 {{biases}}개를 더하면 {{answer}}개다.",
    },
    "en": {
        "question": "A multilayer perceptron has layers of {{sizes}} units, from the input "
        "on. How many parameters does it have?",
        "hints": [
            "Between two layers there are as many weights as the product of their units.",
            "There are {{weights}} weights. Each unit has a bias too, but not the inputs.",
        ],
        "reason": "{{weights}} weights and {{biases}} biases make {{answer}} parameters.",
    },
}
CODE = """
from dlnotes.networks import count_parameters

print(count_parameters([{{sizes}}]))
"""


def draw(rng):
    return {"sizes": rng.integers(2, 21, size=rng.integers(3, 5))}


def steps(sizes):
    pairs = zip(sizes, sizes[1:], strict=False)
    return {"weights": sum(a * b for a, b in pairs), "biases": sum(sizes[1:])}


def check(sizes):
    from torch import nn

    layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:], strict=False)]
    return sum(p.numel() for layer in layers for p in layer.parameters())
