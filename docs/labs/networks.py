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
# 유닛이 64-32-10인 [다층 퍼셉트론](mlp.md)을 만들고, 학습시키고, 뜯어본다.
# 배우기 전과 후에 층마다 어떤 값이 흐르는지, 은닉 유닛이 그림의 어디를 보는지, 유닛을 하나씩 빼면 어떻게 되는지를 잰다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# A [multilayer perceptron](mlp.md) with 64-32-10 units is built, trained and taken apart.
# We follow the values through its layers before and after training, see where in an image the hidden units look, and find out what happens when units are removed one by one.
# This page is a notebook; the button at the top right downloads it.
# It needs only `dlnotes`, scikit-learn and Matplotlib, and runs in a few seconds.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# scikit-learn의 손글씨 숫자 1,797장이다.
# 한 장은 8×8 픽셀이고, 픽셀 값을 0에서 1 사이로 줄여 쓴다.
# 넷 가운데 하나는 학습에 쓰지 않고 시험용으로 남긴다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# An image has 8×8 pixels, whose values are scaled to lie between 0 and 1.
# One in four is kept out of training for testing.

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
# ## 만들기 { #build }
#
# 매개변수(parameter)는 가중치 행렬과 편향 벡터를 층 순서대로 늘어놓은 목록이다.
# 아직은 아무것도 배우지 않았다.

# %% [markdown] lang="en"
# ## Building { #build }
#
# The parameters are a list of weight matrices and bias vectors, layer after layer.
# Nothing has been learnt yet.

# %%
from dlnotes.networks import count_layers, count_parameters, init_mlp

SIZES = [64, 32, 10]
start = init_mlp(SIZES, rng=np.random.default_rng(0))
print([array.shape for array in start])
print("parameters:", count_parameters(SIZES))
print("layers:", count_layers(SIZES)["weight_layers"])

# %% [markdown] lang="ko"
# 숫자 한 장을 넣어 층마다 값이 어떻게 바뀌는지 따라간다.
# `cache.outputs`에는 층마다 받은 입력이, `cache.sums`에는 층마다 구한 활성화 전 값이 들어 있다.

# %% [markdown] lang="en"
# Put one digit in and follow how the values change from layer to layer.
# `cache.outputs` holds what every layer was given, `cache.sums` the pre-activations that every layer found.

# %%
from dlnotes.activations import softmax
from dlnotes.networks import mlp_forward

logits, cache = mlp_forward(X[0], start)
print("x", cache.outputs[0].shape, "z1", cache.sums[0].shape)
print("h", cache.outputs[1].shape, "z2", cache.sums[1].shape)
print("h > 0:", (cache.outputs[1] > 0).sum(), "of", cache.outputs[1].size)
print("p:", np.round(softmax(logits), 2))

# %% [markdown] lang="ko"
# 은닉 유닛은 32개 가운데 12개가 켜졌고, 확률은 열 가지 숫자에 고만고만하게 나뉘어 있다.
# 틀린 정도는 [교차 엔트로피](../losses/cross-entropy.md)라는 손실(loss)로 잰다.
# 정답에 준 확률의 로그에서 부호를 바꾸어 평균한 값이다.
# 훈련 데이터 전체에서 재면, 열 가지를 똑같은 확률로 찍을 때의 $-\log 0.1 \approx 2.3$과 비슷하다.
# 정확도도 찍는 것보다 조금 나을 뿐이다.

# %% [markdown] lang="en"
# 12 of the 32 hidden units are on, and the probability is spread over the ten digits about evenly.
# A loss called [cross-entropy](../losses/cross-entropy.md) measures how wrong the network is.
# It is the mean of minus the logarithm of the probability that the true digit got.
# Over all training data it is close to $-\log 0.1 \approx 2.3$, its value when all ten get the same probability.
# The accuracy is only a little better than guessing.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad


def accuracy(X, y, params, activation="relu"):
    return (mlp_forward(X, params, activation=activation)[0].argmax(axis=1) == y).mean()


print(f"loss {cross_entropy(mlp_forward(X, start)[0], y):.1f}")
print(f"accuracy {accuracy(X, y, start):.1f}")

# %% [markdown] lang="ko"
# ## 학습 { #training }
#
# `mlp_train`에 무엇을 줄일지(`loss`)와 매개변수를 한 번에 어떻게 고칠지(`step`)를 건넨다.
# 여기서 쓰는 `sgd_step`은 [경사 하강법](../optimizers/gradient-descent.md)이고, 뒤에서 배운다.
# `callbacks`의 함수는 에폭(epoch)이 끝날 때마다 불린다.
# 여기서는 훈련 정확도와 시험 정확도를 적어 두는 데 쓴다.

# %% [markdown] lang="en"
# ## Training { #training }
#
# `mlp_train` is told what to reduce (`loss`) and how to update the parameters (`step`).
# Here `sgd_step` does it by [gradient descent](../optimizers/gradient-descent.md), which a later chapter explains.
# Functions in `callbacks` are called at the end of each epoch.
# Here one notes the accuracy on training and test data.

