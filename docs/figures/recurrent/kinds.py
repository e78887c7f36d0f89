"""Three ways to use a recurrent network: where inputs come and where answers go."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {
        "to-one": "여럿을 하나로",
        "to-many": "여럿을 여럿으로",
        "one": "하나를 여럿으로",
    },
    "en": {"to-one": "many to one", "to-many": "many to many", "one": "one to many"},
}
STEPS = 4
USED = {  # steps with an input, steps with an answer
    "to-one": (range(STEPS), [STEPS - 1]),
    "to-many": (range(STEPS), range(STEPS)),
    "one": ([0], range(STEPS)),
}
STYLE = {"arrowstyle": "->", "shrinkA": 6, "shrinkB": 6, "color": "C6"}


def figure(words):
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.7))
    for axis, (name, (inputs, answers)) in zip(axes, USED.items(), strict=True):
        for t in range(STEPS):
            axis.plot(t, 1, "s", ms=10, color="C0")
            if t:
                axis.annotate("", (t, 1), (t - 1, 1), arrowprops=STYLE)
            if t in inputs:
                axis.plot(t, 0, "o", ms=9, color="C1")
                axis.annotate("", (t, 1), (t, 0), arrowprops=STYLE)
            if t in answers:
                axis.plot(t, 2, "^", ms=9, color="C2")
                axis.annotate("", (t, 2), (t, 1), arrowprops=STYLE)
        axis.set(xlim=(-0.5, STEPS - 0.5), ylim=(-0.4, 2.4), title=words[name])
        axis.axis("off")
    return fig
