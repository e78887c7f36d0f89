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
# 똑같은 신경망을 활성화 함수만 바꿔 여섯 번 학습시키고 안을 들여다본다.
# 어느 함수가 빨리 배우는지, 손실의 기울기가 층마다 얼마나 큰지, 어떤 유닛이 죽거나 포화하는지를 잰다.
# 손실(loss)은 틀린 정도이고, 그 기울기(gradient)는 가중치를 조금 키울 때 손실이 그 몇 배로 바뀌는지다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# The same network is trained six times with nothing changed but the activation, and then taken apart.
# Which one learns fast, how large is the gradient of the loss in each layer, and which units die or saturate?
# The loss says how wrong the network is; its gradient is the change of the loss divided by a small change of a weight.
# This page is a notebook; the button at the top right downloads it.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# scikit-learn의 손글씨 숫자 1,797장이다.
# 한 장은 8×8 픽셀이고, 픽셀 값을 0에서 1 사이로 줄여 쓴다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# Each has 8×8 pixels, scaled here to values between 0 and 1.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data / 16, digits.target, test_size=0.25, random_state=0
)
Y = np.eye(10)[y]
print(X.shape, X_test.shape)

# %% [markdown] lang="ko"
# ## 신경망 { #network }
#
# 은닉층 셋에 유닛이 32개씩 있다.
# 순전파(forward propagation)에서는 층마다 활성화 전 값 $z = W a + b$를 구하고 활성화 함수를 적용한다.
# `gradients`는 층마다 기울기를 구한다.
# 구하는 방법인 [역전파](../autodiff/backpropagation.md)(backpropagation)는 뒤의 장에서 배운다.
# 지금은 출력층에서 시작해 층을 거슬러 올라가며, 가중치와 [활성화 함수의 도함수 값](overview.md#step)을 곱한다는 것만 알면 된다.

# %% [markdown] lang="en"
# ## The network { #network }
#
# Three hidden layers have 32 units each.
# The forward pass computes the pre-activations $z = W a + b$ of each layer and applies the activation.
# `gradients` finds the gradient in each layer.
# A later chapter explains how: by [backpropagation](../autodiff/backpropagation.md).
# Here it is enough that it starts at the output layer and goes back through the layers, multiplying by the weights and by the [derivative of the activation](overview.md#step).

# %%
from itertools import pairwise

from dlnotes.activations import softmax

SIZES = [64, 32, 32, 32, 10]


def start(seed=0):
    rng = np.random.default_rng(seed)
    return [
        (rng.normal(size=(n_out, n_in)) * np.sqrt(2 / n_in), np.zeros(n_out))
        for n_in, n_out in pairwise(SIZES)
    ]


def forward(X, layers, f):
    sums, outputs = [], [X]
    for W, b in layers:
        sums.append(outputs[-1] @ W.T + b)
        outputs.append(f(sums[-1]))
    return sums, outputs


def gradients(X, Y, layers, f, f_grad):
    sums, outputs = forward(X, layers, f)
    delta = (softmax(sums[-1]) - Y) / len(X)
    found = []
    for layer in reversed(range(len(layers))):
        found.append((delta.T @ outputs[layer], delta.sum(axis=0)))
        if layer > 0:
            delta = delta @ layers[layer][0] * f_grad(sums[layer - 1])
    return found[::-1]


# %% [markdown] lang="ko"
# ## 여섯 번의 학습 { #training }
#
# 샘플을 50개쯤 묶은 미니배치(mini-batch)마다 기울기를 구하고, 기울기에 학습률(learning rate)을 곱해 가중치에서 뺀다.
# 초깃값과 미니배치의 순서는 여섯 번 모두 같고, 학습률도 모두 0.1이다.

# %% [markdown] lang="en"
# ## Six training runs { #training }
#
# Samples come in mini-batches of about 50; for each, the gradient times a learning rate is subtracted from the weights.
# The initial weights, the order of the mini-batches and the learning rate of 0.1 are the same for all.

# %%
from dlnotes import activations

NAMES = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu"]


def train(name, lr=0.1, epochs=30):
    f, f_grad = getattr(activations, name), getattr(activations, f"{name}_grad")
    layers, rng, accuracy = start(), np.random.default_rng(1), []
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), 27):
            step = gradients(X[batch], Y[batch], layers, f, f_grad)
            layers = [
                (W - lr * dW, b - lr * db)
                for (W, b), (dW, db) in zip(layers, step, strict=True)
            ]
        sums, _ = forward(X_test, layers, f)
        accuracy.append((sums[-1].argmax(axis=1) == y_test).mean())
    return layers, accuracy


