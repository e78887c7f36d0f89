"""How a gradient passes back through softmax, row by row."""

ANSWER = "dlnotes.activations.softmax_backward(dout, p)"
TOLERANCE = 1e-9
EXAMPLE = ([1.0, 0.0], [0.75, 0.25])
WORDS = {
    "ko": {
        "doc": "소프트맥스의 출력에 대한 손실의 기울기에서 로짓에 대한 기울기를 구한다.",
        "question": "`p`는 소프트맥스의 출력이고, 손실(틀린 정도)은 `p`로 계산한다. "
        "`dout`은 `p`에 대한 손실의 기울기다. `p`의 수 하나를 조금 키우면, 손실은 키운 "
        "양에 `dout`을 곱한 만큼 바뀐다. 둘은 모양이 같고 마지막 축이 클래스다. 로짓에 "
        "대한 손실의 기울기를 모양이 같은 배열로 돌려준다.",
        "hints": [
            "로짓 하나가 커지면 그 확률은 오르고 나머지는 모두 내려간다. 바뀐 확률마다 "
            "`dout`을 곱해 더한다.",
            "`dout`을 $d$로 적으면 $p_k (d_k - \\sum_j d_j p_j)$다. 합은 행마다 구하고 "
            "`keepdims=True`로 축을 남긴다.",
        ],
        "reason": "야코비 행렬은 $p_k(\\mathbb{1}[k = j] - p_j)$다. 여기에 `dout`을 "
        "곱하면 $\\mathbb{1}$이 있는 항은 $p_k d_k$가 되고, 나머지는 "
        "$-p_k \\sum_j d_j p_j$가 된다. 행렬은 만들 필요가 없다.",
    },
    "en": {
        "doc": "The gradient of the logits from that of the output of softmax.",
        "question": "`p` is the output of a softmax, and a loss (how wrong it is) is "
        "computed from `p`. `dout` is the gradient of the loss with respect to `p`: when "
        "a number of `p` grows a little, the loss changes by the growth times `dout`. "
        "Both have the same shape, classes along the last axis. Return the gradient of "
        "the loss with respect to the logits, of that shape too.",
        "hints": [
            "When one logit grows, its probability rises and all others fall. Multiply "
            "each change by `dout`, and add up.",
            "With $d$ for `dout` it is $p_k (d_k - \\sum_j d_j p_j)$. The sum is made row "
            "by row; `keepdims=True` keeps its axis.",
        ],
        "reason": "The Jacobian is $p_k(\\mathbb{1}[k = j] - p_j)$. Times `dout`, the term "
        "with $\\mathbb{1}$ becomes $p_k d_k$, and the other $-p_k \\sum_j d_j p_j$. The "
        "matrix itself need not be made.",
    },
}
SOLUTION = """
import numpy as np


def softmax_backward(dout, p):
    return p * (dout - np.sum(dout * p, axis=-1, keepdims=True))
"""
WRONG = {
    "the diagonal alone": (
        "p * (dout - np.sum(dout * p, axis=-1, keepdims=True))",
        "dout * p * (1 - p)",
        "dout = [1, 0], p = [0.75, 0.25]",
    ),
    "the sum of all rows": (
        "np.sum(dout * p, axis=-1, keepdims=True)",
        "np.sum(dout * p)",
        "dout = [[1, 0], [0, 1]], p = [[0.5, 0.5], [0.25, 0.75]]",
    ),
    "a mean without weights": (
        "np.sum(dout * p, axis=-1, keepdims=True)",
        "np.mean(dout, axis=-1, keepdims=True)",
        "dout = [1, 0], p = [0.75, 0.25]",
    ),
}


def cases(rng):
    yield [3.0, 3.0], [0.75, 0.25]
    yield [2.0, -1.0], [1.0, 0.0]
    yield [[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.5], [0.25, 0.75]]
    yield rng.integers(-9, 10, (2, 3)) / 2, [[0.2, 0.3, 0.5], [0.6, 0.3, 0.1]]
