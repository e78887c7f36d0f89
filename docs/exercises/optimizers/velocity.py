"""The velocity of momentum after three gradients."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "모멘텀의 비율이 $\\mu = {{mu}}$이고 처음 속도는 0이다. 기울기가 "
        "차례로 {{g}}일 때, 세 번째 갱신에서 속도는 얼마인가?",
        "hints": [
            "$v_t = \\mu v_{t-1} + g_t$를 세 번 쓴다.",
            "앞의 두 속도는 {{first}}, {{second}}이다.",
        ],
        "reason": "${{mu}} \\times ({{second}}) + ({{last}}) = {{answer}}$이다.",
    },
    "en": {
        "question": "The share of momentum is $\\mu = {{mu}}$, and the velocity starts at "
        "0. The gradients are {{g}}, in this order. What is the velocity of the third "
        "update?",
        "hints": [
            "Use $v_t = \\mu v_{t-1} + g_t$ three times.",
            "The first two velocities are {{first}} and {{second}}.",
        ],
        "reason": "It is ${{mu}} \\times ({{second}}) + ({{last}}) = {{answer}}$.",
    },
}
CODE = """
from dlnotes.optimizers import sgd_step

w, state = 0.0, None
for g in [{{g}}]:
    w, state = sgd_step(w, g, state, lr=0.1, momentum={{mu}})
print(round(float(state.velocities[0]), 4))
"""


def draw(rng):
    mu = [0.5, 0.8, 0.9][rng.integers(3)]
    return {"mu": mu, "g": rng.choice([-2, -1, 1, 2, 3], size=3)}


def steps(mu, g):
    return {"first": g[0], "second": mu * g[0] + g[1], "last": g[2]}


def check(mu, g):
    return sum(mu ** (2 - i) * one for i, one in enumerate(g))
