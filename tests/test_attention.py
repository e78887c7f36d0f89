"""Attention beside the contract: PyTorch's layers, laws, tokens, chance, memory."""

import itertools
import re
import tracemalloc
import unicodedata
from collections import Counter, defaultdict

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from torch import nn

from checks import assert_parity, central_difference
from dlnotes import attention as m
from dlnotes.losses import cross_entropy
from dlnotes.tensors import one_hot
from specs.attention import (
    CAUSAL,
    HEADS,
    LAYER,
    LAYERS,
    MODEL,
    MODELS,
    MULTI,
    TEXTS,
    WORDS,
    K,
    Q,
    V,
    X,
    drawn,
    torch_layer,
    torch_model,
)

WITHIN = {"rtol": 1e-11, "atol": 1e-13}


def tensors(params):
    return [torch.tensor(p) for p in params]


# --- PyTorch ------------------------------------------------------------------------------


@pytest.mark.parametrize("call", MULTI)
def test_multi_head_attention_is_pytorchs_layer(call):
    """Whose masks hide where ours show."""
    x, params = call.args
    heads, mask = call.options["num_heads"], call.options.get("mask")
    layer = nn.MultiheadAttention(6, heads, batch_first=True, dtype=torch.float64)
    names = ["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"]
    layer.load_state_dict(dict(zip(names, tensors(params), strict=True)))
    t = torch.tensor(x)
    hidden = {}
    if mask is not None and mask.ndim == 3:
        hidden = {"key_padding_mask": ~torch.tensor(mask[:, 0])}
    elif mask is not None:
        hidden = {"attn_mask": ~torch.tensor(mask)}
    theirs, weights = layer(t, t, t, **hidden, average_attn_weights=False)
    out, cache = m.multi_head_attention(*call.args, **call.options)
    assert_parity(out, theirs.detach(), **WITHIN)
    assert_parity(cache.weights, weights.detach(), **WITHIN)


@pytest.mark.parametrize("call", LAYERS)
def test_encoder_layer_is_pytorchs(call):
    x, params = call.args
    options = {n: torch.tensor(v) if n == "mask" else v for n, v in call.options.items()}
    theirs = torch_layer(torch.tensor(x), tensors(params), **options)
    out, _ = m.encoder_layer(x, params, **call.options)
    assert_parity(out, theirs.detach(), **WITHIN)


def test_parameters_are_in_the_order_of_pytorch():
    layer = nn.TransformerEncoderLayer(6, 2, 8)
    assert [p.shape for p in LAYER] == [tuple(p.shape) for p in layer.parameters()]


@pytest.mark.parametrize("call", MODELS)
def test_transformer_is_pytorchs(call):
    theirs = torch_model(torch.tensor(TEXTS), tensors(MODEL), **call.options)
    z, _ = m.transformer_forward(*call.args, **call.options)
    assert_parity(z, theirs.detach(), **WITHIN)


def test_a_row_that_sees_nothing_is_0_as_in_pytorch():
    mask = np.ones((5, 7), bool)
    mask[2] = False
    theirs = nn.functional.scaled_dot_product_attention(
        *tensors([Q, K, V]), torch.tensor(mask)
    )
    out, weights = m.scaled_dot_product_attention(Q, K, V, mask=mask)
    assert_parity(out, theirs, **WITHIN)
    assert not out[..., 2, :].any()
    assert not weights[..., 2, :].any()


# --- laws ---------------------------------------------------------------------------------


def test_attention_does_not_know_the_order_of_its_keys():
    order = np.array([3, 0, 6, 1, 2, 5, 4])
    whole = m.scaled_dot_product_attention(Q, K, V)
    mixed = m.scaled_dot_product_attention(Q, K[:, :, order], V[:, :, order])
    assert_allclose(mixed[0], whole[0], **WITHIN)
    assert_allclose(mixed[1], whole[1][..., order], **WITHIN)


def test_causal_attention_does_not_see_the_future():
    changed = X.copy()
    changed[:, 3:] += 5
    for x, y in [
        [m.encoder_layer(x, LAYER, num_heads=2, mask=CAUSAL)[0] for x in (X, changed)],
        [
            m.multi_head_attention(x, HEADS, num_heads=2, mask=CAUSAL)[0]
            for x in (X, changed)
        ],
    ]:
        assert_allclose(x[:, :3], y[:, :3], **WITHIN)
        assert np.abs(x[:, 3:] - y[:, 3:]).min() > 1e-6


