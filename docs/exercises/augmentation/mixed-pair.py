"""Two samples that are mixed, with one line wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "두 그림 `x`, `u`와 그 정답 `t`, `v`를 믹스업으로 섞는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "두 비율을 더하면 1이어야 한다.",
            "정답도 그림과 똑같은 비율로 섞는다.",
        ],
        "mistakes": {
            "rest": "둘째 그림의 비율은 1에서 첫째의 비율을 뺀 것이다.",
            "share": "정답은 그림과 같은 비율로 섞는다.",
            "shown": "섞은 정답을 써야 하는데 첫째 그림의 정답만 썼다.",
        },
        "reason": "바른 출력은 {{printed}}, 틀린 출력은 {{misprinted}}",
    },
    "en": {
        "question": "This code should mix two images `x` and `u` and their targets `t` and "
        "`v` as mixup does, but one line is wrong. Which line?",
        "hints": [
            "The two shares must add up to 1.",
            "Targets are mixed by the same shares as the images.",
        ],
        "mistakes": {
            "rest": "The share of the second image is 1 minus that of the first.",
            "share": "Targets are mixed by the same shares as the images.",
            "shown": "The mixed target is needed, not that of the first image alone.",
        },
        "reason": "The right output is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
x, u = np.array([{{x}}]), np.array([{{u}}])
t, v, lam = np.array([1, 0]), np.array([0, 1]), {{lam}}
image = lam * x + {{rest}} * u
target = {{share}} * t + (1 - lam) * v
pair = [image, {{shown}}]
print(np.round(pair, 2).tolist())
"""
MISTAKES = {"rest": ("(1 - lam)", "lam"), "share": ("lam", "1"), "shown": ("target", "t")}


def draw(rng):
    x, u = rng.integers(1, 10, size=(2, 2))
    return {"x": x, "u": u, "lam": rng.choice([0.6, 0.7, 0.8, 0.9])}


def check(x, u, lam):
    image = [lam * a + (1 - lam) * b for a, b in zip(x, u, strict=True)]
    return str(np.round([image, [lam, 1 - lam]], 2).tolist())
