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
# 레이블 다섯 가운데 하나가 엉터리인 손글씨 숫자로 신경망을 학습시킨다.
# 그대로 두면 신경망은 틀린 레이블까지 외운다.
# [조기 종료](early-stopping.md), [드롭아웃](dropout.md), [가중치 감쇠](../optimizers/weight-decay.md)로 붙들어 보고, 무엇을 외웠는지 직접 센다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# A network learns handwritten digits of which one label in five is nonsense.
# Left alone, it memorises the wrong labels.
# We hold it back by [early stopping](early-stopping.md), [dropout](dropout.md) and [weight decay](../optimizers/weight-decay.md), and count what it has memorised.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 데이터 { #data }
#
# 손글씨 숫자 200장으로 훈련하고 200장으로 검증하고 나머지로 시험한다.
# 훈련과 검증 레이블의 20퍼센트를 다른 숫자로 바꾼다.
# 시험 레이블은 건드리지 않는다.

# %% [markdown] lang="en"
# ## Data { #data }
#
# 200 handwritten digits are for training, 200 for validation, and the others for testing.
# In training and validation, 20 per cent of the labels become another digit.
# The test labels are left as they are.

# %%
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.regularization import train_val_test_split

X, digit = load_digits(return_X_y=True)
X, rng = X / 16, np.random.default_rng(0)
train, val, test = train_val_test_split(len(X), 200, 1397, rng=rng)
y = digit.copy()
wrong = np.concatenate([rng.permutation(part)[:40] for part in (train, val)])
y[wrong] = (y[wrong] + rng.integers(1, 10, len(wrong))) % 10
print("training:", len(train), "wrong:", (y[train] != digit[train]).sum())
print("validation:", len(val), "wrong:", (y[val] != digit[val]).sum())

# %% [markdown] lang="ko"
# ## 신경망 { #network }
#
# 은닉층 하나에 ReLU 유닛이 128개 있고, 그 뒤에 드롭아웃이 있다.
# `epochs`는 에폭마다 매개변수를 내놓는다.

# %% [markdown] lang="en"
# ## The network { #network }
#
# One hidden layer has 128 ReLU units, with dropout behind it.
# `epochs` gives the parameters after each epoch.

# %%
from dlnotes.activations import relu, relu_grad
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp
from dlnotes.optimizers import adam_step
from dlnotes.regularization import dropout, dropout_backward


def logits(params, x):
    W1, b1, W2, b2 = params
    return relu(x @ W1.T + b1) @ W2.T + b2


def gradients(params, x, labels, p, rng):
    W1, b1, W2, b2 = params
    z = x @ W1.T + b1
    h, mask = dropout(relu(z), p, rng=rng)
    d = cross_entropy_grad(h @ W2.T + b2, labels)
    before = dropout_backward(d @ W2, mask, p) * relu_grad(z)
    return [before.T @ x, before.sum(axis=0), d.T @ h, d.sum(axis=0)]


def epochs(count, p=0.0, decay=0.0, seed=0):
    rng, state = np.random.default_rng(seed), None
    params = init_mlp([64, 128, 10], rng=rng)
    for _ in range(count):
        for batch in rng.permutation(train).reshape(-1, 40):
            grads = gradients(params, X[batch], y[batch], p, rng)
            params, state = adam_step(params, grads, state, lr=0.005)
            params = [(1 - 0.005 * decay) * w if w.ndim == 2 else w for w in params]
        yield params


def report(params):
    said, fooled = logits(params, X).argmax(axis=1), np.intersect1d(train, wrong)
    right = np.mean(said[test] == digit[test])
    learnt = np.mean(said[fooled] == y[fooled])
    return f"test accuracy {right:.2f}, wrong labels memorised {learnt:.2f}"


# %% [markdown] lang="ko"
# ## 그대로 두면 { #alone }
#
# 60에폭을 훈련하며 훈련 손실과 검증 손실을 잰다.

# %% [markdown] lang="en"
# ## Left alone { #alone }
#
# Training and validation loss over 60 epochs.

# %%
history = list(epochs(60))
loss = {
    name: [cross_entropy(logits(p, X[part]), y[part]) for p in history]
    for name, part in [("training", train), ("validation", val)]
}
for epoch in (1, 5, 20, 60):
    print(f"epoch {epoch:2}: {report(history[epoch - 1])}")

# %% alt_ko="에폭에 따른 두 손실. 훈련 손실은 60에폭 동안 0 가까이까지 줄곧 내려간다. 검증 손실은 처음 몇 에폭에 내려갔다가 그 뒤로 줄곧 오른다." alt_en="Two losses over the epochs. The training loss falls all the way, close to 0. The validation loss falls for a few epochs and then rises all the way."
import matplotlib.pyplot as plt

fig, axis = plt.subplots(figsize=(4.5, 2.6))
for name, style in [("training", "--"), ("validation", "-")]:
    axis.plot(range(1, 61), loss[name], style, label=name)
axis.set(xlabel="epoch", ylabel="loss", ylim=(0, None))
_ = axis.legend()

