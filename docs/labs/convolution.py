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
# [합성곱 신경망](cnn.md)을 `dlnotes`의 함수만으로 만들어 한 줄짜리 숫자를 학습시킨다.
# 칸을 섞어 보고, 어디를 보는지 그려 보고, 숫자를 밀어 보고, 마지막으로 이기지 못하는 데이터도 본다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# We build a [convolutional network](cnn.md) from functions of `dlnotes` alone, and it learns digits of one row.
# We shuffle their cells, draw what the network looks at, move the digits, and at the end take data on which it does not win.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# 숫자마다 어디에 놓이는지, 얼마나 넓고 기울었는지가 다르고 잡음이 섞여 있다.
# 3,000개로 학습하고 1,000개로 잰다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# Digits differ in their place, width and tilt, and there is noise.
# We train on 3,000 and measure on 1,000.

# %% alt_ko="0에서 9까지 한 줄짜리 숫자 열 개가 칸마다 하나씩 선으로 그려져 있다. 숫자의 자리와 너비가 저마다 다르다." alt_en="Ten digits of one row, 0 to 9, each drawn as a line in a panel of its own. Their places and widths differ."
import matplotlib.pyplot as plt
import numpy as np

from dlnotes.datasets import make_1d_digits

X, y = make_1d_digits(4000, rng=np.random.default_rng(0))
X = X.astype(np.float32)
train, test = slice(0, 3000), slice(3000, 4000)
fig, axes = plt.subplots(2, 5, figsize=(4.5, 1.8), sharex=True, sharey=True)
for digit, ax in enumerate(axes.flat):
    ax.plot(X[y == digit][0], lw=1)
    ax.set_title(digit, fontsize=9)

# %% [markdown] lang="ko"
# ## 신경망 { #network }
#
# 합성곱층이 셋 있고, 두 번은 두 칸씩 최대 풀링을 하고, 마지막에는 한 줄 전체에서 가장 큰 값을 남긴다.
# 한 줄짜리 입력은 높이가 1인 이미지다.
# `last`는 마지막 풀링의 창과, 평탄화하면 남는 값의 수다.
# 학습률 `rate`는 올랐다가 서서히 내려간다.

# %% [markdown] lang="en"
# ## The network { #network }
#
# There are three convolutional layers. After two of them comes max pooling of two cells, and after the last one the largest value of the whole row is kept.
# An input of one row is an image with a height of 1.
# `last` holds the window of the last pooling, and the number of values that are left after it.
# The learning rate, `rate`, goes up slowly and then down again.

# %%
from dlnotes.activations import relu
from dlnotes.convolution import conv2d, conv2d_backward, max_pool2d, max_pool2d_backward
from dlnotes.initializers import kaiming_normal
from dlnotes.losses import cross_entropy_grad
from dlnotes.optimizers import adam_step


