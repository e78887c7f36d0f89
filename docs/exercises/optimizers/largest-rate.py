"""The learning rate up to which a bowl with two curvatures converges."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "손실이 그릇 모양이고 두 방향의 곡률이 {{first}}, {{second}}이다. "
        "학습률이 어떤 값보다 작아야 경사 하강법이 수렴하는가?",
        "hints": [
            "걸음마다 방향마다 $1 - \\eta\\lambda$를 곱한다. 절댓값이 1보다 작아야 한다.",
            "더 가파른 방향의 곡률 {{high}}에 맞춘다.",
        ],
        "reason": "$2 / {{high}} \\approx {{answer}}$보다 작아야 한다. 다른 방향은 더 큰 "
        "학습률에서도 수렴한다.",
    },
    "en": {
        "question": "The loss is a bowl whose curvatures in two directions are {{first}} "
        "and {{second}}. Below which learning rate does gradient descent converge?",
        "hints": [
            "Every step multiplies each direction by $1 - \\eta\\lambda$, whose absolute "
            "value must be below 1.",
            "The steeper direction, of curvature {{high}}, sets the limit.",
        ],
        "reason": "The rate must be below $2 / {{high}} \\approx {{answer}}$. The other "
        "direction would converge at larger ones too.",
    },
}
CODE = """
print(round(2 / max({{first}}, {{second}}), 4))
"""


def draw(rng):
    first, second = rng.permutation([1, 2, 4, 5, 8, 10, 16, 20, 40, 50])[:2]
    return {"first": first, "second": second}


def steps(first, second):
    return {"high": max(first, second)}


def check(first, second):
    low, high = 0.0, 3.0  # halve the interval until both directions just shrink
    for _ in range(40):
        middle = (low + high) / 2
        shrinks = max(abs(1 - middle * lam) for lam in (first, second)) < 1
        low, high = (middle, high) if shrinks else (low, middle)
    return low