# %%
from functools import partial

from dlnotes.networks import mlp_train
from dlnotes.optimizers import sgd_step

curve = []


def watch(epoch, params, history):
    curve.append((accuracy(X, y, params), accuracy(X_test, y_test, params)))


params, history = mlp_train(
    X,
    y,
    start,
    step=partial(sgd_step, lr=0.1, momentum=0.9),
    loss=(cross_entropy, cross_entropy_grad),
    epochs=40,
    batch_size=64,
    rng=np.random.default_rng(1),
    val=(X_test, y_test),
    callbacks=[watch],
)
for epoch in (1, 5, 40):
    right, right_test = curve[epoch - 1]
    loss = f"loss {history.loss[epoch - 1]:.2f}"
    print(f"epoch {epoch:2}: {loss}, accuracy {right:.2f}, test {right_test:.2f}")

# %% [markdown] lang="ko"
# `test`는 시험 정확도이고, 나머지는 훈련 데이터에서 잰 값이다.

# %% [markdown] lang="en"
# `test` is the accuracy on the test data; the rest was measured on the training data.

# %% alt_ko="가로축은 1에서 40까지의 에폭, 세로축은 손실이고 로그 눈금이다. 훈련 손실은 1.6에서 0.01 아래까지 조금씩 흔들리며 내려간다. 시험 손실은 함께 내려가다가 0.1 근처에서 더 내려가지 않는다." alt_en="The horizontal axis is the epoch, from 1 to 40, the vertical axis the loss on a logarithmic scale. The training loss falls, wavering a little, from 1.6 to below 0.01. The test loss falls along with it at first and then stays near 0.1."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 3))
epochs = np.arange(1, 41)
ax.plot(epochs, history.loss)
ax.plot(epochs, history.val_loss, "--")
_ = ax.set(yscale="log")

# %% [markdown] lang="ko"
# 가로축은 에폭, 세로축은 손실(로그 눈금)이다.
# 실선은 훈련 데이터, 점선은 시험 데이터다.
# 훈련 손실은 끝까지 줄어들지만, 시험 손실은 열 에폭쯤부터 거의 줄지 않는다.
# 그 뒤로는 훈련 데이터에만 더 맞춰 가는 셈이다.
#
# ## 첫 층의 가중치를 그림으로 보기 { #templates }
#
# 첫 층의 가중치는 32행 64열이다.
# 한 행이 유닛 하나의 가중치 64개이므로, 8×8로 접으면 그 유닛이 보는 그림이 된다.
# 가중합은 이 그림과 입력을 겹쳐 놓고 픽셀끼리 곱해 더한 값이다.

# %% [markdown] lang="en"
# The horizontal axis is the epoch, the vertical axis the loss (logarithmic scale).
# The solid line is the training data, the dashed one the test data.
# The training loss falls to the end, while the test loss hardly falls after some ten epochs.
# From then on the network only fits the training data more closely.
#
# ## The weights of the first layer as images { #templates }
#
# The weights of the first layer have 32 rows and 64 columns.
# A row holds the 64 weights of one unit; folded into 8×8 it is the image that this unit looks for.
# The weighted sum lays this image over the input, multiplies pixel by pixel, and adds up.

# %% alt_ko="8×8 그림이 네 줄에 여덟 개씩 모두 서른두 개 있다. 그림마다 빨간 칸과 파란 칸이 얼룩덜룩 섞여 있고, 진한 것도 옅은 것도 있다. 숫자 모양을 그대로 닮은 것은 없다." alt_en="Thirty-two images of 8×8 in four rows of eight. In each, red and blue squares are mixed in blotches, strong in some and pale in others. None has the shape of a digit."
fig, axes = plt.subplots(4, 8, figsize=(4.5, 2.4))
W1 = params[0]
for ax, row in zip(axes.flat, W1, strict=True):
    ax.imshow(row.reshape(8, 8), cmap="RdBu_r", vmin=-1, vmax=1)
    ax.axis("off")

# %% [markdown] lang="ko"
# 빨간 칸에 획이 지나가면 가중합이 커지고, 파란 칸에 지나가면 작아진다.
# 숫자 하나를 통째로 닮은 유닛은 없다.
# 유닛마다 서로 다른 자리를 보고, 출력층이 그 값을 모아 숫자를 고른다.
# 옅은 얼룩은 무작위로 뽑은 초깃값이 남은 것이다.
#
# 그렇다면 유닛 하나를 빼도 크게 나빠지지 않아야 한다.
# 유닛의 출력을 0으로 만들려면 출력층에서 그 유닛에 곱하는 가중치를 0으로 하면 된다.

# %% [markdown] lang="en"
# A stroke over red squares makes the weighted sum larger, over blue squares smaller.
# No unit resembles a whole digit.
# Each unit looks at places of its own, and the output layer puts their values together to choose a digit.
# Pale blotches are what is left of the random initial values.
#
# If so, losing a single unit should do little harm.
# Setting the weights to 0 by which the output layer multiplies a unit makes the unit's output count as 0.