class CNN:
    def __init__(self, widths, kernel, last, classes=10, seed=0):
        self.rng, self.last = np.random.default_rng(seed), last
        self.padding = tuple(k // 2 for k in kernel)
        self.params = []
        for c, m in zip(widths[:-1], widths[1:], strict=True):
            self.params += [kaiming_normal((m, c, *kernel), rng=self.rng), np.zeros(m)]
        W = kaiming_normal((classes, last[1]), rng=self.rng) / 2
        self.params = [p.astype(np.float32) for p in [*self.params, W, np.zeros(classes)]]

    def forward(self, h):
        *layers, W, b = self.params
        kept = []
        for i in range(0, len(layers), 2):
            a = relu(conv2d(h, layers[i], layers[i + 1], padding=self.padding))
            last = i == len(layers) - 2
            window = self.last[0] if last else [min(2, side) for side in a.shape[2:]]
            pooled, places = max_pool2d(a, window)
            kept.append((h, a, places))
            h = pooled
        features = h.reshape(len(h), -1)
        return features @ W.T + b, features, kept

    def gradients(self, x, labels):
        z, features, kept = self.forward(x)
        d = cross_entropy_grad(z, labels)
        found = [d.sum(axis=0), d.T @ features]
        d = (d @ self.params[-2]).reshape(kept[-1][2].shape)
        for i, (h, a, places) in reversed([*enumerate(kept)]):
            d = max_pool2d_backward(d, places, a.shape[2:]) * (a > 0)
            w = self.params[2 * i]
            d, dw, db = conv2d_backward(d, h, w, padding=self.padding)
            found += [db, dw]
        return found[::-1]

    def train(self, x, labels, updates, lr=0.01):
        state = None
        for t in range(updates):
            batch = self.rng.integers(0, len(x), 64)
            rate = lr * min((t + 1) * 5 / updates, 0.51 + 0.5 * np.cos(np.pi * t / updates))
            found = self.gradients(x[batch], labels[batch])
            self.params, state = adam_step(self.params, found, state, lr=float(rate))
        return self

    def accuracy(self, x, labels):
        return np.mean(self.forward(x)[0].argmax(axis=1) == labels)


def rows(X):
    return X.reshape(-1, 1, 1, X.shape[1])


def trained(X):
    net = CNN([1, 16, 24, 24], (1, 5), last=((1, 10), 24))
    return net.train(rows(X[train]), y[train], 200)


# %% [markdown] lang="ko"
# ## 네 모델, 두 데이터 { #shuffled }
#
# 로지스틱 회귀(softmax), 최근접 이웃(k-NN), 다층 퍼셉트론, 합성곱 신경망의 시험 정확도를 견준다.
# 둘째 열은 모든 샘플의 칸을 똑같은 순서로 섞은 데이터로 학습하고 잰 것이다.

# %% [markdown] lang="en"
# ## Four models, two kinds of data { #shuffled }
#
# Let us compare softmax regression, nearest neighbours, a multilayer perceptron and the convolutional network.
# In the second column the cells of all samples are shuffled in the same way.

# %%
from functools import partial

from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from dlnotes.losses import cross_entropy
from dlnotes.networks import init_mlp, mlp_forward, mlp_train

order = np.random.default_rng(0).permutation(40)
both = [X, X[:, order]]


def mlp(X):
    rng = np.random.default_rng(0)
    params, _ = mlp_train(
        X[train],
        y[train],
        init_mlp([40, 100, 10], rng=rng),
        step=partial(adam_step, lr=0.005),
        loss=(cross_entropy, cross_entropy_grad),
        epochs=10,
        batch_size=64,
        rng=rng,
    )
    return np.mean(mlp_forward(X[test], params)[0].argmax(axis=1) == y[test])


nets = [trained(data) for data in both]
for name, make in [("softmax", LogisticRegression), ("k-NN", KNeighborsClassifier)]:
    right = [make().fit(data[train], y[train]).score(data[test], y[test]) for data in both]
    print(f"{name:8} {right[0]:.2f} {right[1]:.2f}")
print("MLP     ", *[f"{mlp(data):.2f}" for data in both])
pairs = zip(nets, both, strict=True)
print(
    "CNN     ", *[f"{net.accuracy(rows(data[test]), y[test]):.2f}" for net, data in pairs]
)

# %% [markdown] lang="ko"
# 칸의 순서를 쓰지 않는 세 모델은 섞어도 그대로다.
# 합성곱 신경망만 순서에서 이득을 보고, 섞으면 잃는다.
#
# ## 어디를 보는가 { #heat }
#
# 클래스의 점수를 입력으로 미분하면 어느 칸이 점수를 바꾸는지 보인다.
# 마지막의 최댓값이 몇 자리만 뽑으므로, 숫자가 있는 곳에 기울기가 모인다.

# %% [markdown] lang="en"
# The three models that do not use the order are as good as before.
# Only the convolutional network gains from the order, and it loses most when the cells are shuffled.
#
# ## Where it looks { #heat }
#
# The derivative of the score of a class by the input shows which cells change the score.
# The maximum at the end takes only a few places, so most of the gradient is where the digit is.


# %% alt_ko="숫자 셋을 그린 선과, 그 아래 칸마다 기울기의 크기를 나타내는 막대가 있다. 막대는 숫자가 쓰인 구간에 몰려 있고 바깥에서는 짧다." alt_en="Lines of three digits, with bars below them that show the size of the gradient at each cell. Bars are long where the digit is written, and short elsewhere."
def slope(net, x, label):
    _, _, kept = net.forward(x)
    d = net.params[-2][[label]].reshape(kept[-1][2].shape)
    for i, (h, a, places) in reversed([*enumerate(kept)]):
        d = max_pool2d_backward(d, places, a.shape[2:]) * (a > 0)
        d, _, _ = conv2d_backward(d, h, net.params[2 * i], padding=net.padding)
    return np.abs(d[0, 0, 0])


fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.7), sharey=True)
for ax, digit in zip(axes, (2, 5, 7), strict=True):
    i = 3000 + np.flatnonzero(y[test] == digit)[0]
    size = slope(nets[0], rows(X[[i]]), digit)
    ax.plot(X[i], lw=1)
    ax.bar(range(40), 1.5 * size / size.max(), bottom=-4, width=1)
    ax.set_title(digit, fontsize=9)

