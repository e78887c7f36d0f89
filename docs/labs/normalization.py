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
# 같은 신경망에 [배치 정규화](batch-norm.md)를 넣고 빼면서 손글씨 숫자를 학습시킨다.
# 학습률을 백 배까지 바꾸고, 은닉 유닛이 어디에 나가 있는지 보고, 일부러 잡음을 넣고, 평가 모드를 잊어 본다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# The same network learns handwritten digits with and without [batch normalisation](batch-norm.md).
# We change the learning rate by a factor of a hundred, look how far out hidden units are, add noise on purpose, and forget to switch to evaluation.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# scikit-learn의 손글씨 숫자 1,797장이다.
# 픽셀 값을 0에서 1 사이로 줄이고, 넷 가운데 하나를 시험 데이터로 남겨 둔다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# Pixels are scaled to values between 0 and 1, and one in four pictures is kept as test data.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X, X_test, y, y_test = train_test_split(X / 16, y, test_size=0.25, random_state=0)
print(X.shape, X_test.shape)

# %% [markdown] lang="ko"
# ## 신경망 { #network }
#
# 은닉층마다 가중합, 정규화, 활성화 함수가 차례로 있다.
# `norm`이 `None`이면 정규화 대신 편향 $\beta$만 더한다.
# `noise`를 주면 정규화한 값을 유닛마다 무작위로 늘리고 옮긴다. 훈련할 때만 그렇게 한다.
# `batch_norm`이 돌려준 상태는 층마다 지니고 있다가 다음에 다시 넣는다.

# %% [markdown] lang="en"
# ## The network { #network }
#
# Each hidden layer is a weighted sum, a normalisation, and an activation function.
# Where `norm` is `None`, only a bias $\beta$ is added instead.
# With `noise`, normalised values are scaled and shifted at random, unit by unit, in training only.
# Each layer keeps the state that `batch_norm` returned, and hands it in again.

# %%
from dlnotes import activations
from dlnotes.initializers import xavier_normal
from dlnotes.losses import cross_entropy_grad
from dlnotes.normalization import batch_norm, batch_norm_backward


class Net:
    def __init__(self, sizes, *, norm, activation="tanh", noise=0.0, seed=0):
        self.rng = np.random.default_rng(seed)
        self.W = [
            xavier_normal((n, m), rng=self.rng)
            for m, n in zip(sizes[:-1], sizes[1:], strict=True)
        ]
        self.gamma = [np.ones(len(W)) for W in self.W]
        self.beta = [np.zeros(len(W)) for W in self.W]
        self.state = [None] * len(self.W)
        self.norm, self.noise = norm, noise
        self.f = getattr(activations, activation)
        self.f_grad = getattr(activations, f"{activation}_grad")

    def forward(self, h, training):
        kept = []
        for i, W in enumerate(self.W):
            z, cache, factor = h @ W.T, None, 1.0
            if self.norm is None or i == len(self.W) - 1:
                z = z + self.beta[i]
            else:
                own = self.gamma[i], self.beta[i], self.state[i]
                z, self.state[i], cache = batch_norm(z, *own, training=training)
                if training and self.noise:
                    stretch, shift = self.noise * self.rng.normal(size=(2, len(W)))
                    factor = 1 + stretch
                    z = factor * z + shift
            kept.append((h, z, cache, factor))
            h = self.f(z)
        return z, kept

    def update(self, x, labels, lr):
        z, kept = self.forward(x, training=True)
        d = cross_entropy_grad(z, labels)
        for i in reversed(range(len(kept))):
            h, _, cache, factor = kept[i]
            d, dbeta = factor * d, d.sum(axis=0)
            if cache is not None:
                d, dgamma, dbeta = batch_norm_backward(d, cache)
                self.gamma[i] -= lr * dgamma
            before = d @ self.W[i]
            self.beta[i] -= lr * dbeta
            self.W[i] -= lr * d.T @ h
            if i:
                d = before * self.f_grad(kept[i - 1][1])

    def train(self, updates, lr, batch_size=64):
        for _ in range(updates):
            batch = self.rng.choice(len(X), batch_size, replace=False)
            self.update(X[batch], y[batch], lr)
        return self

    def accuracy(self, training=False):
        return np.mean(self.forward(X_test, training)[0].argmax(axis=1) == y_test)


# %% [markdown] lang="ko"
# ## 학습률을 백 배까지 { #rates }
#
# 은닉층 둘에 tanh 유닛이 32개씩 있고, 100번 갱신한다.
# 열은 씨앗 셋의 시험 정확도다.

# %% [markdown] lang="en"
# ## Learning rates up to a hundredfold { #rates }
#
# There are two hidden layers of 32 units with tanh, and 100 updates.
# The columns are the test accuracies of three seeds.

# %%
SIZES = [64, 32, 32, 10]
for lr in (0.03, 0.3, 3.0):
    for norm in (None, "batch"):
        nets = [Net(SIZES, norm=norm, seed=seed).train(100, lr) for seed in range(3)]
        right = " ".join(f"{net.accuracy():.2f}" for net in nets)
        print(f"lr={lr:<5} norm={norm or '-':6} {right}")

# %% [markdown] lang="ko"
# 알맞은 학습률에서는 둘이 비슷하다.
# 너무 작거나 너무 큰 학습률에서 배치 정규화가 버틴다.
#
# ## 유닛은 어디에 나가 있는가 { #flat }
#
# 학습률 3으로 학습하는 동안, 첫 은닉층에서 tanh의 출력이 −0.99보다 작거나 0.99보다 큰 비율을 본다.
# 그런 값은 평평한 곳에 있어 기울기를 거의 전하지 못한다.

