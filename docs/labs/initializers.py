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
# 층이 열 개인 똑같은 신경망을 초깃값만 바꿔 다섯 번 학습시킨다.
# 학습하기 전에 활성화 값과 기울기를 층마다 재고, 그 그림으로 어느 신경망이 배울지 먼저 맞혀 본 다음 학습시킨다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# The same network of ten layers is trained five times, with nothing changed but the initial weights.
# Before training, activations and gradients are measured layer by layer; guess from the figures which networks will learn, and then train them.
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

X, y = load_digits(return_X_y=True)
X, X_test, y, y_test = train_test_split(X / 16, y, test_size=0.25, random_state=0)
print(X.shape, X_test.shape)

# %% [markdown] lang="ko"
# ## 다섯 초기화 { #initializers }
#
# 은닉층 아홉에 유닛이 64개씩 있고, 출력층에 유닛이 10개 있다.
# [초기화](initialization.md)는 작은 난수, PyTorch의 기본값, Xavier, He, 큰 난수의 다섯 가지다.
# 난수의 씨앗은 다섯 번 모두 같으므로, 정규분포에서 뽑은 네 신경망은 가중치의 크기만 다르다.

# %% [markdown] lang="en"
# ## Five initialisations { #initializers }
#
# Nine hidden layers have 64 units each, and the output layer has 10.
# The [initialisations](initialization.md) are small random numbers, PyTorch's default, Xavier, He, and large random numbers.
# The seed is the same all five times, so the four networks drawn from normal distributions differ only in the size of their weights.

# %%
from functools import partial

from dlnotes.initializers import (
    kaiming_normal,
    normal,
    pytorch_default_linear,
    xavier_normal,
)
from dlnotes.networks import init_mlp

SIZES = [64] * 10 + [10]
INITIALIZERS = {
    "0.01": partial(normal, std=0.01),
    "PyTorch": pytorch_default_linear,
    "Xavier": xavier_normal,
    "He": kaiming_normal,
    "1": partial(normal, std=1.0),
}


def start(name):
    return init_mlp(SIZES, rng=np.random.default_rng(0), init=INITIALIZERS[name])


for name in INITIALIZERS:
    print(f"{name:8}{start(name)[0].std():.3f}")

# %% [markdown] lang="ko"
# 첫 층 가중치의 표준편차다.
# 층의 폭이 모두 64이므로 $\sqrt{1/64} = 0.125$가 Xavier, $\sqrt{2/64} \approx 0.177$이 He다.
#
# ## 학습 전의 활성화 값 { #activations }
#
# 숫자를 모두 넣고 은닉층마다 활성화 값의 표준편차를 잰다.
# `params[:-2:2]`는 출력층을 뺀 아홉 층의 가중치다.

# %% [markdown] lang="en"
# This is the standard deviation of the weights of the first layer.
# All layers have a width of 64, so Xavier is $\sqrt{1/64} = 0.125$ and He $\sqrt{2/64} \approx 0.177$.
#
# ## Activations before training { #activations }
#
# All digits are passed through, and the standard deviation of the activations is measured behind each hidden layer.
# `params[:-2:2]` are the weights of nine layers, without those of the output layer.

# %%
from dlnotes.initializers import activation_statistics

for activation in ("tanh", "relu"):
    for name in INITIALIZERS:
        stats = activation_statistics(X, start(name)[:-2:2], activation=activation)
        sizes = " ".join(f"{size:.0e}" for size in stats.std[::2])
        print(
            f"{activation} {name:8}{sizes}  {stats.saturated[-1]:.2f} {stats.dead[-1]:.2f}"
        )

# %% [markdown] lang="ko"
# 앞의 다섯 열은 1·3·5·7·9번째 은닉층의 표준편차다.
# 그다음은 마지막 은닉층에서 포화한 값의 비율과, 모든 숫자에서 포화한 유닛의 비율이다.
# 활성화 함수의 도함수 값이 가장 가파른 곳의 100분의 1도 안 되면 포화했다고 본다.
# 표준편차 1로 시작한 tanh는 절반 넘게 포화했다.
# ReLU에서 정규분포로 뽑은 네 초기화의 두 수가 똑같은 까닭은, 가중치를 키우거나 줄여도 활성화 전 값의 부호가 그대로이기 때문이다.