# %% [markdown] lang="ko"
# ## 밀면 어떻게 되는가 { #shifts }
#
# 시험 데이터를 한 칸씩 밀면서 잰다.
# 끝에 있던 숫자는 잘려서 반대쪽 끝으로 나오므로, 많이 밀수록 정확도가 조금 떨어진다.
# **같은 숫자**에 대한 답이 그대로인지도 함께 본다.

# %% [markdown] lang="en"
# ## What a shift does { #shifts }
#
# Let us move the test data cell by cell.
# A digit at the end is cut and comes in again at the other end, so larger shifts cost some accuracy.
# We also check whether the answer for **the same digit** stays.

# %%
before = nets[0].forward(rows(X[test]))[0].argmax(axis=1)
for shift in range(5):
    moved = rows(np.roll(X[test], shift, axis=1))
    after = nets[0].forward(moved)[0].argmax(axis=1)
    right, same = np.mean(after == y[test]), np.mean(after == before)
    print(f"shift {shift}: accuracy {right:.2f}, same answer {same:.2f}")

# %% [markdown] lang="ko"
# 한 칸만 밀어도 답이 바뀌는 숫자가 있다.
# 끝에서 잘려서이기도 하고, 두 번 풀링하는 동안 [에일리어싱](pooling.md#shifts)이 생겨서이기도 하다.
#
# ## 이기지 못하는 데이터 { #digits }
#
# scikit-learn의 손글씨 숫자는 8 × 8 칸 한가운데에 맞추어져 있다.
# 최근접 이웃과 작은 합성곱 신경망을 견준다.

# %% [markdown] lang="en"
# For some digits the answer changes after a shift by one.
# Some are cut at the end, but the [aliasing](pooling.md#shifts) of pooling twice is a cause too.
#
# ## Data on which it does not win { #digits }
#
# The handwritten digits of scikit-learn lie in the middle of 8 × 8 cells.
# Let us compare nearest neighbours with a small convolutional network.

# %%
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
images = (digits.images[:, None] / 16).astype(np.float32)
x, x_test, t, t_test = train_test_split(images, digits.target, random_state=0)
near = KNeighborsClassifier(1).fit(x.reshape(-1, 64), t)
net = CNN([1, 8, 16], (3, 3), last=((2, 2), 64)).train(x, t, 200)
print(f"1-NN {near.score(x_test.reshape(-1, 64), t_test):.2f}")
print(f"CNN  {net.accuracy(x_test, t_test):.2f}")

# %% [markdown] lang="ko"
# 여기서는 합성곱 신경망이 최근접 이웃을 이기지 못한다.
# 더 오래, 더 크게 학습시키면 가까워지지만, 숫자가 늘 같은 자리에 있는 한 크게 앞서지는 않는다.
# 어떤 모델이 좋은지는 데이터에 달렸다.
#
# ## 더 해 볼 것 { #more }
#
# - `CNN`의 마지막 최댓값을 `adaptive_avg_pool2d`로 바꾸어 보자. 무엇이 달라지는가?
# - `make_1d_digits`에 `shift=0`을 주면 숫자가 늘 한가운데 있다. 다층 퍼셉트론이 따라잡는가?
# - 학습할 때 숫자를 아무렇게나 밀어 넣어 보자. 밀어도 같은 답을 내는 비율이 오르는가?

# %% [markdown] lang="en"
# Here the convolutional network does not beat nearest neighbours.
# A larger one that trains longer comes closer, but as the digits are always in the same place, it does not get far ahead.
# Which model is good depends on the data.
#
# ## More to try { #more }
#
# - Replace the maximum at the end of `CNN` by `adaptive_avg_pool2d`. What changes?
# - With `shift=0`, `make_1d_digits` puts all digits in the middle. Does the multilayer perceptron catch up?
# - Move digits at random in training. Does the share of answers that stay the same go up?
