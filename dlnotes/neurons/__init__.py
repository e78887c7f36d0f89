"""Artificial neurons: the McCulloch-Pitts neuron, and the perceptron that learns.

Both compare a weighted sum with a threshold and return 0 or 1; if the sum equals the
threshold they return 1. The threshold of the perceptron is minus its bias, which it learns.
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
