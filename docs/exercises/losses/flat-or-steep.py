"""How the gradients of cross-entropy and squared error compare at a score."""

import math

from dlnotes.activations import sigmoid, sigmoid_grad
from dlnotes.losses import binary_cross_entropy_with_logits_grad, mse_loss_grad

KIND = "choice"
WORDS = {
    "ko": {
        "question": "시그모이드에 넣을 점수가 {{z}}이고 정답은 {{y}}이다. "
        "점수에 대한 두 기울기의 크기를 견줄 때, 옳은 것은?",
        "hints": [
            "확률은 $\\sigma({{z}}) \\approx {{q}}$이다.",
            "교차 엔트로피의 기울기는 $q - y$, "
            "제곱 오차의 기울기는 $2(q - y)\\,q(1 - q)$다.",
        ],
        "claims": {
            "stuck": [
                "교차 엔트로피의 기울기는 0.9보다 크고, 제곱 오차의 기울기는 0.1보다 작다.",
                "그러려면 모델이 확신하고 틀려야 한다.",
            ],
            "both": [
                "두 기울기 모두 0.1보다 작다.",
                "그러려면 확률이 정답에 가까워야 한다.",
            ],
            "near": [
                "두 기울기 모두 0.1보다 크고, 차이는 다섯 배가 넘지 않는다.",
                "그러려면 확률이 0과 1에서 멀리 떨어져 있어야 한다.",
            ],
            "square": [
                "제곱 오차의 기울기가 교차 엔트로피의 기울기보다 크다.",
                "$2q(1 - q)$는 0.5를 넘지 않으므로, 제곱 오차의 기울기는 언제나 "
                "절반 이하다.",
            ],
        },
        "reason": "크기는 교차 엔트로피가 약 {{log}}, 제곱 오차가 약 {{square}}이다.",
    },
    "en": {
        "question": "A score of {{z}} goes into a sigmoid, and the truth is {{y}}. "
        "Compare the sizes of two gradients with respect to the score: which is right?",
        "hints": [
            "The probability is $\\sigma({{z}}) \\approx {{q}}$.",
            "The gradient of cross-entropy is $q - y$, that of the squared error "
            "$2(q - y)\\,q(1 - q)$.",
        ],
        "claims": {
            "stuck": [
                "That of cross-entropy is above 0.9, that of the squared error below 0.1.",
                "For this, the model would have to be sure and wrong.",
            ],
            "both": [
                "Both are below 0.1.",
                "For this, the probability would have to be close to the truth.",
            ],
            "near": [
                "Both are above 0.1, and they differ by a factor of less than five.",
                "For this, the probability would have to be far from 0 and from 1.",
            ],
            "square": [
                "That of the squared error is larger than that of cross-entropy.",
                "$2q(1 - q)$ is never above 0.5, so the gradient of the squared error is "
                "at most half as large.",
            ],
        },
        "reason": "The sizes are about {{log}} for cross-entropy and {{square}} for the "
        "squared error.",
    },
}


def draw(rng):
    z = [-7, -6, -5, -1, 0, 1, 5, 6, 7][rng.integers(9)]
    return {"z": z, "y": rng.integers(2)}


def sizes(z, y):
    """The two gradients without their signs."""
    log = abs(float(binary_cross_entropy_with_logits_grad(z, y)))
    return log, abs(float(mse_loss_grad(sigmoid(z), y) * sigmoid_grad(z)))


def steps(z, y):
    log, square = sizes(z, y)
    return {"q": sigmoid(z), "log": log, "square": square}


def truth(z, y):
    log, square = sizes(z, y)
    return {
        "stuck": log > 0.9 and square < 0.1,
        "both": max(log, square) < 0.1,
        "near": min(log, square) > 0.1 and max(log, square) < 5 * min(log, square),
        "square": square > log,
    }


def check(z, y):
    q = 1 / (1 + math.exp(-z))
    if abs(z) < 2:
        return "near"
    return "both" if abs(q - y) < 0.5 else "stuck"
