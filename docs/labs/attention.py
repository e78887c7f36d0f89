# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] lang="ko"
# 한국 이름 960개로 작은 [GPT](bert-and-gpt.md#gpt)를 학습시켜 새 이름을 짓게 한다.
# 자모를 하나씩 이어 쓰는 모델이 무엇을 배우는지, 횟수만 세는 모델을 이기는지 본다.
# 끝으로 [글자를 거꾸로 쓰는 어텐션](attention.md#example)에서 위치와 마스크를 바꾸어 본다.
# 필요한 것은 `dlnotes`와 NumPy뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# We train a small [GPT](bert-and-gpt.md#gpt) with 960 Korean given names and let it make up new ones.
# We look at what a model learns that writes one letter (jamo) after another, and whether it beats honest rivals.
# At the end, positions and masks are changed for [attention that writes backwards](attention.md#example).
# It needs `dlnotes` and NumPy and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 이름과 토큰 { #data }
#
# 이름을 자모로 풀면 글자가 31가지다. 이름의 처음과 끝은 점으로 나타낸다.
# 이름 96개를 검증용으로 떼어 둔다.
# 출력은 첫 이름과, 모델이 보는 글자, 자리마다 맞혀야 할 다음 글자다.

# %% [markdown] lang="en"
# ## Names and tokens { #data }
#
# Taken apart into jamo, the names have 31 different letters. Another token, the dot, stands for the beginning and the end of a name.
# We keep 96 names for validation.
# The output shows the first name, the letters that the model sees, and the next letter that it has to guess at each place.

# %%
import numpy as np

from dlnotes.attention import encode_tokens, to_jamo
from dlnotes.datasets import korean_given_names

names = np.random.default_rng(0).permutation(korean_given_names()).tolist()
val, train = names[:96], names[96:]
letters = [".", *sorted(set(to_jamo("".join(names))))]


def texts(names):
    """Letters seen, letters that follow, and where a name has not ended yet."""
    ids = np.zeros((len(names), 8), int)
    for row, name in zip(ids, names, strict=True):
        own = encode_tokens(list(to_jamo(name)), letters)
        row[1 : len(own) + 1] = own
    x, y = ids[:, :-1], ids[:, 1:]
    return x, y, np.cumsum(x == 0, axis=1) < 2


X, Y, USED = texts(train)
X_val, Y_val, USED_val = texts(val)
print(train[0], "".join(letters[i] for i in X[0]), "->", "".join(letters[i] for i in Y[0]))
print(f"train {len(train)}, val {len(val)}, tokens {len(letters)}")

# %% [markdown] lang="ko"
# ## 학습 { #training }
#
# 층 하나, 특징 32개, 헤드 4개다.
# 손실은 이름 하나의 교차 엔트로피를 모두 더한 것으로 잰다. 그래야 자모로 쓰는 모델과 음절로 쓰는 모델을 견줄 수 있다.
# 자연로그로 잰 이 값의 단위가 내트(nat)다.

# %% [markdown] lang="en"
# ## Training { #training }
#
# There is one layer with 32 features and 4 heads.
# We measure the loss as the sum of the cross-entropies over a whole name, so that a model of letters can be compared with a model of syllables.
# With natural logarithms its unit is the nat.

# %%
from dlnotes.attention import init_transformer, transformer_backward, transformer_forward
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.optimizers import adam_step

MODEL = {"num_heads": 4, "activation": "relu"}


def loss(params, x, y, used):
    z, _ = transformer_forward(x, params, **MODEL)
    return cross_entropy(z[used], y[used], reduction="sum") / len(x)


def update(params, state, batch, lr):
    x, y, used = X[batch], Y[batch], USED[batch]
    z, cache = transformer_forward(x, params, **MODEL)
    dz = np.zeros_like(z)
    dz[used] = cross_entropy_grad(z[used], y[used])
    grads = transformer_backward(dz, params, cache)
    return adam_step(params, grads, state, lr=lr, betas=(0.9, 0.99))


