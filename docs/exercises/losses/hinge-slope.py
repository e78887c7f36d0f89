"""How many samples have a gradient that is not 0."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "`count_nonzero`는 0이 아닌 기울기를 센다. "
            "기울기가 0이 아닌 것은 마진이 모자란 샘플이다.",
            "$yz$는 차례로 {{leads}}이다. 1보다 작은 것을 센다.",
        ],
        "reason": "$yz$는 차례로 {{leads}}이고, 이 가운데 1보다 작은 것이 {{answer}}개다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "`count_nonzero` counts the gradients that are not 0. They belong to the "
            "samples whose lead is smaller than the margin.",
            "The values of $yz$ are {{leads}}. Count those below 1.",
        ],
        "reason": "The values of $yz$ are {{leads}}. "
        "The number of those below 1 is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import hinge_loss_grad

z = [{{z}}]
y = [{{y}}]
print(np.count_nonzero(hinge_loss_grad(z, y)))
"""


def draw(rng):
    z = rng.choice([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5], 5)
    return {"z": z, "y": rng.choice([-1, 1], 5)}


def steps(z, y):
    return {"leads": [a * b for a, b in zip(z, y, strict=True)]}


def check(z, y):
    return str(sum(a * b < 1 for a, b in zip(z, y, strict=True)))
