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
# 손글씨 숫자를 배운 [제한 볼츠만 머신](rbm.md)을 데리고 논다.
# 학습하는 동안 확률을 정확히 재고, 그림을 그리게 하고, 낯선 그림을 가려내고, 망가진 그림을 고치게 한다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이다.

# %% [markdown] lang="en"
# We play with a [restricted Boltzmann machine](rbm.md) that has learnt digits.
# We measure exact probabilities while it learns, let it draw, let it tell strange pictures from digits, and let it mend damaged ones.
# It needs `dlnotes`, scikit-learn and Matplotlib.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# scikit-learn의 손글씨 숫자를 흑백으로 바꾼다.
# 1,500장으로 학습하고 나머지로 잰다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# The data are the digits of scikit-learn in black and white.
# The machine learns from 1,500 of them and is measured on the others.

# %%
import numpy as np
from sklearn.datasets import load_digits

rng = np.random.default_rng(0)
X = rng.permutation(load_digits().data >= 8).astype(float)
X, X_test = X[:1500], X[1500:]
print(X.shape, X_test.shape, f"on: {X.mean():.2f}")

# %% [markdown] lang="ko"
# ## 배우는 동안 { #learning }
#
# 은닉 유닛은 16개다.
# 그래서 은닉층의 65,536가지 상태를 모두 세어 [분배 함수](rbm.md#formula)를 정확히 구할 수 있다.
# 에폭 수를 늘려 가며 시험용 그림의 로그 확률과 복원 오차를 나란히 잰다.

# %% [markdown] lang="en"
# ## While it learns { #learning }
#
# There are 16 hidden units.
# So all 65,536 states of the hidden layer can be listed, and we get the exact [partition function](rbm.md#formula).
# After more and more epochs we measure the log-probability of test pictures and the reconstruction error.

# %%
from dlnotes.energy import rbm_fit, rbm_log_prob, rbm_reconstruction_error

for epochs in (1, 3, 10, 30):
    rbm = rbm_fit(X, 16, lr=0.1, epochs=epochs, batch_size=20, rng=np.random.default_rng(0))
    score = rbm_log_prob(X_test, *rbm).mean()
    error = rbm_reconstruction_error(X_test, *rbm)
    print(f"epochs {epochs:2}: log-probability {score:.1f}, reconstruction {error:.3f}")

# %% [markdown] lang="ko"
# 로그 확률이 1 오르면 그림의 확률은 2.7배가 된다.
# 여기서는 로그 확률이 오르는 동안 복원 오차도 줄었다.
#
# ## 그림 그리기 { #drawing }
#
# 아무렇게나 칠한 칸에서 시작해 [깁스 표집](rbm.md#gibbs)을 한다.
# 한 줄이 사슬 하나이고, 오른쪽으로 갈수록 되풀이한 횟수가 많다.

# %% [markdown] lang="en"
# When the log-probability rises by 1, a picture is 2.7 times as likely.
#
# ## Drawing { #drawing }
#
# [Gibbs sampling](rbm.md#gibbs) starts from random pixels.
# Each row is a chain of its own; the farther to the right, the more steps it has made.

# %% alt_ko="네 줄로 늘어선 8×8 흑백 그림. 왼쪽 끝은 아무렇게나 칠한 칸이고, 오른쪽으로 갈수록 점들이 모여 획이 되고 숫자처럼 보이는 모양이 나타난다. 한 줄 안에서도 모양이 다른 숫자로 바뀌어 간다." alt_en="Four rows of pictures of 8 by 8 pixels in black and white. On the left the pixels are random; to the right they gather to strokes, and shapes like digits appear. Within a row one shape turns into another."
import matplotlib.pyplot as plt

from dlnotes.energy import gibbs_chain


def show(rows):
    fig, axes = plt.subplots(len(rows), len(rows[0]), figsize=(5, 0.75 * len(rows)))
    for axis, picture in zip(axes.flat, np.concatenate(rows), strict=True):
        axis.imshow(picture.reshape(8, 8), cmap="Greys", vmin=0, vmax=1)
        axis.set(xticks=[], yticks=[])
        axis.grid(visible=False)


rng = np.random.default_rng(1)
v = rng.integers(0, 2, (4, 64)).astype(float)
chains = [v]
for steps in (1, 2, 5, 20, 100, 500):
    v = gibbs_chain(v, *rbm, steps=steps, rng=rng)
    chains.append(v)
