"""Standardisation of test data, with one wrong line."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "훈련 데이터의 평균과 표준편차로 시험 데이터를 표준화해 첫 z-점수를 "
        "출력하는 코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "시험 데이터에서는 아무것도 배우지 않는다.",
            "평균을 빼고, 표준편차로 나눈다.",
        ],
        "mistakes": {
            "who": "평균은 훈련 데이터에서 구한다.",
            "spread": "표준편차는 훈련 데이터에서 구한다.",
            "over": "z-점수는 표준편차로 나눈 값이다.",
        },
        "reason": "바른 z-점수는 {{printed}}, 틀린 것은 {{misprinted}}",
    },
    "en": {
        "question": "This code should standardise test data as the training data tell, and "
        "print the first z-score, but one line is wrong. Which line?",
        "hints": [
            "Nothing is learnt from test data.",
            "Subtract the mean, and divide by the standard deviation.",
        ],
        "mistakes": {
            "who": "The mean comes from the training data.",
            "spread": "The standard deviation comes from the training data.",
            "over": "A z-score is divided by the standard deviation.",
        },
        "reason": "The right z-score is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
import numpy as np
train = np.array([{{train}}])
test = np.array([{{test}}])
mean = np.mean({{who}})
std = np.std({{spread}})
z = (test - mean) {{over}} std
print(f"{z[0]:.2f}")
"""
MISTAKES = {"who": ("train", "test"), "spread": ("train", "test"), "over": ("/", "*")}


def draw(rng):
    while True:
        train, test = rng.integers(0, 20, size=4), rng.integers(10, 30, size=3)
        off, std = test[0] - train.mean(), train.std()
        if std < 2 or test.std() < 1:
            continue
        printed = [off / std, (test[0] - test.mean()) / std, off / test.std(), off * std]
        if len({f"{z:.2f}" for z in printed}) == 4:
            return {"train": train, "test": test}
