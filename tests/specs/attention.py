"""Attention: what each function promises."""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from checks import autograd
from dlnotes import attention as m
from specs import Call, Spec

inf, nan = math.inf, math.nan


def rng(seed=0):
    return np.random.default_rng(seed)


def drawn(*shape, seed=0):
    return rng(seed).normal(size=shape)


# Axes of different lengths: texts, heads, queries, keys, features, features of values.
Q, K, V = drawn(2, 3, 5, 4), drawn(2, 3, 7, 4, seed=1), drawn(2, 3, 7, 6, seed=2)
MASK = drawn(5, 7, seed=3) > -0.5
EACH = drawn(2, 1, 5, 7, seed=4) > 0
EACH[0, 0, 2] = False  # a query that may see nothing
BIAS = drawn(3, 5, 7, seed=5)
ONE_K, ONE_V = K[:, :1], V[:, :1]  # shared by all heads

X = drawn(2, 5, 6)
HEADS = [drawn(18, 6), drawn(18, seed=1), drawn(6, 6, seed=2), drawn(6, seed=3)]
LAYER = [p + drawn(*p.shape, seed=9) / 9 for p in m.init_encoder_layer(6, 8, rng=rng())]
CAUSAL = m.causal_mask(5)
TEXTS = np.array([[3, 0, 4, 4], [2, 0, 1, 0]])
MODEL = [
    p + drawn(*p.shape, seed=9) / 9 for p in m.init_transformer(5, 6, 4, 8, 2, rng=rng())
]


def attend(*args, **options):
    return Call("scaled_dot_product_attention", *args, **options)


ATTENTIONS = [
    attend(Q, K, V),
    attend(Q, K, V, mask=MASK),
    attend(Q, K, V, mask=EACH),
    attend(Q, K, V, bias=BIAS),
    attend(Q, K, V, mask=EACH, bias=BIAS),
    attend(Q, ONE_K, ONE_V, mask=m.causal_mask(5, past=2)),
    attend(Q[0, 0], K[0, 0], V[0, 0]),
]
MULTI = [
    Call("multi_head_attention", X, HEADS, num_heads=3),
    Call("multi_head_attention", X, HEADS, num_heads=1, mask=CAUSAL),
    Call("multi_head_attention", X, HEADS, num_heads=2, mask=m.padding_mask([3, 5], 5)),
    Call("multi_head_attention", X[0], HEADS, num_heads=2),
]
LAYERS = [
    Call("encoder_layer", X, LAYER, num_heads=3, norm_first=first, activation=f)
    for first in (False, True)
    for f in ("relu", "gelu")
]
LAYERS += [call.but(mask=CAUSAL) for call in LAYERS[::3]]
MODELS = [
    Call("transformer_forward", TEXTS, MODEL, num_heads=2),
    Call("transformer_forward", TEXTS, MODEL, num_heads=2, causal=False, activation="relu"),
]


def backward(call):
    """The gradient of a good call, weighted by numbers that are drawn."""
    out, kept = getattr(m, call.name)(*call.args, **call.options)
    dout = drawn(*out.shape, seed=7)
    if call.name == "scaled_dot_product_attention":
        return Call(f"{call.name}_backward", dout, *call.args, kept)
    name = call.name.replace("_forward", "") + "_backward"
    return Call(name, dout, call.args[1], kept)


