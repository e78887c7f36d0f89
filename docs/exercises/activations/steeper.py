"""Where the sigmoid or tanh is steeper."""

import math

from dlnotes.activations import sigmoid_grad, tanh_grad

KIND = "choice"
WORDS = {
    "ko": {
        "question": "$z = {{z}}$에서 시그모이드와 tanh 가운데 어느 쪽이 더 가파른가?",
        "hints": [
            "도함수 값이 더 큰 쪽이 가파르다. 가장 큰 값은 둘 다 0에 있다.",
            "$\\sigma(z)$의 값은 {{s}}, $\\tanh(z)$의 값은 {{t}}이다. "
            "$\\sigma(1 - \\sigma)$와 $1 - \\tanh^2$을 구해 견준다.",
        ],
        "claims": {
            "sigmoid": [
                "시그모이드",
                "0 가까이에서는 tanh의 도함수 값이 네 배에 이를 만큼 더 크다.",
            ],
            "tanh": [
                "tanh",
                "tanh는 절반 거리에서 같은 만큼 포화하므로 0에서 멀면 더 평평하다.",
            ],
            "same": [
                "똑같다",
                "두 값이 같은 것은 0에서 약 1.66만큼 떨어진 두 곳뿐이다.",
            ],
        },
        "reason": "시그모이드의 도함수 값은 {{slope}}, tanh의 도함수 값은 {{other}}이다.",
    },
    "en": {
        "question": "Which is steeper at $z = {{z}}$, the sigmoid or tanh?",
        "hints": [
            "The steeper one has the larger derivative. Both are steepest at 0.",
            "$\\sigma(z)$ is {{s}} and $\\tanh(z)$ is {{t}}. Compare "
            "$\\sigma(1 - \\sigma)$ with $1 - \\tanh^2$.",
        ],
        "claims": {
            "sigmoid": [
                "the sigmoid",
                "Near 0 the derivative of tanh is up to four times as large.",
            ],
            "tanh": [
                "tanh",
                "tanh saturates at half the distance, so far from 0 it is flatter.",
            ],
            "same": [
                "neither",
                "They are equal in two places only, about 1.66 away from 0.",
            ],
        },
        "reason": "The derivative of the sigmoid is {{slope}}, that of tanh is {{other}}.",
    },
}


def draw(rng):
    sizes = [n for n in range(0, 50) if abs(n - 17) > 2]
    return {"z": int(rng.choice(sizes)) / 10 * [-1, 1][rng.integers(2)] + 0.0}


def steps(z):
    s, t = 1 / (1 + math.exp(-z)), math.tanh(z)
    return {"s": s, "t": t, "slope": s * (1 - s), "other": 1 - t * t}


def truth(z):
    return {
        "sigmoid": bool(sigmoid_grad(z) > tanh_grad(z)),
        "tanh": bool(sigmoid_grad(z) < tanh_grad(z)),
        "same": False,
    }


def check(z):
    return "tanh" if abs(z) < 1.66 else "sigmoid"
