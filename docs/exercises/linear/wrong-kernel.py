"""The wrong line in the scores of a machine with the RBF kernel."""

import numpy as np

KIND = "line"
MISTAKES = {
    "apart": ("new - X", "new * X"),
    "kernel": ("np.exp(-g * apart**2)", "np.exp(-g * apart)"),
    "pulls": ("alpha * y", "alpha"),
    "score": ("pulls @ K + b", "pulls @ K * b"),
}
WORDS = {
    "ko": {
        "question": "이 코드는 RBF 커널을 쓰는 서포트 벡터 머신에서 새 입력의 점수를 "
        "셈하려는데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "RBF 커널은 거리의 제곱으로 정해진다.",
            "샘플마다 몫과 레이블을 커널에 곱하고, 모두 더한 다음 편향을 더한다.",
        ],
        "mistakes": {
            "apart": "거리는 곱이 아니라 차로 구한다.",
            "kernel": "거리를 제곱해야 한다.",
            "pulls": "레이블을 곱하지 않으면 구덩이가 모두 언덕이 된다.",
            "score": "편향은 곱하지 않고 더한다.",
        },
        "reason": "바른 줄은 `{{right}}`이다. 고치면 {{printed}}이고, 틀린 "
        "채로는 {{misprinted}}이다.",
    },
    "en": {
        "question": "This code is meant to compute the score of a new input, in a support "
        "vector machine with the RBF kernel. Which line is wrong?",
        "hints": [
            "The RBF kernel depends on the square of the distance.",
            "Each kernel is multiplied by the share and the label of its sample. All are "
            "added up, and so is the bias.",
        ],
        "mistakes": {
            "apart": "A distance is a difference, not a product.",
            "kernel": "The distance must be squared.",
            "pulls": "Without the labels, all dips become bumps.",
            "score": "The bias is added, it does not multiply.",
        },
        "reason": "The line should be `{{right}}`. It then prints {{printed}}, and with "
        "the mistake {{misprinted}}.",
    },
}
CODE = """
import numpy as np
X, y, new = np.array([{{x}}]), np.array([1, -1, 1]), {{new}}
alpha, b, g = np.array([{{alpha}}]), {{b}}, {{g}}
apart = {{apart}}
K = {{kernel}}
pulls = {{pulls}}
print(round(float({{score}}), 2))
"""


def draw(rng):
    while True:
        given = {
            "x": np.sort(rng.choice(range(-4, 5), 3, replace=False)),
            "new": rng.integers(-3, 4),
            "alpha": rng.integers(1, 5, 3) / 2,
            "b": rng.integers(-4, 5) / 4,
            "g": [0.1, 0.2, 0.5][rng.integers(3)],
        }
        right, *wrong = (scores(**given, case=case) for case in (None, *MISTAKES))
        if all(abs(score - right) > 0.02 for score in wrong):
            return given


def scores(x, new, alpha, b, g, case):
    """The score, right or with a mistake."""
    apart = new * x if case == "apart" else new - x
    K = np.exp(-g * (apart if case == "kernel" else apart**2))
    pulls = alpha * (1 if case == "pulls" else np.array([1, -1, 1]))
    return pulls @ K * b if case == "score" else pulls @ K + b
