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
# 앞에서는 [맥컬록–피츠 뉴런과 퍼셉트론](mcp-and-perceptron.md)을 작은 진리표로 살폈다.
# 여기서는 두 가지를 만든다.
# 맥컬록–피츠 뉴런을 이어 네 자리 이진수의 덧셈기를 만들고, 퍼셉트론에게 손글씨 숫자를 가르친다.
# 하나는 사람이 가중치를 정하고, 다른 하나는 데이터에서 배운다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이다.

# %% [markdown] lang="en"
# The page on the [McCulloch–Pitts neuron and the perceptron](mcp-and-perceptron.md) looked at small truth tables.
# Here two things are built.
# McCulloch–Pitts neurons are wired into an adder for binary numbers of four digits, and perceptrons are taught handwritten digits.
# In the one the weights are set by hand, in the other they are learnt from data.
# All it takes is `dlnotes`, scikit-learn and Matplotlib.

# %% [markdown] lang="ko"
# ## 한 자리 덧셈기 { #full-adder }
#
# 이진수는 자리마다 0이나 1을 적고, 이 한 자리를 비트(bit)라고 한다.
# 이진수를 더할 때 한 자리에서는 비트 셋을 더한다.
# 두 수의 비트와 아랫자리에서 올라온 비트다.
# 1이 몇 개인지 알면 충분하므로, 은닉층에 ‘하나 이상’, ‘둘 이상’, ‘셋 이상’을 아는 뉴런을 하나씩 둔다.
#
# - 윗자리로 올릴 비트는 ‘둘 이상’과 같다.
# - 이 자리의 비트는 1이 홀수 개일 때 1이다. ‘하나 이상’에서 ‘둘 이상’을 빼고 ‘셋 이상’을 더하면 된다.

# %% [markdown] lang="en"
# ## An adder for one digit { #full-adder }
#
# A binary number has a 0 or 1 at each place; such a digit is called a bit.
# To add binary numbers, three bits are added at each place.
# They are the bits of the two numbers and the one carried over from the place below.
# It is enough to know how many of them are 1, so the hidden layer has one neuron each for ‘at least one’, ‘at least two’ and ‘at least three’.
#
# - The bit to carry is the same as ‘at least two’.
# - The bit at this place is 1 when an odd number of them are 1: ‘at least one’ minus ‘at least two’ plus ‘at least three’.

# %%
import itertools

import numpy as np

from dlnotes.neurons import mcp_neuron


def full_adder(a, b, carry):
    x = np.stack([a, b, carry], axis=-1)
    at_least = np.stack([mcp_neuron(x, [1, 1, 1], n) for n in (1, 2, 3)], axis=-1)
    return mcp_neuron(at_least, [1, -1, 1], 1), at_least[..., 1]


for bits in itertools.product([0, 1], repeat=3):
    total, carry = full_adder(*bits)
    print(bits, f"-> {carry:.0f}{total:.0f}")

# %% [markdown] lang="ko"
# 화살표 뒤의 두 비트는 1의 개수를 이진수로 적은 것이다.
# 이 자리의 비트만 떼어 보면 입력이 셋인 XOR라서 은닉층이 꼭 있어야 한다.
#
# ## 네 자리 덧셈기 { #adder }
#
# 한 자리 덧셈기 네 개를 이어, 아랫자리에서 올린 비트를 윗자리에 넣는다.
# 한 자리에 뉴런이 네 개씩 있으므로 모두 열여섯 개다.
# 0에서 15까지의 수를 둘씩 골라 더한 256가지를 모두 확인한다.

# %% [markdown] lang="en"
# The two bits behind the arrow are the number of ones, in binary.
# The bit at this place alone is an XOR of three inputs, so a hidden layer is needed.
#
# ## An adder for four digits { #adder }
#
# Four of these are wired up, each passing its carry to the place above.
# With four neurons at each place that makes sixteen.
# All 256 pairs of numbers from 0 to 15 are checked.

# %%
DIGITS = 4


def add(x, y):
    carry, bits = np.zeros(np.shape(x)), []
    for place in range(DIGITS):
        total, carry = full_adder(x >> place & 1, y >> place & 1, carry)
        bits.append(total)
    return sum(2**place * bit for place, bit in enumerate([*bits, carry]))


x, y = np.meshgrid(np.arange(16), np.arange(16))
print((add(x, y) == x + y).all(), "for", x.size, "sums")
print("9 + 13 =", int(add(np.array(9), np.array(13))))