# %% [markdown] lang="en"
# With a suitable rate the two are close.
# With one that is too small or too large, only the network with batch normalisation still learns well.
#
# ## How far out the units are { #flat }
#
# While a network is trained at a rate of 3, we measure how many outputs of tanh in the first hidden layer are below −0.99 or above 0.99.
# Such values lie where the curve is flat, and pass hardly any gradient on.

# %% alt_ko="가로축은 갱신 횟수 0에서 50, 세로축은 평평한 곳에 있는 값의 비율이다. 정규화 없이는 몇 번 갱신하자마자 0.8 가까이로 치솟아 거기 머물고, 배치 정규화를 넣으면 끝까지 0에 가깝다." alt_en="The horizontal axis is the number of updates from 0 to 50, the vertical axis the share of values on the flat part. Without normalisation it shoots up to nearly 0.8 within a few updates and stays there; with batch normalisation it stays close to 0."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 2.4))
for norm, style in [(None, "s-"), ("batch", "o-")]:
    net, shares = Net(SIZES, norm=norm), []
    for _ in range(26):
        _, [(_, z, *_), *_] = net.forward(X, training=True)
        shares.append(np.mean(np.abs(np.tanh(z)) > 0.99))
        net.train(2, 3.0)
    ax.plot(range(0, 52, 2), shares, style, ms=3, label=norm or "-")
ax.set(ylim=(0, 1))
_ = ax.legend()

# %% [markdown] lang="ko"
# ## 잡음을 넣어도 배운다 { #noise }
#
# 배치 정규화가 내부 공변량 변화를 줄여서 효과를 내는 것이라면, 그 뒤에 잡음을 넣어 분포를 다시 흔들면 효과가 없어져야 한다.
# 은닉층이 다섯인 시그모이드 신경망에서, 갱신할 때마다 맞춘 값을 유닛마다 무작위로 늘리고 옮긴다.
# 그 무작위 수의 표준편차는 0.5다.

# %% [markdown] lang="en"
# ## Learning in spite of noise { #noise }
#
# If batch normalisation helps because it reduces internal covariate shift, then noise behind it, which moves the distributions again, should undo its effect.
# In a sigmoid network with five hidden layers, normalised values are scaled and shifted unit by unit with every update, by amounts with a standard deviation of 0.5.

# %%
DEEP = [64, 32, 32, 32, 32, 32, 10]
for norm, noise in [(None, 0.0), ("batch", 0.0), ("batch", 0.5)]:
    nets = [
        Net(DEEP, norm=norm, activation="sigmoid", noise=noise, seed=seed).train(200, 1.0)
        for seed in range(3)
    ]
    right = " ".join(f"{net.accuracy():.2f}" for net in nets)
    print(f"norm={norm or '-':6} noise={noise}  {right}")

# %% [markdown] lang="ko"
# 정규화 없이는 셋 다 찍는 것과 다름없다.
# 잡음을 넣으면 조금 나빠지지만, 여전히 배운다.
# 층의 입력이 갱신마다 크게 흔들리는데도 그렇다.
# 그러니 분포가 덜 흔들린다는 것만으로는 배치 정규화가 왜 효과가 있는지 설명할 수 없다.
#
# ## 평가 모드를 잊으면 { #modes }
#
# 시험 그림을 한꺼번에 넣지 않고 몇 장씩 넣으면서, 훈련 모드와 평가 모드로 예측해 본다.

# %% [markdown] lang="en"
# Without normalisation all three are as good as guessing.
# Noise makes the others a little worse, yet they learn.
# The inputs of their layers change a lot with every update.
# So steadier distributions alone cannot explain why batch normalisation helps.
#
# ## Forgetting to switch to evaluation { #modes }
#
# Test pictures are passed in a few at a time instead of all at once, in training mode and in evaluation mode.

# %%
net = Net(SIZES, norm="batch").train(300, 0.3)
for size in (2, 4, 16, 64):
    rights = []
    for training in (True, False):
        parts = [
            net.forward(X_test[i : i + size], training)[0].argmax(axis=1)
            for i in range(0, 448, size)
        ]
        rights.append(np.mean(np.concatenate(parts) == y_test[:448]))
    print(f"B={size:<3} training {rights[0]:.2f}  evaluation {rights[1]:.2f}")

# %% [markdown] lang="ko"
# 훈련 모드에서는 몇 장씩 넣느냐에 따라 답이 달라지고, 두 장씩 넣으면 크게 틀린다.
# 평가 모드의 정확도까지 조금 흔들리는 것은, 훈련 모드로 예측할 때마다 **모아 둔 통계량도** 바뀌기 때문이다.
#
# ## 더 해 볼 것 { #more }
#
# - `noise`를 1, 2로 키워 보자. 어디서부터 배우지 못하는가?
# - `forward`의 `batch_norm`을 `layer_norm`으로 바꾸고 배치 크기를 2로 줄여 보자. 상태가 필요 없어진다.
# - 출력층에도 배치 정규화를 넣어 보자. 초깃값이 100배여도 배우는가?

# %% [markdown] lang="en"
# In training mode the answers depend on how many pictures come together, and with two at a time many are wrong.
# Even in evaluation mode the accuracy varies a little, because every prediction in training mode changes **the running statistics** too.
#
# ## More to try { #more }
#
# - Raise `noise` to 1 or 2. Where does learning stop?
# - Replace `batch_norm` in `forward` by `layer_norm`, and use batches of 2. No state is needed any more.
# - Give the output layer batch normalisation too. Does the network learn from weights 100 times as large?
