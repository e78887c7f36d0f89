"""How much a state many steps back counts, if nothing is squashed."""

KIND = "number"
TOLERANCE = 0.0005
WORDS = {
    "ko": {
        "question": "ReLU를 쓰는 유닛 하나가 있고, 상태는 언제나 양수다. 순환 가중치가 "
        "{{u}}일 때 마지막 상태를 {{lag}}시점 앞의 상태로 미분하면 얼마인가?",
        "hints": [
            "한 시점을 거스를 때마다 순환 가중치와 활성화 함수의 도함수 값을 곱한다.",
            "양수에서 ReLU의 도함수 값은 1이다.",
        ],
        "reason": "${{u}}^{ {{lag}} } = {{answer}}$이다.",
    },
    "en": {
        "question": "The state of a unit with ReLU is always positive. Its recurrent "
        "weight is {{u}}. What is the derivative of the last state by the state {{lag}} "
        "steps earlier?",
        "hints": [
            "Each step back multiplies by the recurrent weight and by the derivative of "
            "the activation function.",
            "At positive numbers the derivative of ReLU is 1.",
        ],
        "reason": "It is ${{u}}^{ {{lag}} } = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.recurrent import rnn_backward, rnn_forward

params, steps = [[[1]], [[{{u}}]], [0], [0]], {{lag}} + 1
_, cache = rnn_forward(np.ones((steps, 1)), params, activation="relu")
_, dh0, _ = rnn_backward(np.eye(steps)[:, -2:-1], params, cache)
print(round(float(dh0[0]), 5))
"""


def draw(rng):
    u, lag = rng.integers(5, 14) / 10, rng.integers(2, 11)
    return {"u": u + 0.1 * (u == 1), "lag": lag}


def check(u, lag):
    return u**lag
