"""The condition number before and after one feature gets another unit."""

KIND = "number"
TOLERANCE = 0.05
WORDS = {
    "ko": {
        "question": "서로 상관없는 두 특성의 표준편차가 차례로 {{spread}}, {{other}}이고, "
        "평균은 둘 다 0이다. 첫째 특성의 단위를 바꾸어 값이 모두 {{unit}}배가 되면, "
        "선형 모델의 제곱 손실에서 조건수는 얼마가 되는가?",
        "hints": [
            "단위를 바꾼 뒤의 표준편차는 {{spread}} × {{unit}} = {{new}}이다.",
            "한 방향의 곡률은 표준편차의 제곱이다. 큰 곡률을 작은 곡률로 나눈다.",
        ],
        "reason": "곡률은 {{curvatures}}이고, 큰 것을 작은 것으로 나누면 {{answer}}이다.",
    },
    "en": {
        "question": "Two features without correlation have standard deviations {{spread}} "
        "and {{other}} and mean 0. In another unit the values of the first are {{unit}} "
        "times as large. What is then the condition number of a linear model's squared "
        "loss?",
        "hints": [
            "In the new unit the standard deviation is {{spread}} × {{unit}} = {{new}}.",
            "The curvature along a weight is the square of the standard deviation. "
            "Divide the larger curvature by the smaller one.",
        ],
        "reason": "The curvatures are {{curvatures}}, and the larger over the smaller is "
        "{{answer}}.",
    },
}
CODE = """
spreads = [{{spread}} * {{unit}}, {{other}}]
print(round((max(spreads) / min(spreads)) ** 2, 3))
"""


def draw(rng):
    return {
        "spread": rng.integers(1, 6),
        "other": rng.integers(1, 6),
        "unit": rng.choice([5, 10, 20]),
    }


def steps(spread, other, unit):
    new = spread * unit
    return {"new": new, "curvatures": sorted([new**2, other**2], reverse=True)}


def check(spread, other, unit):
    import numpy as np

    return np.linalg.cond(np.diag([spread * unit, other]) ** 2)
