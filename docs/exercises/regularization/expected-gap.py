"""The mean gap of a polynomial by its degree, the noise and the samples."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "참값이 {{d}}차 다항식인 데이터에 {{d}}차 다항식을 맞춘다. "
        "샘플은 {{N}}개, 잡음의 표준편차는 {{sigma}}이고, 같은 입력에서 새로 재어 "
        "시험한다. "
        "격차의 평균은 얼마인가?",
        "hints": [
            "격차의 평균은 $2P\\sigma^2/N$이다. $P$에는 편향도 든다.",
            "$P$는 {{P}}이고 잡음의 분산은 {{variance}}이다.",
        ],
        "reason": "2 × {{P}} × {{variance}} ÷ {{N}} ≈ {{answer}}이다.",
    },
    "en": {
        "question": "A polynomial of degree {{d}} is fitted to data whose truth is such a "
        "polynomial. There are {{N}} samples, the noise has the standard deviation "
        "{{sigma}}, and the test measures the same inputs anew. What is the mean of the "
        "gap?",
        "hints": [
            "The mean gap is $2P\\sigma^2/N$, and $P$ counts the bias too.",
            "$P$ is {{P}}, and the variance of the noise is {{variance}}.",
        ],
        "reason": "2 × {{P}} × {{variance}} ÷ {{N}} ≈ {{answer}}.",
    },
}
CODE = """
P, sigma, N = {{d}} + 1, {{sigma}}, {{N}}
print(round(2 * P * sigma**2 / N, 4))
"""


def draw(rng):
    return {
        "d": rng.integers(1, 10),
        "N": 10 * rng.integers(2, 21),
        "sigma": rng.integers(1, 5),
    }


def steps(d, N, sigma):
    return {"P": d + 1, "variance": sigma**2}


def check(d, N, sigma):
    """Each parameter moves both errors by the variance over N, in opposite ways."""
    test = sigma**2 * (1 + (d + 1) / N)
    train = sigma**2 * (1 - (d + 1) / N)
    return test - train
