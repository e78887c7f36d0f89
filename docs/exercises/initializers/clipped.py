"""A gradient after clipping."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "먼저 길이를 잰다. $\\sqrt{ {{a}}^2 + {{b}}^2 } = {{norm}}$이다.",
            "길이가 {{c}}보다 길 때에만 그 길이로 줄인다. 방향은 그대로다.",
        ],
        "reason": "길이는 {{norm}}이고, 곱하는 수는 $\\min(1, {{c}} / {{norm}})$이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "Measure the length first: $\\sqrt{ {{a}}^2 + {{b}}^2 } = {{norm}}$.",
            "It is shortened only if it is longer than {{c}}, in the same direction.",
        ],
        "reason": "The length is {{norm}}, and the factor is $\\min(1, {{c}} / {{norm}})$.",
    },
}
CODE = """
import numpy as np
from dlnotes.optimizers import clip_grad_norm

clipped, norm = clip_grad_norm([np.array([{{a}}.0, {{b}}.0])], max_norm={{c}}.0)
print(round(float(clipped[0][0]), 2))
"""


def draw(rng):
    scale, c = rng.integers(1, 5), rng.integers(1, 21)
    a, b = [(3, 4), (4, 3), (6, 8), (8, 6), (5, 12)][rng.integers(5)]
    return {"a": scale * a, "b": scale * b, "c": c}


def steps(a, b, c):
    return {"norm": round((a * a + b * b) ** 0.5)}


def check(a, b, c):
    factor = min(1, c / (a * a + b * b) ** 0.5)
    return f"{round(a * factor, 2)}"
