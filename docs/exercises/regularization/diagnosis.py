"""What two errors and the noise say of a model."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "잡음의 분산이 {{noise}}인 데이터에서 모델의 훈련 오차는 {{train}}, "
        "시험 오차는 {{test}}이다. 이 모델은 어떤 상태인가?",
        "hints": [
            "먼저 훈련 오차를 잡음의 분산과 견준다. 그다음 격차를 본다.",
            "격차는 {{gap}}이다.",
        ],
        "claims": {
            "under": [
                "과소적합이다.",
                "과소적합이면 훈련 오차부터 잡음의 분산보다 훨씬 크다.",
            ],
            "over": ["과적합이다.", "과적합이면 격차가 잡음의 분산보다 훨씬 크다."],
            "good": [
                "어느 쪽도 아니다.",
                "두 오차 가운데 하나라도 잡음의 분산보다 훨씬 크면 알맞은 모델이 아니다.",
            ],
        },
        "reason": "훈련 오차가 크면 과소적합이다. 훈련 오차는 작은데 격차가 크면 "
        "과적합이다. "
        "둘 다 잡음의 분산과 비슷하면 더 줄일 것이 거의 없다.",
    },
    "en": {
        "question": "On data with noise of variance {{noise}} a model has the training "
        "error "
        "{{train}} and the test error {{test}}. What is its state?",
        "hints": [
            "First compare the training error with the variance of the noise. Then look at "
            "the gap.",
            "The gap is {{gap}}.",
        ],
        "claims": {
            "under": [
                "It underfits.",
                "The training error of an underfitted model is far above the noise.",
            ],
            "over": [
                "It overfits.",
                "The gap of an overfitted model is far above the noise.",
            ],
            "good": [
                "Neither.",
                "Both errors of a fitting model are about as large as the noise.",
            ],
        },
        "reason": "A large training error means underfitting. A small training error with "
        "a "
        "large gap means overfitting. Where both errors are about the variance of the "
        "noise, "
        "hardly anything is left to gain.",
    },
}


def draw(rng):
    noise = int(rng.integers(5, 21))
    train, test = {
        0: (rng.integers(5, 9), rng.integers(90, 116) / 100),
        1: (rng.integers(1, 7) / 10, rng.integers(4, 9)),
        2: (rng.integers(8, 10) / 10, rng.integers(11, 14) / 10),
    }[int(rng.integers(3))]
    train = train * noise
    test = test * train if train > noise else test * noise
    return {"noise": noise / 100, "train": round(train) / 100, "test": round(test) / 100}


def steps(noise, train, test):
    return {"gap": round(test - train, 2)}


def truth(noise, train, test):
    under, over = train > 3 * noise, test - train > 2 * noise
    return {"under": under, "over": over and not under, "good": not under and not over}


def check(noise, train, test):
    """By the ratios alone."""
    if train / noise > 3:
        return "under"
    return "over" if test / noise > 3 else "good"
