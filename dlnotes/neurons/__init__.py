"""Artificial neurons: the McCulloch-Pitts neuron, and the perceptron that learns.

Both compare a weighted sum with a threshold and answer 0 or 1; where the sum just reaches
the threshold the answer is 1. The perceptron keeps its threshold as a bias, and learns it.
"""

from ._mcp import mcp_neuron
from ._perceptron import (
    perceptron_fit,
    perceptron_mistake_bound,
    perceptron_predict,
    perceptron_update,
)

__all__ = [
    "mcp_neuron",
    "perceptron_fit",
    "perceptron_mistake_bound",
    "perceptron_predict",
    "perceptron_update",
]
