"""The way back through a layer, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "은닉층이 하나인 신경망에서 은닉층의 가중치 `W`의 기울기를 구하려는 "
        "코드인데, 한 줄이 틀렸다. 몇 번째 줄인가? 손실은 $(\\hat{y} - t)^2 / 2$다.",
        "hints": [
            "$\\delta = (V^\\top d) \\odot \\mathbb{1}[z > 0]$이고 "
            "$W$의 기울기는 $\\delta\\, x^\\top$다.",
            "손실의 미분은 예측에서 정답을 뺀 값이다. ReLU는 활성화 전 값이 양수인 유닛만 "
            "넘긴다. $W$의 기울기는 그 층에 들어온 값과 곱한다.",
        ],
        "mistakes": {
            "loss": "손실을 예측으로 미분하면 예측에서 정답을 뺀 값이다.",
            "mask": "ReLU가 넘기는 것은 $z$가 양수인 유닛이다.",
            "into": "이 층에 들어온 값은 `x`다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "In a network with one hidden layer, this code finds the gradient of "
        "`W`, the weights of that layer, but one line is wrong. Which line? "
        "The loss is $(\\hat{y} - t)^2 / 2$.",
        "hints": [
            "$\\delta = (V^\\top d) \\odot \\mathbb{1}[z > 0]$, and the gradient of $W$ is "
            "$\\delta\\, x^\\top$.",
            "The derivative of the loss is prediction minus truth. A ReLU passes on only "
            "where the pre-activation is positive. The gradient of $W$ is a product with "
            "what came into the layer.",
        ],
        "mistakes": {
            "loss": "The derivative of the loss is prediction minus truth.",
            "mask": "The ReLU passes on where $z$ is positive.",
            "into": "What came into this layer is `x`.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
W, V = np.array([[2, -1], [-2, 1]]), np.array([[{{v}}]])
x, t = np.array([{{x}}]), {{t}}
z = W @ x
y = V @ np.maximum(z, 0)
d = {{loss}}
delta = (V.T @ d) * {{mask}}
print(np.outer(delta, {{into}}).tolist())
"""
MISTAKES = {"loss": ("y - t", "t - y"), "mask": ("(z > 0)", "(z < 0)"), "into": ("x", "z")}


def draw(rng):
    a, b = rng.choice([1, 2, 3], 2)
    return {"x": [a + b, b], "v": rng.choice([1, 2, 3], 2), "t": -rng.integers(1, 6)}
