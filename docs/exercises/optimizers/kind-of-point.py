"""Whether the origin of a quadratic surface is a minimum, a maximum or a saddle."""

import numpy as np

KIND = "choice"
WORDS = {
    "ko": {
        "question": "$f(x, y) = {{a}} x^2 + ({{b}}) y^2$이다. 기울기가 0인 점 $(0, 0)$은 "
        "어떤 점인가?",
        "hints": [
            "$x$축을 따라서 올라가는지 내려가는지 본다. $y$축을 따라서도 본다.",
            "한 축으로는 올라가고 다른 축으로는 내려가면 안장점이다.",
        ],
        "claims": {
            "minimum": ["지역 최소점이다.", "두 방향으로 모두 올라가야 한다."],
            "maximum": ["지역 최대점이다.", "두 방향으로 모두 내려가야 한다."],
            "saddle": ["안장점이다.", "한 방향으로 올라가고 다른 방향으로 내려가야 한다."],
        },
        "reason": "$x$축을 따라서는 계수 {{a}}, $y$축을 따라서는 계수 {{b}}의 부호가 "
        "답을 정한다.",
    },
    "en": {
        "question": "Let $f(x, y) = {{a}} x^2 + ({{b}}) y^2$. What kind of point is "
        "$(0, 0)$, where the gradient is 0?",
        "hints": [
            "Does $f$ rise or fall along the $x$ axis? And along the $y$ axis?",
            "If it rises along one axis and falls along the other, it is a saddle point.",
        ],
        "claims": {
            "minimum": ["A local minimum.", "It would have to rise in both directions."],
            "maximum": ["A local maximum.", "It would have to fall in both directions."],
            "saddle": [
                "A saddle point.",
                "It would have to rise in one direction and fall in the other.",
            ],
        },
        "reason": "The signs of {{a}}, along the $x$ axis, and of {{b}}, along the $y$ "
        "axis, decide.",
    },
}


def draw(rng):
    a, b = rng.choice([-5, -4, -3, -2, 2, 3, 4, 5], size=2)
    return {"a": a, "b": b}


def truth(a, b):
    return {"minimum": min(a, b) > 0, "maximum": max(a, b) < 0, "saddle": a * b < 0}


def check(a, b):
    angle = np.linspace(0, 2 * np.pi, 25)
    height = a * np.cos(angle) ** 2 + b * np.sin(angle) ** 2
    if height.min() < 0 < height.max():
        return "saddle"
    return "minimum" if height.min() > 0 else "maximum"
