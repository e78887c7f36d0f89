"""The exact mean behind a ReLU over the four masks of two units."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "두 유닛의 값에 가중치를 곱한 것이 {{a}} 그리고 {{b}}이다. 확률 "
        "0.5로 가리고 남은 값을 두 배로 키운다. 점수가 ReLU를 지난 값을 네 마스크에서 "
        "평균하면 얼마인가?",
        "hints": [
            "네 마스크의 점수를 먼저 구한다. 둘 다 남으면 ${{both}}$이다.",
            "점수는 ${{both}}$, ${{first}}$, ${{second}}$, $0$이다. 음수는 0으로 바꾼다.",
        ],
        "reason": "네 값을 더해 4로 나누면 {{answer}}이다. 가리지 않으면 {{rule}}이다.",
    },
    "en": {
        "question": "Two units times their weights give {{a}} and {{b}}. They are dropped "
        "with probability 0.5, and doubled if kept. What is the mean over the four masks "
        "of the score behind a ReLU?",
        "hints": [
            "First find the four scores. With both units it is ${{both}}$.",
            "The scores are ${{both}}$, ${{first}}$, ${{second}}$ and $0$. Negative "
            "ones become 0.",
        ],
        "reason": "The sum of the four values over 4 is {{answer}}. Without a mask it "
        "would be {{rule}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.activations import relu
from dlnotes.regularization import dropout_masks

masks, probs = dropout_masks(2, 0.5)
scores = masks @ np.array([{{a}}, {{b}}]) / 0.5
print(round(float(probs @ relu(scores)), 4))
"""


def draw(rng):
    a, b = rng.integers(1, 10), -rng.integers(1, 10)
    return {"a": a, "b": b} if rng.integers(2) else {"a": b, "b": a}


def steps(a, b):
    return {"both": 2 * (a + b), "first": 2 * a, "second": 2 * b, "rule": max(a + b, 0)}


def check(a, b):
    """The unit that is positive alone, and both together where they are positive."""
    return (max(a, b) + max(a + b, 0)) / 2
