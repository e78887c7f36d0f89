"""How long the first step is: that of SGD grows with the gradient, Adam's does not."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "`sgd_step`의 첫 걸음은 $\\eta g$이다.",
            "`adagrad_step`과 `adam_step`의 첫 걸음은 기울기를 그 크기로 나누므로 "
            "$\\eta$이다.",
        ],
        "reason": "여기서 $\\eta = {{lr}}$, $g = {{g}}$이다. SGD만 기울기의 크기를 "
        "곱하고, 나머지는 학습률만큼 옮긴다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "The first step of `sgd_step` is $\\eta g$.",
            "`adagrad_step` and `adam_step` divide the gradient by its size, so their "
            "first step is $\\eta$.",
        ],
        "reason": "Here $\\eta = {{lr}}$ and $g = {{g}}$. Only SGD multiplies by the size "
        "of the gradient; the others move by the rate.",
    },
}
CODE = """
from dlnotes.optimizers import adagrad_step, adam_step, sgd_step

w, state = {{name}}_step(1.0, {{g}}, None, lr={{lr}})
print(round(float(w), 2))
"""


def draw(rng):
    name = ["sgd", "adagrad", "adam", "sgd"][rng.integers(4)]
    lr = [0.01, 0.02, 0.05, 0.1][rng.integers(4)]
    return {"name": name, "g": [2, 4, 5, 8, 10, 20][rng.integers(6)], "lr": lr}


def check(name, g, lr):
    import torch

    kinds = {"sgd": "SGD", "adagrad": "Adagrad", "adam": "Adam"}
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    (g * w).backward()
    getattr(torch.optim, kinds[name])([w], lr=lr).step()
    return str(round(w.item(), 2))
