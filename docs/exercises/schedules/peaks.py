"""How high a cycle gets when its peaks are halved."""

KIND = "number"
TOLERANCE = 0.0005
WORDS = {
    "ko": {
        "question": "`triangular2` 방식의 순환 학습률이 {{low}}에서 {{high}}까지 "
        "오르내린다. 한 주기는 {{cycle}}스텝이고, 오르막은 그 절반이다. "
        "$t = {{t}}$의 봉우리에서 학습률은 얼마인가?",
        "hints": [
            "지나간 주기의 수 $c$를 센다. $\\lfloor {{t}} / {{cycle}} \\rfloor$이다.",
            "$c = {{c}}$이므로 봉우리의 높이를 절반으로 {{c}}번 줄인다.",
        ],
        "reason": "${{low}} + ({{high}} - {{low}}) / 2^{{c}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A cyclical rate of the mode `triangular2` goes up and down between "
        "{{low}} and {{high}}. One cycle has {{cycle}} steps, half of them rising. What "
        "is the rate at the peak at $t = {{t}}$?",
        "hints": [
            "Count the cycles $c$ that have passed: $\\lfloor {{t}} / {{cycle}} \\rfloor$.",
            "$c = {{c}}$, so the height of the peak is halved {{c}} times.",
        ],
        "reason": "${{low}} + ({{high}} - {{low}}) / 2^{{c}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.schedules import cyclic_lr

rate = cyclic_lr(
    {{t}}, {{low}}, max_lr={{high}}, step_size_up={{cycle}} // 2, mode="triangular2"
)
print(round(float(rate), 4))
"""


def draw(rng):
    half, low = rng.integers(3, 21), rng.integers(1, 4) / 100
    return {
        "low": low,
        "high": low + 0.8,
        "cycle": 2 * half,
        "t": 2 * half * rng.integers(0, 5) + half,
    }


def steps(low, high, cycle, t):
    return {"c": t // cycle}


def check(low, high, cycle, t):
    height = high - low
    while t >= cycle:
        t, height = t - cycle, height / 2
    return low + height
