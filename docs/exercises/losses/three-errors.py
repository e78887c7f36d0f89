"""MSE, MAE or RMSE of four predictions."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "정답이 차례로 {{y}}이고 예측값이 {{y_hat}}이다. "
        "{{measure}}의 값은 얼마인가?",
        "hints": [
            "오차는 차례로 {{e}}이다.",
            "MSE는 제곱의 평균, RMSE는 그 제곱근, MAE는 절댓값의 평균이다.",
        ],
        "reason": "오차 {{e}}에서 제곱의 합은 {{squares}}, 절댓값의 합은 {{sizes}}이다. "
        "샘플이 넷이므로 MSE는 {{mse}}, RMSE는 약 {{rmse}}, MAE는 {{mae}}이다.",
    },
    "en": {
        "question": "The truths are {{y}}, and the predictions are {{y_hat}}. "
        "What is the {{measure}}?",
        "hints": [
            "The errors are {{e}}.",
            "MSE is the mean of the squares, RMSE its square root, and MAE the mean of "
            "the absolute values.",
        ],
        "reason": "Of the errors {{e}}, the squares sum to {{squares}} and the absolute "
        "values to {{sizes}}. There are four samples, so MSE is {{mse}}, RMSE about "
        "{{rmse}}, and MAE {{mae}}.",
    },
}
CODE = """
from dlnotes.losses import l1_loss, mse_loss, rmse

measures = {"MSE": mse_loss, "RMSE": rmse, "MAE": l1_loss}
print(round(float(measures["{{measure}}"]([{{y_hat}}], [{{y}}])), 4))
"""


def draw(rng):
    measure = ["MSE", "RMSE", "MAE"][rng.integers(3)]
    y, e = rng.integers(3, 9, 4), rng.integers(-3, 4, 4)
    return {"y": y, "y_hat": y + e, "measure": measure}


def steps(y, y_hat, measure):
    e = [a - b for a, b in zip(y_hat, y, strict=True)]
    squares, sizes = sum(x**2 for x in e), sum(map(abs, e))
    means = {"mse": squares / 4, "rmse": math.sqrt(squares / 4), "mae": sizes / 4}
    return {"e": e, "squares": squares, "sizes": sizes} | means


def check(y, y_hat, measure):
    from sklearn import metrics

    if measure == "MAE":
        return metrics.mean_absolute_error(y, y_hat)
    mse = metrics.mean_squared_error(y, y_hat)
    return math.sqrt(mse) if measure == "RMSE" else mse
