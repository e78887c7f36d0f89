"""The derivative of a ReLU unit with respect to its weight."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "입력이 {{x}}인 ReLU 유닛의 가중치를 아주 조금 키우고, 출력이 그 몇 "
        "배로 바뀌는지 잰다. 이 코드는 무엇을 출력하는가?",
        "hints": [
            "활성화 전 값은 {{z}}이다. ReLU는 켜져 있는가?",
            "켜져 있으면 출력은 $w x + b$이므로, $w$가 바뀐 만큼에 $x$를 곱한 만큼 "
            "바뀐다. 꺼져 있으면 출력은 그대로 0이다.",
        ],
        "reason": "활성화 전 값은 {{z}}이다. 양수이면 켜져 있어 $x$가, 음수이면 꺼져 있어 "
        "0이 나온다.",
    },
    "en": {
        "question": "The weight of a ReLU unit whose input is {{x}} is raised a little, "
        "and the change of the output is measured as a multiple of this. What does the "
        "code print?",
        "hints": [
            "The pre-activation is {{z}}. Is the ReLU on?",
            "If it is on, the output is $w x + b$, which changes by $x$ times the change "
            "of $w$. If it is off, the output stays 0.",
        ],
        "reason": "The pre-activation is {{z}}: if it is positive the result is $x$, "
        "and if it is negative the result is 0.",
    },
}
CODE = """
from dlnotes.activations import relu

x, w, b = {{x}}, {{w}}, {{b}}
change = relu((w + 1e-6) * x + b) - relu(w * x + b)
print(round(float(change / 1e-6)))
"""


def draw(rng):
    x, b = rng.integers(1, 7, size=2)
    w = rng.choice([-3, -2, -1, 1, 2])
    return {"x": x, "w": w, "b": b if w * x + b else b + 1}


def steps(x, w, b):
    return {"z": w * x + b}


def check(x, w, b):
    import torch

    weight = torch.tensor(float(w), requires_grad=True)
    torch.relu(weight * x + b).backward()
    return str(round(weight.grad.item()))