# %% [markdown] lang="ko"
# 뉴런을 이으면 논리 회로가 되고, 논리 회로로는 덧셈도 할 수 있다.
# 다만 가중치와 문턱값을 모두 사람이 정해야 했다.
#
# ## 퍼셉트론에게 숫자 가르치기 { #digits }
#
# 이제 규칙을 적지 않고 보기만 보여 준다.
# scikit-learn의 손글씨 숫자에서 3과 8을 골라 퍼셉트론 하나로 가른다.
# 픽셀 값이 0에서 16까지의 정수라 점수가 오차 없이 계산된다.
# 난수의 씨앗을 그대로 두고 에폭(epoch)을 하나씩 늘려 가며 학습시키면, 에폭마다 몇 번 틀렸는지 알 수 있다.

# %% [markdown] lang="en"
# Neurons can be wired into logic circuits, and logic circuits can add.
# But all weights and thresholds had to be set by hand.
#
# ## Teaching digits to a perceptron { #digits }
#
# Now no rules are written down; only examples are shown.
# Out of scikit-learn's handwritten digits a single perceptron is to tell 3 from 8.
# Pixels are integers from 0 to 16, so scores are computed without error.
# Training with the same seed for one epoch, two epochs and so on shows how many mistakes each epoch had.

# %%
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from dlnotes.neurons import perceptron_fit, perceptron_predict

digits = load_digits()
X, X_test, label, label_test = train_test_split(
    digits.data, digits.target, test_size=0.25, random_state=0
)


def pair(X, label, zero, one):
    chosen = (label == zero) | (label == one)
    return X[chosen], (label[chosen] == one) * 1


X_pair, y_pair = pair(X, label, 3, 8)
X_pair_test, y_pair_test = pair(X_test, label_test, 3, 8)
total = [0]
for epochs in range(1, 31):
    rng = np.random.default_rng(0)
    w, b, n_updates = perceptron_fit(X_pair, y_pair, max_epochs=epochs, rng=rng)
    total.append(n_updates)
    if total[-1] == total[-2]:
        break
mistakes = np.diff(total)
print("mistakes per epoch:", mistakes.tolist())
print("train", (perceptron_predict(X_pair, w, b) == y_pair).mean())
print("test ", round((perceptron_predict(X_pair_test, w, b) == y_pair_test).mean(), 3))

# %% [markdown] lang="ko"
# 훈련 데이터는 선형 분리 가능했고, 실수가 없는 에폭이 나와 학습이 끝났다.
#
# ## 가중치는 무엇을 보는가 { #weights }
#
# 가중치는 픽셀마다 하나씩 64개이므로 8×8 그림으로 그릴 수 있다.

# %% [markdown] lang="en"
# The training data were linearly separable, and training ended with an epoch without mistakes.
#
# ## What the weights look at { #weights }
#
# There is one weight for each of the 64 pixels, so they can be drawn as an image of 8×8.

# %% alt_ko="왼쪽 막대그래프는 에폭마다의 실수 횟수로, 첫 에폭에 가장 많고 들쭉날쭉하게 줄어 마지막에 0이 된다. 오른쪽은 8×8 칸의 가중치 그림이다. 3에는 비어 있고 8에는 획이 지나는 왼쪽 절반의 위와 아래에 짙은 빨간 칸이 몰려 있고, 나머지는 옅은 파란 칸이 많다." alt_en="On the left, bars for the mistakes of each epoch: most in the first, then fewer with ups and downs, 0 in the last. On the right, the weights as 8×8 squares: dark red squares crowd in two places of the left half, above and below, where a 3 is empty and an 8 has strokes; many of the others are pale blue."
import matplotlib.pyplot as plt

fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 2.4), width_ratios=[3, 2])
left.bar(range(1, len(mistakes) + 1), mistakes)
limit = np.abs(w).max()
right.imshow(w.reshape(8, 8), cmap="RdBu_r", vmin=-limit, vmax=limit)
right.set(xticks=[], yticks=[])
right.grid(visible=False)