# %% [markdown] lang="en"
# The first five columns are the standard deviation behind hidden layers 1, 3, 5, 7 and 9.
# Then follow, for the last hidden layer, the share of places where the slope is below a hundredth of its steepest, and the share of units where that is so for every digit.
# With a standard deviation of 1, more than half of tanh is saturated.
# For the ReLU both shares are the same for all four normal distributions, because making weights larger or smaller does not change the signs of pre-activations.

# %% alt_ko="그래프 두 개. 가로축은 은닉층 1에서 9, 세로축은 활성화 값의 표준편차로 로그 눈금이다. 왼쪽 tanh에서는 1, He, Xavier가 0.1과 1 사이에 머물고 PyTorch는 천분의 몇으로, 0.01은 10의 −10제곱 가까이로 떨어진다. 오른쪽 ReLU에서는 He만 평평하고, 1은 백만 넘게 오르고, Xavier와 PyTorch와 0.01은 차례로 더 가파르게 떨어진다." alt_en="Two graphs of the standard deviation of the activations behind hidden layers 1 to 9, on a logarithmic scale. With tanh on the left, 1, He and Xavier stay between 0.1 and 1, PyTorch falls to a few thousandths and 0.01 to about 10 to the −10. With the ReLU on the right only He is flat; 1 rises above a million, and Xavier, PyTorch and 0.01 fall ever more steeply."
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(4.5, 3.4), sharey=True)
for ax, activation in zip(axes, ("tanh", "relu"), strict=True):
    for name in INITIALIZERS:
        stats = activation_statistics(X, start(name)[:-2:2], activation=activation)
        ax.plot(range(1, len(stats.std) + 1), stats.std, label=name)
    ax.set(title=activation, yscale="log", ylim=(1e-12, 1e12), xticks=[1, 5, 9])
_ = axes[0].legend(loc="upper left")

# %% [markdown] lang="ko"
# 가로축은 은닉층, 세로축은 활성화 값의 표준편차(로그 눈금)다.
#
# ## 학습 전의 기울기 { #gradients }
#
# [교차 엔트로피](../losses/cross-entropy.md)(cross-entropy)를 거슬러 내려와 층마다 가중치의 기울기를 잰다.

# %% [markdown] lang="en"
# The horizontal axis is the hidden layer, the vertical axis the standard deviation of the activations on a logarithmic scale.
#
# ## Gradients before training { #gradients }
#
# From the [cross-entropy](../losses/cross-entropy.md) back down, the gradients of the weights are measured layer by layer.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import mlp_backward, mlp_forward


def gradient_norms(name, activation):
    params = start(name)
    logits, cache = mlp_forward(X, params, activation=activation)
    grads = mlp_backward(cross_entropy_grad(logits, y), params, cache)
    return [np.linalg.norm(dW) for dW in grads[::2]]


for activation in ("tanh", "relu"):
    for name in INITIALIZERS:
        norms = gradient_norms(name, activation)
        print(f"{activation} {name:8}", *(f"{norm:.0e}" for norm in norms[::3]))

# %% [markdown] lang="ko"
# 열은 1·4·7·10번째 층이고, 10번째가 출력층이다.
# 작은 난수로 시작하면 **모든** 층의 기울기가 비슷하게 작다.
# 가중치의 기울기는 앞에서 온 활성화 값과 뒤에서 온 기울기의 곱인데, 앞쪽 층에서는 기울기가, 뒤쪽 층에서는 활성화 값이 작기 때문이다.
# 표준편차 1로 시작한 tanh는 거꾸로 앞쪽 층의 기울기가 출력층보다 백 배 넘게 크다.
# [층의 입력까지 온 기울기](vanishing-gradients.md#factor)를 재면 앞뒤의 차이가 더 뚜렷하다.
#
# ## 어느 것이 배우는가 { #training }
#
# 그림만 보고 먼저 맞혀 보자.
# 모멘텀(momentum)을 쓰는 경사 하강법으로 학습시키고, 학습률(learning rate)과 미니배치(mini-batch)의 순서는 모두 같다.

# %% [markdown] lang="en"
# The columns are layers 1, 4, 7 and 10, the last being the output layer.
# From small random numbers the gradients of **all** layers are equally small.
# The gradient of a weight is the activation before it times the gradient that has come back; in early layers that gradient is small, in late layers the activation.
# From a standard deviation of 1, the gradient of the first tanh layer is more than a hundred times that of the output layer instead.
# The [gradient at the input of each layer](vanishing-gradients.md#factor) shows the difference between early and late layers more clearly.
#
# ## Which ones learn { #training }
#
# Guess first, from the figures alone.
# Training is gradient descent with momentum, and the learning rate and the order of the mini-batches are the same throughout.

