"""Batch gradient descent on two samples, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "오차 제곱의 평균을 배치 경사 하강법으로 줄이는 코드인데, 한 줄이 "
        "틀렸다. 몇 번째 줄인가?",
        "hints": [
            "기울기는 갱신할 때마다 지금 자리에서 새로 구한다.",
            "손실이 평균이면 기울기도 평균이다. 갱신은 기울기의 반대쪽으로 간다.",
        ],
        "mistakes": {
            "at": "출발한 자리의 기울기를 되풀이해서 쓴다. 기울기는 갱신할 때마다 지금 "
            "자리에서 구해야 한다.",
            "reduce": "손실이 평균이므로 기울기도 평균을 낸다. 더하면 학습률이 두 배가 된 "
            "것과 같다.",
            "move": "기울기는 손실이 커지는 쪽을 가리킨다. 손실을 줄이려면 반대쪽으로 "
            "간다.",
        },
        "reason": "손실은 {{best}}에서 가장 작다. 바른 코드는 {{n}}번 만에 "
        "{{printed}}까지 간다.",
    },
    "en": {
        "question": "This code lowers the mean squared error by batch gradient descent, "
        "but one line is wrong. Which line?",
        "hints": [
            "Every update needs a new gradient, at the present place.",
            "If the loss is a mean, its gradient is one too. An update goes against the "
            "gradient.",
        ],
        "mistakes": {
            "at": "It uses the gradient at the start again and again. Every update needs "
            "the gradient at the present place.",
            "reduce": "The loss is a mean, so its gradient is the mean too. A sum has the "
            "effect of twice the learning rate.",
            "move": "The gradient points to where the loss grows. To lower the loss, go "
            "the other way.",
        },
        "reason": "The loss is lowest at {{best}}; the right code gets to {{printed}} in "
        "{{n}} updates.",
    },
}
CODE = """
import numpy as np
from dlnotes.optimizers import squared_error_gradients
X, y, w = np.array([[1], [2]]), np.array([{{a}}, {{b}}]), np.zeros(1)
for t in range({{n}}):
    g = squared_error_gradients(X, y, {{at}})
    g = g.{{reduce}}(axis=0)
    w = w {{move}} 0.1 * g
print(round(float(w[0]), 3))
"""
MISTAKES = {"at": ("w", "0 * w"), "reduce": ("mean", "sum"), "move": ("-", "+")}


def draw(rng):
    a, b = rng.integers(1, 6, size=2)
    return {"a": a, "b": b, "n": rng.integers(2, 5)}


def steps(a, b, n):
    return {"best": (a + 2 * b) / 5}
