"""Which loss pulls hardest at a prediction with a given error."""

from dlnotes.losses import huber_loss_grad, l1_loss_grad, mse_loss_grad

KIND = "choice"
WORDS = {
    "ko": {
        "question": "샘플 하나의 오차가 {{e}}이다. 어느 손실이 예측을 가장 세게 당기는가? "
        "후버 손실에서 $\\delta = 2$다.",
        "hints": [
            "당기는 힘은 기울기의 크기다.",
            "크기는 MSE가 오차의 두 배, MAE가 1, "
            "후버 손실이 오차 그대로이되 2를 넘지 않는다.",
        ],
        "claims": {
            "mse": ["MSE", "작은 오차에서는 MSE의 기울기도 작다."],
            "mae": ["MAE", "MAE의 기울기는 언제나 1이므로, 오차가 크면 MSE가 더 크다."],
            "huber": [
                "후버 손실",
                "후버 손실의 기울기는 MSE의 기울기의 절반을 넘지 않는다.",
            ],
        },
        "reason": "기울기의 크기는 MSE {{mse}}, MAE {{mae}}, 후버 손실 {{huber}}이다.",
    },
    "en": {
        "question": "One sample has an error of {{e}}. Which loss pulls hardest at its "
        "prediction? Huber's loss has $\\delta = 2$.",
        "hints": [
            "The pull is the size of the gradient.",
            "The size is twice the error for MSE, 1 for MAE, and the error itself, but "
            "at most 2, for Huber's loss.",
        ],
        "claims": {
            "mse": ["MSE", "For a small error the gradient of MSE is small, too."],
            "mae": [
                "MAE",
                "Its gradient is always 1, so MSE pulls harder at large errors.",
            ],
            "huber": [
                "Huber's loss",
                "Its gradient is never more than half of that of MSE.",
            ],
        },
        "reason": "The sizes are {{mse}} for MSE, {{mae}} for MAE and {{huber}} for "
        "Huber's loss.",
    },
}


def draw(rng):
    small = rng.integers(2) == 1
    size = rng.integers(1, 10) / 20 if small else rng.integers(6, 60) / 10
    return {"e": float(size * rng.choice([-1, 1]))}


def steps(e):
    return {
        "mse": abs(float(mse_loss_grad(e, 0))),
        "mae": abs(float(l1_loss_grad(e, 0))),
        "huber": abs(float(huber_loss_grad(e, 0, delta=2))),
    }


def truth(e):
    pulls = steps(e)
    return {name: pull == max(pulls.values()) for name, pull in pulls.items()}


def check(e):
    return "mse" if 2 * abs(e) > 1 else "mae"
