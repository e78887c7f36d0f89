"""The states of a recurrent layer, from the first step to the last."""

ANSWER = "dlnotes.recurrent.rnn_forward(X, [W_ih, W_hh, b, np.zeros(len(b))])[0]"
TOLERANCE = 1e-9
EXAMPLE = ([[1.0], [0.0], [0.0]], [[1.0]], [[0.5]], [0.0])
WORDS = {
    "ko": {
        "doc": "순환층의 은닉 상태를 시점마다 구한다.",
        "question": "`X`는 순서가 있는 데이터 (T, D)다. 입력의 가중치 `W_ih`(본문의 $W$)는 "
        "(H, D), 앞 상태의 가중치 `W_hh`(본문의 $U$)는 (H, H), 편향 `b`는 (H,)다. 상태는 "
        "0에서 시작해 시점마다 $h_t = \\tanh(W_{ih} x_t + W_{hh} h_{t-1} + b)$다. 모든 "
        "시점의 상태를 (T, H) 배열로 돌려준다.",
        "hints": [
            "상태 `h`를 `np.zeros(len(b))`로 시작하고 `for x in X:`로 한 시점씩 지나간다.",
            "시점마다 `h`를 새 상태로 바꾸고 목록에 더한다. 끝에서 `np.array`로 묶는다.",
        ],
        "reason": "기억은 `h`를 다음 시점으로 넘기는 데에 있다. 넘기지 않으면 시점마다 "
        "따로 계산하는 보통의 층일 뿐이다.",
    },
    "en": {
        "doc": "The hidden state of a recurrent layer after each step.",
        "question": "`X` is a sequence (T, D). The weights of the input are `W_ih` (H, "
        "D), $W$ in the lesson, those of the state before `W_hh` (H, H), $U$ in the "
        "lesson, and the bias is `b` (H,). From a state of zeros, each step gives $h_t = "
        "\\tanh(W_{ih} x_t + W_{hh} h_{t-1} + b)$. Return the states of all steps as an "
        "array (T, H).",
        "hints": [
            "Begin with `np.zeros(len(b))` as the state `h`, and go through the steps by "
            "`for x in X:`.",
            "In each step put the new state into `h`, and add it to a list. `np.array` "
            "puts them together at the end.",
        ],
        "reason": "The memory is `h`, which is handed on to the next step. Without it "
        "there would be a plain layer that sees each step alone.",
    },
}
SOLUTION = """
import numpy as np


def rnn(X, W_ih, W_hh, b):
    h, states = np.zeros(len(b)), []
    for x in X:
        h = np.tanh(W_ih @ x + W_hh @ h + b)
        states.append(h)
    return np.array(states)
"""
WRONG = {
    "no memory": (
        " + W_hh @ h",
        "",
        "X = [[1], [0], [0]], W_ih = [[1]], W_hh = [[0.5]], b = [0]",
    ),
    "no tanh": (
        "np.tanh",
        "",
        "X = [[1], [0], [0]], W_ih = [[1]], W_hh = [[0.5]], b = [0]",
    ),
    "the last state alone": (
        "np.array(states)",
        "h",
        "X = [[1], [0], [0]], W_ih = [[1]], W_hh = [[0.5]], b = [0]",
    ),
    "weights transposed": (
        "W_hh @ h",
        "W_hh.T @ h",
        "X = [[1], [1]], W_ih = [[1], [0]], W_hh = [[0, 2], [1, 0]], b = [0, 0]",
    ),
}


def cases(rng):
    yield [[1.0], [1.0]], [[1.0], [0.0]], [[0.0, 2.0], [1.0, 0.0]], [0.0, 0.0]
    yield [[2.0, -1.0]], [[1.0, 1.0]], [[3.0]], [0.5]
    yield [[1000.0], [-1000.0]], [[1.0]], [[1.0]], [0.0]
    sizes = (4, 2), (3, 2), (3, 3), (3,)
    yield tuple(rng.integers(-4, 5, size) / 4 for size in sizes)
