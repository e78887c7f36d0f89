"""Batch normalisation in training, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "훈련할 때의 배치 정규화를 NumPy로 쓴 코드인데, 한 줄이 틀렸다. "
        "몇 번째 줄인가? `kept`는 모아 둔 분산이고, 새 미니배치에 주는 비율은 0.1이다.",
        "hints": [
            "맞춘 값은 평균 0, 표준편차 1이어야 한다.",
            "모아 둔 분산에서 새 미니배치의 몫은 작다. 처음에 구한 분산은 샘플 수로 나눈 "
            "것이다.",
        ],
        "mistakes": {
            "centre": "나누기 전에 평균을 뺀다.",
            "root": "분산이 아니라 그 제곱근으로 나눈다.",
            "more": "모으는 분산은 $B - 1$로 나눈 것이라 $B / (B - 1)$을 곱한다.",
            "share": "0.1은 지난 값이 아니라 새 미니배치의 몫이다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code is batch normalisation in training, in NumPy, but one "
        "line is "
        "wrong. Which line? `kept` is the running variance, and a new mini-batch has a "
        "share "
        "of 0.1 in it.",
        "hints": [
            "Normalised values have mean 0 and standard deviation 1.",
            "The share of a new mini-batch in the running variance is small. The variance "
            "that comes first was divided by the number of samples.",
        ],
        "mistakes": {
            "centre": "The mean is subtracted before the division.",
            "root": "The divisor is not the variance but its root.",
            "more": "The variance that is kept is one divided by $B - 1$, so it is "
            "multiplied by $B / (B - 1)$.",
            "share": "0.1 is the share of the new mini-batch, not of the old value.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
z, kept = np.array([{{z}}]), 1.0
mean, var, B = z.mean(), z.var(), len(z)
moved = {{centre}}
normal = moved / {{root}}
new = {{more}}
kept = {{share}}
print(round(float(normal[0]), 3), round(float(kept), 3))
"""
MISTAKES = {
    "centre": ("z - mean", "z"),
    "root": ("np.sqrt(var)", "var"),
    "more": ("var * B / (B - 1)", "var * (B - 1) / B"),
    "share": ("0.9 * kept + 0.1 * new", "0.1 * kept + 0.9 * new"),
}


def draw(rng):
    # The steps between them are 2 to 9, so that the variance is never 1.
    return {"z": (rng.integers(1, 9) + rng.integers(2, 10, 4).cumsum()).astype(float)}
