"""The perceptron learns a function of logic, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "퍼셉트론이 네 줄을 배우는 코드인데, 한 줄이 틀렸다. "
        "바른 코드는 실수 없이 끝난다. 몇 번째 줄인가?",
        "hints": [
            "점수가 0 이상일 때 1이라고 답한다.",
            "점수가 너무 낮았으면 입력을 더하고 편향을 늘린다. 정답이 1인데 0이라고 답한 "
            "경우를 넣어, 줄마다 어느 쪽으로 움직이는지 본다.",
        ],
        "mistakes": {
            "sign": "정답이 1인데 0이라고 답했으면 입력을 더해야 하므로, "
            "정답에서 답을 뺀다.",
            "bias": "편향도 가중치와 같은 쪽으로 고친다.",
            "reach": "점수가 문턱에 이르렀을 때 1이라고 답한다.",
        },
        "reason": "바른 코드는 네 줄을 모두 맞히고 {{printed}}줄이라고 출력한다.",
    },
    "en": {
        "question": "A perceptron learns four rows, but one line of the code is wrong. "
        "The right code ends without a mistake. Which line is it?",
        "hints": [
            "The answer is 1 if the score is 0 or more.",
            "If the score was too low, the input is added and the bias raised. Take a row "
            "of class 1 that was answered by 0, and see which way each line moves.",
        ],
        "mistakes": {
            "sign": "If a 1 was called 0, the input must be added: take the class minus "
            "the answer.",
            "bias": "The bias is corrected in the same direction as the weights.",
            "reach": "The answer is 1 when the score reaches the threshold.",
        },
        "reason": "The right code has all rows right in the end and prints {{printed}}.",
    },
}
CODE = """
import numpy as np
X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), [{{y}}]
w, b = np.zeros(2), 0
for turn in range(40):
    answer = int(w @ X[turn % 4] + b >= 0)
    error = {{sign}}
    w = w + error * X[turn % 4]
    b = b {{bias}} error
print(int(((X @ w + b {{reach}} 0) == y).sum()))
"""
MISTAKES = {
    "sign": ("y[turn % 4] - answer", "answer - y[turn % 4]"),
    "bias": ("+", "-"),
    "reach": (">=", "<"),
}


def draw(rng):
    tables = [[0, 0, 0, 1], [0, 1, 1, 1], [1, 0, 0, 0]]
    tables += [[0, 0, 1, 0], [0, 1, 0, 0], [1, 1, 0, 1], [1, 0, 1, 1]]
    return {"y": tables[rng.integers(len(tables))]}
