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
# 똑같은 신경망을 손실 함수(loss function)만 바꿔 여섯 번 학습시킨다.
# 어느 손실이 빨리 배우는지, 나쁜 초깃값에서 빠져나오는지, 틀린 레이블(label)을 얼마나 견디는지 잰다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 1분이 걸리지 않는다.

# %% [markdown] lang="en"
# The same network is trained six times with nothing changed but the loss function.
# Which loss learns fast, which one gets out of a bad start, and how many wrong labels can each of them stand?
# This page is a notebook; the button at the top right downloads it.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for less than a minute.

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
print(X.shape, X_test.shape)

# %% [markdown] lang="ko"
# ## 여섯 가지 손실 { #losses }
#
# 학습에 필요한 것은 손실의 값이 아니라 로짓(logit)의 기울기다.
# 손실마다 로짓과 정답을 받아 기울기를 돌려주는 함수를 적는다.
#
# - `cross_entropy`: 소프트맥스와 [교차 엔트로피](cross-entropy.md)
# - `bce`: 클래스마다 따로 보는 이진 교차 엔트로피
# - `margin`: [마진을 보는 손실](hinge.md)
# - `mse`: 로짓을 그대로 원-핫 정답에 맞추는 [평균 제곱 오차](regression.md)
# - `mse_softmax`: 소프트맥스의 출력에 쓴 평균 제곱 오차
# - `mse_sigmoid`: 시그모이드의 출력에 쓴 평균 제곱 오차
#
# 뒤의 다섯은 클래스의 수로도 나누므로, 샘플 하나의 무게를 맞추려고 10을 곱한다.

# %% [markdown] lang="en"
# ## Six losses { #losses }
#
# What training needs is not the value of a loss but its gradient with respect to the logits.
# For each loss there is a function here that takes logits and labels and returns it.
#
# - `cross_entropy`: softmax and [cross-entropy](cross-entropy.md)
# - `bce`: binary cross-entropy, each class on its own
# - `margin`: the [margin loss](hinge.md)
# - `mse`: the [mean squared error](regression.md) between the logits themselves and one-hot targets
# - `mse_softmax`: the mean squared error of the output of a softmax
# - `mse_sigmoid`: the mean squared error of the output of a sigmoid
#
# The last five also divide by the number of classes; multiplied by 10, they give a sample the same weight as the first.

# %%
from dlnotes import losses
from dlnotes.activations import sigmoid, sigmoid_grad, softmax, softmax_backward
from dlnotes.tensors import one_hot


def bce(z, y):
    return 10 * losses.binary_cross_entropy_with_logits_grad(z, one_hot(y, 10))


def mse_softmax(z, y):
    p = softmax(z)
    return 10 * softmax_backward(losses.mse_loss_grad(p, one_hot(y, 10)), p)


def mse_sigmoid(z, y):
    return 10 * losses.mse_loss_grad(sigmoid(z), one_hot(y, 10)) * sigmoid_grad(z)


GRADIENTS = {
    "cross_entropy": losses.cross_entropy_grad,
    "bce": bce,
    "margin": lambda z, y: 10 * losses.multi_margin_loss_grad(z, y),
    "mse": lambda z, y: 10 * losses.mse_loss_grad(z, one_hot(y, 10)),
    "mse_softmax": mse_softmax,
    "mse_sigmoid": mse_sigmoid,
}

# %% [markdown] lang="ko"
# ## 같은 출발, 같은 학습률 { #race }
#
# 은닉 유닛은 32개다.
# 초깃값, 미니배치(mini-batch)의 순서, 학습률(learning rate) 0.1은 여섯 번 모두 같다.

# %% [markdown] lang="en"
# ## Same start, same learning rate { #race }
#
# There are 32 hidden units.
# Initial weights, the order of the mini-batches and the learning rate, 0.1, are the same all six times.

# %%
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward
from dlnotes.optimizers import sgd_step


def train(gradient, y, lr=0.1, epochs=20, scale=1.0):
    rng = np.random.default_rng(0)
    params, state = init_mlp([64, 32, 10], rng=rng), None
    params[2] = scale * params[2]
    accuracy = []
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), 27):
            z, cache = mlp_forward(X[batch], params)
            grads = mlp_backward(gradient(z, y[batch]), params, cache)
            params, state = sgd_step(params, grads, state, lr=lr)
        right = mlp_forward(X_test, params)[0].argmax(axis=1) == y_test
        accuracy.append(right.mean())
    return params, accuracy


