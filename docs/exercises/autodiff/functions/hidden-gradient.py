"""The gradient of the first weights, back through a second layer and ReLU."""

ANSWER = (
    "dlnotes.networks.mlp_backward(dz, [W1, b1, W2, np.zeros(len(W2))], "
    "dlnotes.networks.mlp_forward(X, [W1, b1, W2, np.zeros(len(W2))])[1])[0]"
)
TOLERANCE = 1e-9
EXAMPLE = (
    [[1.0, 2.0]],
    [[1.0, -1.0], [0.5, 1.0]],
    [0.0, -1.0],
    [[2.0, -1.0]],
    [[1.0]],
)
WORDS = {
    "ko": {
        "doc": "손실을 첫 층의 가중치로 미분한 기울기를 구한다.",
        "question": "신경망은 `h = np.maximum(0, X @ W1.T + b1)`에서 `z = h @ W2.T`를 "
        "구한다. 손실을 `z`로 미분한 기울기 `dz`(모양은 `z`와 같다)를 알 때, 손실을 `W1`로 "
        "미분한 기울기를 `W1`과 모양이 같은 배열로 돌려준다. 입력이 0일 때 ReLU의 기울기는 "
        "0으로 한다.",
        "hints": [
            "뒤에서부터 한 단계씩 간다. 손실을 `h`로 미분한 기울기는 `dz @ W2`다.",
            "ReLU의 입력이 0보다 큰 곳만 기울기가 지나간다. 남은 것을 `da`라고 하면 답은 "
            "`da.T @ X`다.",
        ],
        "reason": "곱셈은 상대편을 곱해 돌려보내고, ReLU는 켜진 유닛의 기울기만 "
        "통과시킨다. 샘플마다의 기울기는 행렬의 곱에서 저절로 더해진다.",
    },
    "en": {
        "doc": "The gradient of the loss with respect to the first weights.",
        "question": "A network computes `h = np.maximum(0, X @ W1.T + b1)` and then `z = "
        "h @ W2.T`. Given `dz`, the gradient of the loss with respect to `z` and of its "
        "shape, return the gradient with respect to `W1`, of the shape of `W1`. The "
        "derivative of ReLU at 0 is taken as 0.",
        "hints": [
            "Go one step at a time, from the end. The gradient with respect to `h` is `dz "
            "@ W2`.",
            "It passes only where the input of ReLU is above 0. With `da` for that, the "
            "answer is `da.T @ X`.",
        ],
        "reason": "A product sends back the gradient times its other factor, and ReLU "
        "lets it pass where the unit was on. The product of matrices adds up the samples.",
    },
}
SOLUTION = """
import numpy as np


def hidden_gradient(X, W1, b1, W2, dz):
    a = X @ W1.T + b1
    da = (dz @ W2) * (a > 0)
    return da.T @ X
"""
WRONG = {
    "no gate of ReLU": (
        " * (a > 0)",
        "",
        "X = [[1, 2]], W1 = [[1, -1], [0.5, 1]], b1 = [0, -1], W2 = [[2, -1]], dz = [[1]]",
    ),
    "a gate that is open at 0": (
        "a > 0",
        "a >= 0",
        "X = [[1, 1]], W1 = [[1, -1]], b1 = [0], W2 = [[3]], dz = [[2]]",
    ),
    "transposed": (
        "da.T @ X",
        "X.T @ da",
        "X = [[1, 2]], W1 = [[1, -1], [0.5, 1]], b1 = [0, -1], W2 = [[2, -1]], dz = [[1]]",
    ),
    "the mean of the samples": (
        "da.T @ X",
        "da.T @ X / len(X)",
        "X = [[1], [2]], W1 = [[1]], b1 = [0], W2 = [[1]], dz = [[1], [1]]",
    ),
}


def cases(rng):
    yield [[1.0, 1.0]], [[1.0, -1.0]], [0.0], [[3.0]], [[2.0]]
    yield [[1.0], [2.0]], [[1.0]], [0.0], [[1.0]], [[1.0], [1.0]]
    for n, d, h, k in ((1, 3, 2, 2), (3, 2, 4, 1)):
        sizes = (n, d), (h, d), (h,), (k, h), (n, k)
        yield tuple(rng.integers(-4, 5, size) / 2 for size in sizes)
