"""How rare it is that all eigenvalues of a random symmetric matrix are positive."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import hessian_min_probability


def figure():
    rng = np.random.default_rng(0)
    sizes = [1, 2, 3, 4]
    shares = [hessian_min_probability(n, trials=40_000, rng=rng) for n in sizes]
    fig, axis = plt.subplots(figsize=(4.5, 2.8))
    n = np.arange(1, 11)
    axis.plot(n, 2.0**-n, ":", color="C6")
    axis.plot(n, 3.0 ** (-(n**2) / 4), "--", color="C1")
    axis.plot(sizes, shares, "o", color="C0", ms=6)
    axis.text(8.2, 2.0**-6.2, "2⁻ⁿ", color="C6")
    axis.text(
        7.7, 3.0 ** (-(7.4**2) / 4), r"$3^{\mathdefault{−n²/4}}$", color="C1", fontsize=13
    )
    axis.set(yscale="log", xlabel="n", ylabel="P", xticks=n)
    axis.set_yticks([1, 1e-4, 1e-8, 1e-12], ["1", "10⁻⁴", "10⁻⁸", "10⁻¹²"])
    axis.minorticks_off()
    return fig
