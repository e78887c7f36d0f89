"""What becomes of the normalised values if all sums change alike."""

import numpy as np

from dlnotes.normalization import batch_norm

KIND = "choice"
WORDS = {
    "ko": {
        "question": "미니배치의 모든 샘플에서 활성화 전 값 $z$가 바뀌어 "
        "${{a}} z + {{b}}$ 꼴이 되었다. 훈련할 때 배치 정규화로 맞춘 값 "
        "$\\hat{z}$는 어떻게 되는가?",
        "hints": [
            "더한 수는 평균과 함께 빠진다.",
            "표준편차는 음수가 되지 않는다. 곱한 수가 음수이면 표준편차는 그 절댓값만큼만 "
            "커진다.",
        ],
        "claims": {
            "same": ["그대로다.", "곱한 수가 양수일 때 그렇다."],
            "flipped": [
                "크기는 그대로이고 부호가 바뀐다.",
                "곱한 수가 음수일 때 그렇다.",
            ],
            "zero": ["모두 0이 된다.", "곱한 수가 0이어서 값이 모두 같을 때 그렇다."],
            "moved": ["크기가 달라진다.", "곱한 크기는 표준편차로 나눌 때 없어진다."],
        },
        "reason": "곱한 수(여기서는 {{a}})는 표준편차와 함께 약분되어 부호만 남고, "
        "0이면 값이 모두 같아진다.",
    },
    "en": {
        "question": "In every sample of a mini-batch the pre-activation $z$ is changed to "
        "${{a}} z + {{b}}$. What becomes of the value $\\hat{z}$ that batch normalisation "
        "makes of it in training?",
        "hints": [
            "What is added goes away with the mean.",
            "A standard deviation is never negative: a negative factor makes it as much "
            "larger as the factor without its sign.",
        ],
        "claims": {
            "same": ["It stays as it is.", "This is so if the factor is positive."],
            "flipped": [
                "It keeps its size and changes its sign.",
                "This is so if the factor is negative.",
            ],
            "zero": [
                "It becomes 0.",
                "This is so if the factor is 0, as all are equal then.",
            ],
            "moved": [
                "Its size changes.",
                "The size of the factor cancels with the standard deviation.",
            ],
        },
        "reason": "The factor is {{a}}. Its size cancels with the standard deviation, and "
        "only its sign is left; with 0 all values are equal.",
    },
}


def draw(rng):
    a = int(rng.integers(2, 10)) * int([1, 1, -1, -1, 0][rng.integers(5)])
    return {"a": a, "b": rng.integers(1, 10)}


def normal(z):
    return batch_norm(z[:, None], [1], [0], None, training=True)[0][:, 0]


def truth(a, b):
    z = np.array([1.0, 2, 4, 8])
    before, after = normal(z), normal(a * z + b)
    found = {
        "same": np.allclose(after, before, atol=1e-3),
        "flipped": np.allclose(after, -before, atol=1e-3),
        "zero": np.allclose(after, 0),
    }
    return found | {"moved": not any(found.values())}


def check(a, b):
    return "zero" if a == 0 else "same" if a > 0 else "flipped"
