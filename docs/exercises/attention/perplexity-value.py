"""The perplexity of a text of three tokens."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "모델이 글의 토큰 셋에 준 확률이 차례로 $1 / {{a}}$, $1 / {{b}}$, "
        "$1 / {{c}}$이다. 이 글의 퍼플렉서티는 얼마인가?",
        "hints": [
            "확률의 로그를 평균하고 $-1$을 곱해 지수함수에 넣는다.",
            "세 분모를 곱한 {{product}}의 세제곱근과 같다.",
        ],
        "reason": "세 분모를 곱한 것의 세제곱근은 {{answer}}이다.",
    },
    "en": {
        "question": "A model gave the probabilities $1 / {{a}}$, $1 / {{b}}$ and "
        "$1 / {{c}}$ to the three tokens of a text. What is the perplexity?",
        "hints": [
            "Take the mean of the logarithms, change its sign, and take the exponential.",
            "It is the cube root of the product of the denominators, {{product}}.",
        ],
        "reason": "The geometric mean of the denominators is {{answer}}.",
    },
}
CODE = """
from dlnotes.attention import perplexity

print(round(float(perplexity([1 / {{a}}, 1 / {{b}}, 1 / {{c}}])), 3))
"""


def draw(rng):
    return dict(zip("abc", rng.integers(2, 30, 3).tolist(), strict=True))


def steps(a, b, c):
    return {"product": a * b * c}


def check(a, b, c):
    return (a * b * c) ** (1 / 3)
