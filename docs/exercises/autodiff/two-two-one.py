"""One gradient of a 2-2-1 network with a ReLU, by hand."""

import numpy as np

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "은닉 유닛 $h_j = \\mathrm{ReLU}(w_{j1} x_1 + w_{j2} x_2 + b_j)$ 둘과 "
        "출력 $\\hat{y} = v_1 h_1 + v_2 h_2 + c$가 있고, 손실은 $(\\hat{y} - t)^2 / 2$다. "
        "$x$는 {{x}}이고 $w_{11}, w_{12}$는 {{first}}, $w_{21}, w_{22}$는 {{second}}, "
        "$b$는 {{b}}, $v$는 {{v}}, $c = {{c}}$, $t = {{t}}$다. "
        "$j = {{j}}$일 때 손실을 $w_{j1}$로 미분하면 얼마인가?",
        "hints": [
            "앞으로 먼저 간다. 활성화 전 값은 차례로 {{z}}, 출력은 {{y}}이다.",
            "$\\partial L / \\partial \\hat{y} = {{d}}$이다. 여기에 나가는 가중치 "
            "$v_{{{j}}}$의 값을 곱해 ReLU로 넘긴다. ReLU는 양수를 받았을 때만 넘긴다.",
            "$\\delta_{{{j}}} = {{delta}}$이다. 여기에 $x_1$을 곱한다.",
        ],
        "reason": "$\\delta_{{{j}}} = {{delta}}$이므로 "
        "$\\delta_{{{j}}} x_1 = {{answer}}$이다.",
    },
    "en": {
        "question": "Two hidden units "
        "$h_j = \\mathrm{ReLU}(w_{j1} x_1 + w_{j2} x_2 + b_j)$ lead to the output "
        "$\\hat{y} = v_1 h_1 + v_2 h_2 + c$, and the loss is "
        "$(\\hat{y} - t)^2 / 2$. $x$ is {{x}}, $w_{11}, w_{12}$ are {{first}}, "
        "$w_{21}, w_{22}$ are {{second}}, $b$ is {{b}}, $v$ is {{v}}, $c = {{c}}$ and "
        "$t = {{t}}$. What is the derivative of the loss with respect to $w_{j1}$, "
        "for $j = {{j}}$?",
        "hints": [
            "Go forward first. The pre-activations are {{z}}, and the output is {{y}}.",
            "$\\partial L / \\partial \\hat{y} = {{d}}$. Multiply by $v_{{{j}}}$ and pass "
            "it to the ReLU, which passes it on only if it received a positive number.",
            "$\\delta_{{{j}}} = {{delta}}$. Multiply by $x_1$.",
        ],
        "reason": "$\\delta_{{{j}}} = {{delta}}$, so $\\delta_{{{j}}} x_1 = {{answer}}$.",
    },
}
CODE = """
from dlnotes.networks import mlp_backward, mlp_forward

params = [[[{{first}}], [{{second}}]], [{{b}}], [[{{v}}]], [{{c}}]]
y, cache = mlp_forward([{{x}}], params)
grads = mlp_backward(y - {{t}}, params, cache)
print(round(float(grads[0][{{j}} - 1, 0])))
"""


def draw(rng):
    while True:
        small = [-2, -1, 1, 2]
        names = {name: rng.choice(small, 2) for name in ("x", "first", "second", "b", "v")}
        names |= {"c": rng.choice(small), "t": rng.integers(4), "j": rng.integers(1, 3)}
        z = forward(**names)[0]
        if np.all(z != 0) and z.max() > 0:
            return names


def forward(x, first, second, b, v, c, t, j):
    z = np.array([first, second]) @ x + b
    return z, float(np.maximum(z, 0) @ v + c)


def steps(x, first, second, b, v, c, t, j):
    z, y = forward(x, first, second, b, v, c, t, j)
    delta = (y - t) * v[j - 1] * (z[j - 1] > 0)
    return {"z": z, "y": int(y), "d": int(y - t), "delta": int(delta)}


def check(x, first, second, b, v, c, t, j):
    import torch

    W = torch.tensor([first, second]).double().requires_grad_()
    h = torch.relu(W @ torch.tensor(x).double() + torch.tensor(b))
    (((h * torch.tensor(v)).sum() + c - t) ** 2 / 2).backward()
    return float(W.grad[j - 1, 0])