# %% [markdown] lang="ko"
# 처음 몇 에폭은 바른 레이블을 배운다.
# 그 뒤로는 틀린 레이블을 하나씩 외우고, 그만큼 시험 정확도가 떨어진다.
#
# ## 조기 종료 { #stop }
#
# 이미 훈련한 기록을 처음부터 다시 따라가며, 참을 횟수마다 어디서 멈추었을지 본다.

# %% [markdown] lang="en"
# In the first few epochs it learns the right labels.
# After that it memorises the wrong ones, one after another, and the test accuracy falls as it does.
#
# ## Early stopping { #stop }
#
# We walk through the same history again, and see where each patience would have stopped.

# %%
from dlnotes.regularization import early_stopping

for patience in (1, 3, 10):
    state, stop, epoch = None, False, 0
    while not stop:
        value, epoch = loss["validation"][epoch], epoch + 1
        stop, state = early_stopping(value, state, patience=patience)
    best = epoch - state.bad
    print(f"patience {patience:2}: {epoch} -> {best}, {report(history[best - 1])}")

# %% [markdown] lang="ko"
# 화살표 앞이 멈춘 에폭, 뒤가 되돌아간 에폭이다.
# 검증 레이블도 20퍼센트가 틀렸지만, 멈출 곳을 찾는 데는 쓸 수 있다.
# 틀린 레이블끼리는 서로 아무 상관이 없어서, 훈련의 틀린 레이블을 외워도 검증의 틀린 레이블은 맞히지 못하기 때문이다.
#
# ## 드롭아웃과 가중치 감쇠 { #dropout }
#
# 이번에는 60에폭을 다 훈련하되, 유닛을 가리거나 가중치를 줄인다.

# %% [markdown] lang="en"
# Before the arrow stands the epoch of the stop, behind it the one to go back to.
# Of the validation labels, too, 20 per cent are wrong, but they are good enough to find where to stop.
# One wrong label has nothing to do with another, so memorising those of the training data does not help with those of the validation data.
#
# ## Dropout and weight decay { #dropout }
#
# Now the network trains for all 60 epochs, but units are dropped or weights are shrunk.

# %%
for p in (0.2, 0.5, 0.8):
    *_, params = epochs(60, p=p)
    print(f"dropout {p}: {report(params)}")
for decay in (0.3, 1.0, 3.0):
    *_, params = epochs(60, decay=decay)
    print(f"decay {decay}: {report(params)}")

# %% [markdown] lang="ko"
# 세 방법이 모두 같은 방향으로 움직인다.
# 세게 붙들수록 틀린 레이블을 덜 외우고 시험 정확도가 오른다.
# 얼마나 세게 붙들지는 검증 손실을 보고 고른다.
#
# ## 마스크의 평균 { #masks }
#
# 드롭아웃으로 학습한 신경망에서 마스크를 뽑아 확률을 평균하고, 가리지 않은 신경망과 견준다.
# 유닛이 128개이면 마스크를 다 셀 수 없어서 몇 개만 뽑는다.

# %% [markdown] lang="en"
# All three move the same way.
# The harder the network is held back, the fewer wrong labels it memorises, and the better it does on the test data.
# How hard to hold is a choice for the validation loss.
#
# ## The mean over masks { #masks }
#
# From the network that learned with dropout we draw masks, average the probabilities, and compare with the network without a mask.
# The masks of 128 units are too many to list, so we draw a few.

# %%
from dlnotes.activations import softmax

*_, (W1, b1, W2, b2) = epochs(60, p=0.5)
h = relu(X[test] @ W1.T + b1)
rng = np.random.default_rng(1)
total = np.zeros((len(test), 10))
for count in range(1, 101):
    total += softmax(dropout(h, 0.5, rng=rng)[0] @ W2.T + b2)
    if count in (1, 3, 10, 30, 100):
        right = np.mean(total.argmax(axis=1) == digit[test])
        print(f"mean over {count:3} masks: test accuracy {right:.3f}")
right = np.mean((h @ W2.T + b2).argmax(axis=1) == digit[test])
print(f"no mask:              test accuracy {right:.3f}")

# %% [markdown] lang="ko"
# 마스크 하나로는 나쁘고, 여럿을 평균할수록 가리지 않은 신경망에 다가간다.
# 가리지 않은 순전파 한 번이 수십 번을 대신하는 셈이다.
#
# ## 더 해 볼 것 { #more }
#
# - 틀린 레이블을 없애고 처음부터 다시 해 보자. 어느 방법이 아직 도움이 되는가?
# - 드롭아웃을 쓰면서 조기 종료도 해 보자.
# - 은닉 유닛을 16개로 줄여 보자. 외울 자리가 없어도 드롭아웃이 도움이 되는가?

# %% [markdown] lang="en"
# A single mask does badly, and the mean over more of them comes closer to the network without a mask.
# One forward pass without a mask does the work of dozens of passes with masks.
#
# ## More to try { #more }
#
# - Remove the wrong labels and start again. Which method still helps?
# - Use dropout and early stopping together.
# - Take 16 hidden units. Does dropout help where there is no room to memorise?
