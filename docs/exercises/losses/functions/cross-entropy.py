"""Cross-entropy of logits, also where softmax has become 0."""

ANSWER = "dlnotes.losses.cross_entropy(z, y)"
TOLERANCE = 1e-9
EXAMPLE = ([[2.0, 1.0], [0.0, 0.0]], [0, 1])
WORDS = {
    "ko": {
        "doc": "로짓과 정답 번호에서 교차 엔트로피의 평균을 구한다.",
        "question": "`z`는 로짓 (N, K), `y`는 정답 번호 (N,)이다. 샘플마다 정답에 준 "
        "확률의 음의 로그를 구하고, 그 평균을 수 하나로 돌려준다. 정답의 확률이 0에 "
        "가까워도 바른 값이 나와야 한다.",
        "hints": [
            "확률을 구한 다음 로그를 씌우면 0의 로그가 나올 수 있다. 로그 확률을 바로 "
            "구한다.",
            "로그 확률은 $z_k - \\log \\sum_j e^{z_j}$다. 행마다 가장 큰 로짓을 먼저 뺀다.",
        ],
        "reason": "확률 $e^{-1000}$은 컴퓨터에서 0이고 그 로그는 $-\\infty$다. 로그 "
        "확률로 셈하면 이때의 손실 1000이 그대로 나온다.",
    },
    "en": {
        "doc": "Mean cross-entropy of logits and labels.",
        "question": "`z` has logits (N, K) and `y` labels (N,). Take the negative "
        "logarithm of the probability of each sample's label, and return their mean as a "
        "single number. It must be right for a probability near 0 too.",
        "hints": [
            "Probabilities first and then the logarithm can end in the logarithm of 0. "
            "Compute log-probabilities directly.",
            "A log-probability is $z_k - \\log \\sum_j e^{z_j}$. Subtract the largest "
            "logit of each row first.",
        ],
        "reason": "A computer takes the probability $e^{-1000}$ for 0, whose logarithm is "
        "$-\\infty$. Log-probabilities give the true loss, 1000.",
    },
}
SOLUTION = """
import numpy as np


def cross_entropy(z, y):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean()
"""
WRONG = {
    "the sum": (".mean()", ".sum()", "z = [[2, 1], [0, 0]], y = [0, 1]"),
    "no maximum subtracted": (
        "z - z.max(axis=1, keepdims=True)",
        "z",
        "z = [[1000, 0]], y = [1]",
    ),
    "the logarithm of softmax": (
        "z - np.log(np.exp(z).sum(axis=1, keepdims=True))",
        "np.log(np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))",
        "z = [[1000, 0]], y = [1]",
    ),
    "all columns": (
        "[np.arange(len(y)), y]",
        "[:, y]",
        "z = [[2, 1], [0, 0]], y = [0, 1]",
    ),
}


def cases(rng):
    yield [[1000.0, 0.0]], [1]
    yield [[1000.0, 0.0]], [0]
    yield [[-1000.0, -1000.0]], [0]
    yield [[3.0]], [0]
    yield rng.integers(-9, 10, (3, 4)) / 2, rng.integers(0, 4, 3)
