"""The L2 penalty that holds flat directions as much as so many steps do."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "학습률 {{rate}}의 경사 하강법을 가중치 0에서 시작해 {{t}}번 갱신하고 "
        "멈춘다. 곡률이 아주 작은 방향에서 이것과 비슷한 L2 벌점 "
        "$\\tfrac{\\lambda}{2} w^2$의 세기 $\\lambda$는 얼마인가?",
        "hints": [
            "곡률 $h$가 작으면 $t$번 갱신한 가중치는 가장 좋은 가중치의 "
            "$\\eta t h$배쯤이다.",
            "벌점을 준 가중치는 $h / \\lambda$배쯤이다. 둘을 같다고 놓는다. "
            "$\\eta t$는 {{product}}이다.",
        ],
        "reason": "$\\lambda = 1 / (\\eta t) = 1 / {{product}} \\approx {{answer}}$이다. "
        "곡률이 0.0001이면 두 몫이 거의 같다.",
    },
    "en": {
        "question": "Gradient descent with a learning rate of {{rate}} starts at a weight "
        "of 0 and stops after {{t}} steps. In directions of very little curvature, what is "
        "the strength $\\lambda$ of the L2 penalty $\\tfrac{\\lambda}{2} w^2$ that does "
        "about the same?",
        "hints": [
            "For a small curvature $h$, the weight after $t$ steps is about $\\eta t h$ "
            "times the best one.",
            "With the penalty it is about $h / \\lambda$ times. Set the two equal; "
            "$\\eta t$ is {{product}}.",
        ],
        "reason": "$\\lambda = 1 / (\\eta t) = 1 / {{product}} \\approx {{answer}}$. For a "
        "curvature of 0.0001 the two shares are nearly the same.",
    },
}
CODE = """
from dlnotes.optimizers import gradient_descent

h, penalty = 1e-4, 1 / ({{rate}} * {{t}})
path = gradient_descent(lambda w: h * (w - 1), 0.0, lr={{rate}}, steps={{t}})
print(f"{path[-1]:.4f}", f"{h / (h + penalty):.4f}")
print(round(penalty, 4))
"""


def draw(rng):
    return {
        "rate": rng.choice([0.05, 0.1, 0.2, 0.25, 0.5]),
        "t": int(rng.integers(2, 21)) * 5,
    }


def steps(rate, t):
    return {"product": round(rate * t, 4)}


def check(rate, t):
    """The penalty at which both shares are the same, for a curvature near 0."""
    h = 1e-9
    share = -((1 - rate * h) ** t - 1)
    return h / share - h
