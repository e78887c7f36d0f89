"""Descent with a step decay, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "학습률을 줄여 가며 손실 $w^2 / 2$을 줄이려는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "학습률이 정말 줄어드는지 본다.",
            "학습률은 두 스텝마다 절반이 되어야 하고, 갱신은 기울기의 반대쪽으로 간다.",
        ],
        "mistakes": {
            "at": "스텝의 번호를 넘기지 않으면 학습률이 첫 값에 머문다.",
            "gamma": "1보다 큰 수를 곱하면 학습률이 커진다.",
            "move": "기울기는 손실이 커지는 쪽이다. 반대쪽으로 가야 한다.",
        },
        "reason": "바른 코드는 $w$를 {{printed}}까지 옮긴다.",
    },
    "en": {
        "question": "This code lowers the loss $w^2 / 2$ with a falling rate, but one line "
        "is wrong. Which line?",
        "hints": [
            "See whether the rate really falls.",
            "The rate should be halved every two steps, and an update goes against the "
            "gradient.",
        ],
        "mistakes": {
            "at": "Without the number of the step, the rate stays at its first value.",
            "gamma": "A factor above 1 raises the rate.",
            "move": "The gradient points to where the loss grows: go the other way.",
        },
        "reason": "The right code moves $w$ to {{printed}}.",
    },
}
CODE = """
from dlnotes.schedules import step_lr
w = {{w}}
for t in range({{n}}):
    grad = w
    lr = step_lr({{at}}, {{eta}},
                 step_size=2, gamma={{gamma}})
    w = w {{move}} lr * grad
print(round(float(w), 4))
"""
MISTAKES = {"at": ("t", "0"), "gamma": ("0.5", "1.5"), "move": ("-", "+")}


def draw(rng):
    return {
        "w": rng.integers(2, 10),
        "n": rng.integers(3, 7),
        "eta": [0.2, 0.4, 0.5][rng.integers(3)],
    }
