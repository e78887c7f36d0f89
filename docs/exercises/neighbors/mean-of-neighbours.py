"""The mean temperature of the k nearest stations on a map."""

import math

KIND = "number"
TOLERANCE = 0.05
WORDS = {
    "ko": {
        "question": "관측소 네 곳이 마을에서 동쪽과 북쪽으로 [{{p}}], [{{q}}], [{{r}}], "
        "[{{s}}] km 떨어져 있고, 기온은 차례로 {{degrees}}도다. "
        "이웃 {{k}}곳의 평균으로 마을의 기온을 예측하면 몇 도인가?",
        "hints": [
            "거리의 제곱만 견주어도 순서는 같다. 차례로 {{squares}}이다.",
            "가까운 것부터 {{k}}곳의 기온은 {{near}}도다.",
        ],
        "reason": "기온 {{near}}의 평균은 {{answer}}이다.",
    },
    "en": {
        "question": "Four stations are [{{p}}], [{{q}}], [{{r}}] and [{{s}}] km east and "
        "north of a village, and measure {{degrees}} degrees. "
        "Which temperature does $k = {{k}}$ predict for the village?",
        "hints": [
            "Squared distances have the same order. They are {{squares}}.",
            "The {{k}} nearest stations measure {{near}} degrees.",
        ],
        "reason": "The mean of {{near}} is {{answer}}.",
    },
}
CODE = """
from dlnotes.neighbors import knn_regress

stations = [[{{p}}], [{{q}}], [{{r}}], [{{s}}]]
print(round(knn_regress(stations, [{{degrees}}], [[0, 0]], {{k}}).item(), 3))
"""


def squares(points):
    return [int(x) ** 2 + int(y) ** 2 for x, y in points]


def draw(rng):
    while True:
        points = rng.integers(-9, 10, size=(4, 2))
        if len(set(squares(points))) == 4:
            break
    given = dict(zip("pqrs", points, strict=True))
    return given | {"degrees": rng.integers(5, 26, size=4), "k": rng.integers(2, 4)}


def steps(p, q, r, s, degrees, k):
    far = squares([p, q, r, s])
    near = [warm for _, warm in sorted(zip(far, degrees, strict=True))[:k]]
    return {"squares": far, "near": near}


def check(p, q, r, s, degrees, k):
    pairs = zip((p, q, r, s), degrees, strict=True)
    near = sorted(pairs, key=lambda pair: math.hypot(*pair[0]))[:k]
    return math.fsum(warm for _, warm in near) / k
