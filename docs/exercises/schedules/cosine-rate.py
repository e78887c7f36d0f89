"""The rate of a cosine decay at a given step."""

import math

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "학습률을 {{T}}스텝에 걸쳐 {{eta}}에서 0까지 코사인으로 줄인다. "
        "$t = {{t}}$일 때의 학습률은 얼마인가?",
        "hints": [
            "$\\eta_t = \\eta \\, (1 + \\cos(\\pi t / T)) / 2$이다.",
            "$\\cos(\\pi \\times {{t}} / {{T}}) \\approx {{cosine}}$이다.",
        ],
        "reason": "${{eta}} \\times (1 + ({{cosine}})) / 2 \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A cosine takes the rate from {{eta}} to 0 in {{T}} steps. What is "
        "the rate at $t = {{t}}$?",
        "hints": [
            "It is $\\eta_t = \\eta \\, (1 + \\cos(\\pi t / T)) / 2$.",
            "$\\cos(\\pi \\times {{t}} / {{T}}) \\approx {{cosine}}$.",
        ],
        "reason": "${{eta}} \\times (1 + ({{cosine}})) / 2 \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.schedules import cosine_annealing_lr

print(round(float(cosine_annealing_lr({{t}}, {{eta}}, T_max={{T}})), 4))
"""


def draw(rng):
    T = 20 * rng.integers(1, 6)
    return {"T": T, "eta": rng.integers(4, 11) / 10, "t": T * rng.integers(1, 9) // 10}


def steps(T, eta, t):
    return {"cosine": round(math.cos(math.pi * t / T), 4)}


def check(T, eta, t):
    return eta * math.cos(math.pi * t / (2 * T)) ** 2
