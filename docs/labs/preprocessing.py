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
# 손글씨 숫자의 픽셀을 [네 가지 방법으로 맞추고](scaling.md), [주성분](pca.md)을 그림으로 보고, 주성분으로 잡음을 걷어 내고, [백색화](whitening.md)의 ε을 바꾸어 본다.
# 전처리가 언제 돕고 언제 해로운지가 물음이다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# We [scale](scaling.md) the pixels of handwritten digits in four ways, look at [principal components](pca.md) as pictures, remove noise by them, and change the ε of [whitening](whitening.md).
# The question is when preprocessing helps, and when it does harm.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# scikit-learn의 손글씨 숫자 1,797장이다.
# 픽셀은 0에서 16까지의 수이고, 그림 1,200장을 훈련에, 나머지를 시험에 쓴다.
# 평균, 표준편차, 주성분은 모두 훈련 데이터에서 구한다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# Pixels are numbers from 0 to 16; 1,200 pictures are for training and the others for the test.
# All numbers that preprocessing needs come from the training data.

# %%
import numpy as np
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
order = np.random.default_rng(0).permutation(len(X))
train, test = order[:1200], order[1200:]
print(X[train].shape, X[test].shape)

# %% [markdown] lang="ko"
# ## 두 모델 { #models }
#
# `neighbours`는 3-최근접 이웃의 시험 정확도다.
# `descent`는 소프트맥스 회귀를 경사 하강법으로 100걸음 학습해, 훈련 손실과 시험 정확도를 돌려준다.

# %% [markdown] lang="en"
# ## Two models { #models }
#
# `neighbours` gives the test accuracy of 3 nearest neighbours.
# `descent` takes 100 steps of gradient descent with softmax regression, and returns the training loss and the test accuracy.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.neighbors import knn_classify


def neighbours(Z):
    return np.mean(knn_classify(Z[train], y[train], Z[test], 3) == y[test])


def descent(Z, lr, steps=100):
    W, b = np.zeros((Z.shape[1], 10)), np.zeros(10)
    for _ in range(steps):
        g = cross_entropy_grad(Z[train] @ W + b, y[train])
        W, b = W - lr * Z[train].T @ g, b - lr * g.sum(axis=0)
    loss = cross_entropy(Z[train] @ W + b, y[train])
    return loss, np.mean((Z[test] @ W + b).argmax(axis=1) == y[test])


# %% [markdown] lang="ko"
# ## 픽셀을 맞추는 네 가지 방법 { #scaling }
#
# 픽셀을 그대로 두거나, 16으로 나누거나, 최소–최대 정규화를 하거나, 표준화한다.
# 학습률은 0.03과 3 두 가지다.

# %% [markdown] lang="en"
# ## The ways to scale { #scaling }
#
# Pixels are left as they are, divided by 16, min–max scaled or standardised.
# The learning rates are 0.03 and 3.

# %%
from dlnotes.preprocessing import minmax_fit, minmax_scale, standardize, standardize_fit

mean, std = standardize_fit(X[train])
ways = {
    "as it is": X,
    "over 16": X / 16,
    "min-max": minmax_scale(X, *minmax_fit(X[train])),
    "z-scores": standardize(X, mean, std),
}
for name, Z in ways.items():
    found = [descent(Z, lr) for lr in (0.03, 3.0)]
    told = "   ".join(f"loss {loss:.2f}, accuracy {right:.2f}" for loss, right in found)
    print(f"{name:9} neighbours {neighbours(Z):.3f}   {told}")

# %% [markdown] lang="ko"
# 경사 하강법은 값의 크기에 맞는 학습률이 있어야 한다.
# 그대로 둔 픽셀에는 0.03이, 16으로 나눈 것과 z-점수에는 3이 낫다.
#
# 최근접 이웃은 표준화하면 도리어 나빠진다.
# 픽셀은 단위가 모두 같고, 거의 언제나 0인 가장자리 픽셀은 숫자를 가리는 데 쓸모가 적다.
# 그런 픽셀의 작은 표준편차로 나누면 어쩌다 칠해진 점 하나가 아주 큰 수가 된다.

