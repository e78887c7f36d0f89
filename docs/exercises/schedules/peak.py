"""The largest rate of the Transformer's schedule."""

KIND = "number"
TOLERANCE = 0.0001
WORDS = {
    "ko": {
        "question": "트랜스포머의 스케줄에서 모델의 너비가 {{d}}, 웜업이 {{w}}스텝이다. "
        "가장 큰 학습률은 얼마인가? 소수점 아래 넷째 자리까지 답한다.",
        "hints": [
            "두 항이 만나는 $t + 1 = {{w}}$에서 가장 크다.",
            "그때의 값은 $1 / \\sqrt{d \\, T_w}$이고, $d \\, T_w = {{product}}$이다.",
        ],
        "reason": "$1 / \\sqrt{{{product}}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "In the Transformer's schedule, the model has width {{d}} and the "
        "warm-up {{w}} steps. What is the largest rate, to four decimals?",
        "hints": [
            "It is largest where the two terms meet, at $t + 1 = {{w}}$.",
            "There it is $1 / \\sqrt{d \\, T_w}$, and $d \\, T_w = {{product}}$.",
        ],
        "reason": "$1 / \\sqrt{{{product}}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.schedules import noam_lr

rate = noam_lr({{w}} - 1, d_model={{d}}, warmup_steps={{w}})
print(round(float(rate), 4))
"""


def draw(rng):
    return {"d": 2 ** rng.integers(4, 9), "w": 100 * rng.integers(1, 20)}


def steps(d, w):
    return {"product": d * w}


def check(d, w):
    return max(d**-0.5 * min(n**-0.5, n * w**-1.5) for n in range(1, 3 * w))
