"""A gradient that goes back through batch normalisation."""

import numpy as np

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "배치 정규화로 맞춘 값 $\\hat{z}$가 {{normal}}이고 표준편차는 "
        "{{std}}이다. 출력의 기울기 $g$는 {{g}}이고 $\\gamma = 1$이다. 첫 샘플의 활성화 전 "
        "값에서 기울기는 얼마인가?",
        "hints": [
            "기울기의 평균은 {{shift}}이고, $g$와 $\\hat{z}$를 곱해 평균하면 "
            "{{stretch}}이다.",
            "첫 샘플의 $g$에서 기울기의 평균을 빼고, $\\hat{z}$에 둘째 평균을 곱한 것도 "
            "뺀다.",
            "마지막으로 표준편차로 나눈다.",
        ],
        "reason": "$({{first}} - ({{shift}}) - ({{own}}) \\times ({{stretch}})) / {{std}} "
        "= {{answer}}$이다.",
    },
    "en": {
        "question": "Batch normalisation made the values $\\hat{z}$ of {{normal}}, with a "
        "standard deviation of {{std}}. The gradient $g$ at the outputs is {{g}}, and "
        "$\\gamma = 1$. What is the gradient at the pre-activation of the first sample?",
        "hints": [
            "The mean of the gradients is {{shift}}, and the mean of $g$ times "
            "$\\hat{z}$ is "
            "{{stretch}}.",
            "From the $g$ of the first sample subtract the mean of the gradients, and also "
            "its $\\hat{z}$ times the second mean.",
            "Divide by the standard deviation at the end.",
        ],
        "reason": "It is $({{first}} - ({{shift}}) - ({{own}}) \\times ({{stretch}})) / "
        "{{std}} = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.normalization import batch_norm, batch_norm_backward

z = {{std}} * np.array([{{normal}}])[:, None]
_, _, cache = batch_norm(z, [1], [0], None, training=True, eps=1e-12)
delta, _, _ = batch_norm_backward(np.array([{{g}}])[:, None], cache)
print(round(float(delta[0, 0]), 4))
"""
# Values of mean 0 and standard deviation 1, so that nothing is rounded.
NORMAL = [[-1, 1, -1, 1], [1, 1, -1, -1], [-0.5, -0.5, -0.5, -0.5, 2]]


def draw(rng):
    normal = np.array(NORMAL[rng.integers(3)], dtype=float)
    return {
        "normal": rng.permutation(normal),
        "std": [0.5, 2.0, 4.0][rng.integers(3)],
        "g": rng.integers(-6, 7, len(normal)),
    }


def steps(normal, std, g):
    products = [a * b for a, b in zip(g, normal, strict=True)]
    return {
        "shift": sum(g) / len(g),
        "stretch": sum(products) / len(g),
        "first": g[0],
        "own": normal[0],
    }


def check(normal, std, g):
    """The slope of the loss, by a small step of the first value."""
    z = std * np.array(normal)
    losses = []
    for step in (1e-5, -1e-5):
        moved = z.copy()
        moved[0] += step
        losses.append(np.dot(g, (moved - moved.mean()) / moved.std()))
    return (losses[0] - losses[1]) / 2e-5
