"""The score of a sample after the perceptron has seen it."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "퍼셉트론의 가중치가 ({{w}}), 편향이 {{b}}이고 $\\eta = 1$이다. "
        "클래스가 {{y}}인 샘플 ({{x}})을 보고 나면, 이 샘플의 점수는 얼마가 되는가?",
        "hints": [
            "먼저 지금의 점수를 구한다. {{before}}이다. "
            "0 이상이면 1, 아니면 0이라고 답한 것이다.",
            "답한 클래스는 {{predicted}}이다. 정답과 같으면 아무것도 바뀌지 않는다. "
            "다르면 $x$를 더하거나 빼고, 편향에도 1을 더하거나 뺀다.",
        ],
        "reason": "보기 전의 점수는 {{before}}이므로 {{predicted}}라고 답한다. "
        "보고 난 뒤의 가중치는 ({{w_new}}), 편향은 {{b_new}}이고, 점수는 {{answer}}이다.",
    },
    "en": {
        "question": "A perceptron has the weights ({{w}}) and the bias {{b}}, with "
        "$\\eta = 1$. It sees the sample ({{x}}), whose class is {{y}}. What is the score "
        "of this sample afterwards?",
        "hints": [
            "Find the score before: it is {{before}}. The answer is 1 if this is 0 or "
            "more, and 0 otherwise.",
            "The answer is {{predicted}}. If it is right, nothing changes. If not, $x$ is "
            "added or subtracted, and so is 1 at the bias.",
        ],
        "reason": "The score before is {{before}}, so the answer is {{predicted}}. "
        "Afterwards the weights are ({{w_new}}) and the bias is {{b_new}}; the score is "
        "{{answer}}.",
    },
}
CODE = """
from dlnotes.neurons import perceptron_update

x = [{{x}}]
w, b = perceptron_update(x, {{y}}, [{{w}}], {{b}})
print(round(float(w @ x + b)))
"""


def draw(rng):
    w, x = rng.integers(-2, 4, size=(2, 2))
    return {"w": w, "b": rng.integers(-2, 3), "x": x, "y": rng.integers(2)}


def steps(w, b, x, y):
    before = w[0] * x[0] + w[1] * x[1] + b
    predicted = int(before >= 0)
    move = y - predicted
    w_new = [one + move * other for one, other in zip(w, x, strict=True)]
    return {"before": before, "predicted": predicted, "w_new": w_new, "b_new": b + move}


def check(w, b, x, y):
    score = w[0] * x[0] + w[1] * x[1] + b
    if (score >= 0) == (y == 1):
        return score
    return score + (1 if y else -1) * (x[0] ** 2 + x[1] ** 2 + 1)
