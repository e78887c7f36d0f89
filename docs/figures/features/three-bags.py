"""The bags of three short sentences, two of which are the same."""

import matplotlib.pyplot as plt

from dlnotes.features import bag_of_words, build_vocabulary

TEXTS = ["Dog bites man.", "Man bites dog.", "Dog eats, man eats."]


def figure():
    vocabulary = build_vocabulary(TEXTS)
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.6), sharey=True)
    for axis, text, bag in zip(axes, TEXTS, bag_of_words(TEXTS, vocabulary), strict=True):
        axis.bar(range(len(bag)), bag, 0.6, color="C0", lw=0)
        axis.set_title(text, fontsize=9)
        axis.set(ylim=(0, 2.3), yticks=[0, 1, 2], xlim=(-0.6, 3.6))
        axis.set_xticks(range(len(bag)), vocabulary, fontsize=8)
        axis.grid(visible=False, axis="x")
    return fig
