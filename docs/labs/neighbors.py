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
# 손글씨 숫자를 [k-최근접 이웃](knn.md)으로 읽는다.
# 어떤 그림이 이웃인지 눈으로 보고, $k$를 시험 데이터 없이 고르고, 데이터가 얼마나 있어야 하는지 재고, 픽셀의 거리가 무엇을 놓치는지 찾는다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이다.

# %% [markdown] lang="en"
# Handwritten digits are read by [k-nearest neighbours](knn.md).
# We look at neighbours with our own eyes, choose $k$ without the test data, measure how much data it takes, and find what the distance of pixels misses.
# All it takes is `dlnotes`, scikit-learn and Matplotlib.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# scikit-learn의 손글씨 숫자 1,797장이다.
# 한 장은 8×8 픽셀이고, 픽셀 값은 0에서 16까지의 정수다.
# 넷 가운데 하나는 시험 데이터로 남겨 둔다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# Each has 8×8 pixels, whole numbers from 0 to 16.
# One in four is kept as test data.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data, digits.target, test_size=0.25, random_state=0
)
print(X.shape, X_test.shape)

# %% [markdown] lang="ko"
# ## 이웃을 눈으로 보기 { #look }
#
# 틀리게 읽은 시험 그림과, 가장 가까운 훈련 그림 네 장을 나란히 놓는다.

# %% [markdown] lang="en"
# ## Looking at neighbours { #look }
#
# Test pictures that are read wrongly, each next to the four training pictures nearest to it.

# %%
from dlnotes.neighbors import k_nearest, knn_classify

found = knn_classify(X, y, X_test, 1)
wrong = np.flatnonzero(found != y_test)
distances, indices = k_nearest(X, X_test, 4)
print("wrong:", len(wrong), "of", len(y_test))
for i in wrong[:3]:
    print(y_test[i], "->", y[indices[i]], distances[i].round(1))

# %% [markdown] lang="ko"
# 화살표 앞이 정답, 뒤가 이웃 네 장의 레이블과 거리다.

# %% [markdown] lang="en"
# Before the arrow stands the right answer, behind it the labels of four neighbours and their distances.

# %% alt_ko="세 줄로 늘어선 숫자 그림. 줄마다 맨 왼쪽이 틀리게 읽은 시험 그림이고, 오른쪽 네 장이 가장 가까운 훈련 그림이다. 사람 눈에도 헷갈리는 그림들이다." alt_en="Three rows of digits. On the left of each row is a test picture that was read wrongly, to its right the four nearest training pictures. They are hard to tell apart by eye too."
import matplotlib.pyplot as plt

fig, axes = plt.subplots(3, 5, figsize=(4.5, 2.8))
for row, i in zip(axes, wrong[:3], strict=True):
    pictures = [X_test[i], *X[indices[i]]]
    labels = [y_test[i], *y[indices[i]]]
    for axis, picture, label in zip(row, pictures, labels, strict=True):
        axis.imshow(picture.reshape(8, 8), cmap="Greys")
        axis.set(xticks=[], yticks=[], title=label)
        axis.grid(visible=False)

# %% [markdown] lang="ko"
# ## k를 시험 데이터 없이 고르기 { #choose-k }
#
# 훈련 그림마다 **자기를 뺀** 나머지에서 이웃을 찾으면, 시험 데이터를 건드리지 않고 $k$를 고를 수 있다.
# `k_nearest`가 찾은 첫째 이웃은 자기 자신이므로 둘째부터 센다.

# %% [markdown] lang="en"
# ## Choosing k without the test data { #choose-k }
#
# If each training picture looks for neighbours among the **others**, $k$ can be chosen without touching the test data.
# The first neighbour that `k_nearest` finds is the picture itself, so we count from the second.

# %%
from dlnotes.tensors import one_hot

_, near = k_nearest(X, X, 101)
print("each finds itself:", (near[:, 0] == np.arange(len(X))).all())
for k in (1, 3, 5, 10, 25, 50, 100):
    votes = one_hot(y[near[:, 1 : k + 1]], 10).sum(axis=1)
    train = (votes.argmax(axis=1) == y).mean()
    test = (knn_classify(X, y, X_test, k) == y_test).mean()
    print(f"k={k:3}  others {train:.3f}  test {test:.3f}")

# %% [markdown] lang="ko"
# 두 열이 나란히 움직인다.
# 이 데이터에는 틀린 레이블이 거의 없어서 작은 $k$가 낫다.
#
# ## 데이터가 얼마나 있어야 하는가 { #size }
#
# 훈련 그림을 절반씩 줄여 본다.
# 견주려고, 숫자마다 평균 그림 한 장만 남긴 방법을 곁에 둔다.

