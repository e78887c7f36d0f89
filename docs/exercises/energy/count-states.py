"""The partition function of a machine without weights and biases."""

KIND = "number"
TOLERANCE = 0.5
WORDS = {
    "ko": {
        "question": "가시 유닛이 {{D}}개, 은닉 유닛이 {{H}}개이고, 가중치와 편향이 모두 "
        "0인 제한 볼츠만 머신이 있다. 분배 함수 $Z$는 얼마인가?",
        "hints": [
            "모든 상태의 에너지가 0이므로 무게는 모두 $e^0 = 1$이다.",
            "유닛 {{units}}개가 저마다 0이나 1이다. 상태는 모두 몇 가지인가?",
        ],
        "reason": "$Z$는 상태의 수 $2^{ {{units}} }$이고, 답은 {{answer}}이다.",
    },
    "en": {
        "question": "A restricted Boltzmann machine has {{D}} visible and {{H}} hidden "
        "units, and all its weights and biases are 0. What is the partition function $Z$?",
        "hints": [
            "Every state has the energy 0, so each counts $e^0 = 1$.",
            "Each of the {{units}} units is 0 or 1. How many states are there?",
        ],
        "reason": "$Z$ is the number of states, $2^{ {{units}} }$: {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.energy import rbm_log_partition

D, H = {{D}}, {{H}}
log_Z = rbm_log_partition(np.zeros((H, D)), np.zeros(D), np.zeros(H))
print(round(np.exp(log_Z)))
"""


def draw(rng):
    return {"D": rng.integers(2, 7), "H": rng.integers(1, 5)}


def steps(D, H):
    return {"units": D + H}


def check(D, H):
    """Each unit doubles the number of states."""
    count = 1
    for _ in range(D + H):
        count += count
    return count
