"""The fan-in or fan-out of a convolutional layer."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "채널 {{inputs}}개를 받아 {{outputs}}개를 내는 {{F}}×{{F}} "
        "합성곱층이 있다. "
        "입력 수와 출력 수를 더하면 얼마인가?",
        "hints": [
            "입력 수는 $F^2 C_{\\text{in}}$, 출력 수는 $F^2 C_{\\text{out}}$이다.",
            "입력 수는 {{fan}}이다. 출력 수를 구해 더한다.",
        ],
        "reason": "${{F}}^2 \\times {{inputs}} + {{F}}^2 \\times {{outputs}} = "
        "{{answer}}$이다.",
    },
    "en": {
        "question": "A convolutional layer with {{F}}×{{F}} filters takes {{inputs}} "
        "channels and gives {{outputs}}. What is the sum of its fan-in and fan-out?",
        "hints": [
            "The fan-in is $F^2 C_{\\text{in}}$, the fan-out $F^2 C_{\\text{out}}$.",
            "The fan-in is {{fan}}. Find the fan-out and add it.",
        ],
        "reason": "${{F}}^2 \\times {{inputs}} + {{F}}^2 \\times {{outputs}} = "
        "{{answer}}$.",
    },
}
CODE = """
from dlnotes.initializers import calculate_fan_in_and_fan_out

print(sum(calculate_fan_in_and_fan_out(({{outputs}}, {{inputs}}, {{F}}, {{F}}))))
"""


def draw(rng):
    return {
        "inputs": rng.integers(1, 33),
        "outputs": rng.integers(1, 65),
        "F": [3, 5, 7][rng.integers(3)],
    }


def steps(inputs, outputs, F):
    return {"fan": F * F * inputs}


def check(inputs, outputs, F):
    import torch

    weight = torch.empty(outputs, inputs, F, F)
    return sum(torch.nn.init._calculate_fan_in_and_fan_out(weight))
