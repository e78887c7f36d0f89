"""The number of mistakes until a perceptron separates two numbers."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가? 종이에 한 걸음씩 해 본다.",
        "hints": [
            "$w = b = 0$에서는 점수가 0이라서 모두 1이라고 답한다. "
            "첫 샘플 {{low}}의 클래스는 0이므로 틀렸다.",
            "첫 실수 뒤에는 $w = {{w}}$, $b = -1$이다. "
            "두 샘플을 번갈아 보면서, 둘 다 맞힐 때까지 되풀이한다.",
        ],
        "reason": "둘 다 맞힐 때까지 {{printed}}번 틀린다.",
    },
    "en": {
        "question": "What does this code print? Work through it on paper.",
        "hints": [
            "With $w = b = 0$ all scores are 0, and the answer is always 1. The first "
            "sample, {{low}}, has class 0: a mistake.",
            "After it, $w = {{w}}$ and $b = -1$. Take the two samples in turn until both "
            "are right.",
        ],
        "reason": "It takes {{printed}} mistakes until both are right.",
    },
}
CODE = """
from dlnotes.neurons import perceptron_fit

X, y = [[{{low}}], [{{high}}]], [0, 1]
w, b, mistakes = perceptron_fit(X, y)
print(mistakes)
"""


def draw(rng):
    low = int(rng.integers(-4, 2))
    return {"low": low, "high": low + int(rng.integers(2, 5))}


def steps(low, high):
    return {"w": -low}


def check(low, high):
    w, b, mistakes = 0, 0, 0
    while w * low + b >= 0 or w * high + b < 0:
        if w * low + b >= 0:
            w, b, mistakes = w - low, b - 1, mistakes + 1
        if w * high + b < 0:
            w, b, mistakes = w + high, b + 1, mistakes + 1
    return str(mistakes)
