"""One round of k-means in a few lines of NumPy, with one of them wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "k-평균을 한 번 되풀이해 대표 둘을 옮기고 첫째 대표를 출력하는 "
        "코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "샘플은 가장 가까운 대표를 따른다.",
            "대표는 자기를 따르는 샘플의 평균으로 옮긴다.",
        ],
        "mistakes": {
            "nearest": "가장 먼 대표가 아니라 가장 가까운 대표를 따른다.",
            "own": "첫째 대표는 번호가 0인 샘플의 평균으로 옮긴다.",
            "mean": "대표는 무리의 평균이다.",
        },
        "reason": "바른 값은 {{printed}}, 틀린 값은 {{misprinted}}",
    },
    "en": {
        "question": "This code should make one round of k-means with two centres and "
        "print where the first one goes, but one line is wrong. Which line?",
        "hints": [
            "A sample follows the nearest centre.",
            "A centre moves to the mean of the samples that follow it.",
        ],
        "mistakes": {
            "nearest": "Samples follow the nearest centre, not the farthest.",
            "own": "The first centre moves to the mean of the samples with the label 0.",
            "mean": "A centre is the mean of its samples.",
        },
        "reason": "The right value is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
x = np.array([{{x}}])
centers = np.array([{{first}}, {{second}}])
distances = np.abs(x[:, None] - centers)
labels = distances.{{nearest}}(axis=1)
own = x[labels == {{own}}]
print(round(own.{{mean}}().item(), 2))
"""
MISTAKES = {"nearest": ("argmin", "argmax"), "own": ("0", "1"), "mean": ("mean", "max")}


def draw(rng):
    while True:
        x = np.sort(rng.permutation(20)[:5])
        first, second = np.sort(rng.choice(x, 2, replace=False))
        near = x < (first + second) / 2
        if near.sum() > 1 and (first + second) / 2 not in x:
            return {"x": x, "first": first, "second": second}