GRADIENTS = [backward(call) for call in ATTENTIONS + MULTI + LAYERS + MODELS]
TABLE, IDS = drawn(5, 3), np.array([[3, 0, 0], [4, 0, 1]])
Z = 3 * drawn(2, 7)
P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
PLACES = np.array([0.0, 3, 7, 2, 40])
WORDS = ["low"] * 5 + ["lower"] * 2 + ["newest"] * 6 + ["widest"] * 3
MERGES = [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w"), ("e", "w")]
SHARP = [
    Call("token_probabilities", Z),
    Call("token_probabilities", Z, temperature=0.3),
    Call("token_probabilities", Z, top_k=3),
    Call("token_probabilities", Z, top_p=0.8),
    Call("token_probabilities", Z, temperature=2.0, top_k=4, top_p=0.7),
]

GOOD = [
    *ATTENTIONS,
    *MULTI,
    *LAYERS,
    *MODELS,
    *GRADIENTS,
    Call("causal_mask", 5),
    Call("padding_mask", np.array([3, 0, 5]), 5),
    Call("sinusoidal_positions", 7, 6),
    Call("rotate_by_position", Q, PLACES),
    Call("init_encoder_layer", 6, 8, rng=rng()),
    Call("init_transformer", 5, 6, 4, 8, 2, rng=rng()),
    Call("embed", IDS, TABLE),
    Call("embed_backward", drawn(2, 3, 4), IDS, 5),
    Call("mask_tokens", np.arange(50) % 5, 5, mask_id=5, rng=rng()),
    *SHARP,
    Call("sample_tokens", np.tile(P, (20, 1)), rng=rng()).bounded("p").finite("p"),
    Call("perplexity", P[0]).bounded("p"),
    Call("to_jamo", "한글 abc"),
    Call("from_jamo", "ㅎㅏㄴㄱㅡㄹ"),
    Call("learn_bpe", WORDS, 5),
    Call("apply_bpe", "lowest", MERGES),
    Call("encode_tokens", ["a", "c"], ["a", "b", "c"]),
]

I2 = np.eye(2)
# Q = K = identity, d = 2: scores 1 / sqrt(2) and 0
SHARE = 1 / (1 + math.exp(-math.sqrt(0.5)))
VALUES = [
    Call("causal_mask", 2).gives([[True, False], [True, True]]),
    Call("causal_mask", 1, past=2).gives([[True, True, True]]),
    Call("padding_mask", [0, 2], 2).gives([[[False, False]], [[True, True]]]),
    attend(I2, I2, I2).gives(
        [[SHARE, 1 - SHARE], [1 - SHARE, SHARE]], [[SHARE, 1 - SHARE], [1 - SHARE, SHARE]]
    ),
    attend(I2, I2, I2, mask=m.causal_mask(2)).gives([[1, 0], [1 - SHARE, SHARE]], ...),
    # four features: the score of 6 log(2) is divided by 2
    attend([[1, 1, 1, 3]], [[0] * 4, [2 * math.log(2), 0, 0, 0]], [[0], [3]]).gives(
        [[2]], [[1 / 3, 2 / 3]]
    ),
    attend([[0.0]], [[5], [9]], [[1], [5]], bias=[[math.log(3), 0]]).gives(
        [[2]], [[0.75, 0.25]]
    ),
    # scores that exp cannot take, and a query that may see nothing
    attend([[1000.0]], [[1], [2]], [[1], [5]]).gives([[5]], [[0, 1]]),
    attend(
        [[1.0], [1]], [[1], [2]], [[1], [5]], mask=[[False, False], [True, False]]
    ).gives([[0], [1]], [[0, 0], [1, 0]]),
    # half of each value, and 1/4 of the difference of the values for the key
    Call(
        "scaled_dot_product_attention_backward",
        [[1]],
        [[1]],
        [[0], [0]],
        [[0], [8]],
        [[0.5, 0.5]],
    ).gives([[0]], [[-2], [2]], [[0.5], [0.5]]),
    # one token sees itself alone
    Call(
        "multi_head_attention",
        [[1, 2]],
        [np.vstack([I2, I2, 3 * I2]), [0] * 5 + [1], [[0, 1], [1, 0]], [10, 0]],
        num_heads=2,
    ).gives([[17, 3]], ...),
    # sums 1 and 3 of the token and its mean, which is itself, with a network of zeros
    Call(
        "encoder_layer",
        [[-1, 1]],
        [
            np.zeros((6, 2)),
            np.zeros(6),
            np.zeros((2, 2)),
            np.zeros(2),
            np.zeros((1, 2)),
            [0],
        ]
        + [np.zeros((2, 1)), np.zeros(2), [1, 1], [0, 0], [2, 2], [0, 3]],
        num_heads=1,
    ).gives([[-2, 5]], ..., rtol=2e-5),
    Call("sinusoidal_positions", 2, 2).gives([[0, 1], [math.sin(1), math.cos(1)]]),
    Call("sinusoidal_positions", 3, 4, base=100).gives(
        [[math.sin(t), math.cos(t), math.sin(t / 10), math.cos(t / 10)] for t in range(3)]
    ),
    Call("rotate_by_position", [[1, 0], [0, 2]], [0, math.pi / 2]).gives([[1, 0], [-2, 0]]),
    Call("rotate_by_position", [[1, 0, 1, 0]], [math.pi], base=4).gives([[-1, 0, 0, 1]]),
    Call("embed", [2, 0], [[1, 2], [3, 4], [5, 6]]).gives([[5, 6], [1, 2]]),
    Call("embed_backward", [[1, 2], [10, 20]], [1, 1], 3).gives([[0, 0], [11, 22], [0, 0]]),
    Call("embed_backward", np.zeros((0, 2)), np.zeros(0, int), 1).gives([[0, 0]]),
    Call("mask_tokens", [1, 2], 3, mask_id=3, share=0, rng=rng()).gives(
        [1, 2], [False, False]
    ),
    Call("token_probabilities", [0, math.log(3)]).gives([0.25, 0.75]),
    Call("token_probabilities", [0, math.log(3)], temperature=0.5).gives([0.1, 0.9]),
    Call("token_probabilities", [1, 1, 1], top_k=2).gives([0.5, 0.5, 0]),
    Call("token_probabilities", [1, 1], top_k=5).gives([0.5, 0.5]),
    Call("token_probabilities", [0, math.log(3)], top_p=0.75).gives([0, 1]),
    Call("token_probabilities", [0, math.log(3)], top_p=0.76).gives([0.25, 0.75]),
    Call("token_probabilities", [0, math.log(3)], top_p=1).gives([0.25, 0.75]),
    # of three quarters and a quarter, 0.75 is enough once the third is cut off
    Call("token_probabilities", np.log([0.3, 0.1, 0.6]), top_k=2, top_p=0.66).gives(
        [0, 0, 1]
    ),
    Call("sample_tokens", [[0, 1, 0], [0, 0, 1], [1, 0, 0]], rng=rng()).gives([1, 2, 0]),
    Call("perplexity", [0.5, 0.125]).gives(4),
    Call("perplexity", [1.0, 1]).gives(1),
    Call("perplexity", [0.5, 0]).gives(inf),
    Call("perplexity", np.full(400, 1e-5)).gives(1e5),
]


def torch_attention(q, k, v, mask=None, bias=None):
    """The result and the weights, which are those of values that are a unit matrix."""
    added = bias
    if mask is not None:
        added = torch.zeros(mask.shape, dtype=q.dtype) if bias is None else bias
        added = added.masked_fill(~mask, -inf)
    k, v = (a.expand(*q.shape[:-2], *a.shape[-2:]) for a in (k, v))
    unit = torch.eye(k.shape[-2], dtype=q.dtype).expand(*q.shape[:-2], -1, -1)
    f = functional.scaled_dot_product_attention
    return f(q, k, v, added), f(q, k, unit, added)


def torch_multi_head(x, params, *, num_heads, mask=None):
    """The result of PyTorch's layer, where a mask hides what is True."""
    D = x.shape[-1]
    if mask is not None:
        mask = mask.expand(*x.shape[:-1], x.shape[-2]) if mask.ndim > 2 else mask
        mask = mask.repeat_interleave(num_heads, 0) if mask.ndim > 2 else mask
    rows = x if x.ndim == 3 else x[None]
    rows = rows.transpose(0, 1)
    out, weights = functional.multi_head_attention_forward(
        rows, rows, rows, D, num_heads, params[0], params[1], None, None, False, 0.0,
        params[2], params[3], attn_mask=None if mask is None else ~mask,
        average_attn_weights=False,
    )  # fmt: skip
    out = out.transpose(0, 1)
    return out.reshape(x.shape), weights.reshape(*x.shape[:-2], *weights.shape[1:])


def torch_layer(x, params, *, num_heads, norm_first, activation, mask=None):
    """The result of PyTorch's encoder layer with given parameters."""
    layer = nn.TransformerEncoderLayer(
        x.shape[-1], num_heads, params[5].shape[0], 0.0, activation,
        batch_first=True, norm_first=norm_first, dtype=torch.float64,
    )  # fmt: skip
    names = [name for name, _ in layer.named_parameters()]
    return torch.func.functional_call(
        layer, dict(zip(names, params, strict=True)), (x,),
        {"src_mask": None if mask is None else ~mask},
    )  # fmt: skip


def torch_model(ids, params, *, num_heads, causal=True, activation="gelu"):
    table, places, *rest = params
    x = functional.embedding(ids, table) + places[: ids.shape[1]]
    mask = torch.ones(ids.shape[1], ids.shape[1], dtype=torch.bool).tril()
    for i in range(0, len(rest) - 2, 12):
        x = torch_layer(
            x, rest[i : i + 12], num_heads=num_heads, norm_first=True,
            activation=activation, mask=mask if causal else None,
        )  # fmt: skip
    return functional.layer_norm(x, x.shape[-1:], *rest[-2:]) @ table.T


def alone(f):
    """The result of PyTorch, beside which ours keeps values that are not compared."""
    return lambda *args, **options: (f(*args, **options).detach(), ...)


def gradients(call, f):
    """The gradients that PyTorch finds for a call with tokens and parameters."""
    x, params = call.args
    options = {n: torch.tensor(v) if n == "mask" else v for n, v in call.options.items()}

    def theirs(dout, *_):
        if x.dtype.kind == "i":
            return autograd(
                lambda *p: f(torch.tensor(x), list(p), **options), *params, dout=dout
            )
        return autograd(lambda t, *p: f(t, list(p), **options), x, *params, dout=dout)

    return theirs


def of_attention(call):
    """PyTorch's gradients of attention, that of a row without keys is nan to some."""
    options = {name: torch.tensor(value) for name, value in call.options.items()}
    return lambda dout, q, k, v, _: autograd(
        lambda *t: torch_attention(*t, **options)[0], q, k, v, dout=dout
    )


def complex_rotation(x, positions, base=10000.0):
    """Each pair of features as a complex number, times exp(i * angle)."""
    d = x.shape[-1]
    angles = torch.outer(positions, base ** (-torch.arange(0, d, 2).double() / d))
    pairs = torch.view_as_complex(x.reshape(*x.shape[:-1], d // 2, 2))
    turned = pairs * torch.polar(torch.ones_like(angles), angles)
    return torch.view_as_real(turned).reshape(x.shape)


def plain_probabilities(z, temperature=1.0, top_k=None, top_p=None):
    """Scores that are cut off become -inf, as other libraries do it."""
    z = z / temperature
    if top_k:
        z = z.masked_fill(z < z.topk(top_k).values[..., -1:], -inf)
    if top_p:
        ordered, places = z.sort(descending=True)
        p = ordered.softmax(-1)
        cut = (p.cumsum(-1) - p >= top_p).scatter(-1, places, p.cumsum(-1) - p >= top_p)
        z = z.masked_fill(cut, -inf)
    return z.softmax(-1)


def plain_positions(T, D):
    return [
        [
            (math.cos if i % 2 else math.sin)(t / 10000 ** ((i - i % 2) / D))
            for i in range(D)
        ]
        for t in range(T)
    ]


PARITY = [
    Call("causal_mask", 5).like(lambda T: torch.ones(T, T).tril().bool()),
    *(call.like_torch(torch_attention) for call in ATTENTIONS),
    *(
        call.like_torch(alone(lambda *a, **o: torch_multi_head(*a, **o)[0]))
        for call in MULTI
    ),
    *(call.like_torch(alone(torch_layer)) for call in LAYERS),
    *(call.like_torch(alone(torch_model)) for call in MODELS),
    *(backward(call).like(of_attention(call)) for call in ATTENTIONS),
    *(
        backward(call).like(gradients(call, lambda *a, **o: torch_multi_head(*a, **o)[0]))
        for call in MULTI
    ),
    *(backward(call).like(gradients(call, torch_layer)) for call in LAYERS),
    *(backward(call).like(gradients(call, torch_model)) for call in MODELS),
    Call("sinusoidal_positions", 7, 6).like(lambda *a: np.array(plain_positions(*a))),
    Call("rotate_by_position", Q, PLACES).like_torch(complex_rotation),
    Call("rotate_by_position", Q, PLACES, base=50).like_torch(complex_rotation),
    Call("embed", IDS, TABLE).like_torch(functional.embedding),
    Call("embed_backward", drawn(2, 3, 4), IDS, 5).like(
        lambda dout, ids, count: autograd(
            lambda t: functional.embedding(torch.tensor(ids), t),
            np.zeros((count, 4)),
            dout=dout,
        )
    ),
    *(call.like_torch(plain_probabilities) for call in SHARP),
    Call("perplexity", P[0]).like_torch(lambda p: torch.exp(-torch.log(p).mean())),
]

ONE_TOKEN = "`x` must have shape (..., T, D), got (6,)"


def refused_layers(call, count, rule):
    """Arguments that attention of several heads and layers refuse."""
    x, params = call.args

    def refused(x=x, params=params, **options):
        return Call(call.name, x, params, **{**call.options, **options}).refuses

    return [
        refused(X[0, 0])(ONE_TOKEN),
        refused(X[:, :0])("`x` must not be empty, got shape (2, 0, 6)"),
        refused(num_heads=4)("`num_heads` must divide the 6 features of `x`, got 4"),
        refused(num_heads=0)("`num_heads` must be at least 1, got 0"),
        refused(params=params[:-1])(f"`params` must hold {rule}, got {count - 1} arrays"),
        refused(params=[params[0][:3], *params[1:]])(
            "`params[0]` must have the shape (18, 6), got (3, 6)"
        ),
        refused(mask=np.ones((5, 5)))(
            "`mask` must hold bools, got dtype float64", TypeError
        ),
        refused(mask=CAUSAL[:4])(
            "`mask` must have a shape that broadcasts to (2,",
        ),
    ]


def refused_backward(call, theirs):
    """Gradients of another shape, and the cache of another function."""
    dout, params, _ = call.args
    name = call.name.replace("_backward", "").replace("transformer", "transformer_forward")
    return [
        Call(call.name, dout, params, theirs).refuses(
            f"`cache` must be the one that `{name}` returned, got", TypeError
        ),
        Call(call.name, dout[..., :1], *call.args[1:]).refuses("must have the shape"),
        Call(call.name, dout, params[:-1], call.args[2]).refuses("`params` must hold"),
    ]


MULTI_BACK, LAYER_BACK, MODEL_BACK = (
    backward(calls[0]) for calls in (MULTI, LAYERS, MODELS)
)
FORMS = """`activation` must be "relu" or "gelu", got 'tanh'"""

REFUSALS = [
    Call("causal_mask", 0).refuses("`T` must be at least 1, got 0"),
    Call("causal_mask", 1, past=-1).refuses("`past` must be at least 0, got -1"),
    Call("padding_mask", [3], 2).refuses("`lengths` must lie from 0 to 2, got 3"),
    Call("padding_mask", [-1], 2).refuses("`lengths` must lie from 0 to 2, got -1"),
    Call("padding_mask", 3, 2).refuses("`lengths` must have shape (N,), got ()"),
    attend(Q[0, 0, 0], K, V).refuses("`Q` must have shape (..., T, d), got (4,)"),
    attend(Q, K[:, :, :0], V).refuses("`K` must not be empty, got shape (2, 3, 0, 4)"),
    attend(Q, K[..., :3], V).refuses(
        "`K` must have the 4 features of `Q`, got shape (2, 3, 7, 3)"
    ),
    attend(Q, K, V[..., :5, :]).refuses(
        "`V` must have a row for each of the 7 keys, got shape (2, 3, 5, 6)"
    ),
    attend(Q, K[:, :2], V).refuses(
        "`K` must have first axes that fit (2, 3), got (2, 2, 7, 4)"
    ),
    attend(Q, K, V, mask=MASK.astype(int)).refuses(
        "`mask` must hold bools, got dtype int64", TypeError
    ),
    attend(Q, K, V, mask=MASK.T).refuses(
        "`mask` must have a shape that broadcasts to (2, 3, 5, 7) of the scores, got (7, 5)"
    ),
    attend(Q[0, 0], K[0, 0], V[0, 0], bias=BIAS).refuses(
        "`bias` must have a shape that broadcasts to (5, 7) of the scores, got (3, 5, 7)"
    ),
    Call("scaled_dot_product_attention_backward", Q, *GRADIENTS[0].args[1:]).refuses(
        "`dout` must have the shape (2, 3, 5, 6) of the result, got (2, 3, 5, 4)"
    ),
    Call("scaled_dot_product_attention_backward", *GRADIENTS[0].args[:4], BIAS).refuses(
        "`weights` must have the shape (2, 3, 5, 7) of the scores, got (3, 5, 7)"
    ),
    *refused_layers(
        MULTI[0], 4, "the weights and the bias before the heads, and those after them"
    ),
    *refused_layers(
        LAYERS[0],
        12,
        "the four arrays of attention, four of the network, four of the norms",
    ),
    LAYERS[0].but(activation="tanh").refuses(FORMS),
    MODELS[0].but(activation="tanh").refuses(FORMS),
    LAYERS[0]
    .but(norm_first=1)
    .refuses("`norm_first` must be True or False, got int", TypeError),
    *refused_backward(MULTI_BACK, LAYER_BACK.args[2]),
    *refused_backward(LAYER_BACK, MULTI_BACK.args[2]),
    *refused_backward(MODEL_BACK, LAYER_BACK.args[2]),
    Call("transformer_forward", TEXTS + 1, MODEL, num_heads=2).refuses(
        "`ids` must hold labels from 0 to 4, got 5"
    ),
    Call("transformer_forward", np.zeros((1, 7), int), MODEL, num_heads=2).refuses(
        "`ids` must have at most 6 tokens, got 7"
    ),
    Call("transformer_forward", 1, MODEL, num_heads=2).refuses(
        "`ids` must have shape (..., T), got ()"
    ),
    Call("transformer_forward", TEXTS, MODEL[:-1], num_heads=2).refuses(
        "`params` must hold two tables, twelve arrays for each layer, and two of the last"
        " norm, got 27 arrays"
    ),
    MODELS[0]
    .but(num_heads=3)
    .refuses("`num_heads` must divide the 4 features of `params[0]`, got 3"),
    Call("init_encoder_layer", 0, 8, rng=rng()).refuses("`D` must be at least 1, got 0"),
    Call("init_encoder_layer", 6, 0, rng=rng()).refuses("`hidden` must be at least 1"),
    *(
        Call("init_transformer", *sizes, rng=rng()).refuses("must be at least 1, got 0")
        for sizes in (5 * (1 - np.eye(5, dtype=int))).tolist()
    ),
    Call("sinusoidal_positions", 0, 2).refuses("`T` must be at least 1, got 0"),
    Call("sinusoidal_positions", 1, 3).refuses("`D` must be even, got 3"),
    Call("sinusoidal_positions", 1, 0).refuses("`D` must be at least 2, got 0"),
    Call("rotate_by_position", Q[0, 0, 0], PLACES).refuses(
        "`x` must have shape (..., T, d), got (4,)"
    ),
    Call("rotate_by_position", Q[..., :3], PLACES).refuses(
        "`x` must have an even number of features, got shape (2, 3, 5, 3)"
    ),
    Call("rotate_by_position", Q, PLACES[:3]).refuses(
        "`positions` must have the shape (5,) of the tokens of `x`, got (3,)"
    ),
    *(
        call.refuses("`base` must be a finite number above 0, got 0")
        for call in (
            Call("sinusoidal_positions", 1, 2, base=0),
            Call("rotate_by_position", Q, PLACES, base=0),
        )
    ),
    Call("embed", [5], TABLE).refuses("`ids` must hold labels from 0 to 4, got 5"),
    Call("embed", [-1], TABLE).refuses("`ids` must hold labels from 0 to 4, got -1"),
    Call("embed", [0], TABLE[0]).refuses(
        "`table` must have shape (num_tokens, D), got (3,)"
    ),
    Call("embed_backward", drawn(3, 4), IDS, 5).refuses(
        "`dout` must have the shape (..., D) with a vector for each of `ids` of shape "
        "(2, 3), got (3, 4)"
    ),
    Call("embed_backward", drawn(2, 3, 4), IDS, 4).refuses(
        "`ids` must hold labels from 0 to 3, got 4"
    ),
    Call("mask_tokens", [3], 3, mask_id=3, rng=rng()).refuses(
        "`ids` must hold labels from 0 to 2, got 3"
    ),
    Call("mask_tokens", [0], 3, mask_id=-1, rng=rng()).refuses(
        "`mask_id` must be at least 0, got -1"
    ),
    Call("mask_tokens", [0], 3, mask_id=3, share=1.5, rng=rng()).refuses(
        "`share` must lie in [0, 1], got 1.5"
    ),
    *(
        SHARP[0]
        .but(temperature=value)
        .refuses(f"`temperature` must be a finite number above 0, got {value}")
        for value in (0, -1.0, inf, nan)
    ),
    SHARP[0].but(top_k=0).refuses("`top_k` must be at least 1, got 0"),
    SHARP[0].but(top_p=0).refuses("`top_p` must be above 0, got 0"),
    SHARP[0].but(top_p=1.5).refuses("`top_p` must lie in [0, 1], got 1.5"),
    Call("token_probabilities", 1.0).refuses("`z` must have shape (..., K), got ()"),
    Call("token_probabilities", np.ones((2, 0))).refuses("`z` must not be empty along"),
    Call("sample_tokens", [0.5, 0.4], rng=rng()).refuses(
        "`p` must sum to 1 along its last"
    ),
    Call("sample_tokens", [1.5, -0.5], rng=rng()).refuses(
        "`p` must lie in [0, 1], got 1.5"
    ),
    Call("perplexity", []).refuses("`p` must not be empty, got shape (0,)"),
    Call("perplexity", [1.5]).refuses("`p` must lie in [0, 1], got 1.5"),
    Call("to_jamo", 1).refuses("`text` must be a str, got int", TypeError),
    Call("from_jamo", b"a").refuses("`text` must be a str, got bytes", TypeError),
    Call("learn_bpe", "low", 1).refuses(
        "`words` must be a list or a tuple, got str", TypeError
    ),
    Call("learn_bpe", ["low", 1], 1).refuses(
        "`words[1]` must be a str, got int", TypeError
    ),
    Call("learn_bpe", WORDS, -1).refuses("`num_merges` must be at least 0, got -1"),
    Call("apply_bpe", 1, MERGES).refuses("`word` must be a str, got int", TypeError),
    *(
        Call("apply_bpe", "low", [("l", "o"), pair]).refuses(
            f"`merges[1]` must be two texts, got {pair!r}", TypeError
        )
        for pair in (("l",), "lo", ("l", 1), 5)
    ),
    Call("encode_tokens", ["a", "z"], ["a", "b"]).refuses(
        "`tokens` must be tokens of the 2 in `vocabulary`, got 'z'"
    ),
    Call("encode_tokens", ["a"], ["a", "b", "a"]).refuses(
        "`vocabulary` must hold each token once, got 'a' twice"
    ),
    Call("encode_tokens", "a", ["a"]).refuses(
        "`tokens` must be a list or a tuple, got str", TypeError
    ),
]

TEXTUAL = ["to_jamo", "from_jamo", "learn_bpe", "apply_bpe", "encode_tokens"]
FORWARD = ["multi_head_attention", "encoder_layer", "transformer_forward"]
BACKWARD = [
    "multi_head_attention_backward",
    "encoder_layer_backward",
    "transformer_backward",
]
PRODUCT = "scaled_dot_product_attention"
TEXT = "takes text; tests/test_attention.py compares it"
DRAWS = "chance decides; tests/test_attention.py asks what a draw must keep"
CACHED = "what it needs of the forward pass is not what is asked for here"
RANGE = "scores beyond the range of the dtype are no probabilities"
PROBABILITIES = "takes probabilities"
MANY = np.ones((70_000, 1))  # more than the largest float16
INITS = ["init_encoder_layer", "init_transformer"]

SPEC = Spec(
    module=m,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        attend(np.zeros((1, 1)), 0 * MANY, MANY),
        Call(
            f"{PRODUCT}_backward", MANY / 64, 0 * MANY, I2[:, :1], I2[:, 1:], MANY * [1, 0]
        ),
        Call("embed_backward", MANY / 64, np.zeros(70_000, int), 2),
        Call("perplexity", MANY[:, 0] / 2),
        Call("token_probabilities", 0 * MANY[:, 0]),
    ],
    discrete=["mask", "ids", "lengths"],
    exempt={
        "values": {
            **dict.fromkeys(TEXTUAL, TEXT),
            **dict.fromkeys(INITS, DRAWS),
            **dict.fromkeys([*BACKWARD, "transformer_forward"], "too many for a hand"),
        },
        "parity": {
            **dict.fromkeys(TEXTUAL, TEXT),
            **dict.fromkeys([*INITS, "mask_tokens", "sample_tokens"], DRAWS),
            "padding_mask": "no library has one; the values say what it is",
        },
        "float16": {
            **dict.fromkeys([*FORWARD, *BACKWARD], "made of others that are asked"),
            **dict.fromkeys(["embed", "rotate_by_position", "sample_tokens"], "no sums"),
        },
        "nan": {
            **dict.fromkeys(BACKWARD, "biases have no part in gradients"),
            "sample_tokens": PROBABILITIES,
        },
        "no_warning": dict.fromkeys(["perplexity", "sample_tokens"], PROBABILITIES),
        "edges": {
            **dict.fromkeys([*FORWARD, PRODUCT], RANGE),
            **dict.fromkeys(
                [*BACKWARD, f"{PRODUCT}_backward"],
                "a gradient in between may have no place",
            ),
            "rotate_by_position": "the angle of a huge position has no digits",
        },
    },
    values_within={"rtol": 1e-14, "atol": 1e-15},
    parity_within={"rtol": 1e-10, "atol": 1e-12},
)
