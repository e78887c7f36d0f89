"""Free energy of a restricted Boltzmann machine, also with large weights."""

ANSWER = "dlnotes.energy.rbm_free_energy(v, W, a, b)"
TOLERANCE = 1e-9
EXAMPLE = ([1.0, 0.0], [[2.0, -1.0], [0.0, 3.0]], [0.5, 0.0], [0.0, 0.0])
WORDS = {
    "ko": {
        "doc": "제한 볼츠만 머신에서 가시 유닛의 상태의 자유 에너지를 구한다.",
        "question": "`v`는 가시 유닛의 상태 (…, D), `W`는 가중치 (H, D), `a`는 가시 "
        "유닛의 편향 (D,), `b`는 은닉 유닛의 편향 (H,)이다. 상태마다 자유 에너지 "
        "$-a^\\top v - \\sum_j \\log(1 + e^{(Wv + b)_j})$를 돌려준다. 지수가 1000이어도 "
        "바른 값이 나와야 한다.",
        "hints": [
            "은닉 유닛의 입력은 `v @ W.T + b`다. 상태가 하나여도 여럿이어도 같은 코드로 "
            "된다.",
            "$\\log(1 + e^x)$는 $\\log(e^0 + e^x)$다. `np.logaddexp(0, x)`가 넘치지 않게 "
            "셈한다.",
        ],
        "reason": "$e^{1000}$은 컴퓨터에서 inf지만 $\\log(1 + e^{1000})$은 1000이다. 합은 "
        "은닉 유닛의 축만 따라 구해야 상태마다 값이 하나씩 남는다.",
    },
    "en": {
        "doc": "The free energy of a visible state in a restricted Boltzmann machine.",
        "question": "`v` has states of the visible units (…, D), `W` weights (H, D), `a` "
        "the biases of the visible units (D,) and `b` those of the hidden units (H,). "
        "Return the free energy of each state, $-a^\\top v - \\sum_j \\log(1 + e^{(Wv + "
        "b)_j})$. An exponent of 1000 must give the right value too.",
        "hints": [
            "The hidden units get `v @ W.T + b`: the same code for one state and for many.",
            "$\\log(1 + e^x)$ is $\\log(e^0 + e^x)$, which `np.logaddexp(0, x)` computes "
            "without overflow.",
        ],
        "reason": "$e^{1000}$ is inf on a computer, but $\\log(1 + e^{1000})$ is 1000. "
        "The sum runs along the axis of the hidden units alone, so that each state keeps "
        "a value of its own.",
    },
}
SOLUTION = """
import numpy as np


def free_energy(v, W, a, b):
    hidden = np.logaddexp(0, v @ W.T + b)
    return -(v @ a) - hidden.sum(axis=-1)
"""
EXAMPLE_GIVEN = "v = [1, 0], W = [[2, -1], [0, 3]], a = [0.5, 0], b = [0, 0]"
WRONG = {
    "no visible biases": ("-(v @ a) - hidden", "-hidden", EXAMPLE_GIVEN),
    "an exponential that overflows": (
        "np.logaddexp(0, v @ W.T + b)",
        "np.log(1 + np.exp(v @ W.T + b))",
        "v = [1], W = [[1000]], a = [0], b = [0]",
    ),
    "the other sign": ("- hidden.sum", "+ hidden.sum", EXAMPLE_GIVEN),
    "all states together": (
        "hidden.sum(axis=-1)",
        "hidden.sum()",
        "v = [[0, 0], [1, 1]], W = [[1, 1]], a = [0, 1], b = [-1]",
    ),
    "hidden units that are on for certain": (
        "np.logaddexp(0, v @ W.T + b)",
        "np.maximum(0, v @ W.T + b)",
        EXAMPLE_GIVEN,
    ),
}


def cases(rng):
    yield [1.0], [[1000.0]], [0.0], [0.0]
    yield [[0.0, 0.0], [1.0, 1.0]], [[1.0, 1.0]], [0.0, 1.0], [-1.0]
    yield [0.0, 0.0], [[5.0, 5.0], [5.0, 5.0]], [3.0, 3.0], [0.0, -1000.0]
    v = rng.integers(0, 2, (3, 4)) * 1.0
    yield (v, *(rng.integers(-9, 10, size) / 2 for size in ((2, 4), (4,), (2,))))
