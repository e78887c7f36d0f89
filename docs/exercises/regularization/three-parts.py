"""What noise is left of a test error once bias and variance are known."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "여러 번 뽑아 학습한 모델들의 시험 오차가 평균 {{test}}이다. "
        "편향은 {{bias}}이고 분산은 {{variance}}이다. 잡음의 분산은 얼마인가?",
        "hints": [
            "시험 오차는 셋의 합이다. 편향은 제곱해서 더한다.",
            "편향의 제곱은 {{squared}}이다.",
        ],
        "reason": "{{test}} − {{squared}} − {{variance}} = {{answer}}이다.",
    },
    "en": {
        "question": "Models that learnt from many draws have a mean test error of "
        "{{test}}. "
        "Their bias is {{bias}} and their variance {{variance}}. What is the variance of "
        "the noise?",
        "hints": [
            "The test error is a sum of three parts. The bias is squared first.",
            "The squared bias is {{squared}}.",
        ],
        "reason": "{{test}} − {{squared}} − {{variance}} = {{answer}}.",
    },
}
CODE = """
test, bias, variance = {{test}}, {{bias}}, {{variance}}
print(round(test - bias**2 - variance, 4))
"""


def draw(rng):
    bias = int(rng.integers(-15, 16)) / 10
    variance, noise = (int(rng.integers(5, 100)) / 100 for _ in range(2))
    return {
        "test": round(bias**2 + variance + noise, 2),
        "bias": bias,
        "variance": variance,
    }


def steps(test, bias, variance):
    return {"squared": round(bias**2, 4)}


def check(test, bias, variance):
    """In hundredths, as whole numbers."""
    return (round(100 * test) - round(10 * bias) ** 2 - round(100 * variance)) / 100
