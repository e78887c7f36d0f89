"""The probability of 11 as an area: the state of the hidden unit, times 11 given it."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {
        "hidden": "은닉 유닛의 상태",
        "given": "그때 11의 확률",
        "before": "머신 하나: 넓이 5/13",
        "after": "위에 하나를 올리면: 넓이 73/180",
    },
    "en": {
        "hidden": "state of the hidden unit",
        "given": "probability of 11 given it",
        "before": "one machine: area 5/13",
        "after": "with one on top: area 73/180",
    },
}
GIVEN = [1 / 4, 4 / 9]
SHARES = {
    "before": ([4 / 13, 9 / 13], ["4/13", "9/13"]),
    "after": ([0.2, 0.8], ["1/5", "4/5"]),
}


def figure(words):
    fig, axes = plt.subplots(1, 2, figsize=(6.6, 2.6), sharey=True)
    for ax, (name, (shares, labels)) in zip(axes, SHARES.items(), strict=True):
        left = 0.0
        for state, (share, label) in enumerate(zip(shares, labels, strict=True)):
            style = {"color": f"C{state}", "hatch": "//" if state else ""}
            ax.bar(left, GIVEN[state], share, align="edge", **style)
            ax.text(left + share / 2, GIVEN[state] + 0.02, label, ha="center", fontsize=9)
            left += share
        ax.set(xlim=(0, 1), ylim=(0, 0.6), xlabel=words["hidden"], title=words[name])
        ax.set_xticks([shares[0] / 2, (1 + shares[0]) / 2], ["0", "1"])
        ax.set_yticks(GIVEN, ["1/4", "4/9"])
        ax.grid(visible=False)
    axes[0].set_ylabel(words["given"])
    return fig
