"""The share of zeros, or of dead units, in a small table."""

import numpy as np

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플 4개에서 잰 활성화 전 값이 유닛 1은 {{a}}, 유닛 2는 {{b}}, "
        "유닛 3은 {{c}}이다. `{{call}}`의 값은? `Z`는 샘플이 행, 유닛이 열이다.",
        "hints": [
            "`sparsity`는 값 12개 가운데 0의 비율, `dead_relu_fraction`은 유닛 3개 "
            "가운데 죽은 유닛의 비율이다.",
            "ReLU를 지난 뒤 0인 값은 {{zeros}}개, 모든 샘플에서 0인 유닛은 {{dead}}개다.",
        ],
        "reason": "0인 값은 12개 가운데 {{zeros}}개, 죽은 유닛은 3개 가운데 {{dead}}개다. "
        "답은 {{answer}}이다.",
    },
    "en": {
        "question": "For four samples, the pre-activations of unit 1 are {{a}}, those of "
        "unit 2 {{b}}, those of unit 3 {{c}}. What is `{{call}}`? `Z` has samples "
        "as rows and units as columns.",
        "hints": [
            "`sparsity` is the share of zeros among 12 values, `dead_relu_fraction` the "
            "share of dead units among 3.",
            "After the ReLU, {{zeros}} values are 0, and {{dead}} units are 0 for all "
            "samples.",
        ],
        "reason": "Of 12 values {{zeros}} are 0, of 3 units {{dead}} are dead. "
        "The answer is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.activations import dead_relu_fraction, relu, sparsity

Z = np.array([[{{a}}], [{{b}}], [{{c}}]]).T
print(round({{call}}, 4))
"""


def draw(rng):
    Z = rng.integers(-6, 4, size=(3, 4))
    Z[0] = -np.abs(Z[0]) - 1
    call = ["sparsity(relu(Z))", "dead_relu_fraction(Z)"][rng.integers(2)]
    a, b, c = rng.permutation(Z)
    return {"a": a, "b": b, "c": c, "call": call}


def steps(a, b, c, call):
    units = [a, b, c]
    zeros = sum(value <= 0 for unit in units for value in unit)
    return {"zeros": zeros, "dead": sum(max(unit) <= 0 for unit in units)}


def check(a, b, c, call):
    h = np.maximum([a, b, c], 0)
    return np.mean(h == 0) if "sparsity" in call else np.mean(~h.any(axis=1))
