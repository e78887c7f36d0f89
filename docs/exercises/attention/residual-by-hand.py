"""Two words after uniform attention with a residual connection."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "특징이 하나인 낱말 셋의 값이 {{x}}이다. 저마다 세 낱말을 똑같은 "
        "가중치로 보고, 잔차 연결이 있다. 정규화와 작은 신경망은 없다. 어텐션과 잔차 "
        "연결을 지난 첫 낱말의 값은 얼마인가?",
        "hints": [
            "가중치가 똑같으면 어텐션의 출력은 세 값의 평균이다.",
            "잔차 연결은 그 출력을 원래 값에 더한다.",
        ],
        "reason": "평균은 {{mean}}이고, 원래 값에 더하면 {{answer}}이다.",
    },
    "en": {
        "question": "Three words of one feature have the values {{x}}. Each looks at all "
        "three with equal weights, and there is a residual connection, but neither norm "
        "nor small network. What is the value of the first word after attention and this "
        "connection?",
        "hints": [
            "With equal weights, attention gives the mean of the three values.",
            "The residual connection adds this to the old value.",
        ],
        "reason": "The mean is {{mean}}; added to the old value it gives {{answer}}.",
    },
}
CODE = """
import numpy as np

x = np.array([{{x}}], dtype=float)
print(round(x[0] + x.mean()))
"""


def draw(rng):
    x = rng.integers(1, 20, 3)
    x[2] += -int(x.sum()) % 3
    return {"x": x.tolist()}


def steps(x):
    return {"mean": sum(x) / 3}


def check(x):
    return x[0] + sum(x) / 3
