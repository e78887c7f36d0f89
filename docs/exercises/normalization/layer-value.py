"""One output of layer normalisation, from a sample among others."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "미니배치에 샘플이 둘 있다. 첫 샘플의 값은 {{first}}이고, 둘째 샘플의 "
        "값은 {{second}}이다. 층 정규화를 거치면 첫 샘플의 첫 값은 얼마가 되는가? "
        "$\\gamma$는 모두 1, $\\beta$는 모두 0이고 $\\varepsilon$은 무시한다.",
        "hints": [
            "층 정규화는 다른 샘플을 보지 않는다.",
            "첫 샘플의 평균은 {{mean}}, 분산은 {{var}}이다.",
        ],
        "reason": "$({{own}} - ({{mean}})) / \\sqrt{ {{var}} } = {{answer}}$이다.",
    },
    "en": {
        "question": "A mini-batch has two samples, the first with the values {{first}}, "
        "the "
        "second with {{second}}. What does layer normalisation make of the first value of "
        "the first sample? Every $\\gamma$ is 1, every $\\beta$ is 0; leave $\\varepsilon$ "
        "out.",
        "hints": [
            "Layer normalisation does not look at the other sample.",
            "The first sample has the mean {{mean}} and the variance {{var}}.",
        ],
        "reason": "It is $({{own}} - ({{mean}})) / \\sqrt{ {{var}} } = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.normalization import layer_norm

x = np.array([[{{first}}], [{{second}}]])
out, _ = layer_norm(x, np.ones(4), np.zeros(4), eps=1e-12)
print(round(float(out[0, 0]), 4))
"""


def draw(rng):
    first = rng.integers(-9, 10, 4)
    first[0] += 20 * (len(set(first)) == 1)
    return {"first": first, "second": rng.integers(-9, 10, 4)}


def steps(first, second):
    mean = sum(first) / 4
    var = sum((one - mean) ** 2 for one in first) / 4
    return {"own": first[0], "mean": mean, "var": var}


def check(first, second):
    told = steps(first, second)
    return (first[0] - told["mean"]) / math.sqrt(told["var"])