def test_kept_keys_and_values_give_the_same():
    """One query at a time, with the keys so far, is causal attention."""
    q, k = Q[0, 0], K[0, 0, :5]
    v = V[0, 0, :5]
    whole, _ = m.scaled_dot_product_attention(q, k, v, mask=m.causal_mask(5))
    for t in range(5):
        one, _ = m.scaled_dot_product_attention(q[t : t + 1], k[: t + 1], v[: t + 1])
        assert_allclose(one[0], whole[t], **WITHIN)
    rest, _ = m.scaled_dot_product_attention(q[3:], k, v, mask=m.causal_mask(2, past=3))
    assert_allclose(rest, whole[3:], **WITHIN)


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50))
def test_scores_of_turned_vectors_depend_on_the_distance(a, b, shift):
    q, k = drawn(1, 8), drawn(1, 8, seed=1)

    def score(i, j):
        return (m.rotate_by_position(q, [i]) @ m.rotate_by_position(k, [j]).T).item()

    assert_allclose(score(a, b), score(a + shift, b + shift), atol=1e-11)
    assert_allclose(np.linalg.norm(m.rotate_by_position(q, [a])), np.linalg.norm(q))


def test_the_gradient_of_a_rotation_is_turned_back():
    places, x, d = np.arange(3.0), drawn(3, 4), drawn(3, 4, seed=1)
    slope = central_difference(lambda x: np.sum(d * m.rotate_by_position(x, places)), x)
    assert_allclose(m.rotate_by_position(d, -places), slope, rtol=1e-6, atol=1e-8)


def test_float32_is_near_float64():
    params = [p.astype(np.float32) for p in MODEL]
    z, cache = m.transformer_forward(TEXTS, params, num_heads=2)
    true, exact = m.transformer_forward(TEXTS, MODEL, num_heads=2)
    assert z.dtype == np.float32
    assert_allclose(z, true, atol=1e-5)
    grads = m.transformer_backward(z, params, cache)
    for ours, theirs in zip(grads, m.transformer_backward(true, MODEL, exact), strict=True):
        assert ours.dtype == np.float32
        assert_allclose(ours, theirs, atol=1e-4)


# --- a vocabulary of 50,257 ---------------------------------------------------------------


def peak(call):
    tracemalloc.start()
    call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_large_vocabulary_costs_its_rows():
    """A table of 50,257 by 50,257 would have 20 gigabytes."""
    K, row = 50_257, 8 * 50_257
    assert peak(lambda: one_hot([5], K)) < 2 * row
    table, dout = np.ones((K, 4), np.float32), np.ones((3, 4), np.float32)
    assert peak(lambda: m.embed([0, 5, K - 1], table)) < 10_000
    assert peak(lambda: m.embed_backward(dout, [0, 5, K - 1], K)) < 2 * table.nbytes
    z = np.zeros((1, K))
    assert peak(lambda: m.token_probabilities(z, top_k=9)) < 20 * row
    assert peak(lambda: cross_entropy(z, [5])) < 10 * row


def test_embedding_is_a_product_with_one_hot_rows():
    table, ids, d = drawn(7, 3), np.array([2, 6, 2, 0]), drawn(4, 3, seed=1)
    rows = one_hot(ids, 7)
    assert_array_equal(m.embed(ids, table), rows @ table)
    assert_allclose(m.embed_backward(d, ids, 7), rows.T @ d, atol=1e-15)


# --- tokens -------------------------------------------------------------------------------


def test_every_syllable_comes_back():
    everything = "".join(map(chr, range(0xAC00, 0xD7A4)))
    assert m.from_jamo(m.to_jamo(everything)) == everything
    decomposed = unicodedata.normalize("NFD", "값없는 흙")
    assert m.to_jamo("값없는 흙") == "ㄱㅏㅄㅇㅓㅄㄴㅡㄴ ㅎㅡㄺ"
    assert len(m.to_jamo("값없는 흙")) == len(decomposed)
    assert m.to_jamo("a+ㅋㅋ") == "a+ㅋㅋ"


