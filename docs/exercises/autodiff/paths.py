"""A derivative as the sum over the paths through a graph."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "$y = x^2 \\cdot x + {{k}}x$의 그래프에서 $x = {{x}}$이다. "
        "$x$의 기울기 $dy/dx$는 얼마인가?",
        "hints": [
            "$x$에서 $y$에 이르는 길은 셋이다. 길마다 오는 값을 더한다.",
            "$x^2$을 거친 길에서는 $2x \\cdot x$, 곱셈의 오른쪽 $x$에서는 $x^2$, "
            "덧셈 쪽에서는 {{k}}만큼 온다.",
        ],
        "reason": "세 길에서 {{paths}}만큼씩 오고, 더하면 {{answer}}이다.",
    },
    "en": {
        "question": "In the graph of $y = x^2 \\cdot x + {{k}}x$, let $x = {{x}}$. "
        "What is $dy/dx$, the gradient of $x$?",
        "hints": [
            "Three paths lead from $x$ to $y$. Add up what comes back along each.",
            "The path through $x^2$ brings $2x \\cdot x$, the right factor $x$ brings "
            "$x^2$, and the last summand brings {{k}}.",
        ],
        "reason": "The paths bring {{paths}}, which add up to {{answer}}.",
    },
}
CODE = """
from dlnotes.autodiff import Value

x = Value({{x}})
(x**2 * x + {{k}} * x).backward()
print(round(x.grad))
"""


def draw(rng):
    return {"x": int(rng.choice([-4, -3, -2, -1, 1, 2, 3, 4])), "k": rng.integers(2, 10)}


def steps(x, k):
    return {"paths": [2 * x * x, x * x, k]}


def check(x, k):
    return 3 * x**2 + k
