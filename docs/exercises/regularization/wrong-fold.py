"""Cross-validation in a few lines of NumPy, with one of them wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "세 폴드에서 훈련 샘플의 평균으로 답하고 오차를 평균하는 코드인데, 한 "
        "줄이 틀렸다. "
        "몇 번째 줄인가?",
        "hints": [
            "숨긴 샘플은 답을 만드는 데 쓰지 않는다.",
            "오차는 숨긴 샘플에서 잰다.",
        ],
        "mistakes": {
            "keep": "훈련에는 숨긴 폴드를 뺀 나머지를 쓴다.",
            "said": "평균은 훈련 샘플에서만 구한다. 모두의 평균에는 숨긴 샘플이 들어 있다.",
            "held": "오차는 훈련 샘플이 아니라 숨긴 샘플에서 잰다.",
        },
        "reason": "바른 값은 {{printed}}, 틀린 값은 {{misprinted}}",
    },
    "en": {
        "question": "This code should answer with the mean of the training samples in each "
        "of three folds, and average the errors, but one line is wrong. Which line?",
        "hints": [
            "Samples that are held back have no part in the answer.",
            "The error is measured on the samples that are held back.",
        ],
        "mistakes": {
            "keep": "The training samples are all but the fold that is held back.",
            "said": "The mean is that of the training samples; the mean of all has seen "
            "those held back.",
            "held": "The error is measured on the samples held back, not on those trained "
            "on.",
        },
        "reason": "The right value is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
y, errors = np.array([{{y}}]), []
for fold in np.array_split(np.arange(6), 3):
    {{keep}}
    said = {{said}}.mean()
    errors.append(abs({{held}} - said).mean())
print(round(float(np.mean(errors)), 2))
"""
MISTAKES = {
    "keep": ("train = np.delete(y, fold)", "train = y[fold]"),
    "said": ("train", "y"),
    "held": ("y[fold]", "train"),
}


def mean_error(y, said, held):
    """What is printed if these functions pick the samples of a fold."""
    folds = np.arange(6).reshape(3, 2)
    return round(
        float(np.mean([np.abs(held(y, f) - said(y, f).mean()).mean() for f in folds])), 2
    )


def rest(y, fold):
    return np.delete(y, fold)


def own(y, fold):
    return y[fold]


def whole(y, fold):
    return y


def told(y):
    """Whether every mistake changes what is printed."""
    right, *wrong = [
        mean_error(y, said, held)
        for said, held in [(rest, own), (own, own), (whole, own), (rest, rest)]
    ]
    return right not in wrong


def draw(rng):
    while True:
        y = rng.integers(0, 10, size=6)
        if told(y):
            return {"y": y}
