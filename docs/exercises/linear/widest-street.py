"""The margin of the widest street between two villages of two houses each."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "네모 마을의 집은 $({{far}})$와 $({{near}})$에 있고, 동그라미 마을의 "
        "집은 $({{other}})$와 $({{beyond}})$에 있다. "
        "두 마을을 나누는 가장 넓은 길의 마진은 얼마인가?",
        "hints": [
            "두 마을에서 서로 가장 가까운 집을 한 채씩 찾는다.",
            "$({{near}})$와 $({{other}})$ 사이의 거리는 {{apart}}이다. "
            "이 둘을 잇는 선분과 수직인 길을 내면, 나머지 집은 그 길 밖에 있다.",
        ],
        "reason": "길은 두 집 사이를 지나야 하므로 폭이 {{apart}}보다 넓을 수 없고, "
        "폭이 꼭 그만큼인 길이 있다. 마진은 폭의 절반인 {{answer}}이다.",
    },
    "en": {
        "question": "The squares have houses at $({{far}})$ and $({{near}})$, the circles "
        "at $({{other}})$ and $({{beyond}})$. What is the margin of the widest street "
        "between the two villages?",
        "hints": [
            "Find the house of each village that is nearest to the other village.",
            "$({{near}})$ and $({{other}})$ are {{apart}} apart. A street at right angles "
            "to the way between them has the other houses outside.",
        ],
        "reason": "The street passes between these two houses, so it cannot be wider than "
        "{{apart}}, and one street is just as wide. The margin is half of it, {{answer}}.",
    },
}
CODE = """
from dlnotes.linear import svm_fit, svm_margin

houses = [({{far}}), ({{near}}), ({{other}}), ({{beyond}})]
w, b = svm_fit(houses, [-1, -1, 1, 1])
print(round(float(svm_margin(w)), 4))
"""
WAYS = [(3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5)]


def draw(rng):
    way = WAYS[rng.integers(len(WAYS))] * rng.choice([-1, 1], 2)
    near, aside = rng.integers(-4, 5, 2), [-way[1], way[0]]
    aside = (rng.choice([-1, 1], (2, 1)) * aside) // 3
    far, beyond = near - way // 2 + aside[0], near + way + way // 2 + aside[1]
    places = {"far": far, "near": near, "other": near + way, "beyond": beyond}
    return {name: place.tolist() for name, place in places.items()}


def steps(far, near, other, beyond):
    return {"apart": math.isqrt((other[0] - near[0]) ** 2 + (other[1] - near[1]) ** 2)}


def check(far, near, other, beyond):
    """Half the distance of the nearest houses, if no other house is in between."""
    way = [b - a for a, b in zip(near, other, strict=True)]
    order = near, far, other, beyond
    along = [way[0] * x + way[1] * y for x, y in order]
    assert along[1] <= along[0] < along[2] <= along[3]
    return math.dist(near, other) / 2