rng = np.random.default_rng(0)
params = init_transformer(len(letters), 7, 32, 128, 1, rng=rng)
params, state = [p.astype(np.float32) for p in params], None
print("parameters:", sum(p.size for p in params))
for step in range(301):
    if step % 100 == 0:
        now = loss(params, X, Y, USED), loss(params, X_val, Y_val, USED_val)
        print(f"step {step}: train {now[0]:.2f}, val {now[1]:.2f} nats a name")
    batch, rate = rng.integers(len(X), size=64), 3e-3 * (1 - step / 330)
    params, state = update(params, state, batch, rate)

# %% [markdown] lang="ko"
# ## 정직한 상대 { #baselines }
#
# 모든 글자에 같은 확률을 주는 모델(`letters all alike`)과, 세는 것만으로 만든 모델 셋을 견준다.
# 자리마다 글자를 센 것(`place`), 자리와 앞 글자로 센 것(`place and letter before`), 첫 음절과 둘째 음절을 따로 센 것(`syllables`)이다.
# 마지막 것은 자모를 모른다. 다만 음절의 목록은 처음부터 알고 있다.

# %% [markdown] lang="en"
# ## Honest rivals { #baselines }
#
# One rival gives all letters the same probability (`letters all alike`), and three only count: letters at each place; letters at each place after each previous letter; first syllables and second syllables, each by themselves.
# The last model knows nothing of jamo, but it knows the list of syllables from the start.


# %%
def counted(shape, places, seen, added):
    """Minus the mean log-probability of names, by counts and a little more."""
    table = np.full(shape, added)
    np.add.at(table, tuple(places), 1)
    table /= table.sum(axis=-1, keepdims=True)
    return -np.log(table[tuple(seen)]).sum() / len(val)


def parts(x, y, used):
    return np.nonzero(used)[1], x[used], y[used]


place, before, after = parts(X, Y, USED)
place_val, before_val, after_val = parts(X_val, Y_val, USED_val)
K = len(letters)
syllables = sorted(set("".join(names)))
firsts = [[0, 1] * len(group) for group in (train, val)]
codes = [[syllables.index(s) for s in "".join(group)] for group in (train, val)]
rivals = {
    "letters all alike": len(place_val) / len(val) * np.log(K),
    "place": counted((7, K), (place, after), (place_val, after_val), 1.0),
    "place and letter before": counted(
        (7, K, K), (place, before, after), (place_val, before_val, after_val), 0.04
    ),
    "syllables": counted(
        (2, len(syllables)), (firsts[0], codes[0]), (firsts[1], codes[1]), 0.5
    ),
}
for name, nats in rivals.items():
    print(f"{name}: {nats:.2f} nats a name")

# %% [markdown] lang="ko"
# GPT는 자리와 앞 글자를 세는 모델보다 조금 낫고, 음절을 따로 세는 모델보다는 못하다.
# 두 음절짜리 이름에서는 배울 것이 대부분 음절 안에 있고, 앞뒤 음절은 거의 따로 정해지기 때문이다.
# 게다가 이름 864개는 자모부터 배우기에 적은 데이터다.
#
# ## 이름 짓기 { #sampling }
#
# 온도와 자르는 방법을 바꾸어 500개씩 짓는다.
# `hangul`은 두 음절로 된 것의 비율, `different`는 서로 다른 것의 비율, `copied`는 훈련 데이터에 있는 것의 비율이다.

# %% [markdown] lang="en"
# The GPT is a little better than counting by place and letter before, and worse than counting syllables.
# In names of two syllables most of what can be learnt is within a syllable, and one syllable hardly depends on the other.
# Besides, 864 names are few for a model that begins with letters.
#
# ## Making up names { #sampling }
#
# We make 500 names for each of several temperatures and cuts.
# `hangul` is the share of names that are two syllables, `different` the share of different ones, and `copied` the share of those in the training data.

# %%
from dlnotes.attention import from_jamo, sample_tokens, token_probabilities


def sample(n, rng, **options):
    ids = np.zeros((n, 1), int)
    for _ in range(7):
        z, _ = transformer_forward(ids, params, **MODEL)
        p = token_probabilities(z[:, -1].astype(float), **options)
        ids = np.column_stack([ids, sample_tokens(p, rng=rng)])
    rows = ["".join(letters[i] for i in row[1:]) for row in ids]
    return [from_jamo(row.partition(".")[0]) for row in rows]


