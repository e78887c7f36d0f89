"""The strength of an L2 penalty that brings a weight to a given size."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "손실 $(w - {{a}})^2$에 L2 벌점 $\\lambda w^2$을 더했더니 합이 가장 "
        "작은 곳이 $w = {{w}}$이다. $\\lambda$는 얼마인가?",
        "hints": [
            "L2는 벌점이 없을 때의 가중치를 $1 + \\lambda$로 나눈다.",
            "가중치가 {{times}}분의 1이 되었다.",
        ],
        "reason": "$1 + \\lambda = {{times}}$이므로 답은 {{answer}}이다.",
    },
    "en": {
        "question": "With an L2 penalty $\\lambda w^2$ added to the loss $(w - {{a}})^2$, "
        "the sum is smallest at $w = {{w}}$. What is $\\lambda$?",
        "hints": [
            "L2 divides the weight without a penalty by $1 + \\lambda$.",
            "The weight was divided by {{times}}.",
        ],
        "reason": "$1 + \\lambda = {{times}}$, so it is {{answer}}.",
    },
}
CODE = """
print({{a}} / {{w}} - 1)
"""


def draw(rng):
    w, times = int(rng.integers(1, 9)) / 2, int(rng.integers(2, 9))
    return {"a": w * times, "w": w}


def steps(a, w):
    return {"times": round(a / w)}


def check(a, w):
    """Where the slopes of loss and penalty cancel."""
    return -2 * (w - a) / (2 * w)
