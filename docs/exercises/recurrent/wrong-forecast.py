"""Constant velocity and its errors, with one line of the code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "등속도로 세 시점을 예측하고 ADE와 FDE를 재는 코드인데, 한 줄이 "
        "틀렸다. 몇 번째 줄인가? `seen`은 본 위치, `true`는 실제 위치다.",
        "hints": [
            "걸음은 마지막 위치에서 바로 앞 위치를 뺀 것이다.",
            "예측은 마지막으로 본 위치에서 출발한다.",
            "거리는 위치 하나의 가로와 세로로 구한다. FDE는 마지막 시점의 거리다.",
        ],
        "mistakes": {
            "step": "걸음은 마지막 두 위치의 차이다.",
            "start": "예측은 처음 위치가 아니라 마지막 위치에서 출발한다.",
            "axis": "거리는 시점마다, 가로와 세로를 따라 구한다.",
            "final": "FDE는 가장 큰 거리나 첫 거리가 아니라 마지막 시점의 거리다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code forecasts three steps at constant velocity and measures "
        "ADE and FDE, but one line is wrong. Which? `seen` has the positions seen, `true` "
        "the true ones.",
        "hints": [
            "The move is the last position minus the one before.",
            "The forecast starts from the last position seen.",
            "A distance comes from the two coordinates of one position. The FDE is the "
            "distance at the last step.",
        ],
        "mistakes": {
            "step": "The move is the difference of the last two positions.",
            "start": "The forecast starts from the last position, not from the first.",
            "axis": "Distances are taken at each step, along the two coordinates.",
            "final": "The FDE is the distance at the last step, not at the first.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
seen = np.array([[0, 0], [{{x}}, 1], [{{y}}, 3]])
true = np.array([{{true}}]).reshape(3, 2)
step = {{step}}
forecast = {{start}} + np.array([[1], [2], [3]]) * step
away = np.linalg.norm(forecast - true, axis={{axis}})
ade, fde = away.mean(), {{final}}
print(round(float(ade), 4), round(float(fde), 4))
"""
MISTAKES = {
    "step": ("seen[-1] - seen[-2]", "seen[-1] - seen[0]"),
    "start": ("seen[-1]", "seen[0]"),
    "axis": ("1", "0"),
    "final": ("away[-1]", "away[0]"),
}


def draw(rng):
    x, y = rng.integers(1, 6), rng.integers(6, 12)
    # far to the right of any forecast, and farther with each step
    right = 4 * y + rng.integers(2, 5, 3).cumsum() * 10
    true = in_pairs(right, rng.integers(0, 9, 3))
    return {"x": x, "y": y, "true": true}


def in_pairs(xs, ys):
    """The coordinates of positions, one after another."""
    return [value for pair in zip(xs, ys, strict=True) for value in pair]