show(np.stack(chains, axis=1))

# %% [markdown] lang="ko"
# ## 낯선 그림 가려내기 { #strange }
#
# 머신은 그림마다 확률을 주므로, 확률이 낮은 그림이 낯선 그림이다.
# 시험용 숫자와, 좌우로 뒤집은 것, 위아래로 뒤집은 것, 칸을 뒤섞은 것을 넣어 본다.

# %% [markdown] lang="en"
# ## Telling strange pictures { #strange }
#
# The machine gives each picture a probability, and strange pictures have a low one.
# We show it test digits, then the same digits mirrored left to right, mirrored top to bottom, and with their pixels shuffled.

# %%
images = X_test.reshape(-1, 8, 8)
order = np.random.default_rng(0).permutation(64)
kinds = {
    "digits": X_test,
    "left to right": images[:, :, ::-1].reshape(-1, 64),
    "top to bottom": images[:, ::-1].reshape(-1, 64),
    "shuffled": X_test[:, order],
}
usual = np.quantile(rbm_log_prob(X, *rbm), 0.05)
for name, pictures in kinds.items():
    scores = rbm_log_prob(pictures, *rbm)
    print(f"{name}: {scores.mean():.1f}, called strange: {(scores < usual).mean():.2f}")

# %% [markdown] lang="ko"
# 훈련용 그림의 95퍼센트보다 확률이 낮으면 낯설다(`called strange`)고 했다.
# 좌우로 뒤집어도 켜진 칸의 수는 그대로인데, 머신은 절반 넘게 알아챈다.
#
# ## 망가진 그림 고치기 { #mending }
#
# 그림마다 칸을 넷에 하나꼴로 가리고, 나머지를 고정한 채 [가려진 칸만 뽑는다](dbn.md#e93).
# 칸마다 흔한 값을 넣는 것과 견준다.

# %% [markdown] lang="en"
# Strange means less likely than 95 per cent of the training pictures.
# A mirror leaves as many pixels on as before, and yet the machine calls more than half of these pictures strange.
#
# ## Mending pictures { #mending }
#
# We hide about one pixel in four, and [draw only the hidden ones](dbn.md#e93) while the others stay.
# For comparison each hidden pixel gets its usual value.

# %%
known = rng.random(X_test.shape) < 0.75
start = np.where(known, X_test, 0.5)
ends = [gibbs_chain(start, *rbm, steps=30, rng=rng, known=known) for _ in range(15)]
usual = np.tile(X.mean(axis=0), (len(X_test), 1))
for name, guess in {"usual value": usual, "machine": np.mean(ends, axis=0)}.items():
    right = ((guess > 0.5) == X_test)[~known].mean()
    print(f"{name}: right in hidden pixels {right:.3f}")

# %% alt_ko="세 줄로 늘어선 숫자 그림 여덟 개. 첫 줄은 참 그림, 둘째 줄은 가려진 칸이 회색인 그림, 셋째 줄은 머신이 채운 그림이다. 채운 그림은 대부분 참 그림과 같은 숫자로 읽힌다." alt_en="Eight digits in three rows: the true pictures, the same with hidden pixels in grey, and those that the machine has completed. Most of the completed ones can be read as the same digits."
show([X_test[:8], start[:8], np.mean(ends, axis=0)[:8]])

# %% [markdown] lang="ko"
# ## 더 해 볼 것 { #more }
#
# - `lr=0.1`을 1로 올려 보자. 같은 로그 확률에 몇 에폭 만에 이르는가?
# - `persistent=True`로 학습한 머신이 그린 그림을 견주어 보자.
# - 숫자 8의 그림으로만 학습한 뒤 다른 숫자의 확률을 재 보자. 8과 가장 닮은 숫자는 무엇인가?
# - 가리는 칸을 75퍼센트로 늘려 보자.

# %% [markdown] lang="en"
# ## More to try { #more }
#
# - Raise `lr=0.1` to 1. In how many epochs does it reach the same log-probability?
# - Train a machine with `persistent=True`, and compare its drawings.
# - Train on eights alone and measure the probability of other digits. Which of them is most like an 8?
# - Hide 75 per cent of the pixels.
