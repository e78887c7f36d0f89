"""How many layers it takes for a signal to fade or to explode."""

import math

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "유닛이 {{n}}개인 tanh 층을 쌓고, 가중치를 표준편차 {{sigma}}인 난수로 "
        "시작했다. 0 근처의 작은 신호가 처음의 천분의 일보다 작아지는 것은 몇 층 뒤인가?",
        "hints": [
            "층마다 $\\sigma_w \\sqrt{n}$배가 된다. $\\sqrt{{{n}}} = {{root}}$이다.",
            "층의 배율은 {{factor}}이다. 몇 번 곱하면 0.001보다 작아지는지 센다.",
        ],
        "reason": "{{answer}}층 뒤에는 ${{factor}}^{{{answer}}}$배라서 0.001보다 작고, "
        "한 층 전에는 아직 0.001보다 크다.",
    },
    "en": {
        "question": "Layers of {{n}} tanh units begin with weights of standard deviation "
        "{{sigma}}. After how many layers is a small signal near 0 below one thousandth "
        "of its size?",
        "hints": [
            "Each layer multiplies by $\\sigma_w \\sqrt{n}$, with $\\sqrt{{{n}}} = "
            "{{root}}$.",
            "The factor is {{factor}}. Count the multiplications until it is below 0.001.",
        ],
        "reason": "${{factor}}^{{{answer}}}$ is below 0.001, and one layer "
        "before it is not.",
    },
}
CODE = """
import math

factor = {{sigma}} * math.sqrt({{n}})
layers = 1
while factor**layers >= 0.001:
    layers += 1
print(layers)
"""


def draw(rng):
    root = [4, 8, 10, 16, 20][rng.integers(5)]  # by which a factor is divided exactly
    factor = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7][rng.integers(6)]
    return {"n": root**2, "sigma": factor / root}


def steps(n, sigma):
    return {"root": math.isqrt(n), "factor": sigma * math.isqrt(n)}


def check(n, sigma):
    return math.floor(math.log(0.001) / math.log(sigma * math.sqrt(n))) + 1
