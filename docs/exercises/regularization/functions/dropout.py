"""Inverted dropout with a given mask."""

ANSWER = "dlnotes.regularization.dropout_backward(x, mask, p)"
TOLERANCE = 1e-9
EXAMPLE = ([1.0, 2.0, 3.0], [True, False, True], 0.5)
WORDS = {
    "ko": {
        "doc": "마스크대로 활성화 값을 가리고 남은 것을 키운다.",
        "question": "`x`는 활성화 값, `mask`는 모양이 같은 참·거짓 배열이다. 확률 "
        "`p`(1보다 작다)로 가리는 드롭아웃에서 `mask`가 참인 것만 남았을 때의 출력을 "
        "돌려준다. 훈련할 때 미리 키워 두어 평가할 때 아무것도 하지 않는 방식이다.",
        "hints": [
            "참·거짓을 곱하면 참은 1, 거짓은 0이다.",
            "`p`는 가릴 확률이다. 남을 확률로 나누어야 평균이 그대로다.",
        ],
        "reason": "남을 확률은 $1 - p$이므로 남은 값을 $1 - p$로 나누면 마스크에 대한 "
        "평균이 $x$다. $p$로 나누면 $p = 0.5$일 때만 우연히 맞는다.",
    },
    "en": {
        "doc": "Activations of units that the mask keeps, scaled up, and 0 for the others.",
        "question": "`x` has activations, and `mask` is an array of bools of the same "
        "shape. Dropout with the probability `p` of being dropped (below 1) has kept "
        "those where `mask` is true. Return its output: scaled in training, so that "
        "nothing has to be done in evaluation.",
        "hints": [
            "As factors, true is 1 and false is 0.",
            "`p` is the probability of being dropped. Divide by that of being kept, and "
            "the mean stays.",
        ],
        "reason": "A value is kept with the probability $1 - p$, so dividing by it makes "
        "the mean over all masks $x$. Division by $p$ is right for $p = 0.5$ alone.",
    },
}
SOLUTION = """
import numpy as np


def dropout(x, mask, p):
    return x * mask / (1 - p)
"""
WRONG = {
    "not scaled": (" / (1 - p)", "", "x = [1, 2, 3], mask = [True, False, True], p = 0.5"),
    "divided by p": (
        "/ (1 - p)",
        "/ p",
        "x = [1, -2], mask = [True, True], p = 0",
    ),
    "scaled down": (
        "/ (1 - p)",
        "* (1 - p)",
        "x = [1, 2, 3], mask = [True, False, True], p = 0.5",
    ),
    "the mask the other way round": (
        "* mask",
        "* ~mask",
        "x = [1, 2, 3], mask = [True, False, True], p = 0.5",
    ),
    "divided by the share that was kept": (
        "(1 - p)",
        "mask.mean()",
        "x = [1, 2, 3], mask = [True, False, True], p = 0.5",
    ),
}


def cases(rng):
    yield [1.0, -2.0], [True, True], 0.0
    yield [4.0, 4.0], [False, False], 0.2
    yield [[1.0, 2.0], [3.0, 4.0]], [[True, False], [False, True]], 0.75
    yield rng.integers(-9, 10, 5) / 2, rng.random(5) < 0.8, 0.2