def sennrich(words, count):
    """The program that the paper prints, with our rule for ties and without its mark."""
    vocab = Counter(" ".join(word) for word in words)
    merges = []
    for _ in range(count):
        pairs = defaultdict(int)
        for word, times in vocab.items():
            for pair in itertools.pairwise(word.split()):
                pairs[pair] += times
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        bigram = re.escape(" ".join(best))
        pattern = re.compile(r"(?<!\S)" + bigram + r"(?!\S)")
        vocab = {pattern.sub("".join(best), w): n for w, n in vocab.items()}
        merges.append(best)
    return merges


def test_bpe_of_the_paper():
    merges = m.learn_bpe(WORDS, 10)
    assert merges == sennrich(WORDS, 10)
    assert merges[:2] == [("e", "s"), ("es", "t")]
    assert m.apply_bpe("lowest", merges) == ["low", "est"]
    assert m.learn_bpe(["aaaa", "aa"], 9) == sennrich(["aaaa", "aa"], 9)
    assert m.apply_bpe("aaa", [("a", "a")]) == ["aa", "a"]
    assert m.learn_bpe([], 3) == [] == m.learn_bpe(["a", ""], 3)
    assert m.apply_bpe("", merges) == []


@given(st.lists(st.text("ab가", max_size=7), max_size=6), st.integers(0, 8))
def test_bpe_of_any_words(words, count):
    merges = m.learn_bpe(words, count)
    assert merges == sennrich(words, count)
    for word in words:
        assert "".join(m.apply_bpe(word, merges)) == word


def test_tokens_get_their_places():
    assert m.encode_tokens([], ["a"]).tolist() == []
    assert m.encode_tokens(["b", "a", "b"], ["a", "b"]).tolist() == [1, 0, 1]


# --- chance -------------------------------------------------------------------------------


def test_masks_of_bert():
    """15 % are chosen; of these 80 % hidden, 10 % another token, 10 % as they were."""
    ids = np.random.default_rng(1).integers(100, size=200_000)
    masked, chosen = m.mask_tokens(ids, 100, mask_id=100, rng=np.random.default_rng(0))
    assert_allclose(chosen.mean(), 0.15, atol=0.004)
    assert_array_equal(masked[~chosen], ids[~chosen])
    assert_allclose(np.mean(masked[chosen] == 100), 0.8, atol=0.01)
    # one in a hundred of the other tokens is the same by chance
    assert_allclose(np.mean(masked[chosen] == ids[chosen]), 0.101, atol=0.01)


def test_draws_follow_the_probabilities():
    p = np.array([0.5, 0, 0.2, 0.3])
    draws = m.sample_tokens(np.tile(p, (100_000, 1)), rng=np.random.default_rng(0))
    assert_allclose(np.bincount(draws, minlength=4) / 100_000, p, atol=0.006)
    assert not np.any(draws == 1)


def test_weights_before_training():
    params = m.init_encoder_layer(64, 256, rng=np.random.default_rng(0))
    assert_allclose(params[0].std(), np.sqrt(2 / (64 + 192)), rtol=0.05)
    assert_allclose(params[4].std(), np.sqrt(2 / (64 + 256)), rtol=0.05)
    assert all(np.all(params[i] == 0) for i in (1, 3, 5, 7, 9, 11))
    model = m.init_transformer(500, 40, 64, 256, 1, rng=np.random.default_rng(0))
    assert_allclose([model[0].std(), model[1].std()], 0.02, rtol=0.05)


@given(st.floats(0.05, 20), st.integers(1, 7), st.floats(0.01, 1))
def test_cut_probabilities(temperature, top_k, top_p):
    z = drawn(9)
    p = m.token_probabilities(z, temperature=temperature, top_k=top_k, top_p=top_p)
    assert_allclose(p.sum(), 1)
    assert 1 <= np.count_nonzero(p) <= top_k
    assert p.argmax() == z.argmax()
    kept = m.token_probabilities(z, temperature=temperature, top_k=top_k)
    assert kept[p > 0].sum() >= top_p - 1e-12
    assert kept[p > 0].sum() - kept[p > 0].min() < top_p
