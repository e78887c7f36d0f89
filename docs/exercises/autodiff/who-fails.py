"""Which parameters fail a gradient check for a given mistake."""

from functools import cache

import numpy as np

from dlnotes.autodiff import gradient_check
from dlnotes.networks import init_mlp, mlp_forward

KIND = "choice"
WORDS = {
    "ko": {
        "question": "은닉층이 하나인 ReLU 신경망의 역전파를 짜면서 "
        "`{{line}}`의 줄을 틀리게 적었다. `W`와 `b`는 은닉층, `V`와 `c`는 출력층의 "
        "매개변수이고, 손실은 제곱 오차의 합의 절반이다. 기울기 검사에 걸리는 것은?",
        "hints": [
            "바른 코드는 `d = y - T`, `back = (d @ V) * (z > 0)`, `V_grad = d.T @ h`다. "
            "은닉층의 기울기는 `back`에서, 출력층의 기울기는 `d`에서 나온다.",
            "잘못된 값을 쓰는 기울기가 어느 것인지 따라가 본다.",
        ],
        "claims": {
            "hidden": ["`W`와 `b`만", "그러려면 `back`을 구하는 줄이 틀려야 한다."],
            "output": ["`V`만", "그러려면 `V`의 기울기를 구하는 줄이 틀려야 한다."],
            "all": ["넷 모두", "그러려면 모든 기울기에 쓰이는 `d`가 틀려야 한다."],
        },
        "reason": "검사한 상대 오차는 `W`, `b`, `V`, `c`의 차례로 {{errors}}이다.",
    },
    "en": {
        "question": "Backpropagation was written for a ReLU network with one hidden layer, "
        "but `{{line}}` is a mistake. `W` and `b` are the parameters of the hidden layer, "
        "`V` and `c` those of the output layer, and the loss is half the sum of squared "
        "errors. Which ones fail a gradient check?",
        "hints": [
            "Right would be `d = y - T`, `back = (d @ V) * (z > 0)` and "
            "`V_grad = d.T @ h`. The gradients of the hidden layer come from `back`, those "
            "of the output layer from `d`.",
            "Follow the wrong value to the gradients that use it.",
        ],
        "claims": {
            "hidden": ["`W` and `b` only", "For this, `back` would have to be wrong."],
            "output": ["`V` only", "For this, `V_grad` would have to be wrong."],
            "all": ["All four", "For this, `d` would have to be wrong: all depend on it."],
        },
        "reason": "The relative errors of `W`, `b`, `V` and `c` are {{errors}}.",
    },
}
LINES = [
    "back = d @ V",
    "back = (d @ V) * z",
    "back = (d @ V) * h",
    "V_grad = d.T @ z",
    "V_grad = 2 * d.T @ h",
    "d = 2 * (y - T)",
    "d = T - y",
    "d = y",
]


def draw(rng):
    return {"line": LINES[rng.integers(len(LINES))], "seed": rng.integers(5)}


@cache
def errors(line, seed):
    """The relative error of each gradient with this line in the code."""
    rng = np.random.default_rng(seed)
    params = init_mlp([3, 5, 2], rng=rng)
    X, T = rng.normal(size=(7, 3)), rng.normal(size=(7, 2))

    def loss(i, p):
        moved = [*params[:i], p, *params[i + 1 :]]
        return np.sum((mlp_forward(X, moved)[0] - T) ** 2) / 2

    W, b, V, c = params
    z = X @ W.T + b
    h = np.maximum(z, 0)
    names = {"y": h @ V.T + c, "T": T, "V": V, "z": z, "h": h, "np": np}
    for right in ("d = y - T", "back = (d @ V) * (z > 0)", "V_grad = d.T @ h"):
        exec(line if line.split()[0] == right.split()[0] else right, names)
    d, back = names["d"], names["back"]
    grads = [back.T @ X, back.sum(axis=0), names["V_grad"], d.sum(axis=0)]
    return [
        gradient_check(lambda p, i=i: loss(i, p), grad, params[i])
        for i, grad in enumerate(grads)
    ]


def steps(line, seed):
    return {"errors": [round(float(error), 2) for error in errors(line, seed)]}


def truth(line, seed):
    wrong = [error > 1e-6 for error in errors(line, seed)]
    return {
        "hidden": wrong == [True, True, False, False],
        "output": wrong == [False, False, True, False],
        "all": all(wrong),
    }


def check(line, seed):
    return {"back": "hidden", "V_grad": "output", "d": "all"}[line.split()[0]]
