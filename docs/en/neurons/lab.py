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

# %% [markdown]
# # Lab: building an adder and learning digits with neurons { #lab }
#
# The page on the [McCulloch–Pitts neuron and the perceptron](mcp-and-perceptron.md) looked at small truth tables.
# Here two things are built.
# McCulloch–Pitts neurons are wired into an adder for binary numbers of four digits, and perceptrons are taught handwritten digits.
# In the one the weights are set by hand, in the other they are learnt from data.
# All it takes is `dlnotes`, scikit-learn and Matplotlib.

# %% [markdown]
# ## An adder for one digit { #full-adder }
#
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


# %% [markdown]
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

# %% [markdown]
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

# %% [markdown]
# The training data were linearly separable, and training ended with an epoch without mistakes.
#
# ## What the weights look at { #weights }
#
# There is one weight for each of the 64 pixels, so they can be drawn as an image of 8×8.

# %% alt="On the left, bars for the mistakes of each epoch: most in the first, then fewer with ups and downs, 0 in the last. On the right, the weights as 8×8 squares: dark red squares crowd in two places of the left half, above and below, where a 3 is empty and an 8 has strokes; many of the others are pale blue."
import matplotlib.pyplot as plt

fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 2.4), width_ratios=[3, 2])
left.bar(range(1, len(mistakes) + 1), mistakes)
limit = np.abs(w).max()
right.imshow(w.reshape(8, 8), cmap="RdBu_r", vmin=-limit, vmax=limit)
right.set(xticks=[], yticks=[])
right.grid(visible=False)

# %% [markdown]
# Mistakes of each epoch on the left, the final weights on the right.
# Ink on a red pixel moves the score towards 8, ink on a blue one towards 3.
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

# %% [markdown]
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
    print(epochs, f"{right:.3f}", [n for *_, n in layers])

# %% [markdown]
# The columns are epochs, test accuracy, and the mistakes of the perceptrons for the digits 0 to 9.
# The one for 8 makes the most.
# Ten side by side are a layer, and layers that are stacked are a network.
#
# ## More to try { #more }
#
# - Change `DIGITS` to 8 and add numbers from 0 to 255. There are thirty-two neurons then, and every sum is still right.
# - Give `pair` the digits 1 and 8 instead of 3 and 8. There are many more mistakes, because the margin is narrower.
# - Subtract `X_pair.mean(axis=0).round()` from `X_pair` before training. There are fewer mistakes.
