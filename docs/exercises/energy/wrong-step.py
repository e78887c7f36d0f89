"""A free energy, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "가시 유닛이 둘, 은닉 유닛이 하나인 머신의 자유 에너지를 셈하는 "
        "코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "$F = -a^\\top v - \\log(1 + e^z)$이고, $z = b + w^\\top v$다.",
            "한 줄씩 식과 견주어 부호를 본다.",
        ],
        "mistakes": {
            "bias": "은닉 유닛의 편향을 빼서 $z$가 틀렸다. 더해야 한다.",
            "power": "$e^{-z}$는 은닉 유닛이 꺼질 때의 무게다. $e^z$여야 한다.",
            "sign": "무게의 로그를 더해서 잘 나타나는 상태의 에너지가 높아진다. 빼야 한다.",
        },
        "reason": "바른 코드의 출력: {{printed}}.",
    },
    "en": {
        "question": "This code computes the free energy of a machine with two visible "
        "units and a hidden one, but one line is wrong. Which line?",
        "hints": [
            "$F = -a^\\top v - \\log(1 + e^z)$ with $z = b + w^\\top v$.",
            "Compare the signs with the formula, line by line.",
        ],
        "mistakes": {
            "bias": "The line subtracts the bias of the hidden unit, but has to add it.",
            "power": "The hidden unit at 1 counts $e^z$, not $e^{-z}$.",
            "sign": "The line adds the logarithm, which gives likely states a high energy. "
            "It has to subtract it.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
w, a, b = np.array([{{w}}, 1]), np.array([1, {{a}}]), {{b}}
v = np.array([1, 1])
z = w @ v {{bias}} b
weight = 1 + np.exp({{power}})
F = -a @ v {{sign}} np.log(weight)
print(round(float(F), 3))
"""
MISTAKES = {"bias": ("+", "-"), "power": ("z", "-z"), "sign": ("-", "+")}


def draw(rng):
    return {"w": rng.integers(1, 5), "a": rng.integers(-3, 4), "b": rng.integers(1, 4)}
