"""What a change of all data does to the components and variances."""

import numpy as np

from dlnotes.preprocessing import pca_fit

KIND = "choice"
WORDS = {
    "ko": {
        "question": "모든 샘플에서 첫째 특성 $x_1$을 ${{a}} x_1 + {{c}}$ 꼴로, 둘째 특성 "
        "$x_2$를 ${{b}} x_2$ 꼴로 바꾸었다. 주성분의 방향과 그 분산은 어떻게 되는가? "
        "(부호가 바뀐 것은 같은 방향으로 친다.)",
        "hints": [
            "더한 수는 평균을 뺄 때 함께 빠진다.",
            "모든 방향으로 똑같이 늘어난 것인지, 한 특성만 늘어난 것인지 본다.",
        ],
        "claims": {
            "same": ["둘 다 그대로다.", "값을 더하거나 부호를 모두 바꿨을 때 그렇다."],
            "variance": [
                "방향은 그대로이고 분산만 달라진다.",
                "모든 특성에 같은 수를 곱했고 그 크기가 1이 아닐 때 그렇다.",
            ],
            "both": ["방향도 분산도 달라진다.", "한 특성의 단위만 바꿨을 때 그렇다."],
        },
        "reason": "공분산 행렬이 그대로이면 모두 그대로다. 행렬 전체에 같은 수가 곱해지면 "
        "고윳값만 달라진다. 한 특성만 늘어나면 고유벡터까지 달라진다.",
    },
    "en": {
        "question": "In every sample the first feature $x_1$ becomes ${{a}} x_1 + {{c}}$ "
        "and the second one $x_2$ becomes ${{b}} x_2$. What becomes of "
        "the directions of the components and of the variances along them? "
        "(The same with the other sign counts as the same direction.)",
        "hints": [
            "What is added goes away with the mean.",
            "See whether everything is stretched alike, or one feature only.",
        ],
        "claims": {
            "same": [
                "Both stay as they are.",
                "This is so if a number is added or all signs are changed.",
            ],
            "variance": [
                "Directions stay as they are, only variances change.",
                "This is so if all features are multiplied by one number other than 1 "
                "and −1.",
            ],
            "both": [
                "Directions change, and variances too.",
                "This is so if one feature alone gets another unit.",
            ],
        },
        "reason": "If the covariance matrix stays, so does everything. If all of it is "
        "multiplied by one number, only eigenvalues change. If one feature alone is "
        "stretched, eigenvectors change too.",
    },
}


def draw(rng):
    n = rng.integers(2, 10)
    a, b = [(1, 1), (-1, -1), (n, n), (-n, -n), (n, 1), (1, n)][rng.integers(6)]
    return {"a": a, "b": b, "c": rng.integers(1, 10)}


def truth(a, b, c):
    X = np.array([[1.0, 2], [4, 3], [0, -2], [-3, 1], [2, 5]])
    before, after = pca_fit(X), pca_fit(X * [a, b] + [c, 0])
    turned = not np.allclose(abs(before[1] @ after[1].T), np.eye(2))
    other = not np.allclose(before[2], after[2])
    return {
        "same": not turned and not other,
        "variance": other and not turned,
        "both": turned and other,
    }


def check(a, b, c):
    return "both" if a != b else "same" if abs(a) == 1 else "variance"
