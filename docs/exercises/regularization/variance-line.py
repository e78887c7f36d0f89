"""The wrong line of a computation of squared bias and variance."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "모델 셋의 예측이 {{p}}이고 참값은 {{f}}이다. 편향의 제곱과 분산을 "
        "구하는 코드인데 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "편향은 예측의 평균과 참값의 차이고, 분산은 예측이 그 평균에서 흩어진 정도다.",
            "둘을 더하면 참값과의 차를 제곱한 평균이어야 한다.",
        ],
        "mistakes": {
            "middle": "평균이 아니라 가운데 값을 썼다.",
            "center": "분산은 참값이 아니라 예측의 평균에서 벗어난 값으로 구한다.",
            "square": "편향을 제곱하지 않고 절댓값만 구했다.",
        },
        "reason": "바른 줄은 `{{right}}`이고, 그때의 출력은 {{printed}}이다.",
    },
    "en": {
        "question": "This code should give the squared bias and the variance of the "
        "predictions {{p}}, where the truth is {{f}}, but one line is wrong. Which one?",
        "hints": [
            "The bias is the mean prediction minus the truth; the variance says how far "
            "predictions are from their mean.",
            "Both together must be the mean of the squared differences from the truth.",
        ],
        "mistakes": {
            "middle": "It takes the middle value in place of the mean.",
            "center": "The variance is about the mean prediction, not about the truth.",
            "square": "It takes the size of the bias, not its square.",
        },
        "reason": "The right line is `{{right}}`; then the output is {{printed}}.",
    },
}
MISTAKES = {
    "middle": ("np.mean(p)", "np.median(p)"),
    "center": ("p - mean", "p - f"),
    "square": ("(mean - f)**2", "abs(mean - f)"),
}
CODE = """
import numpy as np
p, f = np.array([{{p}}]), {{f}}
mean = {{middle}}
bias_squared = {{square}}
variance = np.mean(({{center}})**2)
print(bias_squared, variance)
"""


def draw(rng):
    """Whole means; mean and median differ, and so do the truth and the mean."""
    f, off = int(rng.integers(2, 8)), int(rng.integers(2, 4) * rng.choice([-1, 1]))
    a = int(rng.integers(1, 4))
    mean = f + off
    return {"p": [mean - a, mean - a, mean + 2 * a], "f": f}
