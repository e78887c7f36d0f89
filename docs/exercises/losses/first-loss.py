"""What the first loss of a fresh network says, told from two numbers of samples."""

import math

import numpy as np

from dlnotes.losses import cross_entropy

KIND = "choice"
WORDS = {
    "ko": {
        "question": "클래스가 {{K}}개이고, 신경망의 가중치는 아직 한 번도 갱신하지 않았다. "
        "처음 샘플 {{n}}개에서 손실이 {{first}}, {{n}}개를 더한 {{m}}개에서 "
        "{{second}}이다. 이 두 수로 알 수 있는 것은?",
        "hints": [
            "모든 클래스에 같은 확률을 주면 손실은 $\\log {{K}} \\approx {{guess}}$이다.",
            "샘플의 수가 두 배가 될 때 손실이 어떻게 달라졌는지 본다.",
        ],
        "claims": {
            "guess": [
                "이상이 없다. 아무것도 배우지 않은 신경망의 손실이다.",
                "그런 손실은 샘플의 수와 상관없이 {{guess}} 근처다.",
            ],
            "sum": [
                "샘플의 손실을 평균하지 않고 더했다.",
                "더했다면 샘플이 두 배일 때 손실도 두 배쯤이어야 한다.",
            ],
            "large": [
                "점수가 너무 커서, 틀린 클래스를 확신하고 있다.",
                "그렇다면 두 손실이 비슷하고, 둘 다 {{guess}}보다 훨씬 커야 한다.",
            ],
            "labels": [
                "정답이 엉뚱한 샘플에 붙어 있다.",
                "배우지 않은 신경망은 바른 정답도 모른다. 정답을 섞어도 첫 손실은 "
                "거의 같고, 섞인 것은 손실이 줄지 않을 때 드러난다.",
            ],
        },
        "reason": "견줄 값은 $\\log {{K}} \\approx {{guess}}$이다.",
    },
    "en": {
        "question": "There are {{K}} classes, and the network has not been updated once. "
        "Its loss is {{first}} on the first {{n}} samples, and {{second}} on {{m}}, "
        "with {{n}} more. What do the two numbers show?",
        "hints": [
            "The same probability for all classes costs $\\log {{K}} \\approx {{guess}}$.",
            "Look at how the loss changed as the number of samples doubled.",
        ],
        "claims": {
            "guess": [
                "All is well: this is the loss of a network that has learnt nothing.",
                "That loss is about {{guess}}, whatever the number of samples.",
            ],
            "sum": [
                "The losses of the samples were added up, not averaged.",
                "A sum would be about twice as large on twice as many samples.",
            ],
            "large": [
                "The scores are far too large: the network is sure of wrong classes.",
                "The two losses would then be alike, and both far above {{guess}}.",
            ],
            "labels": [
                "The labels are attached to the wrong samples.",
                "A network that has learnt nothing does not know the right labels "
                "either: mixed-up labels hardly change its first loss. They show later, "
                "in a loss that does not fall.",
            ],
        },
        "reason": "The number to compare with is $\\log {{K}} \\approx {{guess}}$.",
    },
}


def draw(rng):
    K, n, kind = rng.integers(3, 11), 50 * rng.integers(1, 3), rng.integers(3)
    scores = rng.normal(scale=[0.1, 0.1, 10][kind], size=(2 * n, K))
    losses = cross_entropy(scores, rng.integers(K, size=2 * n), reduction="none")
    first, second = (np.sum(x) if kind == 1 else np.mean(x) for x in (losses[:n], losses))
    return {"K": K, "n": n, "m": 2 * n, "first": first, "second": second}


def steps(K, n, m, first, second):
    return {"guess": math.log(K)}


def truth(K, n, m, first, second):
    guess = math.log(K)
    doubled = 1.7 < second / first < 2.3
    return {
        "guess": max(abs(first - guess), abs(second - guess)) < guess / 4,
        "sum": doubled,
        "large": min(first, second) > 2 * guess and not doubled,
        "labels": False,
    }


def check(K, n, m, first, second):
    if abs(first / (n * math.log(K)) - 1) < 0.1:
        return "sum"
    return "large" if first > 2 * math.log(K) else "guess"
