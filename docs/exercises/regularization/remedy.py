"""The change that helps a model with these two accuracies."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "사람은 {{human}}% 맞히는 문제에서, 신경망의 정확도가 훈련 데이터에서 "
        "{{train}}%, 시험 데이터에서 {{test}}%이다. 먼저 해 볼 일은 무엇인가?",
        "hints": [
            "훈련 정확도가 사람과 비슷한지 먼저 본다.",
            "훈련 정확도와 시험 정확도의 차는 {{gap}}%p다.",
        ],
        "claims": {
            "bigger": [
                "은닉 유닛을 늘리고 더 오래 학습한다.",
                "훈련 데이터는 이미 거의 다 맞힌다. 모자란 것은 새 데이터에서 맞히는 "
                "힘이다.",
            ],
            "data": [
                "같은 종류의 데이터를 더 모은다.",
                "훈련 데이터조차 맞히지 못한다. 데이터를 더 모아도 맞히기는 더 어려워진다.",
            ],
            "less": [
                "훈련 데이터를 줄인다.",
                "훈련 정확도는 오르겠지만 시험 정확도는 오르지 않는다.",
            ],
        },
        "reason": "훈련 정확도부터 낮으면 과소적합이니 모델을 키우거나 더 학습한다. "
        "훈련 정확도는 높은데 격차가 크면 과적합이니 데이터를 늘린다.",
    },
    "en": {
        "question": "On a task where people are right in {{human}}% of cases, a network "
        "has "
        "the accuracy {{train}}% on the training data and {{test}}% on the test data. What "
        "should be tried first?",
        "hints": [
            "First see whether the training accuracy is near that of people.",
            "Training and test accuracy differ by {{gap}} percentage points.",
        ],
        "claims": {
            "bigger": [
                "More hidden units, and longer training.",
                "The training data are already almost all right. What is missing is the "
                "power to be right on new data.",
            ],
            "data": [
                "More data of the same kind.",
                "Not even the training data are right, and more data are harder to fit.",
            ],
            "less": [
                "Less training data.",
                "The training accuracy would rise, but not the test accuracy.",
            ],
        },
        "reason": "A low training accuracy means underfitting: a bigger model or longer "
        "training helps. A high one with a large gap means overfitting: more data help.",
    },
}


def draw(rng):
    human = int(rng.integers(96, 100))
    under = bool(rng.integers(2))
    train = int(rng.integers(60, 76) if under else rng.integers(97, 101))
    gap = int(rng.integers(1, 4) if under else rng.integers(18, 36))
    return {"human": human, "train": train, "test": train - gap}


def steps(human, train, test):
    return {"gap": train - test}


def truth(human, train, test):
    under = human - train > train - test
    return {"bigger": under, "data": not under, "less": False}


def check(human, train, test):
    """The larger of the two distances says it."""
    distances = {"bigger": human - train, "data": train - test}
    return max(distances, key=distances.get)
