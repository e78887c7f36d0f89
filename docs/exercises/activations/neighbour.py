"""How a share changes when a score rises a little."""

KIND = "number"
TOLERANCE = 0.0001
WORDS = {
    "ko": {
        "question": "소프트맥스가 낸 확률이 차례로 {{q}}이다. 클래스 {{j}}의 점수를 "
        "0.01만큼 올리면 클래스 {{i}}의 확률은 약 얼마나 바뀌는가? 도함수 값으로 어림하라. "
        "내리면 음수로 답한다.",
        "hints": [
            "두 클래스가 같으면 $q_i (1 - q_i)$, 다르면 $-q_i q_j$에 0.01을 곱한다.",
            "클래스 {{i}}의 확률은 {{own}}, 클래스 {{j}}의 확률은 {{other}}이다.",
        ],
        "reason": "도함수 값은 {{rate}}이고, 여기에 0.01을 곱하면 {{answer}}이다.",
    },
    "en": {
        "question": "A softmax returned the probabilities {{q}}. The score of class {{j}} "
        "rises by 0.01. By about how much does the probability of class {{i}} change? "
        "Estimate it by the derivative; a fall is negative.",
        "hints": [
            "Multiply $q_i (1 - q_i)$ by 0.01 if the classes are the same, and "
            "$-q_i q_j$ if they are not.",
            "Class {{i}} has the probability {{own}}, class {{j}} has {{other}}.",
        ],
        "reason": "The derivative is {{rate}}; times 0.01 this is {{answer}}.",
    },
}
CODE = """
from dlnotes.activations import softmax_jacobian

J = softmax_jacobian([{{q}}])
print(round(0.01 * J[{{i}} - 1, {{j}} - 1], 6))
"""


def draw(rng):
    a, b = rng.permutation([1, 2, 3, 4])[:2]
    q = rng.permutation([a, b, 10 - a - b]) / 10
    i, j = rng.integers(1, 4, size=2)
    return {"q": q, "i": i, "j": j}


def steps(q, i, j):
    own, other = q[i - 1], q[j - 1]
    return {"own": own, "other": other, "rate": own * (1 - own) if i == j else -own * other}


def check(q, i, j):
    import torch

    z = torch.log(torch.tensor(q, dtype=torch.float64)).requires_grad_()
    torch.softmax(z, dim=0)[i - 1].backward()
    return 0.01 * z.grad[j - 1].item()
