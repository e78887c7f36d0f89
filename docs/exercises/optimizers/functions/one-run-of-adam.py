"""Adam over several steps, with the correction of its first ones."""

ANSWER = (
    "reduce(lambda done, g: dlnotes.optimizers.adam_step("
    "done[0], g, done[1], lr=lr), grads, (x, None))[0]"
)
TOLERANCE = 1e-6
EXAMPLE = ([1.0, 1.0], [[5.0, -0.01]], 0.1)
WORDS = {
    "ko": {
        "doc": "기울기를 차례로 받아 Adam으로 움직인 뒤의 매개변수를 구한다.",
        "question": "`x`는 매개변수 (D,), `grads`는 걸음마다의 기울기 (걸음 수, D), "
        "`lr`은 학습률이다. 두 이동 평균은 0에서 시작하고 $\\beta_1 = 0.9$, $\\beta_2 = "
        "0.999$, $\\epsilon = 10^{-8}$이다. 모든 걸음을 마친 매개변수를 돌려준다.",
        "hints": [
            "`m = 0.9 * m + 0.1 * g`, `s = 0.999 * s + 0.001 * g**2`로 두 평균을 고친다.",
            "$t$번째 걸음에서는 `m`을 $1 - 0.9^t$로, `s`를 $1 - 0.999^t$로 나누어 쓴다. "
            "$t$는 1부터 센다.",
        ],
        "reason": "평균이 0에서 시작하므로 처음에는 너무 작고, 나눗셈이 그만큼 되돌린다. "
        "그래서 첫 걸음의 길이는 기울기가 얼마든 거의 `lr`이다. 기울기가 0이어도 "
        "$\\epsilon$이 있어 0으로 나누지 않는다.",
    },
    "en": {
        "doc": "The parameters after Adam has stepped along the gradients.",
        "question": "`x` has parameters (D,), `grads` the gradient of each step (steps, "
        "D), and `lr` is the learning rate. Both moving averages begin at 0, with "
        "$\\beta_1 = 0.9$, $\\beta_2 = 0.999$ and $\\epsilon = 10^{-8}$. Return the "
        "parameters after all steps.",
        "hints": [
            "Update the averages by `m = 0.9 * m + 0.1 * g` and `s = 0.999 * s + 0.001 * "
            "g**2`.",
            "In step $t$, use `m` divided by $1 - 0.9^t$ and `s` divided by $1 - "
            "0.999^t$. Count $t$ from 1.",
        ],
        "reason": "Averages that begin at 0 are too small at first, and the divisions "
        "make up for it: the first step is about `lr` long, whatever the gradient. For a "
        "gradient of 0, $\\epsilon$ keeps the divisor from 0.",
    },
}
SOLUTION = """
import numpy as np


def adam(x, grads, lr):
    m, s = np.zeros_like(x), np.zeros_like(x)
    for t, g in enumerate(grads, 1):
        m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g**2
        m_hat, s_hat = m / (1 - 0.9**t), s / (1 - 0.999**t)
        x = x - lr * m_hat / (np.sqrt(s_hat) + 1e-8)
    return x
"""
WRONG = {
    "no correction": (
        "m / (1 - 0.9**t), s / (1 - 0.999**t)",
        "m, s",
        "x = [1, 1], grads = [[5, -0.01]], lr = 0.1",
    ),
    "steps counted from 0": (
        "enumerate(grads, 1)",
        "enumerate(grads)",
        "x = [1, 1], grads = [[5, -0.01]], lr = 0.1",
    ),
    "no epsilon": (" + 1e-8", "", "x = [1, 2], grads = [[0, 1]], lr = 0.5"),
    "epsilon under the root": (
        "np.sqrt(s_hat) + 1e-8",
        "np.sqrt(s_hat + 1e-8)",
        "x = [1, 1], grads = [[5, -0.01]], lr = 0.1",
    ),
    "the correction of the first step in all": (
        "m / (1 - 0.9**t), s / (1 - 0.999**t)",
        "m / (1 - 0.9), s / (1 - 0.999)",
        "x = [1], grads = [[1], [-1], [2]], lr = 0.1",
    ),
}


def cases(rng):
    yield [1.0, 2.0], [[0.0, 1.0]], 0.5
    yield [1.0], [[1.0], [-1.0], [2.0]], 0.1
    yield [0.0, 0.0], [[1000.0, 0.001], [1000.0, 0.001]], 0.01
    yield rng.integers(-9, 10, 3) / 2, rng.integers(-9, 10, (4, 3)) / 2, 0.1
