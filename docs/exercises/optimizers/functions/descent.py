"""Gradient descent on a quadratic bowl, from no step to many."""

ANSWER = (
    "dlnotes.optimizers.gradient_descent("
    "lambda p: dlnotes.optimizers.quadratic_grad(p, H), x, lr=lr, steps=steps)[-1]"
)
TOLERANCE = 1e-9
EXAMPLE = ([[1.0, 0.0], [0.0, 4.0]], [2.0, 1.0], 0.5, 1)
WORDS = {
    "ko": {
        "doc": "이차 함수에서 경사 하강법으로 닿는 점을 구한다.",
        "question": "$f(x) = \\frac{1}{2} x^\\top H x$의 기울기는 $Hx$다(`H`는 대칭 "
        "행렬). 점 `x`에서 시작해 학습률 `lr`로 `steps`번 움직인 뒤의 점을 돌려준다.",
        "hints": [
            "기울기는 걸음마다 지금의 점에서 다시 구한다.",
            "`for _ in range(steps):` 안에서 `x`를 새 점으로 바꾼다.",
        ],
        "reason": "내려가려면 기울기의 반대로 움직인다. 기울기를 처음 점에서 한 번만 "
        "구하면 골짜기를 지나쳐도 계속 같은 쪽으로 간다. 0번 움직이면 시작한 점이다.",
    },
    "en": {
        "doc": "The point that gradient descent reaches on a quadratic function.",
        "question": "$f(x) = \\frac{1}{2} x^\\top H x$ has the gradient $Hx$ (`H` is a "
        "symmetric matrix). Start at the point `x`, take `steps` steps with the learning "
        "rate `lr`, and return the point where they end.",
        "hints": [
            "The gradient of each step is that of the point where you are.",
            "In `for _ in range(steps):`, put the new point into `x`.",
        ],
        "reason": "Down is against the gradient. If it were computed once, at the start, "
        "the steps would go on past the valley. After 0 steps you are where you began.",
    },
}
SOLUTION = """
import numpy as np


def descend(H, x, lr, steps):
    for _ in range(steps):
        x = x - lr * (H @ x)
    return x
"""
WRONG = {
    "uphill": ("x - lr", "x + lr", "H = [[1, 0], [0, 4]], x = [2, 1], lr = 0.5, steps = 1"),
    "one long step": (
        "x - lr * (H @ x)",
        "x - steps * lr * (H @ x)",
        "H = [[1, 0], [0, 4]], x = [2, 1], lr = 0.5, steps = 2",
    ),
    "one step too many": (
        "range(steps)",
        "range(steps + 1)",
        "H = [[1, 0], [0, 4]], x = [2, 1], lr = 0.5, steps = 1",
    ),
    "the curvature of each axis alone": (
        "(H @ x)",
        "(np.diag(H) * x)",
        "H = [[2, 1], [1, 2]], x = [1, -1], lr = 0.25, steps = 3",
    ),
}


def cases(rng):
    yield [[1.0, 0.0], [0.0, 4.0]], [2.0, 1.0], 0.5, 0
    yield [[1.0, 0.0], [0.0, 4.0]], [2.0, 1.0], 0.5, 2
    yield [[2.0, 1.0], [1.0, 2.0]], [1.0, -1.0], 0.25, 3
    yield [[3.0]], [1.0], 1.0, 4
    yield [[2.0, 1.0], [1.0, 2.0]], rng.integers(-9, 10, 2) / 2, 0.1, 5
