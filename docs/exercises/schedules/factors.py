"""The same factor for LambdaLR and for MultiplicativeLR."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "하나는 기준 학습률에, 다른 하나는 바로 앞의 학습률에 곱한다.",
            "곱이 쌓이는 쪽은 {{n}}번 곱한다.",
        ],
        "reason": "`lambda_lr`은 기준 학습률 {{eta}}에 한 번만 곱하고, "
        "`multiplicative_lr`은 {{n}}번 곱한다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "One of them multiplies the base rate, the other the rate before.",
            "Where the factors pile up, there are {{n}} of them.",
        ],
        "reason": "`lambda_lr` multiplies the base rate {{eta}} once, and "
        "`multiplicative_lr` multiplies {{n}} times.",
    },
}
CODE = """
from dlnotes.schedules import lambda_lr, multiplicative_lr

a = lambda_lr({{n}}, {{eta}}, lr_lambda=lambda t: {{f}})
b = multiplicative_lr({{n}}, {{eta}}, lr_lambda=lambda t: {{f}})
print(round(float(a), 4), round(float(b), 4))
"""


def draw(rng):
    return {
        "n": rng.integers(2, 5),
        "eta": rng.integers(1, 9),
        "f": [0.5, 0.2, 0.1][rng.integers(3)],
    }


def check(n, eta, f):
    return f"{round(eta * f, 4)} {round(eta * f**n, 4)}"
