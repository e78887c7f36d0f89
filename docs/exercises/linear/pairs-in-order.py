"""The area under a ROC curve, counted by pairs."""

import numpy as np

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "양성 샘플 셋의 점수는 {{positive}}이고, 음성 샘플 넷의 점수는 "
        "{{negative}}이다. AUC는 얼마인가?",
        "hints": [
            "양성 하나와 음성 하나의 짝은 모두 열둘이다.",
            "양성마다 자기보다 점수가 낮은 음성의 수를 센다. 차례로 {{below}}이다.",
        ],
        "reason": "순서가 맞는 짝은 {{won}}개이고, 12로 나누면 약 {{answer}}이다.",
    },
    "en": {
        "question": "Three positive samples have the scores {{positive}}, four negative "
        "ones {{negative}}. What is the AUC?",
        "hints": [
            "There are twelve pairs of a positive and a negative sample.",
            "Count, for each positive sample, the negative ones with a lower score. Their "
            "numbers are {{below}}.",
        ],
        "reason": "{{won}} of the 12 pairs are in the right order, which is about "
        "{{answer}}.",
    },
}
CODE = """
from dlnotes.linear import roc_auc

positive, negative = [{{positive}}], [{{negative}}]
y = [1] * len(positive) + [0] * len(negative)
print(round(float(roc_auc(y, positive + negative)), 4))
"""


def draw(rng):
    while True:
        scores = rng.choice(np.arange(1, 20), 7, replace=False) / 2
        given = {"positive": scores[:3], "negative": scores[3:]}
        if steps(**given)["won"] > 3:
            return given


def steps(positive, negative):
    below = [sum(r < s for r in negative) for s in positive]
    return {"below": below, "won": sum(below)}


def check(positive, negative):
    from sklearn.metrics import roc_auc_score

    return roc_auc_score([1, 1, 1, 0, 0, 0, 0], [*positive, *negative])
