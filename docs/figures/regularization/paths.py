"""The weights of 65 features of patients, by the strength of either penalty."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import PolynomialFeatures, scale

from dlnotes.linear import linear_regression_fit
from dlnotes.regularization import lasso_fit

WORDS = {
    "ko": {"lambda": "벌점의 세기 λ", "weight": "가중치", "bmi": "체질량 지수", "s5": "s5"},
    "en": {"lambda": "strength λ", "weight": "weight", "bmi": "body mass", "s5": "s5"},
}
FITS = {"L1": lasso_fit, "L2": linear_regression_fit}
STRENGTHS = np.logspace(-1.25, 1, 19)


def paths(fit):
    """A row of 65 weights for each strength."""
    data = load_diabetes()
    X = PolynomialFeatures(2, include_bias=False).fit_transform(scale(data.data))
    X, _, y, _ = train_test_split(
        scale(X), scale(data.target), train_size=103, random_state=0
    )
    return np.array([fit(X, y, penalty=float(lam))[0] for lam in STRENGTHS])


def figure(words):
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.0), sharey=True)
    named = {"bmi": (2, "C1", "-"), "s5": (8, "C0", "--")}
    for axis, (name, fit) in zip(axes, FITS.items(), strict=True):
        weights = paths(fit)
        rest = np.delete(weights, [2, 8], axis=1)
        gaps = np.full((1, rest.shape[1]), np.nan)  # one curve ends, the next begins
        together = np.concatenate([rest, gaps]).T.ravel()
        x = np.tile([*STRENGTHS, np.nan], rest.shape[1])
        axis.plot(x, together, color="C6", lw=0.7)
        for key, (j, color, style) in named.items():
            axis.plot(STRENGTHS, weights[:, j], style, color=color, label=words[key])
        axis.set(xscale="log", xlabel=words["lambda"], title=name)
    axes[0].set_ylabel(words["weight"])
    axes[1].legend(loc="upper right", fontsize=9)
    return fig