# %% [markdown] lang="en"
# Gradient descent needs a rate that fits the size of the values.
# For pixels as they are, 0.03 is better; for pixels over 16 and for z-scores, 3.
#
# Nearest neighbours do worse with z-scores.
# All pixels have the same unit, and those at the edge, nearly always 0, say little about the digit.
# Divided by their small standard deviation, a rare spot becomes a very large number.

# %%
Z = ways["z-scores"][test]
row, column = divmod(int(np.abs(Z).max(axis=0).argmax()), 8)
pixel = 8 * row + column
print(f"pixel in row {row}, column {column}: deviation {std[pixel]:.3f}")
print(f"largest z-score in the test data: {Z[:, pixel].max():.1f}")
print(f"constant pixels: {np.sum(std == 0)}, z-scores there {np.unique(Z[:, std == 0])}")

# %% [markdown] lang="ko"
# 훈련 데이터에서 값이 한 가지뿐인 픽셀도 있다.
# `standardize`는 그런 픽셀의 표준편차 자리에 1을 쓴다.
#
# ## 주성분을 그림으로 { #pca }
#
# 주성분 하나는 픽셀마다 수가 하나씩 있으니, 그림으로 볼 수 있다.
# 진한 두 색은 양수와 음수다.

# %% [markdown] lang="en"
# Some pixels have one value only in the training data.
# `standardize` puts 1 in the place of their standard deviation.
#
# ## Components as pictures { #pca }
#
# A component has one number for each pixel, so it can be seen as a picture.
# The two strong colours are positive and negative numbers.

# %% alt_ko="8 × 8 그림 다섯 장. 첫째는 평균으로, 가운데가 세로로 진하다. 나머지 넷은 처음 네 주성분이고, 한쪽 색의 획과 다른 쪽 색의 획이 섞여 있다. 예를 들어 어떤 것은 왼쪽 위의 획과 가운데의 획이 서로 반대 색이다." alt_en="Five pictures of 8 × 8 pixels. The first is the mean, dark along the middle from top to bottom. The other four are the first components, with strokes of one colour among strokes of the other; in one of them, for instance, a stroke at the upper left and one in the middle have opposite colours."
import matplotlib.pyplot as plt

from dlnotes.preprocessing import pca_fit, pca_inverse, pca_transform, zca_whiten

fit = mean, components, variance = pca_fit(X[train])
fig, places = plt.subplots(1, 5, figsize=(5, 1.3))
for place, picture in zip(places, [mean, *components[:4]], strict=True):
    limit = np.abs(picture).max()
    place.imshow(picture.reshape(8, 8), cmap="RdBu_r", vmin=-limit, vmax=limit)
    place.set(xticks=[], yticks=[])
share = variance.cumsum() / variance.sum()
print("explained by 1, 2, 5, 10, 20, 40:", share[[0, 1, 4, 9, 19, 39]].round(2))

# %% [markdown] lang="ko"
# 좌표 두 개만으로 시험 그림을 평면에 놓아 보자.
# 주성분 분석은 레이블을 보지 않았는데도 같은 숫자끼리 모인다.

# %% [markdown] lang="en"
# Let us put the test pictures on a plane by two coordinates alone.
# PCA has not seen the labels, yet pictures of the same digit lie together.

# %% alt_ko="가로축은 첫째 좌표, 세로축은 둘째 좌표다. 숫자 0, 1, 4의 시험 그림이 그 숫자의 글자로 찍혀 있다. 세 숫자는 저마다 다른 곳에 모여 있고 서로 조금만 겹친다." alt_en="The axes are the first and the second coordinate. Test pictures of the digits 0, 1 and 4 are drawn as these digits. Each digit has a region of its own, and they overlap only a little."
Z = pca_transform(X[test], mean, components[:2])
fig, ax = plt.subplots(figsize=(4.5, 3))
for digit in (0, 1, 4):
    part = Z[y[test] == digit]
    ax.plot(*part.T, linestyle="", marker=f"${digit}$", ms=6)
