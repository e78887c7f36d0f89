"""How close a constant rate comes to the minimum of w² / 2."""

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "손실이 $w^2 / 2$이고, 기울기에 표준편차 {{sigma}}인 잡음이 섞인다. "
        "학습률 {{eta}}에서 줄이지 않고 오래 학습하면 $w$ 제곱의 평균은 어디에 머무는가?",
        "hints": [
            "바닥은 $v = \\eta \\sigma^2 / (2 - \\eta)$이다.",
            "분자는 ${{eta}} \\times {{sigma}}^2 = {{top}}$이다.",
        ],
        "reason": "$v = {{top}} / (2 - {{eta}}) \\approx {{answer}}$이다. "
        "학습률을 절반으로 줄이면 {{half}}쯤으로 내려간다.",
    },
    "en": {
        "question": "The loss is $w^2 / 2$, and its gradient is mixed with noise of "
        "standard deviation {{sigma}}. Where does the mean of $w$ squared stay after a "
        "long training at the rate {{eta}}?",
        "hints": [
            "The floor is $v = \\eta \\sigma^2 / (2 - \\eta)$.",
            "The numerator is ${{eta}} \\times {{sigma}}^2 = {{top}}$.",
        ],
        "reason": "$v = {{top}} / (2 - {{eta}}) \\approx {{answer}}$. "
        "Half the rate would lower it to about {{half}}.",
    },
}
CODE = """
from dlnotes.optimizers import sgd_noise_floor

print(round(float(sgd_noise_floor({{eta}}, sigma={{sigma}})), 4))
"""


def draw(rng):
    return {"sigma": rng.integers(1, 5), "eta": rng.integers(1, 11) / 10}


def steps(sigma, eta):
    half = eta / 2
    return {"top": eta * sigma**2, "half": half * sigma**2 / (2 - half)}


def check(sigma, eta):
    mean = 0.0
    for _ in range(1000):
        mean = (1 - eta) ** 2 * mean + eta**2 * sigma**2
    return mean
