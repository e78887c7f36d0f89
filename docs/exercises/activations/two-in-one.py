"""Two units without an activation function, as one unit."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "앞 유닛은 $h = {{a}} x + {{b}}$, 뒤 유닛은 "
        "$y = {{c}} h + {{d}}$이다. 활성화 함수는 없다. 두 유닛을 유닛 하나로 "
        "합치면 편향은 얼마인가?",
        "hints": [
            "둘째 식의 $h$ 자리에 첫째 식을 넣고 괄호를 푼다.",
            "$x$가 0일 때의 $y$가 편향이다. 이때 $h = {{b}}$이다.",
        ],
        "reason": "$y = {{c}} \\cdot {{a}} x + {{c}} \\cdot {{b}} + {{d}}$이므로 "
        "가중치는 {{slope}}이고 편향은 {{answer}}이다.",
    },
    "en": {
        "question": "The first unit gives $h = {{a}} x + {{b}}$, and the second one "
        "$y = {{c}} h + {{d}}$. There is no activation function. What is the bias of the "
        "single unit that does the same?",
        "hints": [
            "Put the first formula in the place of $h$ in the second one.",
            "The bias is $y$ at $x = 0$, where $h = {{b}}$.",
        ],
        "reason": "$y = {{c}} \\cdot {{a}} x + {{c}} \\cdot {{b}} + {{d}}$, so the weight "
        "is {{slope}} and the bias is {{answer}}.",
    },
}
CODE = """
from dlnotes.networks import collapse_linear

W, b = collapse_linear([[[{{a}}]], [{{b}}], [[{{c}}]], [{{d}}]])
print(int(b[0]))
"""


def draw(rng):
    a, b, c, d = rng.integers(2, 8, size=4)
    return {"a": a, "b": b, "c": c, "d": d}


def steps(a, b, c, d):
    return {"slope": a * c}


def check(a, b, c, d):
    return c * (a * 0 + b) + d
