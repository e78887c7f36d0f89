"""A sum or difference of two ReLUs."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "`relu(x)`와 `relu(-x)` 가운데 하나는 언제나 0이다.",
            "{{x}}에서 0이 아닌 쪽의 값은 {{size}}이다. 이제 사이의 부호를 본다.",
        ],
        "reason": "두 ReLU를 더하면 절댓값이, 빼면 $x$가 그대로 나온다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "One of `relu(x)` and `relu(-x)` is always 0.",
            "At {{x}} the other one is {{size}}. Now look at the sign between the two.",
        ],
        "reason": "The sum of the two is the absolute value; their difference is $x$.",
    },
}
CODE = """
from dlnotes.activations import relu

x = {{x}}
print(relu(x) {{sign}} relu(-x))
"""


def draw(rng):
    x = int(rng.integers(2, 19)) / 2 * [-1, 1][rng.integers(2)]
    return {"x": x if x % 1 else x + 0.5, "sign": "+-"[rng.integers(2)]}


def steps(x, sign):
    return {"size": abs(x)}


def check(x, sign):
    return str(abs(x) if sign == "+" else x)
