"""The noise floor of SGD in a bowl."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "손실이 $\\lambda w^2 / 2$이고 $\\lambda = {{lam}}$이다. 기울기에는 "
        "평균이 0이고 표준편차가 $\\sigma = {{sigma}}$인 잡음이 섞인다. 학습률 "
        "$\\eta = {{lr}}$에서 잡음 바닥, 다시 말해 $w^2$의 평균이 멈추는 값은 얼마인가?",
        "hints": [
            "$v = \\eta \\sigma^2 / (\\lambda (2 - \\eta\\lambda))$에 넣는다.",
            "$\\eta \\sigma^2 = {{top}}$이고 "
            "$\\lambda (2 - \\eta\\lambda) = {{under}}$이다.",
        ],
        "reason": "${{top}} / {{under}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The loss is $\\lambda w^2 / 2$ with $\\lambda = {{lam}}$, and noise "
        "of mean 0 and standard deviation $\\sigma = {{sigma}}$ is added to the gradient. "
        "Where does the mean of $w^2$ come to rest at the learning rate $\\eta = {{lr}}$?",
        "hints": [
            "This is the noise floor, $v = \\eta \\sigma^2 / (\\lambda (2 - "
            "\\eta\\lambda))$.",
            "$\\eta \\sigma^2 = {{top}}$ and $\\lambda (2 - \\eta\\lambda) = {{under}}$.",
        ],
        "reason": "It is ${{top}} / {{under}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.optimizers import sgd_noise_floor

print(round(float(sgd_noise_floor({{lr}}, sigma={{sigma}}, curvature={{lam}})), 4))
"""


def draw(rng):
    lr = [0.05, 0.1, 0.2, 0.25][rng.integers(4)]
    return {"lam": rng.integers(1, 5), "sigma": rng.integers(1, 5), "lr": lr}


def steps(lam, sigma, lr):
    return {"top": lr * sigma**2, "under": lam * (2 - lr * lam)}


def check(lam, sigma, lr):
    v = 0.0  # as many steps as it takes to settle
    for _ in range(2000):
        v = (1 - lr * lam) ** 2 * v + lr**2 * sigma**2
    return v