# %% [markdown] lang="en"
# The two columns move together.
# These data have hardly any wrong labels, so a small $k$ is better.
#
# ## How much data it takes { #size }
#
# The training pictures are halved again and again.
# For comparison, a method that keeps only one mean picture of each digit.

# %%
for n in (1347, 674, 337, 168, 84):
    means = np.array([X[:n][y[:n] == c].mean(axis=0) for c in range(10)])
    nearest = (knn_classify(X[:n], y[:n], X_test, 1) == y_test).mean()
    mean = (knn_classify(means, np.arange(10), X_test, 1) == y_test).mean()
    print(f"{n:4} pictures: nearest {nearest:.3f}, ten means {mean:.3f}")

# %% [markdown] lang="ko"
# 모두 갖고 있는 쪽이 낫지만, 그림이 적을수록 평균 열 장과 차이가 줄어든다.
# 대신 예측할 때마다 모든 그림과의 거리를 재야 한다.
#
# ## 픽셀의 거리가 놓치는 것 { #pixels }
#
# 모든 그림의 픽셀을 똑같은 순서로 뒤섞는다.
# 사람은 하나도 읽지 못한다.
# 그리고 이번에는 뒤섞지 않고, 시험 그림만 옆으로 한두 칸 민다.
# 사람은 여전히 다 읽는다.

# %% [markdown] lang="en"
# Keeping all pictures is better, but the fewer there are, the closer ten means come to them.
# In return, each prediction has to measure the distance of every picture.
#
# ## What the distance of pixels misses { #pixels }
#
# First the pixels of all pictures are put into another order, the same for all.
# People can read none of them.
# Then nothing is mixed, and only the test pictures are moved to the side by one or two pixels.
# People can still read them all.

# %%
order = np.random.default_rng(0).permutation(64)
mixed = knn_classify(X[:, order], y, X_test[:, order], 1)
print(f"pixels in another order: {(mixed == y_test).mean():.3f}")
for step in (0, 1, 2):
    moved = np.roll(X_test.reshape(-1, 8, 8), step, axis=2).reshape(-1, 64)
    right = (knn_classify(X, y, moved, 1) == y_test).mean()
    print(f"moved by {step}: {right:.3f}")

# %% [markdown] lang="ko"
# 뒤섞어도 정확도는 조금도 변하지 않는다.
# 거리를 잴 때 어느 픽셀이 어느 픽셀의 옆인지 보지 않기 때문이다.
# 그래서 그림이 한 칸만 밀려도 견줄 픽셀이 어긋난다.
# 손쉬운 처방은 훈련 그림을 민 것까지 갖고 있는 것이다.

# %% [markdown] lang="en"
# Mixing changes nothing at all.
# A distance does not see which pixel is next to which.
# So if a picture moves by one pixel, the wrong pixels are compared.
# An easy remedy is to keep the training pictures in moved copies too.

# %%
steps = (-1, 0, 1)
copies = [np.roll(X.reshape(-1, 8, 8), s, axis=2).reshape(-1, 64) for s in steps]
more, labels = np.concatenate(copies), np.tile(y, len(steps))
for step in (0, 1):
    moved = np.roll(X_test.reshape(-1, 8, 8), step, axis=2).reshape(-1, 64)
    right = (knn_classify(more, labels, moved, 1) == y_test).mean()
    print(f"moved by {step}, with moved copies: {right:.3f}")

# %% [markdown] lang="ko"
# 복사본을 두면 되지만 데이터와 시간이 세 배가 든다.
# 획이 어디에 있든 알아보는 **특징을 배우는** 것이 뒤에서 만날 합성곱 신경망이 하는 일이다.
#
# ## 더 해 볼 것 { #more }
#
# - `axis=2`를 `axis=1`로 바꾸어 위아래로 밀어 보자.
# - 픽셀 하나에 100을 곱하고 다시 읽어 보자. 그 픽셀이 거리를 거의 다 정한다.
# - 훈련 레이블의 20퍼센트를 아무 숫자로 바꾸고 $k$를 다시 골라 보자. 더 큰 $k$가 낫다.

# %% [markdown] lang="en"
# Copies help, but cost three times the data and the time.
# **Learning features** that know a stroke wherever it lies is what convolutional neural networks do, which come later.
#
# ## More to try { #more }
#
# - Change `axis=2` to `axis=1` and move the pictures up and down.
# - Multiply one pixel by 100 and read again. That pixel decides nearly alone what is near.
# - Change 20 per cent of the training labels to random digits and choose $k$ again. A larger $k$ is better.
