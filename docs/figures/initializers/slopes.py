"""Products of the slopes of an activation against the number of layers."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid_grad, tanh_grad
from dlnotes.autodiff import chain_rule_product

WORDS = {
    "ko": {"depth": "층의 수", "positive": "ReLU (양수)"},
    "en": {"depth": "number of layers", "positive": "ReLU (positive)"},
}
DEPTHS = np.arange(1, 31)
TICKS = {1e-20: "10⁻²⁰", 1e-15: "10⁻¹⁵", 1e-10: "10⁻¹⁰", 1e-5: "10⁻⁵", 1: "1"}


def products(slopes):
    """Product of the first slopes, for each number of them."""
    return [float(chain_rule_product(slopes[:n])) for n in DEPTHS]


def typical(f_grad):
    """The slope whose logarithm is the mean one for sums that are standard normal."""
    z = np.random.default_rng(0).normal(size=10_000)
    return np.full(len(DEPTHS), np.exp(np.log(f_grad(z)).mean()))


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3))
    one = np.ones(len(DEPTHS))
    axis.plot(DEPTHS, products(one), color="C2")
    axis.plot(DEPTHS, products(typical(tanh_grad)), "--", color="C1")
    axis.plot(DEPTHS, products(one / 4), color="C0")
    axis.plot(DEPTHS, products(typical(sigmoid_grad)), "--", color="C0")
    axis.text(30, 3, words["positive"], color="C2", ha="right", va="bottom")
    axis.text(30, 1e-6, "tanh′(z), z ~ N(0, 1)", color="C1", ha="right", va="bottom")
    axis.text(11, 3e-12, "σ′(z), z ~ N(0, 1)", color="C0", ha="right", va="bottom")
    axis.text(30, 5e-14, "σ′(0) = 1/4", color="C0", ha="right", va="bottom")
    axis.set(yscale="log", xlabel=words["depth"], xticks=[1, 10, 20, 30])
    axis.set_yticks(list(TICKS), TICKS.values())
    axis.minorticks_off()
    return fig
