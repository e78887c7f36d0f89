"""What happens to the gradients of MSE and RMSE when all errors grow alike."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "모든 오차를 {{s}}배로 키우고, 기울기의 첫 성분이 몇 배가 되는지 "
        "본다. 이 코드는 무엇을 출력하는가?",
        "hints": [
            "MSE의 기울기는 오차에 비례한다.",
            "RMSE의 기울기는 MSE의 기울기를 $2\\,\\mathrm{RMSE}$로 나눈 것이다. "
            "오차가 커지면 분자와 분모가 함께 커진다.",
        ],
        "reason": "오차가 {{s}}배가 되면 MSE의 기울기도 그만큼 커지지만, RMSE의 기울기는 "
        "분자와 분모가 똑같이 커져서 그대로다. 출력은 {{answer}}이다.",
    },
    "en": {
        "question": "All errors are made {{s}} times as large, to see how the first "
        "entry of the gradient changes. What does this code print?",
        "hints": [
            "The gradient of MSE is proportional to the error.",
            "The gradient of RMSE is that of MSE divided by $2\\,\\mathrm{RMSE}$. "
            "Larger errors make numerator and denominator larger.",
        ],
        "reason": "With errors {{s}} times as large, the gradient of MSE grows as much, "
        "while that of RMSE stays as it is, since numerator and denominator grow alike. "
        "The output is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import mse_loss_grad, rmse_grad

e, zero = np.array([{{e}}]), np.zeros(3)
grad = {{grad}}
print(round(float(grad({{s}} * e, zero)[0] / grad(e, zero)[0])))
"""


def draw(rng):
    grad = ["mse_loss_grad", "rmse_grad"][rng.integers(2)]
    e = rng.choice([-3, -2, -1, 1, 2, 3], 3)
    return {"e": e, "s": [10, 20, 50, 100][rng.integers(4)], "grad": grad}


def check(e, s, grad):
    return str(s if grad == "mse_loss_grad" else 1)
