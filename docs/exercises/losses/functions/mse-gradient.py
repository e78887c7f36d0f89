"""The gradient of the mean squared error, which is a mean over all numbers."""

ANSWER = "dlnotes.losses.mse_loss_grad(pred, target)"
TOLERANCE = 1e-9
EXAMPLE = ([3.0, 1.0], [1.0, 2.0])
WORDS = {
    "ko": {
        "doc": "예측에 대한 평균 제곱 오차의 기울기를 구한다.",
        "question": "예측 `pred`와 정답 `target`은 모양이 같은 배열이다. 평균 제곱 오차를 "
        "예측으로 미분한 기울기를 모양이 같은 배열로 돌려준다. 평균은 배열의 모든 수로 "
        "낸 것이다.",
        "hints": [
            "제곱을 미분하면 2가 앞으로 나온다.",
            "평균의 $1/n$은 기울기에도 남는다. 행렬이면 $n$은 행의 수가 아니라 "
            "`pred.size`다.",
        ],
        "reason": "손실이 $\\frac{1}{n}\\sum_i (\\hat{y}_i - y_i)^2$이므로 한 칸의 "
        "기울기는 $\\frac{2}{n}(\\hat{y}_i - y_i)$다. $1/n$을 빠뜨리면 배치가 클수록 "
        "걸음도 커진다.",
    },
    "en": {
        "doc": "Gradient of the mean squared error with respect to the predictions.",
        "question": "The predictions `pred` and the truths `target` are arrays of the "
        "same shape. Return the gradient of the mean squared error with respect to the "
        "predictions, of that shape too. The mean is over all numbers of the array.",
        "hints": [
            "The derivative of a square brings a 2 to the front.",
            "The $1/n$ of the mean stays in the gradient. Of a matrix, $n$ is "
            "`pred.size`, not the number of rows.",
        ],
        "reason": "The loss is $\\frac{1}{n}\\sum_i (\\hat{y}_i - y_i)^2$, so one entry "
        "of the gradient is $\\frac{2}{n}(\\hat{y}_i - y_i)$. Without $1/n$, a larger "
        "batch would take larger steps.",
    },
}
SOLUTION = """
import numpy as np


def mse_gradient(pred, target):
    return 2 * (pred - target) / pred.size
"""
WRONG = {
    "no 1/n": (" / pred.size", "", "pred = [3, 1], target = [1, 2]"),
    "no 2": ("2 * ", "", "pred = [3, 1], target = [1, 2]"),
    "the wrong sign": ("pred - target", "target - pred", "pred = [3, 1], target = [1, 2]"),
    "the number of rows": (
        "pred.size",
        "len(pred)",
        "pred = [[1, 2]], target = [[0, 4]]",
    ),
}


def cases(rng):
    yield [[1.0, 2.0]], [[0.0, 4.0]]
    yield [5.0], [5.0]
    yield [-2.0], [1.0]
    yield rng.integers(-9, 10, (3, 2)) / 2, rng.integers(-9, 10, (3, 2)) / 2
