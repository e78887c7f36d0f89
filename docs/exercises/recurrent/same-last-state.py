"""Which change of a sequence leaves the last state of an RNN as it was."""

import numpy as np

from dlnotes.recurrent import rnn_forward

KIND = "choice"
WORDS = {
    "ko": {
        "question": "tanh를 쓰는 순환 신경망이 시점 {{T}}개를 읽고 마지막 상태를 낸다. "
        "처음 상태와 편향이 0이고 {{where}}도 0이다. 다른 가중치는 0이 아니며 입력은 모두 "
        "다르다. 첫째 입력과 둘째 입력을 맞바꾸면 마지막 상태는 어떻게 되는가?",
        "hints": [
            "식 $h_t = \\tanh(W x_t + U h_{t-1})$에서 어느 항이 사라지는지 본다.",
            "순환 가중치가 0이면 상태는 그 시점의 입력만으로 정해진다. 입력의 가중치가 "
            "0이면 입력이 상태에 들어오지 못한다.",
        ],
        "claims": {
            "zero": [
                "그대로다. 상태가 언제나 0이다.",
                "입력이 상태에 들어오면 0이 아니다.",
            ],
            "last": [
                "그대로다. 마지막 입력만 상태에 남는다.",
                "순환 가중치가 0이고 시점이 둘보다 많을 때 그렇다.",
            ],
            "changed": ["달라진다.", "앞의 입력이 마지막 상태에 미칠 때 그렇다."],
        },
        "reason": "입력의 가중치가 0이면 입력이 들어오지 못하고, 순환 가중치가 0이면 앞의 "
        "입력이 이어지지 않는다. 시점이 둘뿐이면 둘째가 곧바로 마지막 입력이다.",
    },
    "en": {
        "question": "A recurrent network with tanh reads {{T}} steps and gives its last "
        "state. Its first state and bias are 0, its {{where}} weights are 0 too, and the "
        "other weights are not. The inputs all differ. How does the last state change if "
        "the first input and the second change places?",
        "hints": [
            "Which term of $h_t = \\tanh(W x_t + U h_{t-1})$ is 0?",
            "Without recurrent weights a state depends on the input of its step alone. "
            "Without input weights no input gets into the state.",
        ],
        "claims": {
            "zero": ["It stays: all states are 0.", "No state is 0 where inputs get in."],
            "last": [
                "It stays: only the last input counts.",
                "This is so without recurrent weights, and with more than two steps.",
            ],
            "changed": [
                "It changes.",
                "This is so if one of the two gets to the last state.",
            ],
        },
        "reason": "Without input weights no input gets in, and without recurrent weights "
        "no earlier input gets through. Of two steps the second is the last one.",
    },
}
PLACES = {"W": 0, "U": 1}


def draw(rng):
    return {"T": rng.integers(2, 7), "where": ["$W$", "$U$"][rng.integers(2)]}


def truth(T, where):
    params = [np.ones((1, 1)), np.full((1, 1), 0.9), np.zeros(1), np.zeros(1)]
    params[PLACES[where.strip("$")]] *= 0
    x = np.arange(1.0, T + 1)[:, None] / 10
    swapped = x[[1, 0, *range(2, T)]]
    before, after = (rnn_forward(a, params)[0][-1, 0] for a in (x, swapped))
    same = abs(before - after) < 1e-12
    return {
        "zero": same and before == 0,
        "last": same and before != 0,
        "changed": not same,
    }


def check(T, where):
    return "zero" if where == "$W$" else "last" if T > 2 else "changed"
