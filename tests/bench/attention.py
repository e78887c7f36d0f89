"""Attention: dlnotes, plain lines, PyTorch, on 8 heads of 256 tokens of 64 features."""

from functools import partial

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from dlnotes import attention as m

HEADS, TOKENS, FEATURES = 8, 256, 64


def plain(Q, K, V):
    s = Q @ K.swapaxes(1, 2) / np.sqrt(FEATURES)
    e = np.exp(s - s.max(axis=2, keepdims=True))
    return e / e.sum(axis=2, keepdims=True) @ V


def gradient(y, *inputs):
    """PyTorch's backward pass alone."""
    return partial(torch.autograd.grad, y, inputs, torch.ones_like(y), retain_graph=True)


def dot_product(arrays):
    tensors = [torch.from_numpy(a).requires_grad_() for a in arrays]
    theirs = functional.scaled_dot_product_attention
    calls = [partial(f, *arrays) for f in (m.scaled_dot_product_attention, plain)]
    causal = partial(m.scaled_dot_product_attention, *arrays, mask=m.causal_mask(TOKENS))
    out, weights = calls[0]()
    back = partial(
        m.scaled_dot_product_attention_backward, np.ones_like(out), *arrays, weights
    )
    name = "scaled_dot_product_attention"
    yield name, [*calls, None, partial(theirs, *tensors)]
    yield f"{name}, causal", [causal, None, None, partial(theirs, *tensors, is_causal=True)]
    yield f"{name}_backward", [back, None, None, gradient(theirs(*tensors), *tensors)]


def layers(x):
    """Both passes of a layer of 512 features on 256 tokens."""
    D = HEADS * FEATURES
    kind, theirs = torch.from_numpy(x[:0]).dtype, None
    theirs = nn.TransformerEncoderLayer(D, HEADS, 4 * D, 0.0, batch_first=True, dtype=kind)
    params = [p.detach().numpy() for p in theirs.parameters()]
    t = torch.from_numpy(x)[None].requires_grad_()
    ours = partial(m.encoder_layer, x, params, num_heads=HEADS)
    back = partial(m.encoder_layer_backward, np.ones_like(x), params, ours()[1])
    yield "encoder_layer", [ours, None, None, partial(theirs, t)]
    every = gradient(theirs(t), t, *theirs.parameters())
    yield "encoder_layer_backward", [back, None, None, every]
    heads = partial(m.multi_head_attention, x, params[:4], num_heads=HEADS)
    yield "multi_head_attention", [heads, None, None, partial(theirs.self_attn, t, t, t)]


def rows(x):
    """Name and the calls to compare."""
    rng, kind = np.random.default_rng(0), x.dtype
    arrays = rng.normal(size=(3, HEADS, TOKENS, FEATURES)).astype(kind)
    yield from dot_product(list(arrays))
    yield from layers(arrays[0].reshape(TOKENS, -1))
    places = np.arange(TOKENS, dtype=kind)
    yield "rotate_by_position", [partial(m.rotate_by_position, arrays[0], places)]
    table, ids = x[:, :FEATURES].copy(), rng.integers(len(x), size=4096)
    t, i, d = torch.from_numpy(table), torch.from_numpy(ids), table[ids]
    yield (
        "embed",
        [
            partial(m.embed, ids, table),
            lambda: table[ids],
            None,
            partial(functional.embedding, i, t),
        ],
    )
    yield "embed_backward", [partial(m.embed_backward, d, ids, len(x))]
    yield "token_probabilities", [partial(m.token_probabilities, x, top_k=40, top_p=0.9)]
    p = m.token_probabilities(x.astype(float))
    yield "sample_tokens", [partial(m.sample_tokens, p, rng=rng)]
    words = [m.to_jamo(chr(0xAC00 + int(n))) for n in rng.integers(11_172, size=1000)]
    yield "learn_bpe", [partial(m.learn_bpe, words, 20)]
