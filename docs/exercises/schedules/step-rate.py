"""The rate of a step decay at a given step."""

KIND = "number"
TOLERANCE = 0.0005
WORDS = {
    "ko": {
        "question": "처음 학습률은 {{eta}}이고, {{s}}스텝마다 곱하는 수는 {{gamma}}이다. "
        "$t = {{t}}$일 때의 학습률은 얼마인가?",
        "hints": [
            "$t = {{t}}$까지 몇 번 곱했는지 센다. $\\lfloor {{t}} / {{s}} \\rfloor$이다.",
            "처음 학습률은 {{eta}}, 곱하는 수는 {{gamma}}, 곱한 횟수는 {{k}}이다.",
        ],
        "reason": "$\\lfloor {{t}} / {{s}} \\rfloor = {{k}}$이므로 "
        "${{eta}} \\times {{gamma}}^{{k}} = {{answer}}$이다.",
    },
    "en": {
        "question": "The rate begins at {{eta}} and is multiplied by {{gamma}} every "
        "{{s}} steps. What is it at $t = {{t}}$?",
        "hints": [
            "Count the multiplications up to $t = {{t}}$: "
            "$\\lfloor {{t}} / {{s}} \\rfloor$.",
            "Their number is {{k}}. Compute ${{eta}} \\times {{gamma}}^{{k}}$.",
        ],
        "reason": "$\\lfloor {{t}} / {{s}} \\rfloor = {{k}}$, so the rate is "
        "${{eta}} \\times {{gamma}}^{{k}} = {{answer}}$.",
    },
}
CODE = """
from dlnotes.schedules import step_lr

print(round(float(step_lr({{t}}, {{eta}}, step_size={{s}}, gamma={{gamma}})), 4))
"""


def draw(rng):
    s = 10 * rng.integers(1, 4)
    return {
        "eta": rng.integers(1, 9) / 10,
        "s": s,
        "gamma": [0.5, 0.4, 0.2][rng.integers(3)],
        "t": rng.integers(s, 4 * s),
    }


def steps(eta, s, gamma, t):
    return {"k": t // s}


def check(eta, s, gamma, t):
    rate = eta
    for step in range(1, t + 1):
        rate *= gamma if step % s == 0 else 1
    return rate
