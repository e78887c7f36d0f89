"""How a larger batch changes the variance of its gradient, and the width of the scatter."""

import numpy as np

from dlnotes.optimizers import minibatch_variance

KIND = "choice"
WORDS = {
    "ko": {
        "question": "배치에 샘플을 {{small}}개씩 넣다가 {{large}}개씩 넣었다. "
        "같은 샘플이 다시 뽑혀도 된다. 기울기의 분산을 V라고 하자. "
        "{{what}}의 값은 어떻게 되는가?",
        "hints": [
            "V는 배치 크기에 반비례한다. 배치는 {{k}}배가 되었다.",
            "√V는 표준편차, 다시 말해 흔들림의 폭이다.",
        ],
        "claims": {
            "root": ["{{r}}분의 1이 된다.", "분산은 배치 크기의 배율만큼 줄어든다."],
            "whole": ["{{k}}분의 1이 된다.", "표준편차는 배율의 제곱근만큼만 줄어든다."],
            "square": ["{{s}}분의 1이 된다.", "제곱할 까닭이 없다."],
            "same": ["그대로다.", "평균은 그대로지만 흩어진 정도는 줄어든다."],
        },
        "reason": "V는 {{k}}분의 1이 되고, 표준편차 √V는 {{r}}분의 1이 된다.",
    },
    "en": {
        "question": "The batch size is raised from {{small}} to {{large}}, and samples may "
        "be drawn again. Let V be the variance of the gradient. What happens to "
        "{{what}}?",
        "hints": [
            "V is inversely proportional to the batch size, which grew {{k}}-fold.",
            "√V is the standard deviation, the width of the scatter.",
        ],
        "claims": {
            "root": ["It is divided by {{r}}.", "The variance falls as the size grows."],
            "whole": [
                "It is divided by {{k}}.",
                "The standard deviation falls only as the root of the size.",
            ],
            "square": ["It is divided by {{s}}.", "Nothing here is squared."],
            "same": ["It stays.", "The mean stays, but the scatter becomes smaller."],
        },
        "reason": "V is divided by {{k}}, and the standard deviation √V by {{r}}.",
    },
}


def draw(rng):
    r, small = rng.integers(2, 6), rng.integers(1, 9)
    what = ["V", "√V"][rng.integers(2)]
    return {"small": small, "large": small * r * r, "what": what}


def steps(small, large, what):
    k = large // small
    return {"k": k, "r": round(k**0.5), "s": k * k}


def truth(small, large, what):
    return {
        "root": what != "V",
        "whole": what == "V",
        "square": False,
        "same": False,
    }


def check(small, large, what):
    g = np.array([[1.0], [2.0], [4.0]])
    one, other = (minibatch_variance(g, int(B), replace=True) for B in (small, large))
    k, found = large / small, one / other if what == "V" else (one / other) ** 0.5
    return {k: "whole", k**0.5: "root"}[round(found)]