known = set(train)
for options in [
    {"temperature": 0.3},
    {"temperature": 1.0},
    {"temperature": 1.5},
    {"top_k": 3},
    {"top_p": 0.8},
]:
    made = sample(500, np.random.default_rng(1), **options)
    shares = {
        "hangul": np.mean([len(m) == 2 and min(m) >= "가" for m in made]),
        "different": len(set(made)) / len(made),
        "copied": np.mean([m in known for m in made]),
    }
    ((name, value),) = options.items()
    told = ", ".join(f"{key} {share:.2f}" for key, share in shares.items())
    print(f"{name}={value}: {told}")
    print("   ", " ".join(made[:8]))

# %% [markdown] lang="ko"
# 온도가 낮으면 그럴듯하지만 같은 이름만 되풀이하고, 훈련 데이터를 베낀다.
# 온도가 높으면 글자가 음절이 되지 못한다.
# `top_p`로 꼬리를 자르면 거의 모두 음절이 되면서 다양하다.
#
# ## 거꾸로 쓰기: 위치와 마스크 { #reversal }
#
# 글자 다섯 개를 거꾸로 쓰는 일을 세 가지로 시킨다.
# 한 번은 그대로, 한 번은 위치의 벡터를 늘 0으로 두고, 한 번은 인과 마스크를 씌운다.

# %% [markdown] lang="en"
# At a low temperature names look right, but the same ones come again and again, many copied from the training data.
# At a high temperature letters fail to become syllables.
# With `top_p` the tail is cut off: nearly all are syllables, and they are varied.
#
# ## Writing backwards: positions and masks { #reversal }
#
# Five letters are written backwards in three ways: as they are, with position embeddings that stay 0, and with a causal mask.

# %%
from dlnotes.datasets import make_reversals


def reversal(causal, positions, updates=60):
    rng = np.random.default_rng(0)
    params = [p.astype(np.float32) for p in init_transformer(10, 5, 32, 128, 1, rng=rng)]
    options, state = {"num_heads": 1, "causal": causal, "activation": "relu"}, None
    for _ in range(updates):
        params[1] *= positions
        words, backwards = make_reversals(64, 5, rng=rng)
        z, cache = transformer_forward(words, params, **options)
        dz = cross_entropy_grad(z.reshape(-1, 10), backwards.ravel()).reshape(z.shape)
        grads = transformer_backward(dz, params, cache)
        params, state = adam_step(params, grads, state, lr=3e-3)
    params[1] *= positions
    words, backwards = make_reversals(200, 5, rng=np.random.default_rng(9))
    z, _ = transformer_forward(words, params, **options)
    return np.mean(z.argmax(axis=2) == backwards, axis=0)


for name, causal, positions in [
    ("as it is", False, 1),
    ("without positions", False, 0),
    ("causal mask", True, 1),
]:
    right = " ".join(f"{share:.2f}" for share in reversal(causal, positions))
    print(f"{name}: letters right at each place {right}")

# %% [markdown] lang="ko"
# 위치가 없으면 어느 자리에 무엇을 쓸지 알 수 없다.
# 인과 마스크를 씌우면 앞쪽 두 자리는 아직 보지 못한 글자를 맞혀야 하므로 찍을 수밖에 없고, 이미 본 글자를 되돌려 쓰는 뒤쪽은 배운다.
#
# ## 더 해 볼 것 { #more }
#
# - 층을 둘로, 특징을 64개로 늘려 보자. 훈련 손실과 검증 손실이 어떻게 갈라지는가?
# - `letters`를 음절로 바꾸어 보자. 음절을 세는 모델을 따라잡는가?
# - 학습하지 않은 모델로 이름을 지어 보자.

# %% [markdown] lang="en"
# Without positions the model cannot know which letter to write where.
# With a causal mask the first two places have to guess letters that they have not seen yet, while those at the end write letters that they have seen.
#
# ## More to try { #more }
#
# - Use two layers, or 64 features. How do training loss and validation loss move apart?
# - Let `letters` be syllables. Does the model catch up with counting syllables?
# - Make names with a model that has not learnt.
