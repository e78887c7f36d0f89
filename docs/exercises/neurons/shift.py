"""Which way of moving two samples lowers the bound of mistakes."""

from fractions import Fraction

KIND = "choice"
WORDS = {
    "ko": {
        "question": "클래스가 0인 샘플은 {{low}}, 클래스가 1인 샘플은 {{high}}이다. "
        "경계는 늘 두 샘플의 한가운데에 둔다. "
        "실수 횟수의 한계를 가장 작게 하는 것은?",
        "hints": [
            "두 샘플 사이의 거리는 어느 경우에나 같다. 달라지는 것은 원점까지의 거리다.",
            "한가운데는 지금 {{middle}}에 있다. 어디에 있을 때 한계가 가장 작은가?",
        ],
        "claims": {
            "left": [
                "두 샘플을 {{step}}만큼 왼쪽으로 옮긴다.",
                "옮기고 나면 한가운데가 {{to_left}}에 온다.",
            ],
            "right": [
                "두 샘플을 {{step}}만큼 오른쪽으로 옮긴다.",
                "옮기고 나면 한가운데가 {{to_right}}에 온다.",
            ],
            "stay": ["그대로 둔다.", "한가운데가 {{middle}}에 있다."],
            "rate": [
                "학습률 $\\eta$를 10배로 한다.",
                "$\\eta$는 $w$와 $b$의 크기만 바꾼다.",
            ],
        },
        "reason": "한가운데가 원점에 오면 $R$이 가장 작고 $b = 0$이라서 마진이 가장 넓다.",
    },
    "en": {
        "question": "The sample {{low}} has class 0, and the sample {{high}} has class 1. "
        "The boundary is always midway between them. What makes the bound for the number "
        "of mistakes smallest?",
        "hints": [
            "The distance between the two is the same in all cases. They differ in how far "
            "away the origin is.",
            "The middle is at {{middle}} now. Where should it be?",
        ],
        "claims": {
            "left": [
                "Move both samples to the left by {{step}}.",
                "Then the middle would be at {{to_left}}.",
            ],
            "right": [
                "Move both samples to the right by {{step}}.",
                "Then the middle would be at {{to_right}}.",
            ],
            "stay": ["Leave them where they are.", "The middle is at {{middle}}."],
            "rate": [
                "Make the learning rate $\\eta$ ten times as large.",
                "$\\eta$ only scales $w$ and $b$.",
            ],
        },
        "reason": "With the middle at the origin $R$ is smallest, and $b = 0$ makes the "
        "margin widest.",
    },
}


def draw(rng):
    half, step = int(rng.integers(1, 4)), int(rng.integers(2, 7))
    middle = step * int(rng.integers(-1, 2))
    return {"low": middle - half, "high": middle + half, "step": step}


def steps(low, high, step):
    middle = (low + high) // 2
    return {"middle": middle, "to_left": middle - step, "to_right": middle + step}


def truth(low, high, step):
    middle = (low + high) // 2
    return {"left": middle > 0, "right": middle < 0, "stay": middle == 0, "rate": False}


def check(low, high, step):
    def bound(move):
        middle = Fraction(low + high, 2) + move
        longest = max((low + move) ** 2, (high + move) ** 2)
        return (1 + longest) * (1 + middle**2) / Fraction(high - low, 2) ** 2

    return min(
        (bound(m), name) for name, m in [("left", -step), ("right", step), ("stay", 0)]
    )[1]