# %%
W1, b1, W2, b2 = params


def without(units):
    kept = np.ones(32)
    kept[units] = 0
    return accuracy(X, y, [W1, b1, W2 * kept, b2])


alone = np.array([without([unit]) for unit in range(32)])
print(f"all units {without([]):.2f}")
print(f"without one: median {np.median(alone):.2f}, worst {alone.min():.2f}")
order = np.random.default_rng(0).permutation(32)
for n in (4, 8, 16, 24):
    print(f"without {n}: {without(order[:n]):.1f}")

# %% [markdown] lang="ko"
# 모두 훈련 정확도다.
# 첫째 줄은 유닛이 모두 있을 때, 둘째 줄은 하나씩 뺐을 때의 중앙값과 가장 나쁜 값이다.
# 아래는 여러 개를 무작위로 함께 뺐을 때다.
# 하나쯤은 빠져도 대개 표가 나지 않지만, 절반이 빠지면 크게 무너진다.
#
# ## 선형 신경망을 한 층으로 접기 { #collapse }
#
# 이번에는 짝수와 홀수를 가른다.
# 선형 분류기로는 다 맞히지 못하는 문제다.
# 은닉층이 둘인 신경망 두 개를 학습시키되, 하나는 활성화 함수 자리에 받은 값을 그대로 내보내는 항등함수를 둔다.

# %% [markdown] lang="en"
# All are training accuracies: with all units, then with each unit removed by itself.
# Below, several are removed together at random.
# One alone is hardly missed, but without half of them the network breaks down.
#
# ## Folding a linear network into one layer { #collapse }
#
# Now the task is to tell even digits from odd ones.
# A linear classifier does not quite solve it.
# Two networks with two hidden layers are trained, one of them with the identity as its activation function.

# %%
from dlnotes.networks import collapse_linear


def train_parity(activation, lr):
    return mlp_train(
        X,
        y % 2,
        init_mlp([64, 32, 32, 2], rng=np.random.default_rng(0), init="xavier"),
        step=partial(sgd_step, lr=lr, momentum=0.9),
        loss=(cross_entropy, cross_entropy_grad),
        epochs=30,
        batch_size=64,
        rng=np.random.default_rng(1),
        activation=activation,
    )[0]


linear, bent = train_parity("identity", 0.02), train_parity("relu", 0.1)
print(f"identity {accuracy(X, y % 2, linear, 'identity'):.2f}")
print(f"relu {accuracy(X, y % 2, bent):.2f}")

# %% [markdown] lang="ko"
# 항등함수를 둔 신경망과 ReLU를 쓴 신경망의 훈련 정확도다.
# 활성화 함수가 없는 쪽은 층이 셋이어도 [한 층과 같으므로](mlp.md#e17), `collapse_linear`로 접을 수 있다.

# %% [markdown] lang="en"
# These are the training accuracies of the network with the identity and of that with the ReLU.
# The first has three layers but is [the same as one](mlp.md#e17), and `collapse_linear` folds it.

# %%
one = collapse_linear(linear)
print([array.shape for array in linear])
print([array.shape for array in one])
deep = mlp_forward(X_test, linear, activation="identity")[0]
print("same outputs:", np.allclose(deep, mlp_forward(X_test, one)[0]))
for name, arrays in [("three layers", linear), ("one layer", one)]:
    print(f"{name}: parameters", sum(array.size for array in arrays))

# %% [markdown] lang="ko"
# 매개변수 3,202개가 하던 일을 130개가 똑같이 한다.
#
# ## 더 해 볼 것 { #more }
#
# - `SIZES`를 `[64, 4, 10]`으로 바꾸고 학습까지만 다시 돌리면? 유닛 네 개로는 모자라, 훈련 정확도가 0.6쯤에 머문다.
# - `init_mlp`에 `init=lambda shape, rng: np.zeros(shape)`를 넘기면? 은닉 유닛이 늘 0을 내므로 출력층의 편향만 바뀐다.
# - 학습할 때 `lr`를 10으로 올리면? 유닛이 죽어 정확도가 찍는 수준으로 떨어진다.
# - `dlnotes.optimizers`에서 `adam_step`도 불러와 `step`을 `partial(adam_step, lr=0.003)`으로 바꾸면? 40에폭 뒤의 정확도는 비슷하다.

# %% [markdown] lang="en"
# What 3,202 parameters did, 130 do just as well.
#
# ## More to try { #more }
#
# - Set `SIZES` to `[64, 4, 10]` and run again as far as the training. Four units are too few: the training accuracy stays near 0.6.
# - Pass `init=lambda shape, rng: np.zeros(shape)` to `init_mlp`. The hidden units always give 0, so only the biases of the output layer change.
# - Raise `lr` to 10 in training. The units die, and the accuracy falls to that of guessing.
# - Import `adam_step` from `dlnotes.optimizers` too, and replace `step` by `partial(adam_step, lr=0.003)`. After 40 epochs the accuracy is about the same.
