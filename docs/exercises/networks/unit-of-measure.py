"""A weight after its input is measured in another unit."""

KIND = "number"
TOLERANCE = 0.0001
WORDS = {
    "ko": {
        "question": "길이를 미터로 재던 입력의 가중치가 {{w}}이다. 같은 길이를 "
        "센티미터로 재어 넣는다. 예측이 그대로이려면 가중치는 얼마여야 하는가?",
        "hints": [
            "센티미터로 재면 입력의 값이 100배가 된다.",
            "가중치와 입력의 곱이 그대로여야 한다.",
        ],
        "reason": "입력이 100배이므로 가중치는 ${{w}} / 100 = {{answer}}$이다. "
        "가중치가 작아졌지만 영향은 그대로다.",
    },
    "en": {
        "question": "An input was a length in metres, and its weight was {{w}}. The same "
        "length is now given in centimetres. What weight leaves the predictions as they "
        "were?",
        "hints": [
            "In centimetres the value of the input is 100 times as large.",
            "The product of weight and input must stay the same.",
        ],
        "reason": "The input is 100 times as large, so the weight is "
        "${{w}} / 100 = {{answer}}$. It is smaller, but its influence is the same.",
    },
}
CODE = """
import numpy as np

metres = np.array([[1.0], [2.5], [4.0]])
predictions = {{w}} * metres[:, 0]
w, *_ = np.linalg.lstsq(100 * metres, predictions)
print(round(float(w[0]), 5))
"""


def draw(rng):
    return {"w": int(rng.choice([n for n in range(-90, 91) if abs(n) > 4])) / 10}


def check(w):
    return w / 100
