"""Energy-based models: restricted Boltzmann machines, and deep belief networks of them.

A machine is three arrays: the weights `W` with a hidden unit in each row, the biases `a` of
the visible units and the biases `b` of the hidden units. So W @ v + b is the layer of a
network. Many texts write the transpose for `W`; the `components_` of scikit-learn are ours.
"""

from ._dbn import dbn_fit, dbn_hidden_prob, dbn_log_prob, dbn_sample
from ._exact import rbm_log_partition, rbm_log_prob, rbm_log_prob_grad
from ._rbm import rbm_energy, rbm_free_energy, rbm_hidden_prob, rbm_visible_prob
from ._rbm_uses import rbm_class_prob, rbm_reconstruction_error
from ._sampling import gibbs_chain, sample_bernoulli
from ._training import contrastive_divergence, rbm_fit

__all__ = [
    "contrastive_divergence",
    "dbn_fit",
    "dbn_hidden_prob",
    "dbn_log_prob",
    "dbn_sample",
    "gibbs_chain",
    "rbm_class_prob",
    "rbm_energy",
    "rbm_fit",
    "rbm_free_energy",
    "rbm_hidden_prob",
    "rbm_log_partition",
    "rbm_log_prob",
    "rbm_log_prob_grad",
    "rbm_reconstruction_error",
    "rbm_visible_prob",
    "sample_bernoulli",
]
