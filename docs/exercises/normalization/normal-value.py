"""One output of batch normalisation, from the values of a unit in a mini-batch."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "유닛 하나가 샘플 네 개에서 낸 값이 {{z}}이다. $\\gamma$가 {{gamma}}, "
        "$\\beta$가 {{beta}}일 때 첫 샘플의 출력은 얼마인가? $\\varepsilon$은 무시한다.",
        "hints": [
            "평균은 {{mean}}이고, 분산은 {{var}}이다.",
            "첫 값에서 평균을 빼고 표준편차로 나눈다. 분산의 제곱근이 표준편차다.",
            "마지막으로 $\\gamma$를 곱하고 $\\beta$를 더한다.",
        ],
        "reason": "맞춘 값은 {{normal}}이고, 늘리고 옮기면 {{answer}}이다.",
    },
    "en": {
        "question": "In four samples a unit gives the values {{z}}. With $\\gamma$ of "
        "{{gamma}} and $\\beta$ of {{beta}}, what is the output for the first sample? "
        "Leave $\\varepsilon$ out.",
        "hints": [
            "The mean is {{mean}} and the variance is {{var}}.",
            "Subtract the mean from the first value and divide by the standard deviation, "
            "which is the root of the variance.",
            "Multiply by $\\gamma$ and add $\\beta$ at the end.",
        ],
        "reason": "The normalised value is {{normal}}; scaled and shifted it is "
        "{{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.normalization import batch_norm

z = np.array([{{z}}], dtype=float)[:, None]
out, _, _ = batch_norm(z, [{{gamma}}], [{{beta}}], None, training=True, eps=1e-12)
print(round(float(out[0, 0]), 4))
"""


def draw(rng):
    z = rng.integers(-9, 10, 4)
    z[0] += 20 * (len(set(z)) == 1)  # so that they are not all the same
    z, gamma, beta = z.tolist(), int(rng.integers(2, 6)), int(rng.integers(-5, 6))
    beta += abs(check(z, gamma, beta)) < 0.1  # an answer near 0 would be hard to tell
    return {"z": z, "gamma": gamma, "beta": beta}


def steps(z, gamma, beta):
    mean = sum(z) / 4
    var = sum((one - mean) ** 2 for one in z) / 4
    return {"mean": mean, "var": var, "normal": (z[0] - mean) / math.sqrt(var)}


def check(z, gamma, beta):
    return gamma * steps(z, gamma, beta)["normal"] + beta
