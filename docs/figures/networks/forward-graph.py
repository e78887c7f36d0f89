"""The worked 2-2-1 network as the graph of its operations, with the value of each.

`figures/autodiff/backward-graph.py` draws the same graph with the gradients as well, and
`tests/test_autodiff.py` compares every other place that states these numbers with `NET`.
"""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.autodiff import Value

NET = {
    "x_1": 2.0,
    "x_2": -1.0,
    "w_11": 0.5,
    "w_12": -1.0,
    "w_21": 1.5,
    "w_22": 2.0,
    "b_1": 0.5,
    "b_2": -0.5,
    "v_1": 3.0,
    "v_2": -2.0,
    "c": -1.5,
    "t": 3.0,
}
SIGNS = {"*": "×", "-": "−", "/": "÷", "**2": "(  )²", "relu": "ReLU"}
DIGITS = str.maketrans("0123456789-", "₀₁₂₃₄₅₆₇₈₉₋")
# name of each number -> column in points, and row; the product of w_11 and x_1 is p_11
PLACES = {
    "w_11": (25, 0),
    "x_1": (80, 0),
    "w_12": (135, 0),
    "w_21": (189, 0),
    "x_2": (244, 0),
    "w_22": (299, 0),
    "p_11": (52, 1),
    "p_12": (135, 1),
    "p_21": (189, 1),
    "p_22": (272, 1),
    "b_1": (25, 2),
    "s_1": (94, 2),
    "s_2": (230, 2),
    "b_2": (299, 2),
    "z_1": (94, 3),
    "z_2": (230, 3),
    "v_1": (25, 4),
    "h_1": (94, 4),
    "h_2": (230, 4),
    "v_2": (299, 4),
    "q_1": (94, 5),
    "q_2": (230, 5),
    "c": (94, 6),
    "s": (162, 6),
    "t": (60, 7),
    "ŷ": (162, 7),
    "2": (264, 7),
    "e": (60, 8),
    "e²": (162, 8),
    "L": (264, 8),
}
SHOWN = {"z_1", "z_2", "h_1", "h_2", "ŷ", "L"}  # results whose names the page uses


def named(name, value):
    """The number with a name."""
    value.name = name
    return value


def network(net):
    """The loss of the network, whose graph holds everything else."""
    leaf = {name: Value(number, name) for name, number in net.items()}
    h = {}
    for j in "12":
        p = [named(f"p_{j}{i}", leaf[f"w_{j}{i}"] * leaf[f"x_{i}"]) for i in "12"]
        z = named(f"z_{j}", named(f"s_{j}", p[0] + p[1]) + leaf[f"b_{j}"])
        h[j] = named(f"h_{j}", z.relu())
    q = [named(f"q_{j}", leaf[f"v_{j}"] * h[j]) for j in "12"]
    y = named("ŷ", named("s", q[0] + q[1]) + leaf["c"])
    square = named("e²", named("e", y - leaf["t"]) ** 2)
    return named("L", square / Value(2, "2"))


def number(x):
    """A number as the page writes it."""
    return f"{x + 0.0:g}".replace("-", "−")


def label(value):
    """What was done, and what the result is called."""
    head, _, index = value.name.partition("_")
    name = head + index.translate(DIGITS)
    if not value.operands:
        return name if name != "2" else ""
    sign = SIGNS.get(value.operation, value.operation)
    return f"{sign}  {name}" if value.name in SHOWN else sign


def edge(start, end, half):
    """The line between two boxes, and the gap after it."""
    if start[1] == end[1]:
        return [start + (24, 0), end - (24, 0), (np.nan, np.nan)]
    return [start + (0, half), end - (0, half), (np.nan, np.nan)]


def draw(loss, lines, pitch):
    """The graph, with `lines(value)` as text and colour of each line below a label."""
    graph = loss.graph()
    half = pitch * 0.33
    place = {}
    for value in graph:
        x, row = PLACES[value.name]
        below_inputs = 16 * (row > 0)  # where two lines cross
        place[value] = np.array([x, half + 2 + row * pitch + below_inputs])
    height = 8 * pitch + 2 * half + 20
    fig, axis = plt.subplots(figsize=(4.5, height / 72), layout="none")
    axis.set_position([0, 0, 1, 1])
    axis.set(xlim=(0, 324), ylim=(height, 0))
    axis.axis("off")
    ends = [edge(place[o], place[v], half) for v in graph for o in v.operands]
    axis.plot(*np.concatenate(ends).T, color="C6", lw=1)
    box = [(-24, -half), (24, -half), (24, half), (-24, half), (-24, -half)]
    for colour, kind in [("C6", False), ("C0", True)]:
        spots = np.array([place[v] for v in graph if bool(v.operands) == kind])
        style = {"marker": box, "mfc": "C8", "mec": colour, "ms": 48, "ls": "", "mew": 1.2}
        axis.plot(*spots.T, **style)
    for value in graph:
        x, y = place[value]
        texts = [(text, c) for text, c in [(label(value), "C7"), *lines(value)] if text]
        for i, (text, colour) in enumerate(texts):
            line = y + (i - (len(texts) - 1) / 2) * 12.5
            axis.text(x, line + 3.5, text, color=colour, ha="center", fontsize=10)
    return fig


def figure():
    return draw(network(NET), lambda v: [(number(v.data), "C0")], pitch=44)
