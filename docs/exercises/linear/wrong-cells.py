"""The F1 score from counts, with one line of its code wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "문턱값 {{tau}}에서 F1 점수를 구하려는 코드인데, 한 줄이 틀렸다. "
        "몇 번째 줄인가?",
        "hints": [
            "판정, 네 칸 가운데 셋, 정밀도, 재현율, 조화 평균의 차례로 따라간다.",
            "정밀도의 분모는 양성이라고 한 것, 재현율의 분모는 실제 양성이다.",
        ],
        "mistakes": {
            "called": "확률이 문턱값 이상일 때 양성이라고 한다.",
            "alarm": "거짓 양성은 실제로 0인데 1이라고 한 것이다.",
            "mean": "F1은 조화 평균이라, 곱의 두 배를 합으로 나눈다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code computes the F1 score at the threshold {{tau}}, but one "
        "line is wrong. Which line?",
        "hints": [
            "Follow the lines: decisions, three of the four cells, precision, recall, "
            "harmonic mean.",
            "Precision is a share of those called positive, recall of the true positives "
            "and those that were missed.",
        ],
        "mistakes": {
            "called": "A sample is called positive if its probability is at least the "
            "threshold.",
            "alarm": "A false positive is a 0 that was called 1.",
            "mean": "F1 is the harmonic mean: twice the product over the sum.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
q = np.array([{{q}}])
y = np.array([{{y}}])
y_hat = (q {{called}} {{tau}}).astype(int)
tp, fn = np.sum(y * y_hat), np.sum(y * (1 - y_hat))
fp = np.sum({{alarm}})
precision, recall = tp / (tp + fp), tp / (tp + fn)
print(round(float({{mean}}), 3))
"""
MISTAKES = {
    "called": (">=", "<"),
    "alarm": ("(1 - y) * y_hat", "(1 - y) * (1 - y_hat)"),
    "mean": (
        "2 * precision * recall / (precision + recall)",
        "(precision + recall) / 2",
    ),
}


def values(q, y, tau):
    """What the right code and those with a mistake print, or None for 0 over 0."""
    counts = []
    for called in (q >= tau, q < tau):
        tp, fn = np.sum(called & (y == 1)), np.sum(~called & (y == 1))
        counts.append((tp, fn, np.sum(called & (y == 0)), np.sum(~called & (y == 0))))
    (tp, fn, fp, tn), (other, missed, alarms, _) = counts
    if min(tp, fn, fp, tn) == 0 or fp == tn:
        return None
    right = 2 * tp / (2 * tp + fp + fn)
    mean = (tp / (tp + fp) + tp / (tp + fn)) / 2
    wrong = [2 * other / (2 * other + alarms + missed), 2 * tp / (2 * tp + tn + fn), mean]
    return round(float(right), 3), [round(float(value), 3) for value in wrong]


def draw(rng):
    while True:
        q = rng.choice(np.arange(5, 100, 10), 8, replace=False) / 100
        y = rng.permutation([1, 1, 1, 1, 0, 0, 0, int(rng.integers(2))])
        tau = float(rng.choice([0.4, 0.5, 0.6]))
        found = values(q, y, tau)
        if found and found[0] not in found[1]:
            return {"q": q, "y": y, "tau": tau}
