"""The running variance after the first mini-batch."""

import statistics

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "모아 둔 분산은 1에서 출발하고, 새 미니배치에 주는 비율은 "
        "{{share}}이다. "
        "값 {{z}}인 미니배치를 한 번 지나면 모아 둔 분산은 얼마가 되는가?",
        "hints": [
            "미니배치의 분산은 {{var}}이다. 샘플이 {{B}}개이므로 평균에서 떨어진 거리의 "
            "제곱을 더해 그 수로 나눈 값이다.",
            "모을 때는 여기에 $B / (B - 1)$을 곱한다. 여기서 $B = {{B}}$다.",
            "지난 값에는 $1 - \\alpha$를, 새 값에는 $\\alpha$를 곱해 더한다.",
        ],
        "reason": "$B / (B - 1)$을 곱한 분산은 {{unbiased}}이고, 모아 둔 분산은 "
        "$(1 - {{share}}) \\times 1 + {{share}} \\times {{unbiased}} = {{answer}}$이다.",
    },
    "en": {
        "question": "The running variance starts at 1, and a new mini-batch has a share of "
        "{{share}} in it. What is it after one mini-batch of the values {{z}}?",
        "hints": [
            "The variance of the mini-batch is {{var}}, the squared distances from the "
            "mean divided by {{B}}.",
            "For the running variance it is multiplied by $B / (B - 1)$, where $B$ is "
            "{{B}}.",
            "The old value gets $1 - \\alpha$ and the new one $\\alpha$.",
        ],
        "reason": "Multiplied by $B / (B - 1)$ the variance is {{unbiased}}, and the "
        "running "
        "variance is $(1 - {{share}}) \\times 1 + {{share}} \\times {{unbiased}} = "
        "{{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.normalization import batch_norm

z = np.array([{{z}}], dtype=float)[:, None]
_, state, _ = batch_norm(z, [1], [0], None, training=True, momentum={{share}})
print(round(float(state.var[0]), 4))
"""


def draw(rng):
    z = rng.integers(0, 10, rng.integers(2, 6))
    z[0] += 10 * (len(set(z)) == 1)
    return {"z": z, "share": [0.1, 0.2, 0.3, 0.5][rng.integers(4)]}


def steps(z, share):
    return {
        "B": len(z),
        "var": float(statistics.pvariance(map(float, z))),
        "unbiased": float(statistics.variance(map(float, z))),
    }


def check(z, share):
    return 1 - share + share * float(statistics.variance(map(float, z)))
