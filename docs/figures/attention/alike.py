"""How alike tokens become from layer to layer, with and without residual connections."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.attention import encoder_layer, init_encoder_layer, multi_head_attention

WORDS = {
    "ko": {
        "x": "지나온 층의 수",
        "y": "낱말끼리의 코사인",
        "bare": "어텐션만",
        "whole": "트랜스포머 층",
    },
    "en": {
        "x": "layers passed",
        "y": "cosine of two tokens",
        "bare": "attention alone",
        "whole": "layers of a Transformer",
    },
}
LAYERS, TOKENS, D = 12, 16, 32


def alike(x):
    """The mean cosine of the angle between two different tokens."""
    unit = x / np.linalg.norm(x, axis=1, keepdims=True)
    return (np.sum(unit @ unit.T) - len(x)) / (len(x) ** 2 - len(x))


def cosines():
    """Of attention alone, and of whole layers with norm first, after each layer."""
    rng = np.random.default_rng(0)
    bare = whole = rng.normal(size=(TOKENS, D))
    found = [(alike(bare), alike(whole))]
    for _ in range(LAYERS):
        params = init_encoder_layer(D, 4 * D, rng=rng)
        bare, _ = multi_head_attention(bare, params[:4], num_heads=4)
        whole, _ = encoder_layer(whole, params, num_heads=4, norm_first=True)
        found.append((alike(bare), alike(whole)))
    return np.array(found)


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.0))
    bare, whole = cosines().T
    ax.plot(bare, "s--", color="C1", ms=4)
    ax.plot(whole, "o-", color="C0", ms=4)
    ax.annotate(words["bare"], (3, 0.86), color="C1")
    ax.annotate(words["whole"], (4.5, 0.46), color="C0")
    ax.set(xlabel=words["x"], ylabel=words["y"], ylim=(-0.1, 1.08))
    return fig
