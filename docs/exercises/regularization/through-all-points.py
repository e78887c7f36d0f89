"""The lowest degree whose polynomials pass through any points."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "입력이 서로 다른 점이 {{n}}개 있다. 정답이 어떤 값이든 "
        "훈련 오차가 0인 다항식을 찾으려면 차수가 적어도 얼마여야 하는가?",
        "hints": [
            "점이 2개이면 직선, 3개이면 포물선이 모두 지난다.",
            "점마다 매개변수가 하나씩 있어야 한다. 편향도 매개변수다.",
        ],
        "reason": "매개변수가 {{n}}개 있어야 하고, 그 가운데 하나가 편향이므로 "
        "차수는 {{answer}}이다.",
    },
    "en": {
        "question": "There are {{n}} points with different inputs. Which degree does a "
        "polynomial need at least, to have a training error of 0 whatever their targets "
        "are?",
        "hints": [
            "A line passes through 2 points, a parabola through 3.",
            "Each point needs a parameter, and the bias is one of them.",
        ],
        "reason": "It needs {{n}} parameters, one of which is the bias, so its degree is "
        "{{answer}}.",
    },
}
CODE = """
import numpy as np

x = np.arange({{n}}) / {{n}}
y = (-1.0) ** np.arange({{n}})  # up and down
degree = 0
while np.abs(np.polyval(np.polyfit(x, y, degree), x) - y).max() > 1e-6:
    degree += 1
print(degree)
"""


def draw(rng):
    return {"n": rng.integers(3, 10)}


def check(n):
    return n - 1
