"""Which simple forecast is right on a walk without noise."""

import numpy as np

from dlnotes.recurrent import constant_velocity_forecast

KIND = "choice"
WORDS = {
    "ko": {
        "question": "잡음 없이 잰 가로 위치가 차례로 {{seen}}이고, 그다음은 {{next}}이다. "
        "세 예측 가운데 꼭 맞은 것은 무엇인가? ‘제자리’는 마지막 위치에 머문다고 본다. "
        "‘등속도’는 마지막 걸음을 되풀이하고, ‘등가속도’는 걸음이 변한 만큼 한 번 더 변한 "
        "걸음을 간다.",
        "hints": [
            "걸음은 차례로 {{moves}}이다.",
            "등속도의 다음 걸음은 {{last}}, 등가속도의 다음 걸음은 {{more}}이다.",
        ],
        "claims": {
            "still": ["제자리", "실제로는 마지막 위치에 머물지 않았다."],
            "speed": ["등속도", "다음 걸음이 마지막 걸음과 다르다."],
            "force": ["등가속도", "걸음이 변한 만큼 또 변하지는 않았다."],
            "none": ["셋 다 틀렸다", "셋 가운데 하나가 다음 위치를 맞혔다."],
        },
        "reason": "실제 다음 걸음은 {{true}}이다.",
    },
    "en": {
        "question": "Measured without noise, the first coordinates of a walk were "
        "{{seen}}, and the next was {{next}}. Which of three forecasts was exactly right? "
        "Standing still uses the last position, constant velocity the last move, and "
        "constant acceleration a move that changes once more by as much as it did last.",
        "hints": [
            "The moves are {{moves}}.",
            "The next move is {{last}} for constant velocity and {{more}} for constant "
            "acceleration.",
        ],
        "claims": {
            "still": ["Standing still", "The walk did not stay at the last position."],
            "speed": ["Constant velocity", "The next move was not the last one again."],
            "force": ["Constant acceleration", "The move did not change by as much again."],
            "none": ["All three were wrong", "One of the three gave the next position."],
        },
        "reason": "The true next move was {{true}}.",
    },
}


def draw(rng):
    start, move = rng.integers(0, 10, 2)
    bend = rng.integers(1, 4) * rng.choice([-1, 1])
    move += 2 + abs(2 * bend)  # so that no move is 0
    seen = [start, start + move, start + 2 * move + bend]
    nexts = [0, move + bend, move + 2 * bend, move + 5 * bend + 1]
    return {"seen": seen, "next": seen[2] + nexts[rng.integers(4)]}


def steps(seen, next):
    first, last = np.diff(seen).tolist()
    moves = {"moves": [first, last], "last": last, "more": 2 * last - first}
    return moves | {"true": next - seen[2]}


def truth(seen, next):
    x = np.array(seen, dtype=float)[:, None]
    speed = constant_velocity_forecast(x, horizon=1)[0, 0]
    bend = x[2, 0] - 2 * x[1, 0] + x[0, 0]
    found = {
        "still": next == seen[2],
        "speed": next == speed,
        "force": next == speed + bend,
    }
    return {name: bool(right) for name, right in found.items()} | {
        "none": not any(found.values())
    }


def check(seen, next):
    a, b, c = seen
    told = {c: "still", 2 * c - b: "speed", 3 * c - 3 * b + a: "force"}
    return told.get(next, "none")
