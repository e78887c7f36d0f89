"""A dropout layer in a few lines of NumPy, with one of them wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "가릴 확률이 {{p}}인 드롭아웃을 훈련과 평가에서 한 번씩 부르고 "
        "평균을 출력하는 코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "가릴 확률이 {{p}}이다. 마스크는 남길 곳이 참이다.",
            "훈련할 때의 평균은 가리지 않은 평균과 비슷해야 한다. 평가할 때는 "
            "아무것도 하지 않는다.",
        ],
        "mistakes": {
            "mask": "0과 1 사이의 수가 `p`보다 작을 확률이 `p`다. 남길 확률은 $1 - p$다.",
            "scale": "남을 확률로 나누어야 평균이 그대로다.",
            "off": "평가할 때는 키우지도 줄이지도 않는다.",
        },
        "reason": "바른 출력은 {{printed}}, 틀린 출력은 {{misprinted}}",
    },
    "en": {
        "question": "This code calls a dropout layer that drops with probability {{p}}, "
        "once in training and once in evaluation, and prints the means. One line is wrong. "
        "Which line?",
        "hints": [
            "{{p}} is the probability to drop, and the mask is true where a unit is kept.",
            "In training the mean should be about that without a mask; in evaluation "
            "nothing is done.",
        ],
        "mistakes": {
            "mask": "A number between 0 and 1 is below `p` with probability `p`. Units are "
            "kept with probability $1 - p$.",
            "scale": "Dividing by the probability to keep leaves the mean as it is.",
            "off": "In evaluation nothing is scaled, up or down.",
        },
        "reason": "The right output is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
rng, p, means = np.random.default_rng({{seed}}), {{p}}, []
for training in (True, False):
    h = np.ones(1000)
    if training:
        mask = rng.random(1000) {{mask}} p
        h = h * mask / {{scale}}
    else:
        h = {{off}}
    means.append(round(float(h.mean()), 1))
print(means)
"""
MISTAKES = {
    "mask": (">=", "<"),
    "scale": ("(1 - p)", "p"),
    "off": ("h", "h * (1 - p)"),
}


def told(seed, p):
    """Whether every mistake changes what is printed."""
    kept = np.mean(np.random.default_rng(seed).random(1000) >= p)
    right, *wrong = [
        [round(float(kept / (1 - p)), 1), 1.0],
        [round(float((1 - kept) / (1 - p)), 1), 1.0],
        [round(float(kept / p), 1), 1.0],
        [round(float(kept / (1 - p)), 1), round(1 - p, 1)],
    ]
    return right not in wrong


def draw(rng):
    while True:
        given = {
            "seed": int(rng.integers(100)),
            "p": float(rng.choice([0.1, 0.2, 0.3, 0.7])),
        }
        if told(**given):
            return given
