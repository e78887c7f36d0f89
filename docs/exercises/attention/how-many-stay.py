"""How many tokens top-p leaves."""

from itertools import accumulate

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "토큰 다섯의 확률이 {{p}}이다. top-p로 자르면 몇 개가 남는가? "
        "$p$는 {{share}}이다.",
        "hints": [
            "큰 것부터 더해 간다.",
            "합은 차례로 {{sums}}이다. 처음으로 $p$ 이상이 되는 곳까지 남긴다.",
        ],
        "reason": "남는 것은 {{answer}}개다.",
    },
    "en": {
        "question": "Five tokens have the probabilities {{p}}. How many are left by top-p "
        "with a $p$ of {{share}}?",
        "hints": [
            "Add them up from the largest.",
            "The sums are {{sums}}. Tokens are kept until a sum is $p$ or more.",
        ],
        "reason": "There are {{answer}} left.",
    },
}
CODE = """
import numpy as np
from dlnotes.attention import token_probabilities

p = token_probabilities(np.log([{{p}}]), top_p={{share}})
print(np.count_nonzero(p))
"""


def draw(rng):
    cuts = 2 * rng.choice(range(1, 50), 4, replace=False)
    parts = sorted([*cuts.tolist(), 0, 100])
    p = [(b - a) / 100 for a, b in zip(parts[:-1], parts[1:], strict=True)]
    # the sums of even hundredths never meet an odd one
    return {"p": p, "share": (2 * int(rng.integers(15, 48)) + 1) / 100}


def steps(p, share):
    return {"sums": [round(s, 2) for s in accumulate(sorted(p, reverse=True))]}


def check(p, share):
    return 1 + sum(s < share for s in steps(p, share)["sums"])