race = {name: train(gradient, y) for name, gradient in GRADIENTS.items()}
for name, (_, accuracy) in race.items():
    print(f"{name:13} {accuracy[0]:.2f} {accuracy[4]:.2f} {accuracy[-1]:.2f}")

# %% [markdown] lang="ko"
# 열은 차례로 1, 5, 20에폭(epoch) 뒤의 시험 정확도다.
# 뒤처지는 것은 평균 제곱 오차가 아니라, 제곱 오차 앞에 소프트맥스나 시그모이드를 둔 둘이다.
# 기울기에 [소프트맥스나 시그모이드를 미분한 값](binary-cross-entropy.md#e25)이 곱해져 작아지기 때문이다.
# 로짓에 바로 쓴 `mse`는 조금 늦지만 교차 엔트로피를 거의 따라잡는다.
# `margin`이 처음부터 앞서는 것은 기울기가 커서 걸음이 길기 때문이다.

# %% [markdown] lang="en"
# The columns are the test accuracies after 1, 5 and 20 epochs.
# It is not the mean squared error that falls behind, but the two with a softmax or sigmoid before the square.
# Their gradients are multiplied by the [derivative of the softmax or sigmoid](binary-cross-entropy.md#e25) and become small.
# Applied to the logits directly, `mse` stays close behind cross-entropy.
# `margin` leads from the start because its gradients are large, and its steps long.

# %% alt_ko="가로축은 1에서 20까지의 에폭, 세로축은 시험 정확도다. margin이 처음부터 0.9로 앞서고, cross_entropy와 bce와 mse는 다섯 에폭 무렵 0.83에서 0.9에 이른다. mse_softmax와 mse_sigmoid는 0.3 아래에서 천천히 올라 끝에 가서 0.9 안팎에 이른다." alt_en="The horizontal axis shows epochs 1 to 20, the vertical axis the test accuracy. margin leads from the start with 0.9; cross_entropy, bce and mse are between 0.83 and 0.9 by the fifth epoch. mse_softmax and mse_sigmoid climb slowly from below 0.3 and end up at about 0.9."
import matplotlib.pyplot as plt

STYLES = dict(zip(GRADIENTS, ["-", "--", "-.", ":", "o-", "x-"], strict=True))
fig, ax = plt.subplots(figsize=(4.5, 3))
for name, (_, accuracy) in race.items():
    ax.plot(range(1, 21), accuracy, STYLES[name], label=name)
ax.set(ylim=(0, 1), xticks=[1, 5, 10, 15, 20])
_ = ax.legend(loc="lower right")

# %% [markdown] lang="ko"
# 가로축은 에폭, 세로축은 시험 정확도다.
#
# ## 나쁜 출발 { #bad-start }
#
# 확신하고 틀린 모델에서 시작하면 어떻게 되는가?
# 먼저 아주 큰 로짓을 아무렇게나 뽑아, 샘플 하나가 받는 기울기의 크기를 평균해 본다.

# %% [markdown] lang="en"
# Epochs on the horizontal axis, test accuracy on the vertical.
#
# ## A bad start { #bad-start }
#
# What if the model starts out sure of itself and wrong?
# First, for very large random logits, the mean size of the gradient that one sample receives.

# %%
rng = np.random.default_rng(0)
logits = 30 * rng.normal(size=(1000, 10))
labels = rng.integers(0, 10, 1000)
for name, gradient in GRADIENTS.items():
    pull = 1000 * np.linalg.norm(gradient(logits, labels), axis=1).mean()
    print(f"{name:13} {pull:.2f}")

# %% [markdown] lang="ko"
# 두 교차 엔트로피의 기울기는 확률에서 정답을 뺀 값이라 로짓이 아무리 커도 1이나 2 안팎이다.
# `mse`의 기울기는 로짓만큼 커지고, `mse_softmax`와 `mse_sigmoid`의 기울기는 0에 가깝다.
#
# 이제 출력층의 초기 가중치를 열 배로 키우고 학습시킨다.

# %% [markdown] lang="en"
# The gradients of the two cross-entropies are probabilities minus truths, so they stay near 1 or 2 however large the logits.
# That of `mse` grows with the logits, and those of `mse_softmax` and `mse_sigmoid` are close to 0.
#
# Now for training, with initial weights in the output layer that are ten times too large.

