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
# 사진 한 장에서 [색과 방향](image-features.md)을 세고, HOG의 눈으로 사진을 보고, 손글씨 숫자를 [시각 단어](bag-of-words.md)로 읽는다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이다.

# %% [markdown] lang="en"
# We count [colours and directions](image-features.md) in a photograph, look at it with the eyes of HOG, and read handwritten digits by [visual words](bag-of-words.md).
# All it takes is `dlnotes`, scikit-learn and Matplotlib.

# %% [markdown] lang="ko"
# ## 사진 { #photo }
#
# Matplotlib에 들어 있는 그레이스 호퍼의 사진이다.
# 가로세로 5픽셀씩 평균을 내어 작게 만들고, 255로 나눈다.

# %% [markdown] lang="en"
# ## The photograph { #photo }
#
# It is one of Grace Hopper that comes with Matplotlib.
# We make it small by means over 5 by 5 pixels, and divide by 255.

# %%
import matplotlib.cbook as cbook
import matplotlib.image
import matplotlib.pyplot as plt
import numpy as np

with cbook.get_sample_data("grace_hopper.jpg") as file:
    large = matplotlib.image.imread(file, format="jpg")[:600, :510] / 255
photo = large.reshape(120, 5, 102, 5, 3).mean(axis=(1, 3))
gray = photo @ [0.299, 0.587, 0.114]
print(photo.shape, gray.shape)

# %% [markdown] lang="ko"
# ## 어떤 색이 많은가 { #colors }
#
# 색마다 네 구간, 상자 64개로 나눈다.
# 픽셀이 많은 상자부터 여섯 개를 늘어놓는다.

# %% [markdown] lang="en"
# ## Which colours are frequent { #colors }
#
# Each colour has four intervals, so there are 64 boxes.
# Here are the six that hold most pixels.

# %%
from dlnotes.features import color_histogram

shares = color_histogram(photo, bins=4)
order = np.argsort(-shares.ravel())[:6]
for box in zip(*np.unravel_index(order, shares.shape), strict=True):
    print("red, green, blue:", (np.array(box) + 0.5) / 4, f"share {shares[box]:.2f}")
print("empty boxes:", np.sum(shares == 0), "of", shares.size)

# %% [markdown] lang="ko"
# 상자의 한가운데 색을 적었다.
# 상자는 절반 가까이 비어 있고, 어두운 상자 하나에 픽셀의 절반 가까이가 들었다.
# 제복과 어두운 배경이다.
#
# ## HOG의 눈으로 { #hog }
#
# 왼쪽은 사진, 가운데는 밝기가 변하는 세기, 오른쪽은 셀마다 가장 많은 표를 받은 방향이다.
# 선은 윤곽을 따라 긋는다.

# %% [markdown] lang="en"
# The middle of each box is shown.
# Nearly half of the boxes are empty, and a dark one holds nearly half of the pixels: the uniform and the dark background.
#
# ## With the eyes of HOG { #hog }
#
# On the left the photograph, in the middle the strength of the change of brightness, on the right the direction with most votes in each cell.
# Strokes are drawn along the outlines.

# %% alt_ko="왼쪽에 제복을 입은 사람의 사진, 가운데에 밝은 선으로 드러난 윤곽, 오른쪽에 셀마다 그은 짧은 선으로 된 같은 사람이 있다." alt_en="On the left a photograph of a person in uniform, in the middle the outlines as bright lines, on the right the same person as short strokes, one in each cell."
from dlnotes.features import image_gradients, orientation_histograms

magnitude, _ = image_gradients(gray)
votes = orientation_histograms(gray, cell=3)
best, strong = votes.argmax(axis=2), votes.max(axis=2)
fig, axes = plt.subplots(1, 3, figsize=(6.5, 2.8))
axes[0].imshow(photo.round(1), interpolation="none")
axes[1].imshow(magnitude.round(1), cmap="gray", interpolation="none")
rows, columns = np.nonzero(strong > 0.06)
along = np.deg2rad(20 * best[rows, columns] + 100)
dx, dy = 1.4 * np.cos(along), 1.4 * np.sin(along)
x, y = 3 * columns + 1, 3 * rows + 1
gap = np.full(len(x), np.nan)  # ends a stroke: one line draws all of them
strokes = [
    np.ravel([a, b, gap], order="F") for a, b in [(x - dx, x + dx), (y - dy, y + dy)]
]
axes[2].plot(*strokes, color="black", linewidth=1)
axes[2].set(xlim=(0, 102), ylim=(120, 0), aspect="equal")
for axis in axes:
    axis.set(xticks=[], yticks=[])
    axis.grid(visible=False)

# %% [markdown] lang="ko"
# ## 빛이 바뀌면 { #light }
#
# 사진을 점점 어둡게 한다.
# 색상 히스토그램이 달라진 몫과, HOG가 달라진 비율을 잰다.
# 마지막 두 줄은 8비트로 저장하듯 256단계로 반올림한 것이다.

# %% [markdown] lang="en"
# ## When the light changes { #light }
#
# The photograph gets darker and darker.
# We measure which share of the colour histogram moved, and how much HOG changed.
# In the last two lines, brightness is rounded to 256 steps, as a file of 8 bits would store it.

