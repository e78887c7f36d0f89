"""How far AdaGrad moves in a later step under a gradient that stays the same."""

import math

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "기울기가 늘 {{g}}이고 학습률이 {{lr}}이다. AdaGrad의 {{t}}번째 걸음은 "
        "얼마나 긴가? $\\varepsilon$은 무시한다.",
        "hints": [
            "{{t}}번째 걸음까지 더한 제곱은 $s_t = {{t}} \\times {{g}}^2$이다.",
            "$\\eta g / \\sqrt{s_t}$에서 $g$는 약분된다.",
        ],
        "reason": "걸음은 $\\eta / \\sqrt{t}$이다. "
        "${{lr}} / \\sqrt{ {{t}} } \\approx {{answer}}$이고, 기울기가 얼마이든 같다.",
    },
    "en": {
        "question": "The gradient is always {{g}}, and the rate is {{lr}}. How long is "
        "step {{t}} of AdaGrad? Leave $\\varepsilon$ aside.",
        "hints": [
            "The squares up to step {{t}} add up to $s_t = {{t}} \\times {{g}}^2$.",
            "In $\\eta g / \\sqrt{s_t}$ the $g$ cancels.",
        ],
        "reason": "The step is $\\eta / \\sqrt{t}$, which is "
        "${{lr}} / \\sqrt{ {{t}} } \\approx {{answer}}$, whatever the gradient.",
    },
}
CODE = """
from dlnotes.optimizers import adagrad_step

w, state = 0.0, None
for t in range({{t}}):
    before = w
    w, state = adagrad_step(w, {{g}}, state, lr={{lr}})
print(round(float(before - w), 4))
"""


def draw(rng):
    t = [4, 9, 16, 25, 50, 100][rng.integers(6)]
    return {"g": rng.integers(1, 10), "lr": [0.1, 0.3, 0.5][rng.integers(3)], "t": t}


def check(g, lr, t):
    return lr * g / math.sqrt(t * g * g)
