"""Which of two losses still changes the weights for a sample."""

import math

from dlnotes.losses import (
    binary_cross_entropy_with_logits_grad,
    hinge_loss_grad,
    squared_hinge_loss_grad,
)

KIND = "choice"
WORDS = {
    "ko": {
        "question": "정답이 클래스 1인 샘플의 점수가 {{z}}이다. "
        "세 손실의 점수에 대한 기울기를 크기로 견줄 때, 가장 큰 것은?",
        "hints": [
            "이 샘플에 모자란 만큼은 {{short}}이다.",
            "힌지는 모자라기만 하면 크기가 1이고, 제곱한 힌지는 모자란 만큼의 두 배, "
            "교차 엔트로피는 $1 - \\sigma(z)$다.",
        ],
        "claims": {
            "hinge": [
                "힌지 손실",
                "그러려면 모자란 만큼이 0보다 크고 0.5보다 작아야 한다.",
            ],
            "square": [
                "제곱한 힌지 손실",
                "그러려면 모자란 만큼의 두 배가 1보다 커야 한다.",
            ],
            "log": [
                "교차 엔트로피",
                "교차 엔트로피의 기울기는 1보다 작으므로, 나머지 둘이 0일 때만 가장 크다.",
            ],
        },
        "reason": "기울기의 크기는 힌지 {{hinge}}, 제곱한 힌지 {{square}}, "
        "교차 엔트로피 약 {{log}}이다.",
    },
    "en": {
        "question": "A sample of class 1 has the score {{z}}. Compare the sizes of the "
        "gradients of three losses with respect to the score: which is largest?",
        "hints": [
            "This sample misses the margin by {{short}}.",
            "The hinge has size 1 as soon as anything is missing, the squared hinge "
            "twice what is missing, and cross-entropy $1 - \\sigma(z)$.",
        ],
        "claims": {
            "hinge": [
                "The hinge loss",
                "For this, what is missing would have to be above 0 and below 0.5.",
            ],
            "square": [
                "The squared hinge loss",
                "For this, twice what is missing would have to be above 1.",
            ],
            "log": [
                "Cross-entropy",
                "Its gradient is below 1, so it is largest only if the others are 0.",
            ],
        },
        "reason": "The sizes are {{hinge}} for the hinge, {{square}} for the squared "
        "hinge, and about {{log}} for cross-entropy.",
    },
}


def draw(rng):
    first, last = [(-30, 4), (6, 9), (10, 30)][rng.integers(3)]
    return {"z": rng.integers(first, last + 1) / 10}


def sizes(z):
    """The three gradients without their signs."""
    return {
        "hinge": abs(float(hinge_loss_grad(z, 1))),
        "square": abs(float(squared_hinge_loss_grad(z, 1))),
        "log": abs(float(binary_cross_entropy_with_logits_grad(z, 1))),
    }


def steps(z):
    return sizes(z) | {"short": max(0.0, 1 - z)}


def truth(z):
    found = sizes(z)
    return {name: size == max(found.values()) for name, size in found.items()}


def check(z):
    slopes = {
        "hinge": float(z < 1),
        "square": 2 * max(0, 1 - z),
        "log": 1 / (1 + math.exp(z)),
    }
    return max(slopes, key=slopes.get)
