"""What some users like, the part that is seen, and what a machine makes of it."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.energy import rbm_fit, rbm_hidden_prob, rbm_visible_prob

WORDS = {
    "ko": {
        "true": "좋아하는 것",
        "seen": "평가가 있는 곳",
        "found": "머신의 예측",
        "item": "작품",
        "user": "사용자",
    },
    "en": {
        "true": "liked",
        "seen": "what was rated",
        "found": "predicted",
        "item": "works",
        "user": "users",
    },
}
SHOWN = 12


def figure(words):
    rng = np.random.default_rng(0)
    taste = rng.integers(0, 2, (200, 2)).repeat(4, axis=1)
    likes = (rng.random((200, 8)) < np.where(taste, 0.85, 0.1)).astype(float)
    seen = rng.random((200, 8)) < 0.6
    seen[:, 0] = True
    how = {"lr": 0.1, "epochs": 300, "batch_size": 20, "rng": rng}
    W, a, b = rbm_fit(likes, 4, mask=seen, **how)
    found = rbm_visible_prob(rbm_hidden_prob(likes, W, b, mask=seen), W, a)
    shown = {"true": likes, "seen": np.where(seen, likes, np.nan), "found": found}
    fig, axes = plt.subplots(1, 3, figsize=(6.8, 3.2))
    for axis, (name, table) in zip(axes, shown.items(), strict=True):
        axis.imshow(table[:SHOWN], cmap="gray_r", vmin=0, vmax=1, aspect="auto")
        for i, j in np.argwhere(~seen[:SHOWN]):
            if name != "true":
                axis.text(
                    j,
                    i,
                    "?" if name == "seen" else "·",
                    ha="center",
                    va="center",
                    fontsize=9,
                    color="C1",
                )
        axis.set_title(words[name], fontsize=10)
        axis.set(xticks=[], yticks=[], xlabel=words["item"])
        axis.grid(visible=False)
    axes[0].set_ylabel(words["user"])
    return fig
