"""The threshold with the least cost, of three."""

import numpy as np

KIND = "choice"
WORDS = {
    "ko": {
        "question": "샘플 여섯 개의 확률은 {{q}}이고, 실제 클래스는 차례로 {{y}}이다. "
        "거짓 양성 하나의 손해는 {{alarm}}, 거짓 음성 하나의 손해는 {{miss}}이다. "
        "어느 문턱값에서 손해의 합이 가장 작은가?",
        "hints": [
            "문턱값마다 거짓 양성과 거짓 음성을 센다. 문턱값 0.5에서는 거짓 양성이 "
            "{{fp}}개, 거짓 음성이 {{fn}}개다.",
            "문턱값 0.5의 손해는 모두 {{middle}}이다. 다른 둘도 같은 방법으로 센다.",
        ],
        "claims": {
            "low": ["0.2", "이 문턱값의 손해는 {{low}}이다."],
            "middle": ["0.5", "이 문턱값의 손해는 {{middle}}이다."],
            "high": ["0.8", "이 문턱값의 손해는 {{high}}이다."],
        },
        "reason": "손해의 합은 0.2에서 {{low}}, 0.5에서 {{middle}}, 0.8에서 {{high}}이다.",
    },
    "en": {
        "question": "Six samples have the probabilities {{q}}, and their true classes are "
        "{{y}}, in this order. A false positive costs {{alarm}}, a false negative "
        "{{miss}}. Which threshold has the least cost in all?",
        "hints": [
            "Count false positives and false negatives for each threshold. At 0.5, false "
            "positives: {{fp}}, false negatives: {{fn}}.",
            "The threshold 0.5 costs {{middle}} in all. Count the other two in the same "
            "way.",
        ],
        "claims": {
            "low": ["0.2", "This threshold costs {{low}}."],
            "middle": ["0.5", "This threshold costs {{middle}}."],
            "high": ["0.8", "This threshold costs {{high}}."],
        },
        "reason": "The costs are {{low}} at 0.2, {{middle}} at 0.5 and {{high}} at 0.8.",
    },
}
THRESHOLDS = {"low": 0.2, "middle": 0.5, "high": 0.8}


def wrong(q, y, tau):
    """Numbers of false positives and false negatives."""
    pairs = list(zip(q, y, strict=True))
    alarms = sum(p >= tau and label == 0 for p, label in pairs)
    return alarms, sum(p < tau and label == 1 for p, label in pairs)


def costs(q, y, alarm, miss):
    counts = {name: wrong(q, y, tau) for name, tau in THRESHOLDS.items()}
    return {name: alarm * fp + miss * fn for name, (fp, fn) in counts.items()}


def draw(rng):
    while True:
        q = -np.sort(-rng.choice(np.arange(5, 100, 10), 6, replace=False)) / 100
        y = rng.permutation([1, 1, 1, 0, 0, 0])
        alarm, miss = [(1, 5), (1, 3), (2, 2), (4, 1), (6, 1)][rng.integers(5)]
        found = sorted(costs(q, y, alarm, miss).values())
        if found[0] < found[1]:
            return {"q": q, "y": y, "alarm": alarm, "miss": miss}


def steps(q, y, alarm, miss):
    fp, fn = wrong(q, y, 0.5)
    return costs(q, y, alarm, miss) | {"fp": fp, "fn": fn}


def truth(q, y, alarm, miss):
    found = costs(q, y, alarm, miss)
    return {name: cost == min(found.values()) for name, cost in found.items()}


def check(q, y, alarm, miss):
    from sklearn.metrics import zero_one_loss

    weights = np.where(np.array(y) == 1, miss, alarm)
    found = {
        name: zero_one_loss(y, np.array(q) >= tau, sample_weight=weights)
        for name, tau in THRESHOLDS.items()
    }
    return min(found, key=found.get)
