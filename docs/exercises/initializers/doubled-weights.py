"""A ReLU network whose weights are all multiplied by the same number."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "$c > 0$이면 $\\operatorname{ReLU}(cz) = c \\operatorname{ReLU}(z)$이다.",
            "층마다 {{c}}배가 되고, 층은 {{depth}}개다.",
        ],
        "reason": "편향이 없으면 층마다 정확히 {{c}}배가 된다. 그래서 모두 "
        "${{c}}^{{depth}}$배다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "For $c > 0$, $\\operatorname{ReLU}(cz) = c \\operatorname{ReLU}(z)$.",
            "Each layer multiplies by {{c}}, and there are {{depth}} layers.",
        ],
        "reason": "Without biases, each layer multiplies by exactly {{c}}, so all of them "
        "by ${{c}}^{{depth}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.initializers import activation_statistics, kaiming_normal

rng = np.random.default_rng({{seed}})
x = rng.normal(size=(9, 20))
weights = [kaiming_normal((20, 20), rng=rng) for _ in range({{depth}})]
larger = [{{c}} * W for W in weights]
before = activation_statistics(x, weights, activation="relu").std[-1]
after = activation_statistics(x, larger, activation="relu").std[-1]
print(round(float(after / before), 3))
"""


def draw(rng):
    return {
        "c": [2, 3, 10][rng.integers(3)],
        "depth": rng.integers(2, 6),
        "seed": rng.integers(100),
    }


def check(c, depth, seed):
    return f"{float(c**depth)}"
