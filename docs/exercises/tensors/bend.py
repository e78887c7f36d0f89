"""The output of a network with one hidden unit."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "은닉층에 유닛이 하나인 신경망 "
        "$f(x) = w_2 \\max(0,\\; w_1 x + b_1) + b_2$에서 "
        "$w_1 = {{w1}}$, $b_1 = {{b1}}$, $w_2 = {{w2}}$, $b_2 = {{b2}}$이다. "
        "$x = {{x}}$일 때 출력은 얼마인가?",
        "hints": [
            "은닉층부터 계산한다. $w_1 x + b_1 = {{inside}}$이다.",
            "이 수가 음수이면 0으로 바꾼다. 그러면 {{hidden}}이다. "
            "여기에 $w_2$를 곱하고 $b_2$를 더한다.",
        ],
        "reason": "은닉층의 출력이 {{hidden}}이므로 "
        "${{w2}} \\times {{hidden}} + ({{b2}}) = {{answer}}$이다.",
    },
    "en": {
        "question": "A network with one hidden unit is "
        "$f(x) = w_2 \\max(0,\\; w_1 x + b_1) + b_2$ with "
        "$w_1 = {{w1}}$, $b_1 = {{b1}}$, $w_2 = {{w2}}$, $b_2 = {{b2}}$. "
        "What is its output at $x = {{x}}$?",
        "hints": [
            "Begin with the hidden unit: $w_1 x + b_1 = {{inside}}$.",
            "A negative number becomes 0, so the unit gives {{hidden}}. "
            "Multiply it by $w_2$ and add $b_2$.",
        ],
        "reason": "The hidden unit gives {{hidden}}, so the output is "
        "${{w2}} \\times {{hidden}} + ({{b2}}) = {{answer}}$.",
    },
}
CODE = """
from dlnotes.networks import mlp_forward

params = [[[{{w1}}]], [{{b1}}], [[{{w2}}]], [{{b2}}]]
print(round(mlp_forward([{{x}}], params)[0].item()))
"""


def draw(rng):
    w1, w2 = rng.choice([-2, -1, 1, 2, 3], size=2)
    b1, b2, x = rng.integers(-5, 6, size=3)
    return {"w1": w1, "b1": b1, "w2": w2, "b2": b2, "x": x}


def steps(w1, b1, w2, b2, x):
    inside = w1 * x + b1
    return {"inside": inside, "hidden": max(0, inside)}


def check(w1, b1, w2, b2, x):
    return w2 * (w1 * x + b1) + b2 if w1 * x > -b1 else b2
