"""The first step of Adam with an L2 penalty, and of AdamW."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "가중치가 {{w}}, 기울기가 {{g}}, 학습률이 {{lr}}, "
        "`weight_decay={{lam}}`이다. `{{name}}`의 첫 걸음 뒤 가중치는 얼마인가?",
        "hints": [
            "Adam의 첫 걸음은 기울기가 얼마이든 길이가 $\\eta = {{lr}}$이다.",
            "`adam_step`은 벌점을 기울기에 더해 함께 나누고, `adamw_step`은 먼저 "
            "$1 - \\eta\\lambda = {{factor}}$배로 줄인다.",
        ],
        "reason": "벌점을 나누면 ${{w}} - {{lr}}$이고, 먼저 줄이면 "
        "${{factor}} \\times {{w}} - {{lr}}$이다.",
    },
    "en": {
        "question": "A weight is {{w}}, its gradient {{g}}, the learning rate {{lr}}, and "
        "`weight_decay={{lam}}`. What is the weight after the first step of `{{name}}`?",
        "hints": [
            "Adam's first step has the length $\\eta = {{lr}}$, whatever the gradient.",
            "`adam_step` adds the penalty to the gradient and divides both; `adamw_step` "
            "first multiplies by $1 - \\eta\\lambda = {{factor}}$.",
        ],
        "reason": "With the penalty divided it is ${{w}} - {{lr}}$; with the decay first "
        "it is ${{factor}} \\times {{w}} - {{lr}}$.",
    },
}
CODE = """
from dlnotes.optimizers import adam_step, adamw_step

w, state = {{name}}({{w}}, {{g}}, None, lr={{lr}}, weight_decay={{lam}})
print(round(float(w), 4))
"""


def draw(rng):
    return {
        "name": ["adam_step", "adamw_step"][rng.integers(2)],
        "w": rng.integers(2, 10),
        "g": 10 * rng.integers(1, 10),
        "lr": [0.01, 0.02, 0.1][rng.integers(3)],
        "lam": [0.5, 1, 2][rng.integers(3)],
    }


def steps(name, w, g, lr, lam):
    return {"factor": 1 - lr * lam}


def check(name, w, g, lr, lam):
    import torch

    kind = {"adam_step": torch.optim.Adam, "adamw_step": torch.optim.AdamW}[name]
    weight = torch.tensor(float(w), dtype=torch.float64, requires_grad=True)
    (g * weight).backward()
    kind([weight], lr=lr, weight_decay=lam).step()
    return weight.item()
