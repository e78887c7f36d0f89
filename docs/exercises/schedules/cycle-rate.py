"""The rate somewhere in a triangular cycle."""

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "학습률이 {{u}}스텝 동안 {{low}}에서 {{high}}까지 곧게 오르고, "
        "{{d}}스텝 동안 다시 {{low}}까지 내리기를 되풀이한다. "
        "$t = {{t}}$일 때의 학습률은 얼마인가?",
        "hints": [
            "한 주기는 {{cycle}}스텝이다. 이번 주기에 들어와 몇 스텝이 지났는지 센다.",
            "이번 주기에 들어와 마친 스텝은 {{p}}개다.",
        ],
        "reason": "높이는 $h = {{h}}$이므로 "
        "${{low}} + ({{high}} - {{low}}) \\times {{h}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The rate rises straight from {{low}} to {{high}} in {{u}} steps and "
        "falls back to {{low}} in {{d}} steps, again and again. What is it at "
        "$t = {{t}}$?",
        "hints": [
            "One cycle has {{cycle}} steps. Count the steps made in this cycle.",
            "There are {{p}} of them.",
        ],
        "reason": "The height is $h = {{h}}$, so the rate is "
        "${{low}} + ({{high}} - {{low}}) \\times {{h}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.schedules import cyclic_lr

rate = cyclic_lr(
    {{t}}, {{low}}, max_lr={{high}}, step_size_up={{u}}, step_size_down={{d}}
)
print(round(float(rate), 4))
"""


def draw(rng):
    low = rng.integers(1, 4) / 10
    return {
        "u": rng.integers(2, 9),
        "low": low,
        "high": low + rng.integers(4, 9) / 10,
        "d": rng.integers(2, 9),
        "t": rng.integers(3, 40),
    }


def steps(u, low, high, d, t):
    p = t % (u + d)
    return {"cycle": u + d, "p": p, "h": min(p / u, (u + d - p) / d)}


def check(u, low, high, d, t):
    rate, rising, made = low, True, 0
    for _ in range(t):
        rate += (high - low) / u if rising else -(high - low) / d
        made += 1
        if made == (u if rising else d):
            rising, made = not rising, 0
    return rate