trained = {name: train(name) for name in NAMES}
print(f"{'epoch':10} {1:4} {5:4} {30:4}")
for name, (_, accuracy) in trained.items():
    print(f"{name:10} {accuracy[0]:.2f} {accuracy[4]:.2f} {accuracy[-1]:.2f}")

# %% [markdown] lang="ko"
# 1, 5, 30에폭(epoch) 뒤의 시험 정확도다.
# 시그모이드만 뒤처진다.
# 항등함수도 잘하는 것은 이 문제가 선형 분류기로도 거의 풀리기 때문이다.
# 선형 분류기로 잘 풀리지 않는 문제는 [한눈에 보기](overview.md#example)에 있다.

# %% [markdown] lang="en"
# This is the test accuracy after 1, 5 and 30 epochs.
# Only the sigmoid falls behind.
# The identity does well because even a linear classifier nearly solves this problem.
# For a problem that it solves less well, see [at a glance](overview.md#example).

# %% alt_ko="가로축은 1에서 30까지의 에폭, 세로축은 시험 정확도다. sigmoid만 오랫동안 0.1과 0.2 사이를 오가다 끝에 가서 0.3쯤으로 오르고, 나머지 다섯 선은 다섯 에폭 안에 0.9에 이른다." alt_en="The horizontal axis is the epoch from 1 to 30, the vertical axis the test accuracy. Only sigmoid wavers between 0.1 and 0.2 for most of the time and rises to about 0.3 at the end; the other five lines reach 0.9 within five epochs."
import matplotlib.pyplot as plt

STYLES = dict(zip(NAMES, ["--", "-.", "x-", "-", ":", "o-"], strict=True))
fig, ax = plt.subplots(figsize=(4.5, 3))
for name, (_, accuracy) in trained.items():
    ax.plot(range(1, 31), accuracy, STYLES[name], label=name)
ax.set(ylim=(0, 1))
_ = ax.legend(loc="center")

# %% [markdown] lang="ko"
# 가로축은 에폭, 세로축은 시험 정확도다.
#
# ## 기울기는 층마다 얼마나 큰가 { #gradients }
#
# 학습을 시작하기 전, 같은 초깃값에서 각 층 가중치의 기울기 크기를 잰다.
# 넷째 층이 출력층이고, 첫째 층이 입력에 가장 가깝다.

# %% [markdown] lang="en"
# The horizontal axis is the epoch, the vertical axis the test accuracy.
#
# ## How large is the gradient in each layer? { #gradients }
#
# The table shows the size of the gradient for the weights of each layer, before training starts and with the same initial weights for all.
# The fourth is the output layer and the first is the one next to the input.

# %%
print(f"{'layer':10}", *[f"{layer:8}" for layer in (1, 2, 3, 4)])
first = {}
for name in NAMES:
    f, f_grad = getattr(activations, name), getattr(activations, f"{name}_grad")
    norms = [np.linalg.norm(dW) for dW, _ in gradients(X, Y, start(), f, f_grad)]
    first[name] = norms
    print(f"{name:10}", *[f"{norm:8.4f}" for norm in norms])

# %% [markdown] lang="ko"
# 시그모이드는 층을 하나 거슬러 갈 때마다 기울기가 줄어, 첫 층에서는 출력층의 20분의 1이 된다.
# 시그모이드의 도함수 값은 [아무리 커도 1/4](sigmoid-tanh.md#derivative)이기 때문이다.
# 다른 함수에서는 첫 층의 기울기가 출력층과 비슷하거나 더 크다.

# %% [markdown] lang="en"
# With the sigmoid the gradient shrinks from layer to layer, and in the first layer a twentieth of that of the output layer is left.
# The reason is that the derivative of the sigmoid is [never more than 1/4](sigmoid-tanh.md#derivative).
# With the others the gradient of the first layer is about as large as that of the output layer, or larger.

