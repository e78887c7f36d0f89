"""The penalty that stands behind scikit-learn's C."""

KIND = "number"
TOLERANCE = 0.0001
WORDS = {
    "ko": {
        "question": "scikit-learn의 `LogisticRegression(C={{c}})`를 샘플 {{n}}개에 "
        "맞추었다. 평균 손실에 더하는 벌점의 세기 $\\lambda$로 치면 얼마인가?",
        "hints": [
            "`C`는 벌점이 아니라, 더하기만 한 손실에 곱하는 수다.",
            "$\\lambda = 1 / (CN)$이고, $CN = {{product}}$이다.",
        ],
        "reason": "1 ÷ {{product}} ≈ {{answer}}이다.",
    },
    "en": {
        "question": "scikit-learn's `LogisticRegression` was fitted to {{n}} samples with "
        "`C={{c}}`. How strong is its penalty, as a $\\lambda$ beside the mean loss?",
        "hints": [
            "`C` is no penalty: it multiplies the loss, which is a sum.",
            "$\\lambda = 1 / (CN)$, and $CN = {{product}}$.",
        ],
        "reason": "1 ÷ {{product}} ≈ {{answer}}.",
    },
}
CODE = """
print(round(1 / ({{c}} * {{n}}), 6))
"""


def draw(rng):
    return {
        "n": 10 * rng.integers(2, 41),
        "c": [0.01, 0.1, 0.5, 1, 2, 10][rng.integers(6)],
    }


def steps(n, c):
    return {"product": round(c * n, 6)}


def check(n, c):
    """C * sum + |w|^2 / 2, divided by C * N, has the mean and |w|^2 / (2 * C * N)."""
    half_of_squares = 0.5 / (c * n)
    return 2 * half_of_squares
