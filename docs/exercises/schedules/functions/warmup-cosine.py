"""A learning rate that warms up, falls along half a cosine, and then stays."""

ANSWER = (
    "dlnotes.schedules.warmup_cosine(t, base_lr, warmup_steps=warmup, total_steps=total)"
)
TOLERANCE = 1e-9
EXAMPLE = ([0, 1, 2, 4, 6, 9], 1.0, 2, 6)
WORDS = {
    "ko": {
        "doc": "웜업 뒤에 코사인을 따라 내려가는 학습률을 구한다.",
        "question": "`t`는 0부터 센 스텝 번호의 배열이다. 처음 `warmup` 스텝은 $\\frac{t "
        "+ 1}{\\text{warmup}}$에 `base_lr`을 곱한 학습률이다. 그 뒤에는 `base_lr`에서 "
        "코사인의 반 주기를 따라 내려가 스텝 `total`에서 0이 되고, 그다음부터는 0이다. "
        "스텝마다 쓸 학습률을 배열로 돌려준다.",
        "hints": [
            "웜업 뒤의 진도는 `(t - warmup) / (total - warmup)`이고, `np.clip`으로 0과 1 "
            "사이에 둔다.",
            "진도가 $s$이면 학습률은 `base_lr`에 $\\frac{1 + \\cos \\pi s}{2}$를 곱한 "
            "값이다. `np.where`로 두 구간을 합친다.",
        ],
        "reason": "진도를 1에서 자르지 않으면 코사인이 다시 올라가 학습률도 커진다. "
        "웜업이 $t + 1$로 시작하므로 첫 스텝의 학습률이 0이 아니다.",
    },
    "en": {
        "doc": "Learning rates that warm up and then fall along a cosine.",
        "question": "`t` is an array of steps, counted from 0. In the first `warmup` "
        "steps the rate is `base_lr` times $\\frac{t + 1}{\\text{warmup}}$. Then it falls "
        "from `base_lr` along half a cosine to 0 at the step `total`, and stays 0. Return "
        "the rate of each step as an array.",
        "hints": [
            "After the warm-up, the progress is `(t - warmup) / (total - warmup)`; "
            "`np.clip` keeps it between 0 and 1.",
            "At a progress of $s$ the rate is `base_lr` times $\\frac{1 + \\cos \\pi "
            "s}{2}$. `np.where` joins the two parts.",
        ],
        "reason": "If the progress were not cut at 1, the cosine and the rate would rise "
        "again. The warm-up begins with $t + 1$, so that the first rate is not 0.",
    },
}
SOLUTION = """
import numpy as np


def warmup_cosine(t, base_lr, warmup, total):
    up = (t + 1) / max(warmup, 1)
    progress = np.clip((t - warmup) / (total - warmup), 0, 1)
    down = (1 + np.cos(np.pi * progress)) / 2
    return base_lr * np.where(t < warmup, up, down)
"""
WRONG = {
    "a first rate of 0": (
        "t + 1",
        "t",
        "t = [0, 1, 2, 4, 6, 9], base_lr = 1, warmup = 2, total = 6",
    ),
    "a cosine that rises again": (
        "np.clip((t - warmup) / (total - warmup), 0, 1)",
        "(t - warmup) / (total - warmup)",
        "t = [0, 1, 2, 4, 6, 9], base_lr = 1, warmup = 2, total = 6",
    ),
    "a progress that ignores the warm-up": (
        "(t - warmup) / (total - warmup)",
        "t / total",
        "t = [0, 1, 2, 4, 6, 9], base_lr = 1, warmup = 2, total = 6",
    ),
    "a rate of 1": (
        "base_lr * ",
        "",
        "t = [0, 3, 4], base_lr = 0.5, warmup = 0, total = 4",
    ),
}


def cases(rng):
    yield [0, 3, 4], 0.5, 0, 4
    yield [0, 1, 2], 0.5, 1, 2
    yield [8, 9, 10, 11], 0.1, 3, 10
    yield rng.integers(0, 30, 6), 0.25, 5, 25
