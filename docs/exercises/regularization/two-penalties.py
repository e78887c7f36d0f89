"""The best weight with an L1 penalty."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "손실이 $(w - a)^2$이고 $a = {{a}}$이다. 세기가 $\\lambda = {{lam}}$인 "
        "L1 벌점 $\\lambda |w|$를 더하면, 합이 가장 작은 $w$는 얼마인가?",
        "hints": [
            "L1은 가중치를 0 쪽으로 $\\lambda/2$만큼 옮긴다.",
            "$\\lambda/2$는 {{reach}}이다. $a$의 크기가 이보다 크지 않으면 0에서 멈춘다.",
        ],
        "reason": "0 쪽으로 {{reach}}만큼 옮기되 0을 넘지 않으므로 답은 {{answer}}이다.",
    },
    "en": {
        "question": "The loss is $(w - a)^2$ with $a = {{a}}$. An L1 penalty "
        "$\\lambda |w|$ of strength $\\lambda = {{lam}}$ is added. Which $w$ makes the sum "
        "smallest?",
        "hints": [
            "L1 moves the weight toward 0 by $\\lambda/2$.",
            "$\\lambda/2$ is {{reach}}. If $a$ is no larger in size, it stops at 0.",
        ],
        "reason": "Moved toward 0 by {{reach}}, but not beyond 0, it is {{answer}}.",
    },
}
CODE = """
from dlnotes.regularization import soft_threshold

print(round(float(soft_threshold({{a}}, threshold={{lam}} / 2)), 4))
"""


def draw(rng):
    a = int(rng.choice([-1, 1]) * rng.integers(2, 40)) / 10
    return {"a": a, "lam": rng.integers(1, 6)}


def steps(a, lam):
    return {"reach": lam / 2}


def check(a, lam):
    """The lowest of the three places where the slope is 0 or jumps."""
    places = [0, a - lam / 2, a + lam / 2]
    return min(places, key=lambda w: (w - a) ** 2 + lam * abs(w))
