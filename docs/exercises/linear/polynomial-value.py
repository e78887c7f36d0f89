"""The polynomial kernel of two samples with two inputs."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "$u = ({{u}})$이고 $v = ({{v}})$이다. 다항식 커널 "
        "$k(u, v) = (u \\cdot v + 1)^2$의 값은 얼마인가?",
        "hints": [
            "같은 자리끼리 곱해 더한 것이 내적이다.",
            "두 곱은 {{first}}, {{second}}이고, 더하면 {{dot}}이다. 1을 더해 제곱한다.",
        ],
        "reason": "({{dot}} + 1)² = {{answer}}이다. 특징 여섯의 내적을 구해도 같다.",
    },
    "en": {
        "question": "Let $u = ({{u}})$ and $v = ({{v}})$. What is the polynomial kernel "
        "$k(u, v) = (u \\cdot v + 1)^2$?",
        "hints": [
            "The dot product is the sum of the products in the same places.",
            "The two products are {{first}} and {{second}}, and their sum is {{dot}}. Add "
            "1, and take the square.",
        ],
        "reason": "({{dot}} + 1)² = {{answer}}. The dot product of the six features is "
        "the same.",
    },
}
CODE = """
from dlnotes.linear import polynomial_kernel

print(round(polynomial_kernel([[{{u}}]], [[{{v}}]])[0, 0]))
"""


def draw(rng):
    return {"u": rng.integers(-4, 5, 2), "v": rng.integers(-4, 5, 2)}


def steps(u, v):
    first, second = u[0] * v[0], u[1] * v[1]
    return {"first": first, "second": second, "dot": first + second}


def check(u, v):
    """The dot product of the six features, without a root: the middle ones count twice."""
    (a, b), (c, d) = u, v
    return a * a * c * c + b * b * d * d + 2 * a * b * c * d + 2 * a * c + 2 * b * d + 1
