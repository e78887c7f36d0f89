"""The worked 2-2-1 network with the value and the gradient of every number in it."""

import runpy
from pathlib import Path

FORWARD = Path(__file__).parents[1] / "networks" / "forward-graph.py"


def figure():
    forward = runpy.run_path(str(FORWARD))
    loss, number = forward["network"](forward["NET"]), forward["number"]
    loss.backward()

    def lines(value):
        return [(number(value.data), "C0"), (number(value.grad), "C1")]

    return forward["draw"](loss, lines, pitch=58)
