"""The gradient of the mean loss with respect to the score of one of its samples."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플 {{n}}개를 평균한 이진 교차 엔트로피가 있다. "
        "그 가운데 한 샘플에서 모델이 클래스 1에 준 확률은 {{q}}, 정답은 {{y}}이다. "
        "이 샘플의 점수에 대한 기울기는 얼마인가?",
        "hints": [
            "점수에 대한 기울기는 확률에서 정답을 뺀 값에서 나온다.",
            "손실이 평균이므로 샘플의 수로 나눈다.",
        ],
        "reason": "$({{q}} - {{y}}) / {{n}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A binary cross-entropy is the mean over {{n}} samples. For one of "
        "them, the model gave class 1 the probability {{q}}, and the truth is {{y}}. "
        "What is the gradient with respect to the score of this sample?",
        "hints": [
            "The gradient with respect to a score comes from probability minus truth.",
            "The loss is a mean, so divide by the number of samples.",
        ],
        "reason": "It is $({{q}} - {{y}}) / {{n}} \\approx {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.losses import binary_cross_entropy_with_logits_grad

z = np.log({{q}} / (1 - {{q}}))  # the sigmoid of this score is {{q}}
grad = binary_cross_entropy_with_logits_grad([z] * {{n}}, [{{y}}] * {{n}})
print(round(float(grad[0]), 4))
"""


def draw(rng):
    q = rng.integers(1, 20) / 20
    return {"n": rng.integers(1, 5), "q": q, "y": rng.integers(2)}


def check(n, q, y):
    return (q - y) / n
