"""The cell of an LSTM after two steps of given gates."""

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "LSTM의 칸이 {{c}}에서 시작한다. 첫째 시점의 망각 게이트는 {{f1}}, "
        "입력 게이트는 {{i1}}, 후보는 {{g1}}이고, 둘째 시점에는 차례로 {{f2}}, {{i2}}, "
        "{{g2}}이다. 둘째 시점이 지난 뒤 칸의 값은 얼마인가?",
        "hints": [
            "칸의 새 값은 망각 게이트 × 칸의 앞 값 + 입력 게이트 × 후보다.",
            "첫째 시점이 지나면 {{first}}이다.",
        ],
        "reason": "${{f2}} \\times ({{first}}) + {{i2}} \\times ({{g2}}) = "
        "{{answer}}$이다.",
    },
    "en": {
        "question": "The cell of an LSTM begins at {{c}}. At the first step its forget "
        "gate is {{f1}}, its input gate {{i1}} and its candidate {{g1}}; at the second "
        "step they are {{f2}}, {{i2}} and {{g2}}. What is the cell after the second step?",
        "hints": [
            "In a step the cell becomes forget gate times cell plus input gate times "
            "candidate.",
            "After the first step it is {{first}}.",
        ],
        "reason": "It is ${{f2}} \\times ({{first}}) + {{i2}} \\times ({{g2}}) = "
        "{{answer}}$.",
    },
}
CODE = """
c = {{f1}} * {{c}} + {{i1}} * {{g1}}
c = {{f2}} * c + {{i2}} * {{g2}}
print(round(c, 4))
"""


def draw(rng):
    f1, i1, f2, i2 = rng.integers(1, 11, 4) / 10
    g1, g2 = rng.integers(1, 10, 2) / 10 * rng.choice([-1, 1], 2)
    given = {"c": rng.integers(1, 6), "f1": f1, "i1": i1, "g1": g1}
    given |= {"f2": f2, "i2": i2, "g2": g2}
    given["c"] += 3 * (abs(check(**given)) < 0.01)  # an answer near 0 is hard to tell
    return given


def steps(c, f1, i1, g1, f2, i2, g2):
    return {"first": f1 * c + i1 * g1}


def check(c, f1, i1, g1, f2, i2, g2):
    return f2 * f1 * c + f2 * i1 * g1 + i2 * g2
