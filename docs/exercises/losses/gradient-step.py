"""Gradient descent on the scores of one sample, with one line of its code wrong."""

from dlnotes.activations import log_softmax
from dlnotes.losses import nll_loss

KIND = "line"
WORDS = {
    "ko": {
        "question": "정답이 `y`인 샘플 하나의 점수 `z`를 고쳐 손실을 줄이려는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "교차 엔트로피를 점수로 미분하면 확률에서 정답의 원-핫 벡터를 뺀 것이 된다.",
            "부호를 하나하나 따진다. 기울기는 정답의 자리에서 음수다. "
            "갱신은 기울기의 반대쪽으로 간다. 손실은 양수다.",
        ],
        "mistakes": {
            "truth": "기울기는 확률에서 원-핫 벡터를 뺀 것이므로, "
            "정답의 자리에서 1을 뺀다.",
            "move": "기울기는 손실이 커지는 쪽을 가리킨다. "
            "손실을 줄이려면 반대쪽으로 간다.",
            "loss": "1보다 작은 확률의 로그는 음수이므로, 부호를 바꿔야 손실이 된다.",
        },
        "reason": "바른 코드는 손실을 {{before}}에서 {{printed}}까지 줄인다.",
    },
    "en": {
        "question": "This code changes the scores `z` of one sample, whose truth is `y`, "
        "to lower its loss, but one line is wrong. Which line?",
        "hints": [
            "The derivative of cross-entropy with respect to the scores is the "
            "probabilities minus the one-hot vector of the truth.",
            "Look at every sign. The gradient is negative at the truth. An update goes "
            "against the gradient. A loss is positive.",
        ],
        "mistakes": {
            "truth": "The gradient is the probabilities minus the one-hot vector, so 1 is "
            "subtracted at the truth.",
            "move": "The gradient points to where the loss grows. To lower the loss, go "
            "the other way.",
            "loss": "The logarithm of a probability below 1 is negative; with its sign "
            "changed it is the loss.",
        },
        "reason": "The right code takes the loss from {{before}} down to {{printed}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.activations import softmax
z, y = np.array([{{z}}]), {{y}}
for step in range({{n}}):
    grad = softmax(z)
    grad[y] {{truth}} 1
    z = z {{move}} 0.5 * grad
loss = {{loss}}np.log(softmax(z)[y])
print(round(float(loss), 2))
"""
MISTAKES = {"truth": ("-=", "+="), "move": ("-", "+"), "loss": ("-", "")}


def draw(rng):
    z = rng.permutation([-1, 0, 1, 2])[:3]
    return {"z": z, "y": rng.integers(3), "n": rng.integers(2, 6)}


def steps(z, y, n):
    return {"before": nll_loss(log_softmax([z]), [y])}
