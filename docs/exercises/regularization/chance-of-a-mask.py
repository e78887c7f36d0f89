"""The probability that so many of a few units are kept."""

import math

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "유닛이 {{n}}개이고 가릴 확률은 저마다 {{p}}이다. 꼭 {{k}}개가 "
        "남을 확률은 얼마인가?",
        "hints": [
            "정해진 {{k}}개만 남는 마스크 하나의 확률은 $(1 - p)^k p^{n-k}$이다.",
            "그 확률은 {{one}}이고, 그런 마스크가 모두 {{masks}}개 있다.",
        ],
        "reason": "${{masks}} \\times {{one}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "Each of {{n}} units is dropped with probability {{p}}. What is the "
        "probability that exactly {{k}} are kept?",
        "hints": [
            "A mask that keeps {{k}} given units has the probability $(1 - p)^k p^{n-k}$.",
            "That is {{one}}, and there are {{masks}} such masks.",
        ],
        "reason": "It is ${{masks}} \\times {{one}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.regularization import dropout_masks

masks, probs = dropout_masks({{n}}, {{p}})
print(round(float(probs[masks.sum(axis=1) == {{k}}].sum()), 4))
"""


def draw(rng):
    n = int(rng.integers(2, 5))
    p = float(rng.choice([0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.75]))
    return {"n": n, "p": p, "k": int(rng.integers(1, n + 1))}


def steps(n, p, k):
    return {"one": round((1 - p) ** k * p ** (n - k), 6), "masks": math.comb(n, k)}


def check(n, p, k):
    from scipy.stats import binom

    return binom.pmf(k, n, 1 - p)
