"""A gradient measured by forward or central differences."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "$f(x) = x^3$의 기울기를 $x = {{x}}$에서 $h = {{h}}$인 "
        "중앙 차분으로 재면 얼마인가?",
        "hints": [
            "$(f(x + h) - f(x - h)) / 2h$에 넣는다.",
            "양쪽의 값은 {{right}}, {{left}}이다.",
        ],
        "reason": "$({{right}} - ({{left}})) / {{width}} = {{answer}}$이다. "
        "참값 {{true}}에서 $h^2$만큼 벗어난다.",
    },
    "en": {
        "question": "What is the gradient of $f(x) = x^3$ at $x = {{x}}$ if it is measured "
        "by a central difference with $h = {{h}}$?",
        "hints": [
            "Use $(f(x + h) - f(x - h)) / 2h$.",
            "The values on the two sides are {{right}} and {{left}}.",
        ],
        "reason": "It is $({{right}} - ({{left}})) / {{width}} = {{answer}}$, which "
        "is off by $h^2$ from the true {{true}}.",
    },
}
CODE = """
from dlnotes.autodiff import numerical_gradient

slope = numerical_gradient(lambda x: x**3, {{x}}, h={{h}})
print(round(float(slope), 4))
"""


def draw(rng):
    return {
        "x": int(rng.choice([-3, -2, -1, 1, 2, 3])),
        "h": [0.2, 0.5, 1][rng.integers(3)],
    }


def steps(x, h):
    # five digits: rounded to four they would lead to another difference
    right, left = (f"{side**3:.5g}" for side in (x + h, x - h))
    return {"right": right, "left": left, "width": 2 * h, "true": 3 * x * x}


def check(x, h):
    return 3 * x**2 + h**2
