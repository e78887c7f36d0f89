"""The gradient of the log loss by one weight, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "입력 `x`와 정답 `y`에서, 가중치 `w`에 대한 로그 손실의 기울기를 "
        "구하려는 코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "점수, 확률, 틀린 만큼, 평균의 차례로 한 줄씩 따라간다.",
            "기울기는 확률에서 정답을 빼고 입력을 곱해 평균한 값이다.",
        ],
        "mistakes": {
            "sign": "시그모이드의 지수에는 점수의 부호를 바꾼 것이 들어간다.",
            "error": "확률에서 정답을 뺀다. 거꾸로 빼면 부호가 바뀐다.",
            "input": "가중치에는 입력이 곱해졌으므로, 틀린 만큼에 입력을 곱한다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code computes the gradient of the log loss by the weight `w`, "
        "for inputs `x` and labels `y`, but one line is wrong. Which line?",
        "hints": [
            "Follow the lines from scores to probabilities, errors and their mean.",
            "The gradient is the mean of probability minus label, times the input.",
        ],
        "mistakes": {
            "sign": "The exponent of the sigmoid is minus the score.",
            "error": "The label is subtracted from the probability, not the other way.",
            "input": "The weight was multiplied by the input, so the error is too.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
x, y = np.array([{{x}}]), np.array([{{y}}])
z = {{w}} * x
q = 1 / (1 + np.exp({{sign}}z))
error = {{error}}
slope = np.mean(error{{input}})
print(round(float(slope), 4) + 0)
"""
MISTAKES = {"sign": ("-", ""), "error": ("q - y", "y - q"), "input": (" * x", "")}


def draw(rng):
    x = sorted(rng.choice([-3, -2, -1, 1, 2, 3, 4], 3, replace=False).tolist())
    w = [-1, -0.5, 0.5, 1][rng.integers(4)]
    return {"x": x, "y": [0, int(rng.integers(2)), 1], "w": w}