# %%
from dlnotes.networks import mlp_train
from dlnotes.optimizers import sgd_step


def accuracies(name, activation, lr=0.01, epochs=6):
    seen = []

    def measure(epoch, params, history):
        logits, _ = mlp_forward(X_test, params, activation=activation)
        seen.append((logits.argmax(axis=1) == y_test).mean())

    try:
        mlp_train(
            *(X, y, start(name)),
            step=partial(sgd_step, lr=lr, momentum=0.9),
            loss=(cross_entropy, cross_entropy_grad),
            epochs=epochs,
            batch_size=100,
            rng=np.random.default_rng(1),
            activation=activation,
            callbacks=[measure],
        )
    except FloatingPointError:
        seen += [0.1] * (epochs - len(seen))
    return seen


curves = {
    (activation, name): accuracies(name, activation)
    for activation in ("tanh", "relu")
    for name in INITIALIZERS
}
for (activation, name), seen in curves.items():
    print(f"{activation} {name:8}{seen[-1] > 0.8}")

# %% [markdown] lang="ko"
# 여섯 에폭(epoch) 뒤의 시험 정확도가 80%를 넘는지 적었다.
# ReLU를 표준편차 1로 시작하면 손실이 `nan`이 되어 멈추므로, 찍은 것과 같은 0.1로 적었다.

# %% [markdown] lang="en"
# Whether the test accuracy after six epochs is above 80 %.
# From a standard deviation of 1 the ReLU network stops because its loss is no longer a finite number; it is given 0.1, as good as guessing.

# %% alt_ko="그래프 두 개. 가로축은 에폭 1에서 6, 세로축은 시험 정확도다. 왼쪽 tanh에서는 He와 Xavier가 0.9를 넘고, 나머지 셋은 0.1 근처에 머문다. 오른쪽 ReLU에서는 He만 0.9쯤에 이르고, Xavier는 0.4를 넘지 못하며, 나머지 셋은 0.1 근처에 머문다." alt_en="Two graphs of the test accuracy after epochs 1 to 6. With tanh on the left, He and Xavier pass 0.9 and the other three stay near 0.1. With the ReLU on the right only He reaches about 0.9, Xavier does not pass 0.4, and the other three stay near 0.1."
fig, axes = plt.subplots(1, 2, figsize=(4.5, 3), sharey=True)
for (activation, name), seen in curves.items():
    axes[int(activation == "relu")].plot(range(1, 7), seen, label=name)
for ax, activation in zip(axes, ("tanh", "relu"), strict=True):
    ax.set(title=activation, ylim=(0, 1), xticks=[1, 3, 6])
_ = axes[0].legend(loc="center right")

# %% [markdown] lang="ko"
# 가로축은 에폭, 세로축은 시험 정확도다.
# 학습 전에 활성화 값과 기울기의 크기가 1에서 크게 벗어나지 않은 신경망이 빨리 배운다.
#
# ## 더 해 볼 것 { #more }
#
# - `partial(xavier_normal, gain=5 / 3)`을 더해 보라. tanh에서 He와 비슷하게 빠르다.
# - `SIZES`를 `[64, 64, 10]`으로 바꿔 보라. 층이 둘뿐이면 0.01로 시작해도 느리게나마 배운다. `accuracies`에 `epochs=18`을 주면 0.75쯤에 이른다.
# - `activation_statistics(..., batch_norm=True)`로 다시 재 보라. 다섯 초기화의 차이가 거의 사라진다.

# %% [markdown] lang="en"
# The horizontal axis is the epoch, the vertical axis the test accuracy.
# Networks whose activations and gradients are not far from 1 before training learn fast.
#
# ## More to try { #more }
#
# - Add `partial(xavier_normal, gain=5 / 3)`. With tanh it is about as fast as He.
# - Change `SIZES` to `[64, 64, 10]`. With two layers, 0.01 learns as well, if slowly: with `epochs=18` for `accuracies` it reaches about 0.75.
# - Measure again with `activation_statistics(..., batch_norm=True)`. Hardly any difference is left between the five.
