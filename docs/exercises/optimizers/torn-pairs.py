"""One epoch of mini-batches, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "정답이 $y = {{a}}x$인 데이터로 한 에폭을 학습하는 코드인데, 한 줄이 "
        "틀렸다. 몇 번째 줄인가?",
        "hints": [
            "입력과 정답은 같은 번호로 골라야 짝이 맞는다.",
            "한 에폭이면 모든 샘플을 한 번씩 쓰고, 배치 안에서는 평균을 낸다.",
        ],
        "mistakes": {
            "place": "정답을 앞에서부터 골라 입력과 짝이 어긋난다. 번호 `batch`로 "
            "골라야 한다.",
            "n": "샘플의 절반만 본다. 한 에폭에는 모든 샘플을 한 번씩 쓴다.",
            "reduce": "기울기를 평균하지 않고 더했다. 학습률에 배치 크기를 곱한 것과 같다.",
        },
        "reason": "바른 코드는 한 에폭 뒤 {{printed}}에 이른다.",
    },
    "en": {
        "question": "This code trains for one epoch on data with $y = {{a}}x$, but one "
        "line is wrong. Which line?",
        "hints": [
            "Inputs and targets must be chosen by the same numbers to stay together.",
            "An epoch uses every sample once, and the gradient of a batch is a mean.",
        ],
        "mistakes": {
            "place": "It takes the targets from the front, which tears the pairs apart. "
            "They must be chosen by `batch`.",
            "n": "It sees half of the samples. An epoch uses each of them once.",
            "reduce": "The gradients are added up and not averaged, as if the learning "
            "rate were multiplied by the batch size.",
        },
        "reason": "The right code gets to {{printed}} after one epoch.",
    },
}
CODE = """
import numpy as np
from dlnotes.optimizers import batch_iterator
rng = np.random.default_rng({{seed}})
X, w = np.arange(1.0, 13.0), 0.0
y = {{a}} * X
for batch in batch_iterator({{n}}, 3, rng=rng):
    error = w * X[batch] - y[{{place}}]
    w = w - 0.001 * np.{{reduce}}(2 * error * X[batch])
print(round(float(w), 4))
"""
MISTAKES = {"place": ("batch", ":3"), "n": ("12", "6"), "reduce": ("mean", "sum")}


def draw(rng):
    return {"a": rng.integers(2, 10), "seed": rng.integers(100)}
