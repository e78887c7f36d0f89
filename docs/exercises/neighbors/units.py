"""Which of two stations is nearer, when heights stand in metres or in kilometres."""

import math

KIND = "choice"
WORDS = {
    "ko": {
        "question": "마을에서 관측소 ‘가’까지는 옆으로 {{side}} km, 위로 {{up}} "
        "{{unit}}이고, 관측소 ‘나’까지는 옆으로 {{far}} km, 위로 {{low}} {{unit}}이다. "
        "단위를 바꾸지 않고 적힌 수로만 거리를 재면 어느 쪽이 이웃인가?",
        "hints": [
            "단위를 바꾸지 말고 적힌 수를 제곱해 더한다.",
            "거리는 ‘가’까지 {{first}}, ‘나’까지 {{second}}이다.",
        ],
        "claims": {
            "a": ["가", "적힌 수로 잰 거리를 다시 견줘 본다."],
            "b": ["나", "적힌 수로 잰 거리를 다시 견줘 본다."],
        },
        "reason": "적힌 수로 재면 ‘가’까지 {{first}}, ‘나’까지 {{second}}이다. "
        "높이를 m로 적으면 높이의 차이가 거리를 거의 다 정한다.",
    },
    "en": {
        "question": "Station A is {{side}} km to the side of a village and {{up}} {{unit}} "
        "higher; station B is {{far}} km to the side and {{low}} {{unit}} higher. "
        "If the distance is computed from these numbers as they stand, with no change "
        "of units, which station is the neighbour?",
        "hints": [
            "Square and add the numbers as they are; do not change a unit.",
            "The distances are {{first}} for A and {{second}} for B.",
        ],
        "claims": {
            "a": ["A", "Compare the distances once more, in the numbers as they stand."],
            "b": ["B", "Compare the distances once more, in the numbers as they stand."],
        },
        "reason": "In the numbers as they stand, A is {{first}} away and B {{second}}. "
        "With heights in metres, the height decides nearly alone.",
    },
}
CODE = """
from dlnotes.neighbors import k_nearest

_, indices = k_nearest([[{{side}}, {{up}}], [{{far}}, {{low}}]], [[0, 0]], 1)
print("AB"[indices[0, 0]])
"""


def draw(rng):
    unit = str(rng.choice(["m", "km"]))
    up, low = int(rng.integers(4, 20)) * 100, int(rng.integers(0, 5)) * 50
    if unit == "km":
        up, low = up / 1000, low / 1000
    return {
        "side": rng.integers(1, 4),
        "up": up,
        "far": rng.integers(5, 10),
        "low": low,
        "unit": unit,
    }


def steps(side, up, far, low, unit):
    return {
        "first": round(math.hypot(side, up), 2),
        "second": round(math.hypot(far, low), 2),
    }


def truth(side, up, far, low, unit):
    nearer = side**2 + up**2 < far**2 + low**2
    return {"a": nearer, "b": not nearer}


def check(side, up, far, low, unit):
    return "b" if unit == "m" else "a"
