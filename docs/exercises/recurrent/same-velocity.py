"""Where someone is some steps later at constant velocity."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "어떤 사람이 차례로 ({{x0}}, {{y0}}), ({{x1}}, {{y1}})에 있었다. "
        "등속도 모델로 예측하면 {{k}}시점 뒤의 가로 위치는 얼마인가?",
        "hints": [
            "한 시점에 가로 위치가 {{step}}만큼 변했다.",
            "마지막 위치 {{x1}}에서 그만큼씩 {{k}}번 더 간다.",
        ],
        "reason": "${{x1}} + {{k}} \\times ({{step}}) = {{answer}}$이다.",
    },
    "en": {
        "question": "Someone was at ({{x0}}, {{y0}}) and then at ({{x1}}, {{y1}}). By the "
        "constant velocity model, what is the first coordinate {{k}} steps later?",
        "hints": [
            "In one step the first coordinate changed by {{step}}.",
            "Add this {{k}} times to the last position, {{x1}}.",
        ],
        "reason": "It is ${{x1}} + {{k}} \\times ({{step}}) = {{answer}}$.",
    },
}
CODE = """
from dlnotes.recurrent import constant_velocity_forecast

seen = [[{{x0}}, {{y0}}], [{{x1}}, {{y1}}]]
print(round(float(constant_velocity_forecast(seen, horizon={{k}})[-1, 0]), 4))
"""


def draw(rng):
    x0, y0, y1 = rng.integers(0, 11, 3) / 2
    x1 = x0 + rng.integers(1, 6) / 2 * rng.choice([-1, 1])
    k = rng.integers(2, 7)
    k += x1 + k * (x1 - x0) == 0  # 0 would pass by its tolerance
    return {"x0": x0, "y0": y0, "x1": x1, "y1": y1, "k": k}


def steps(x0, y0, x1, y1, k):
    return {"step": x1 - x0}


def check(x0, y0, x1, y1, k):
    return (k + 1) * x1 - k * x0
