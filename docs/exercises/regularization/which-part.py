"""The part of the error that a change lowers most."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "어떤 모델의 시험 오차는 편향² {{bias}}, 분산 {{variance}}, "
        "잡음 {{noise}}의 합이다. 어느 것을 하면 시험 오차를 가장 많이 줄일 수 있는가?",
        "hints": [
            "셋 가운데 가장 큰 것을 찾고, 그것을 줄이는 방법을 고른다.",
            "평균을 내는 것은 분산만 줄인다. 특징을 더하면 편향이 준다.",
        ],
        "claims": {
            "average": [
                "데이터를 바꿔 가며 학습한 모델 50개의 예측을 평균한다.",
                "평균을 내면 분산만 준다. 여기서는 분산이 작다.",
            ],
            "features": [
                "참값의 모양을 낼 수 있게 특징을 더한다.",
                "특징을 더하면 편향만 준다. 여기서는 편향이 작다.",
            ],
            "measure": [
                "같은 모델을 두고, 정답을 여러 번 재어 평균한 값으로 시험한다.",
                "시험에서 잡음만 줄어든다. 여기서는 잡음이 작다.",
            ],
        },
        "reason": "가장 큰 부분을 줄여야 많이 준다. 평균은 분산을, 특징은 편향을, "
        "정답을 여러 번 재는 것은 잡음을 줄인다.",
    },
    "en": {
        "question": "The test error of a model is the sum of bias² {{bias}}, variance "
        "{{variance}} and noise {{noise}}. What can lower the test error the most?",
        "hints": [
            "Find the largest part, and the change that lowers it.",
            "A mean of models lowers the variance only. More features lower the bias.",
        ],
        "claims": {
            "average": [
                "The mean of the predictions of 50 models, each trained on other data.",
                "A mean lowers the variance only, which is small here.",
            ],
            "features": [
                "More features, so that the model can take the shape of the truth.",
                "More features lower the bias only, which is small here.",
            ],
            "measure": [
                "The same model, tested with answers that are means of many measurements.",
                "This lowers the noise of the test only, which is small here.",
            ],
        },
        "reason": "The largest part has the most to give. A mean of models lowers the "
        "variance, features lower the bias, and repeated measurements lower the noise.",
    },
}


def draw(rng):
    parts = [int(rng.integers(60, 100)), *rng.integers(1, 10, 2).tolist()]
    parts = [part / 100 for part in rng.permutation(parts).tolist()]
    return dict(zip(["bias", "variance", "noise"], parts, strict=True))


def truth(bias, variance, noise):
    largest = max(bias, variance, noise)
    return {
        "average": variance == largest,
        "features": bias == largest,
        "measure": noise == largest,
    }


def check(bias, variance, noise):
    """What is left when one part is gone."""
    left = {
        "average": bias + noise,
        "features": variance + noise,
        "measure": bias + variance,
    }
    return min(left, key=left.get)
