"""How many pieces a long walk is cut into."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "한 사람의 위치를 {{T}}번 쟀다. 위치 {{length}}개를 보고 다음 "
        "{{horizon}}개를 예측하는 조각으로 한 시점씩 밀며 자르면, 조각은 모두 몇 개인가?",
        "hints": [
            "조각 하나에는 위치가 {{both}}개 들어간다.",
            "첫 조각은 첫 위치에서 시작하고, 마지막 조각은 마지막 위치에서 끝난다.",
        ],
        "reason": "${{T}} - {{both}} + 1 = {{answer}}$개다.",
    },
    "en": {
        "question": "Someone's position was measured {{T}} times. The walk is cut into "
        "pieces that show {{length}} positions and ask for the next {{horizon}}. Each "
        "piece begins one step after the one before. How many pieces are there?",
        "hints": [
            "A piece has {{both}} positions.",
            "The first piece begins at the first position, and the last ends at the last.",
        ],
        "reason": "There are ${{T}} - {{both}} + 1 = {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.recurrent import sliding_windows

X, Y = sliding_windows(np.zeros(({{T}}, 2)), length={{length}}, horizon={{horizon}})
print(len(X))
"""


def draw(rng):
    length, horizon = rng.integers(2, 13, 2)
    return {
        "T": length + horizon + rng.integers(1, 60),
        "length": length,
        "horizon": horizon,
    }


def steps(T, length, horizon):
    return {"both": length + horizon}


def check(T, length, horizon):
    return sum(start + length + horizon <= T for start in range(T))
