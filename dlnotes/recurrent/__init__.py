"""Recurrent networks, which read a sequence step by step and carry a state along.

Parameters are lists of four arrays, `[W_ih, W_hh, b_ih, b_hh]`, as in `layer.parameters()`
of PyTorch. Their rows come in blocks: one of an RNN, four of an LSTM (input, forget,
candidate, output), three of a GRU (reset, update, candidate). Sequences have the shape
(..., T, D). Beside the layers stands what forecasts of trajectories need: windows of a
series, constant velocity, and the errors of a forecast.
"""

from ._gru import gru_backward, gru_forward
from ._lstm import lstm_backward, lstm_forward
from ._rnn import rnn_backward, rnn_forward
from ._trajectories import ade, constant_velocity_forecast, fde, sliding_windows

__all__ = [
    "ade",
    "constant_velocity_forecast",
    "fde",
    "gru_backward",
    "gru_forward",
    "lstm_backward",
    "lstm_forward",
    "rnn_backward",
    "rnn_forward",
    "sliding_windows",
]
