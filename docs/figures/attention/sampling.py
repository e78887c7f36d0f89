"""The probabilities of four words that may follow, by temperature and by a cut."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.attention import token_probabilities

WORDS = {
    "ko": {
        "temperature": "온도 T",
        "cut": "자르기",
        "first": "김밥의 확률",
        "kept": "남은 낱말",
        "words": ["김밥", "라면", "국수", "책상"],
        "y": "확률",
    },
    "en": {
        "temperature": "temperature T",
        "cut": "cut",
        "first": "probability of rice",
        "kept": "words left",
        "words": ["rice", "soup", "noodles", "desks"],
        "y": "probability",
    },
}
CUTS = {"-": {}, "k = 2": {"top_k": 2}, "p = 0.8": {"top_p": 0.8}}
SLIDERS = {"temperature": [0.25, 0.5, 1.0, 2.0, 4.0], "cut": [*CUTS]}
START = (1.0, "-")
SCORES = np.array([2.0, 1.0, 0.0, -2.0])


def measure(temperature, cut):
    p = token_probabilities(SCORES, temperature=temperature, **CUTS[cut])
    return {"first": f"{p[0]:.2f}", "kept": f"{np.count_nonzero(p)}"}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.0))
    frames = [(t, cut) for t in SLIDERS["temperature"] for cut in SLIDERS["cut"]]
    edges = np.arange(5) - 0.5
    for i, (temperature, cut) in enumerate(frames):
        p = token_probabilities(SCORES, temperature=temperature, **CUTS[cut])
        ax.stairs(p, edges, fill=True, color="C0", alpha=0.7, gid=f"frame-{i}")
    plain = token_probabilities(SCORES)
    ax.stairs(plain, edges, color="C6", lw=1.2)
    ax.set(ylim=(0, 1.02), ylabel=words["y"])
    ax.set_xticks(range(4), words["words"])
    ax.grid(visible=False)
    return fig