# %% alt_ko="가로축은 층 1에서 4, 세로축은 기울기의 크기로 로그 눈금이다. sigmoid는 층 4의 0.3에서 층 1의 0.015까지 처음에는 가파르게, 나중에는 완만하게 떨어진다. 나머지 다섯은 0.26에서 7 사이에서 거의 평평하거나 층 1 쪽으로 조금 오른다." alt_en="The horizontal axis is the layer from 1 to 4, the vertical axis the size of the gradient on a logarithmic scale. sigmoid falls from 0.3 at layer 4 to 0.015 at layer 1, first steeply and then less so. The other five lie between 0.26 and 7 and are almost flat or rise a little towards layer 1."
fig, ax = plt.subplots(figsize=(4.5, 3.5))
for name, norms in first.items():
    ax.plot([1, 2, 3, 4], norms, STYLES[name], label=name)
ax.set(yscale="log", xticks=[1, 2, 3, 4])
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown] lang="ko"
# 가로축은 층, 세로축은 기울기의 크기(로그 눈금)다.
#
# ## 학습이 끝난 뒤의 유닛 { #units }
#
# ReLU 계열에서는 [죽은 유닛과 0의 비율](relu-family.md#dead)을, 시그모이드와 tanh에서는 포화한 비율을 층마다 잰다.

# %% [markdown] lang="en"
# The horizontal axis is the layer, the vertical axis the size of the gradient on a logarithmic scale.
#
# ## The units after training { #units }
#
# For the ReLU family, the [dead units and the share of zeros](relu-family.md#dead) in each layer; for sigmoid and tanh, the share that is saturated.

# %%
from dlnotes.activations import dead_relu_fraction, saturation_fraction, sparsity

for name in ("relu", "leaky_relu", "elu"):
    sums, outputs = forward(X, trained[name][0], getattr(activations, name))
    dead = [f"{dead_relu_fraction(z):.2f}" for z in sums[:3]]
    zeros = [f"{sparsity(a):.2f}" for a in outputs[1:4]]
    print(f"{name:10} never on", *dead, "  zeros", *zeros)

# %% [markdown] lang="ko"
# `never on`은 은닉층 셋에서 활성화 전 값이 늘 0 이하인 유닛의 비율, `zeros`는 출력 가운데 0의 비율이다.
# 정확히 0을 내는 것은 ReLU뿐이고, 리키 렐루와 ELU의 유닛은 음수만 받을 때에도 0이 아닌 값을 낸다.

# %% [markdown] lang="en"
# `never on` is the share of units in each of the three hidden layers whose pre-activation is never positive, `zeros` the share of zeros in the output.
# Only the ReLU gives exact zeros; units of Leaky ReLU and ELU give something other than 0 even where they receive negative sums only.

# %%
for name, low, high in [("sigmoid", 0.01, 0.99), ("tanh", -0.98, 0.98)]:
    _, outputs = forward(X, trained[name][0], getattr(activations, name))
    flat = [f"{saturation_fraction(a, low=low, high=high):.2f}" for a in outputs[1:4]]
    print(f"{name:10} saturated", *flat)

# %% [markdown] lang="ko"
# 두 함수 모두, 출력이 치역의 한쪽 끝에서 치역 길이의 1% 안에 든 비율이다.
# 시그모이드가 뒤처진 것은 포화 때문이 아니었다.
# 포화하지 않아도 층마다 1/4 이하의 도함수 값을 곱하게 된다.
#
# ## 더 해 볼 것 { #more }
#
# - `train("sigmoid", lr=0.5)`: 학습률을 올리면 시그모이드는 어디까지 따라오는가?
# - `start`의 $\sqrt{2 / n}$를 $\sqrt{1 / n}$이나 1로 바꾸면 첫 층의 기울기는 어떻게 되는가?
# - `train("elu", lr=0.5)`: 학습률이 너무 크면 무엇이 먼저 무너지는가?

# %% [markdown] lang="en"
# For both functions this is the share of outputs no further from an end than 1 % of the range.
# So it was not saturation that held the sigmoid back.
# Even where no unit is saturated, each layer multiplies by a derivative of at most 1/4.
#
# ## More to try { #more }
#
# - `train("sigmoid", lr=0.5)`: how far does the sigmoid catch up with a higher learning rate?
# - In `start`, replace $\sqrt{2 / n}$ by $\sqrt{1 / n}$ or by 1: what becomes of the gradient of the first layer?
# - `train("elu", lr=0.5)`: when the learning rate is too high, what breaks first?
