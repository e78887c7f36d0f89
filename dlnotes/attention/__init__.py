"""Attention and Transformers: weighted means of tokens, their layers, texts as tokens.

The parameters of layers are flat lists in the order of PyTorch, weights have the shape
(out, in), and tokens are rows. A mask holds True where a query may see a key.
"""

from ._dot_product import (
    causal_mask,
    padding_mask,
    scaled_dot_product_attention,
    scaled_dot_product_attention_backward,
)
from ._embedding import embed, embed_backward, mask_tokens
from ._encoder import encoder_layer, encoder_layer_backward, init_encoder_layer
from ._language_model import init_transformer, transformer_backward, transformer_forward
from ._multi_head import multi_head_attention, multi_head_attention_backward
from ._positions import rotate_by_position, sinusoidal_positions
from ._sampling import perplexity, sample_tokens, token_probabilities
from ._tokens import apply_bpe, encode_tokens, from_jamo, learn_bpe, to_jamo

__all__ = [
    "apply_bpe",
    "causal_mask",
    "embed",
    "embed_backward",
    "encode_tokens",
    "encoder_layer",
    "encoder_layer_backward",
    "from_jamo",
    "init_encoder_layer",
    "init_transformer",
    "learn_bpe",
    "mask_tokens",
    "multi_head_attention",
    "multi_head_attention_backward",
    "padding_mask",
    "perplexity",
    "rotate_by_position",
    "sample_tokens",
    "scaled_dot_product_attention",
    "scaled_dot_product_attention_backward",
    "sinusoidal_positions",
    "to_jamo",
    "token_probabilities",
    "transformer_backward",
    "transformer_forward",
]