# %% [markdown] lang="ko"
# 왼쪽은 에폭마다 틀린 횟수, 오른쪽은 마지막 가중치다.
# 빨간 칸의 가중치는 양수, 파란 칸의 가중치는 음수다.
# 그래서 빨간 칸에 획이 지나가면 8 쪽으로, 파란 칸에 지나가면 3 쪽으로 점수가 움직인다.
# 3과 8은 왼쪽이 트였는지 막혔는지가 다른데, 퍼셉트론도 그곳을 본다.
#
# ## 보는 순서가 답을 바꾼다 { #order }
#
# 선형 분리 가능한 데이터를 나누는 초평면은 하나가 아니다.
# 퍼셉트론은 처음 만난 초평면에서 멈추므로, 샘플을 보는 순서에 따라 답이 다르다.

# %% [markdown] lang="en"
# Mistakes of each epoch on the left, the final weights on the right.
# Weights are positive where the image is red, and negative where it is blue.
# So ink on a red pixel moves the score towards 8, ink on a blue one towards 3.
# What tells 3 from 8 is whether the left side is open or closed, and the perceptron looks there too.
#
# ## The order changes the answer { #order }
#
# Separable data can be split by more than one hyperplane.
# A perceptron stops at the first it meets, so its answer depends on the order of the samples.

# %%
runs = []
for seed in range(20):
    w, b, n_updates = perceptron_fit(X_pair, y_pair, rng=np.random.default_rng(seed))
    right = (perceptron_predict(X_pair_test, w, b) == y_pair_test).mean()
    runs.append((n_updates, right))
n_updates, test = np.transpose(runs)
print(f"mistakes {n_updates.min():.0f} to {n_updates.max():.0f}")
print(f"test accuracy {test.min():.3f} to {test.max():.3f}")

# %% [markdown] lang="ko"
# 훈련 데이터는 스무 번 모두 다 맞히지만, 시험 데이터에서는 정확도가 조금씩 다르다.
# 마진이 가장 넓은 초평면 하나를 고르는 것이 서포트 벡터 머신(support vector machine)이다.
#
# ## 숫자 열 개 { #ten }
#
# 퍼셉트론 하나는 둘 가운데 하나만 고른다.
# 숫자마다 ‘이 숫자인가 아닌가’를 배우는 퍼셉트론을 하나씩 두고, 점수가 가장 큰 숫자를 고른다.

# %% [markdown] lang="en"
# All twenty get the training data right, but on the test data their accuracy differs a little.
# The support vector machine picks one hyperplane: that with the widest margin.
#
# ## Ten digits { #ten }
#
# One perceptron can only choose between two.
# So each digit gets a perceptron that learns ‘this digit or not’, and the digit with the highest score is chosen.

# %%
for epochs in (1, 2, 5):
    layers = [
        perceptron_fit(X, label == k, max_epochs=epochs, rng=np.random.default_rng(k))
        for k in range(10)
    ]
    W, b = np.array([w for w, _, _ in layers]), np.array([b for _, b, _ in layers])
    right = ((X_test @ W.T + b).argmax(axis=1) == label_test).mean()
    print(f"epochs {epochs}: test {right:.3f}, mistakes {[n for *_, n in layers]}")

# %% [markdown] lang="ko"
# `test`는 시험 정확도이고, `mistakes`는 숫자 0에서 9까지의 퍼셉트론이 틀린 횟수다.
# 8을 맡은 퍼셉트론이 가장 많이 틀린다.
# 이렇게 뉴런 열 개를 나란히 둔 것이 층이고, 층을 쌓으면 신경망이 된다.
#
# ## 더 해 볼 것 { #more }
#
# - `DIGITS`를 8로 바꾸고 0에서 255까지 더해 보자. 뉴런은 서른두 개가 되고, 덧셈은 여전히 모두 맞는다.
# - `pair`에 3과 8 대신 1과 8을 넣어 보자. 실수가 훨씬 많아진다. 마진이 더 좁기 때문이다.
# - `X_pair`에서 `X_pair.mean(axis=0).round()`를 빼고 학습시켜 보자. 실수 횟수가 줄어든다.

# %% [markdown] lang="en"
# `test` is the test accuracy, and the mistakes are those of the perceptrons for the digits 0 to 9.
# The one for 8 makes the most.
# Ten side by side are a layer, and layers that are stacked are a network.
#
# ## More to try { #more }
#
# - Change `DIGITS` to 8 and add numbers from 0 to 255. There are thirty-two neurons then, and every sum is still right.
# - Give `pair` the digits 1 and 8 instead of 3 and 8. There are many more mistakes, because the margin is narrower.
# - Subtract `X_pair.mean(axis=0).round()` from `X_pair` before training. There are fewer mistakes.
