"""A softmax that does not overflow, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "소프트맥스를 구하면서 큰 점수가 넘치지 않게 하려는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "가장 큰 점수를 빼고, 지수함수에 넣고, 합으로 나눈다.",
            "바른 결과를 모두 더하면 1이고, 점수의 차만 결과를 정한다.",
        ],
        "mistakes": {
            "shift": "가장 큰 점수로 나누면 점수의 차가 달라진다. 빼야 한다.",
            "power": "제곱하면 음수와 양수가 섞인다. 지수함수에 넣어야 한다.",
            "total": "가장 큰 값으로 나누면 합이 1이 되지 않는다. 합으로 나눈다.",
        },
        "reason": "바른 코드는 {{printed}}, 틀린 코드는 {{misprinted}}",
    },
    "en": {
        "question": "This code computes a softmax that does not overflow, but one line is "
        "wrong. Which line?",
        "hints": [
            "Subtract the greatest score, take exponentials, divide by their sum.",
            "The right results add up to 1, and only differences of scores count.",
        ],
        "mistakes": {
            "shift": "Dividing by the greatest score changes the differences: subtract it.",
            "power": "Squares mix up negative and positive numbers: take exponentials.",
            "total": "Divided by the greatest, they do not add up to 1: divide by the sum.",
        },
        "reason": "The right code prints {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
z = np.array([{{z}}])
z = z {{shift}} z.max()
powers = np.{{power}}(z)
q = powers / powers.{{total}}()
print(q.round(3))
"""
MISTAKES = {"shift": ("-", "/"), "power": ("exp", "square"), "total": ("sum", "max")}


def draw(rng):
    return {"z": rng.integers(2, 9) + rng.permutation([0, 1, 2, 4])[:3]}