# %%
from dlnotes.features import hog


def moved(image):
    color = np.abs(color_histogram(image) - color_histogram(photo)).sum() / 2
    before, after = hog(gray), hog(image @ [0.299, 0.587, 0.114])
    shape = np.linalg.norm(after - before) / np.linalg.norm(before)
    return f"colors {color:.2f}, HOG {shape:.2f}"


for light in (1, 0.7, 0.4, 0.1):
    print(f"light {light}: {moved(light * photo)}")
for light in (0.4, 0.1):
    print(f"light {light}, 8 bits: {moved(np.round(255 * light * photo) / 255)}")

# %% [markdown] lang="ko"
# 셈으로는 HOG가 어둠을 타지 않는다.
# 그래도 어두운 사진을 8비트로 저장하면 밋밋한 곳의 작은 차이가 반올림되어 사라지고, HOG도 달라진다.
# 지워진 것은 어떤 특징도 되살리지 못한다.
#
# ## 숫자를 시각 단어로 { #digits }
#
# 손글씨 숫자를 3×3 조각으로 잘라 시각 단어를 찾고, 단어의 횟수만으로 숫자를 읽는다.
# 조각이 어디에서 왔는지는 모두 버린다.
# 시각 단어의 수를 바꾸어 본다.

# %% [markdown] lang="en"
# In theory darkness does not matter to HOG.
# But if a dark photograph is stored in 8 bits, small differences in flat parts are rounded away, and HOG changes.
# No feature brings back what is gone.
#
# ## Digits by visual words { #digits }
#
# Handwritten digits are cut into patches of 3×3, visual words are found, and a digit is read by the counts of its words alone.
# Where a patch came from is thrown away.
# We try several numbers of visual words.

# %%
from sklearn.datasets import load_digits

from dlnotes.features import bag_of_visual_words, image_patches, kmeans, kmeans_plus_plus
from dlnotes.neighbors import knn_classify

images, labels = load_digits(return_X_y=True)
images, labels = images[:900].reshape(-1, 8, 8) / 16, labels[:900]
patches = [image_patches(image, 3) for image in images]
rng = np.random.default_rng(0)


def words(count):
    X = np.vstack(patches[:600:3])
    return kmeans(X, kmeans_plus_plus(X, count, rng=rng), max_iter=20)[0]


def right(features):
    found = knn_classify(features[:600], labels[:600], features[600:], 3)
    return np.mean(found == labels[600:])


for count in (2, 8, 32, 100):
    centers = words(count)
    bags = np.array([bag_of_visual_words(own, centers) for own in patches])
    print(f"{count:3} visual words: {right(bags):.2f}")
print(f"64 pixels: {right(images.reshape(-1, 64)):.2f}")
print(f"number of pixels with ink: {right((images > 0.5).sum(axis=(1, 2))[:, None]):.2f}")

# %% [markdown] lang="ko"
# 잉크가 묻은 픽셀의 수만으로는 찍는 것보다 나을 것이 없으니, 읽은 것은 잉크의 양이 아니라 조각의 모양이다.
# 조각의 횟수만으로 꽤 읽지만 픽셀만은 못하다.
# 숫자에서는 획이 **어디에** 있는지도 중요하기 때문이다.
# 6과 9는 거의 같은 조각을 다른 자리에 놓은 것이다.
# 그림을 넷으로 나누어 가방을 네 개 쓰면 어떨까?

# %% [markdown] lang="en"
# The number of pixels with ink is no better than guessing, so the shapes of patches were read and not the amount of ink.
# Counts of patches read many digits, but not as many as pixels do.
# With digits it matters **where** a stroke is: 6 and 9 are nearly the same patches in other places.
# What if the picture is divided into four, each with a bag of its own?

# %%
centers = words(32)
rows, columns = np.divmod(np.arange(36), 6)
quarter = 2 * (rows // 3) + columns // 3
split = [
    np.concatenate([bag_of_visual_words(own[quarter == q], centers) for q in range(4)])
    for own in patches
]
print(f"four bags of 32 visual words: {right(np.array(split)):.2f}")

# %% [markdown] lang="ko"
# 위치를 조금 돌려주자 훨씬 나아진다.
# 무엇을 버릴지는 문제가 정한다.
#
# ## 더 해 볼 것 { #more }
#
# - `cell=3`을 다른 수로 바꾸어 보자. 셀이 크면 무엇이 안 보이는가?
# - 숫자를 `np.roll`로 한 칸 밀고 가방 하나와 넷을 견줘 보자.
# - 시각 단어 대신 HOG를 [k-최근접 이웃](../neighbors/knn.md)에 넣어 보자.

# %% [markdown] lang="en"
# A little of the places is given back, and many more digits are read.
# The task decides what may be thrown away.
#
# ## More to try { #more }
#
# - Change `cell=3` to other numbers. What disappears with large cells?
# - Move the digits by one pixel with `np.roll`, and compare one bag with four.
# - Give HOG to [k-nearest neighbours](../neighbors/knn.md) in place of visual words.
