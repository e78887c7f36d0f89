"""A forward pass for many samples, with one line of its code wrong."""

import numpy as np

KIND = "line"
WORDS = {
    "ko": {
        "question": "은닉층이 하나인 ReLU 신경망의 예측을 샘플 두 개에서 구하는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "샘플이 행이므로 가중치를 전치해 오른쪽에서 곱한다.",
            "활성화 함수는 은닉층에만 있고, 음수를 0으로 바꾼다.",
        ],
        "mistakes": {
            "turn": "가중치를 전치하지 않았다. 정사각형이라 오류도 나지 않는다.",
            "relu": "ReLU는 음수를 0으로 바꾸므로 `maximum`이다.",
            "take": "출력층에는 활성화 전 값이 아니라 은닉층의 출력이 들어간다.",
        },
        "reason": "바른 예측은 {{printed}}, 틀린 예측은 {{misprinted}}",
    },
    "en": {
        "question": "This code computes the predictions of a ReLU network with one hidden "
        "layer for two samples, but one line is wrong. Which line?",
        "hints": [
            "Samples are rows, so weights are transposed and multiplied from the right.",
            "Only the hidden layer has an activation function; it sets negatives to 0.",
        ],
        "mistakes": {
            "turn": "The weights are not transposed; they are square, so no error shows.",
            "relu": "The ReLU sets negative numbers to 0, so it is `maximum`.",
            "take": "The output layer takes the hidden outputs, not the pre-activations.",
        },
        "reason": "The right predictions are {{printed}}, the wrong ones {{misprinted}}",
    },
}
CODE = """
import numpy as np
X, b = np.array([[{{x}}], [{{o}}]]), np.array([1, -1])
W, V = np.array([[{{w}}], [{{u}}]]), np.array([[{{v}}]])
Z = X @ W{{turn}} + b
H = np.{{relu}}(Z, 0)
print(({{take}} @ V.T).ravel().tolist())
"""
MISTAKES = {"turn": (".T", ""), "relu": ("maximum", "minimum"), "take": ("H", "Z")}


def told(x, o, w, u, v):
    X, W, V = np.array([x, o]), np.array([w, u]), np.array(v)
    Z, turned = X @ W.T + [1, -1], X @ W + [1, -1]
    right = np.maximum(Z, 0) @ V
    wrong = np.maximum(turned, 0) @ V, np.minimum(Z, 0) @ V, Z @ V
    return all(not np.array_equal(right, other) for other in wrong)


def draw(rng):
    while True:
        x, o, w, u, v = rng.integers(-3, 4, size=(5, 2))
        if told(x, o, w, u, v):
            return {"x": x, "o": o, "w": w, "u": u, "v": v}
