"""The probability of a hidden pixel, given the other one."""

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "가시 유닛 두 개와 은닉 유닛 하나의 머신이 있다. 은닉 유닛이 1일 때 "
        "첫째 칸도 1이면 무게가 {{r}}배, 둘째 칸도 1이면 무게가 {{s}}배가 되고, 편향은 "
        "모두 0이다. 첫째 칸이 1인 것을 보았을 때, 가려진 둘째 칸이 1일 확률은 얼마인가?",
        "hints": [
            "첫째 칸이 1인 두 상태의 무게만 견준다.",
            "10의 무게는 1 + {{r}}, 11의 무게는 1 + {{both}}이다.",
        ],
        "reason": "11의 무게를 두 무게의 합으로 나눈다. 합은 {{sum}}이고 답은 "
        "{{answer}}이다.",
    },
    "en": {
        "question": "A machine has two pixels and a hidden unit. If the hidden unit is 1, "
        "the count of a state is multiplied by {{r}} for a first pixel of 1, and by "
        "{{s}} for a second pixel of 1; all biases are 0. The first pixel is seen, and "
        "it is 1. What is the probability that the second, which is not seen, is 1?",
        "hints": [
            "Compare the two states in which the first pixel is 1.",
            "10 counts 1 + {{r}}, and 11 counts 1 + {{both}}.",
        ],
        "reason": "10 and 11 together count {{sum}}, and the share of 11 is {{answer}}.",
    },
}
CODE = """
r, s = {{r}}, {{s}}
print(round((1 + r * s) / ((1 + r) + (1 + r * s)), 4))
"""


def draw(rng):
    return {"r": rng.integers(2, 8), "s": rng.integers(2, 8)}


def steps(r, s):
    return {"both": r * s, "sum": 2 + r + r * s}


def check(r, s):
    """By the hidden unit: given the first pixel, and before the second is known."""
    on = r * (1 + s) / (2 + r * (1 + s))
    return on * s / (1 + s) + (1 - on) / 2