ax.set(xlabel="1", ylabel="2")
for digit in (0, 1, 4):
    print(digit, "mean coordinates", Z[y[test] == digit].mean(axis=0).round(0))

# %% [markdown] lang="ko"
# ## 잡음을 걷어 낸다 { #noise }
#
# 픽셀마다 표준편차가 4인 잡음을 더한다.
# 잡음은 64개의 방향에 고루 퍼지지만, 숫자는 앞쪽 주성분 몇 개에 몰려 있다.
# 그러니 앞쪽만 남기고 되돌리면 숫자는 조금만, 잡음은 많이 줄어든다.

# %% [markdown] lang="en"
# ## Removing noise { #noise }
#
# Noise with a standard deviation of 4 is added to each pixel.
# The noise is spread evenly over 64 directions, but the digits lie in the first few components.
# So if only these are kept, more of the noise goes than of the digits.

# %%
noisy = X + 4 * np.random.default_rng(0).normal(size=X.shape)
for k in (2, 5, 10, 15, 20, 30, 64):
    mean_k, part, _ = pca_fit(noisy[train], k)
    back = pca_inverse(pca_transform(noisy, mean_k, part), mean_k, part)
    error = np.mean((back[test] - X[test]) ** 2)
    print(f"k={k:<3} squared error {error:5.2f}   neighbours {neighbours(back):.3f}")

# %% [markdown] lang="ko"
# 너무 적게 남기면 숫자를 잃고, 모두 남기면 잡음도 남는다.
# 알맞은 $k$는 그 사이에 있다.
#
# ## 백색화의 ε { #whitening }
#
# ZCA로 백색화하면서 ε을 바꾼다.
# 학습률은 0.3과 3 가운데 손실이 더 낮은 쪽이다.

# %% [markdown] lang="en"
# With too few components the digits are lost, with all of them the noise stays.
# A good $k$ lies between.
#
# ## The ε of whitening { #whitening }
#
# We whiten by ZCA and change ε.
# Of the learning rates 0.3 and 3, the one with the lower loss is taken.

# %%
for eps in (0.01, 1.0, 10.0, 100.0):
    Z = zca_whiten(X, *fit, eps=eps)
    loss, right = min(descent(Z, lr) for lr in (0.3, 3.0))
    print(
        f"eps={eps:<6} loss {loss:.3f}, accuracy {right:.2f}   neighbours {neighbours(Z):.3f}"
    )

# %% [markdown] lang="ko"
# 두 모델의 시험 정확도는 ε이 클 때 더 높다.
# 백색화는 거의 변하지 않는 방향도 숫자를 가리는 방향과 똑같이 키우기 때문이다.
# 손글씨에서는 픽셀을 16으로 나누는 것으로 충분하다.
#
# ## 더 해 볼 것 { #more }
#
# - 잡음의 표준편차를 8로 키워 보자. 가장 좋은 $k$는 어느 쪽으로 움직이는가?
# - 훈련 그림을 50장으로 줄이고 `pca_fit`에 `k=60`을 주어 보자. 어떤 오류가 나는가?
# - 시험 데이터까지 넣어 주성분을 구해 보자. 정확도가 달라지는가? 달라지지 않아도 왜 그래서는 안 되는가?

# %% [markdown] lang="en"
# Both models reach a higher test accuracy where ε is large.
# Whitening makes directions that hardly vary as large as those that tell digits apart.
# For these digits, pixels over 16 are enough.
#
# ## More to try { #more }
#
# - Raise the standard deviation of the noise to 8. To which side does the best $k$ move?
# - Use 50 training pictures and `k=60` in `pca_fit`. Which error do you get?
# - Find the components from training and test data together. Does the accuracy change? If not, why should it still not be done?
