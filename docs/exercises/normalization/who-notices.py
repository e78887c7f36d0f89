"""Which normalisation gives the first sample another result after a change."""

import numpy as np

from dlnotes.normalization import batch_norm, layer_norm

KIND = "choice"
WORDS = {
    "ko": {
        "question": "`x`는 샘플 세 개가 행, 특징 네 개가 열인 배열이다. 코드 "
        "`{{change}}` 한 줄을 실행하고 다시 정규화한다. 훈련할 때 **첫 샘플**의 "
        "결과가 달라지는 것은 어느 쪽인가? "
        "$\\varepsilon$은 무시한다.",
        "hints": [
            "배치 정규화는 열마다, 층 정규화는 행마다 평균과 표준편차를 구한다.",
            "함께 보는 값이 모두 같은 양수배가 되면 결과는 그대로다.",
        ],
        "claims": {
            "batch": [
                "배치 정규화만 달라진다.",
                "열에 든 값이 함께 커질 때는 그렇지 않다.",
            ],
            "layer": ["층 정규화만 달라진다.", "행에 든 값이 함께 커질 때는 그렇지 않다."],
            "both": [
                "둘 다 달라진다.",
                "함께 보는 값이 같은 배수로 커지면 달라지지 않는다.",
            ],
            "none": ["둘 다 그대로다.", "함께 보는 값 가운데 일부만 바뀌면 달라진다."],
        },
        "reason": "바뀐 값이 한 열의 일부이면 배치 정규화가, 첫 행의 일부이면 층 정규화가 "
        "알아챈다.",
    },
    "en": {
        "question": "`x` has three samples as rows and four features as columns. After "
        "`{{change}}` it is normalised anew. Which normalisation gives the **first "
        "sample** "
        "another result in training? Leave $\\varepsilon$ out.",
        "hints": [
            "Batch normalisation takes mean and deviation of each column, layer "
            "normalisation those of each row.",
            "If all values that are taken together grow by the same positive factor, the "
            "result stays.",
        ],
        "claims": {
            "batch": ["Batch norm only.", "Not if the values of a column grow together."],
            "layer": ["Layer norm only.", "Not if the values of a row grow together."],
            "both": ["Both.", "Not where all that is taken together grows alike."],
            "none": [
                "Neither.",
                "One notices if a part of what it takes together changes.",
            ],
        },
        "reason": "Batch norm notices a change of a part of a column, layer norm one of a "
        "part of the first row.",
    },
}
CHANGES = ["x[0] *= {}", "x[1] *= {}", "x[:, 0] *= {}", "x[0, 0] *= {}", "x *= {}"]


def draw(rng):
    return {"change": CHANGES[rng.integers(5)].format(rng.integers(2, 10))}


def changed(change):
    """The array after the change."""
    x = np.array([[1.0, 5, 2, 7], [3, 1, 8, 2], [6, 9, 4, 5]])
    target, factor = change.split(" *= ")
    index = {"x[0]": 0, "x[1]": 1, "x[:, 0]": (slice(None), 0), "x[0, 0]": (0, 0), "x": ...}
    x[index[target]] *= int(factor)
    return x


def truth(change):
    x, y = changed("x *= 1"), changed(change)
    one, zero = np.ones(4), np.zeros(4)
    batch = [batch_norm(a, one, zero, None, training=True)[0][0] for a in (x, y)]
    layer = [layer_norm(a, one, zero)[0][0] for a in (x, y)]
    seen = [not np.allclose(*pair, atol=1e-3) for pair in (batch, layer)]
    return {
        "batch": seen == [True, False],
        "layer": seen == [False, True],
        "both": seen == [True, True],
        "none": seen == [False, False],
    }


def check(change):
    told = {"x[0]": "batch", "x[1]": "batch", "x[:, 0]": "layer", "x[0, 0]": "both"}
    return told.get(change.split(" *= ")[0], "none")