# %%
from dlnotes.activations import dead_relu_fraction

bad = {name: train(gradient, y, scale=10) for name, gradient in GRADIENTS.items()}
for name, ((W1, b1, _, _), accuracy) in bad.items():
    dead = dead_relu_fraction(X @ W1.T + b1)
    print(f"{name:13} {accuracy[0]:.2f} {accuracy[4]:.2f} {accuracy[-1]:.2f} {dead:.2f}")

# %% alt_ko="가로축은 1에서 20까지의 에폭, 세로축은 시험 정확도다. cross_entropy는 0.44에서 곧 0.9로 오르고 bce가 뒤따른다. mse_softmax는 0.63 근처에서 한동안 멈췄다가 0.94까지 오르고, mse_sigmoid는 0.5 근처에 머문다. margin은 0.1과 0.31 사이를 오가고, mse는 0.1 근처에 있다." alt_en="The horizontal axis shows epochs 1 to 20, the vertical axis the test accuracy. cross_entropy soon rises from 0.44 to 0.9, and bce follows. mse_softmax pauses near 0.63 before it reaches 0.94, and mse_sigmoid stays around 0.5. margin wavers between 0.1 and 0.31, and mse stays near 0.1."
fig, ax = plt.subplots(figsize=(4.5, 3.5))
for name, (_, accuracy) in bad.items():
    ax.plot(range(1, 21), accuracy, STYLES[name], label=name)
ax.set(ylim=(0, 1), xticks=[1, 5, 10, 15, 20])
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown] lang="ko"
# 마지막 열은 [죽은 유닛](../activations/relu-family.md#dead)의 비율이다.
# 기울기가 큰 `mse`와 `margin`은 첫걸음부터 너무 크게 움직여 은닉 유닛이 거의 다 죽었다.
# 기울기가 작은 `mse_softmax`와 `mse_sigmoid`는 유닛은 살아 있지만 평평한 곳에서 오래 머문다.
# 두 교차 엔트로피에서도 유닛이 꽤 죽지만, 살아남은 유닛으로 0.9를 넘긴다.
#
# ## 틀린 레이블 { #noise }
#
# 훈련 레이블을 저마다 40%의 확률로 아무 숫자로나 바꾼다.
# 바꾼 숫자가 열에 하나는 우연히 맞으므로, 맞는 레이블은 평균해서 64%이고 여기서는 63%다.

# %% [markdown] lang="en"
# The last column is the share of [dead units](../activations/relu-family.md#dead).
# `mse` and `margin`, whose gradients are large, moved so far in their first steps that nearly all hidden units died.
# `mse_softmax` and `mse_sigmoid`, whose gradients are small, keep their units and linger on a plateau.
# The two cross-entropies lose a good many units too, but exceed 0.9 with those that are left.
#
# ## Wrong labels { #noise }
#
# Each training label is replaced by a random digit with a probability of 40 %.
# One in ten of these happens to be right, so 64 % of the labels are correct on average, and 63 % here.

# %%
rng = np.random.default_rng(1)
swap = rng.random(len(y)) < 0.4
noisy = np.where(swap, rng.integers(0, 10, len(y)), y)
print(f"{(noisy == y).mean():.2f}")
for name, gradient in GRADIENTS.items():
    params, accuracy = train(gradient, noisy)
    fitted = mlp_forward(X, params)[0].argmax(axis=1) == noisy
    print(f"{name:13} {fitted.mean():.2f} {accuracy[-1]:.2f}")

# %% [markdown] lang="ko"
# 열은 차례로 틀린 레이블까지 포함한 훈련 정확도와, 바른 레이블로 잰 시험 정확도다.
# 훈련 레이블은 많아야 60%쯤 맞히는데, 시험 정확도는 그보다 훨씬 높다.
# 틀린 레이블은 제각각이라 서로 지워지고, 맞는 레이블만 같은 쪽으로 당기기 때문이다.
# 두 교차 엔트로피는 40%가 뒤섞여도 0.9를 넘긴다.
#
# ## 손실의 바닥 { #floor }
#
# 레이블이 바른 숫자일 확률이 0.64, 다른 숫자일 확률이 0.04씩이면, 똑같이 뒤섞인 새 데이터에서 기대할 수 있는 교차 엔트로피는 [엔트로피](entropy-and-kl.md#e27)보다 작아질 수 없다.
# 그런데 오래 학습시키면 훈련 손실은 이 바닥을 뚫고 내려간다.

