"""Artificial intelligence around machine learning around deep learning."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {
        "ai": ("인공지능", "규칙 · 탐색"),
        "ml": ("머신러닝", "k-최근접 이웃 · 로지스틱 회귀 · SVM"),
        "dl": ("딥러닝", "CNN · RNN · 트랜스포머"),
    },
    "en": {
        "ai": ("artificial intelligence", "rules · search"),
        "ml": ("machine learning", "k-nearest neighbours · logistic regression · SVM"),
        "dl": ("deep learning", "CNN · RNN · Transformer"),
    },
}


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 1.95), layout="none")
    axis.set_position([0, 0, 1, 1])
    axis.set(xlim=(0, 45), ylim=(0, 24.6))
    axis.axis("off")
    for depth, (name, shown) in enumerate(words.values()):
        left, bottom, top = 1 + 2 * depth, 1 + depth, 23.6 - 6.7 * depth
        box = plt.Rectangle((left, bottom), 45 - 2 * left, top - bottom)
        box.set(facecolor="C0", alpha=0.13, linewidth=0)
        axis.add_patch(box)
        style = {"ha": "center", "va": "center"}
        axis.text(22.5, top - 2.3, name, weight="bold", color="C0", **style)
        axis.text(22.5, top - 4.9, shown, fontsize=9, **style)
    return fig