# %% [markdown] lang="en"
# The columns are the training accuracy, wrong labels included, and the test accuracy against correct labels.
# No more than about 60 % of the training labels are matched, yet the test accuracy is much higher.
# The wrong labels pull in all directions and cancel; only the correct ones pull the same way.
# The two cross-entropies exceed 0.9 even with 40 % of the labels scrambled.
#
# ## The floor of the loss { #floor }
#
# Let a label be the right digit with probability 0.64 and each other digit with 0.04.
# On new data with such labels, the cross-entropy to be expected cannot be below the [entropy](entropy-and-kl.md#e27).
# But with long training, the loss on the training data breaks through that floor.

# %%
truth = np.full(10, 0.04)
truth[0] = 0.64
print(f"floor {losses.entropy(truth):.2f}")
for epochs in (20, 200):
    params, accuracy = train(losses.cross_entropy_grad, noisy, epochs=epochs, lr=0.3)
    known = losses.cross_entropy(mlp_forward(X, params)[0], noisy)
    fresh = losses.cross_entropy(mlp_forward(X_test, params)[0], y_test)
    print(f"{epochs:5} {known:.2f} {fresh:.2f} {accuracy[-1]:.2f}")

# %% [markdown] lang="ko"
# 열은 차례로 에폭, 훈련 손실, 바른 레이블로 잰 시험 손실, 시험 정확도다.
# 20에폭까지는 훈련 손실이 바닥보다 조금 높고, 시험 정확도는 0.93이다.
# 200에폭 뒤에는 훈련 손실이 바닥 아래로 한참 내려갔다.
# 바닥 아래로 내려간 만큼 모델이 잡음을 외운 것이어서, 시험 손실은 커지고 시험 정확도는 0.7쯤으로 떨어진다.
#
# ## 더 해 볼 것 { #more }
#
# - `train(GRADIENTS["margin"], y, lr=0.01)`: 기울기가 큰 만큼 학습률을 줄이면 `margin`도 `cross_entropy`보다 빠르지 않다.
# - `train(GRADIENTS["mse_sigmoid"], y, lr=1)`: 학습률을 열 배로 올리면 시그모이드와 제곱 오차도 0.96까지 오른다.
# - `train(GRADIENTS["margin"], y, scale=10, lr=0.03)`: 학습률을 줄이면 유닛이 덜 죽어, 나쁜 출발에서도 0.93까지 오른다.
# - 200에폭 학습에 `functools.partial(losses.cross_entropy_grad, label_smoothing=0.5)`를 쓰면 외우기가 늦어져 시험 정확도가 0.9쯤을 지킨다.
# - 레이블의 60%를 바로 다음 숫자 `(y + 1) % 10`으로 바꾸면 시험 정확도가 0.2쯤으로 무너진다. 틀린 레이블이 한쪽으로 몰려 있어 지워지지 않는다.

# %% [markdown] lang="en"
# The columns are the epochs, the training loss, the test loss against correct labels, and the test accuracy.
# Up to 20 epochs the training loss is slightly above the floor, and the test accuracy is 0.93.
# After 200 it lies far below.
# Whatever is below the floor is noise learnt by heart, so the test loss has grown and the test accuracy has dropped to about 0.7.
#
# ## More to try { #more }
#
# - `train(GRADIENTS["margin"], y, lr=0.01)`: once the learning rate makes up for its large gradients, `margin` is no faster than `cross_entropy`.
# - `train(GRADIENTS["mse_sigmoid"], y, lr=1)`: at ten times the learning rate, sigmoid and squared error reach 0.96 as well.
# - `train(GRADIENTS["margin"], y, scale=10, lr=0.03)`: with a smaller learning rate fewer units die, and even the bad start leads to 0.93.
# - Use `functools.partial(losses.cross_entropy_grad, label_smoothing=0.5)` for the 200 epochs: learning by heart slows down, and the test accuracy stays at about 0.9.
# - Replace 60 % of the labels by the next digit, `(y + 1) % 10`: the test accuracy falls to about 0.2, since wrong labels that all lean the same way do not cancel.
