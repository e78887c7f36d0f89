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
# 똑같은 신경망을 옵티마이저만 바꿔 학습시킨다.
# 학습률을 여섯 가지로 바꿔 가며 어느 옵티마이저가 학습률을 덜 타는지, 손실을 100배로 키우면 어떻게 되는지, 가중치 감쇠가 무엇을 바꾸는지를 잰다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# The same network is trained with one optimizer after the other.
# Over six learning rates, which optimizer cares least about the rate?
# What happens when the loss is a hundred times as large, and what does weight decay change?
# This page is a notebook; the button at the upper right downloads it.
# All it needs is `dlnotes`, scikit-learn and Matplotlib, and it runs in a few seconds.

# %% [markdown] lang="ko"
# ## 데이터와 신경망 { #data }
#
# scikit-learn의 손글씨 숫자 1,797장을 쓴다.
# 신경망은 은닉 유닛이 32개인 [다층 퍼셉트론](../networks/mlp.md)(multilayer perceptron)이다.

# %% [markdown] lang="en"
# ## Data and network { #data }
#
# The data are scikit-learn's 1,797 handwritten digits.
# The network is a [multilayer perceptron](../networks/mlp.md) with 32 hidden units.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data / 16, digits.target, test_size=0.25, random_state=0
)
print(X.shape, X_test.shape)

# %% [markdown] lang="ko"
# ## 학습 { #training }
#
# 옵티마이저마다 달라지는 것은 `step` 하나다.
# 출발점과 미니배치(mini-batch)의 순서는 늘 같다.
# `scale`은 기울기에 곱하는 수로, 손실에 같은 수를 곱한 것과 같다.

# %% [markdown] lang="en"
# ## Training { #training }
#
# Optimizers differ in nothing but `step`.
# The start and the order of the mini-batches are always the same.
# `scale` multiplies the gradients, as a factor of the loss would.


# %%
def train(step, epochs, scale=1.0, **options):
    params, state = init_mlp([64, 32, 10], rng=np.random.default_rng(0)), None
    rng, losses = np.random.default_rng(1), []
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), 27):
            logits, cache = mlp_forward(X[batch], params)
            error = scale * cross_entropy_grad(logits, y[batch])
            grads = mlp_backward(error, params, cache)
            params, state = step(params, grads, state, **options)
        losses.append(float(cross_entropy(mlp_forward(X, params)[0], y)))
    return params, losses


def accuracy(params):
    return (mlp_forward(X_test, params)[0].argmax(axis=1) == y_test).mean()


# %% [markdown] lang="ko"
# ## 다섯 옵티마이저와 여섯 학습률 { #rates }
#
# 세 에폭(epoch)씩만 학습시켜 훈련 손실을 견준다.
# `SGD μ=0.9`는 [모멘텀](momentum-to-adam.md#momentum) 0.9를 쓴 확률적 경사 하강법이다.

# %% [markdown] lang="en"
# ## Five optimizers and six learning rates { #rates }
#
# Each optimizer learns for three epochs at each rate; the table shows the training loss after that.
# `SGD μ=0.9` is SGD with [momentum](momentum-to-adam.md#momentum) 0.9.

# %%
from functools import partial

from dlnotes.optimizers import adagrad_step, adam_step, rmsprop_step, sgd_step

STEPS = {
    "SGD": sgd_step,
    "SGD μ=0.9": partial(sgd_step, momentum=0.9),
    "AdaGrad": adagrad_step,
    "RMSProp": rmsprop_step,
    "Adam": adam_step,
}
RATES = [0.0003, 0.001, 0.01, 0.03, 0.1, 0.3]

table = {
    name: [train(step, 3, lr=lr)[1][-1] for lr in RATES] for name, step in STEPS.items()
}
print(f"{'':9}", *[f"{lr:7}" for lr in RATES])
for name, row in table.items():
    print(f"{name:9}", *[f"{min(loss, 9.9):7.1f}" for loss in row])

# %% [markdown] lang="ko"
# 행은 옵티마이저, 열은 학습률이고, 칸은 세 에폭 뒤의 훈련 손실이다.
# 이 표에서 SGD에 가장 좋은 학습률은 Adam에 가장 좋은 학습률의 열 배다.
# 그래서 학습률 하나를 정해 놓고 옵티마이저를 견주면, 그 학습률이 맞는 쪽이 이긴다.
# 적응형 옵티마이저라고 해서 학습률을 고르지 않아도 되는 것은 아니다.

# %% [markdown] lang="en"
# In this table the best rate for SGD is ten times the best one for Adam.
# So a comparison at one single rate is won by the optimizer that this rate happens to suit.
# A rate has to be chosen for the optimizers that scale the step of every parameter (AdaGrad, RMSProp, Adam), too.

# %% alt_ko="가로축은 학습률, 세로축은 세 에폭 뒤의 훈련 손실이다. SGD의 곡선은 0.3까지 계속 내려가고 모멘텀의 곡선은 0.1부터 평평하다. AdaGrad, RMSProp, Adam의 곡선은 0.01에서 0.1 사이에서 가장 낮았다가 다시 올라간다." alt_en="The horizontal axis is the learning rate, the vertical one the training loss after three epochs. The curve of SGD falls all the way to 0.3, that of momentum is level from 0.1 on. The curves of AdaGrad, RMSProp and Adam are lowest between 0.01 and 0.1 and rise again."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 3.4))
for name, row in table.items():
    ax.plot(RATES, row, "o-", label=name)
ax.set(xscale="log", ylim=(0, 2.6))
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown] lang="ko"
# 가로축은 학습률(로그 눈금), 세로축은 훈련 손실이다.
# 골짜기가 넓을수록 학습률을 덜 타는 옵티마이저다.
#
# ## 저마다 알맞은 학습률로 { #best }
#
# 위 표에서 손실이 가장 작은 학습률을 골라 열두 에폭 동안 학습시킨다.

# %% [markdown] lang="en"
# The learning rate is on the horizontal axis (logarithmic), the training loss on the vertical one.
# A wide valley means an optimizer that cares little about the rate.
#
# ## Each at a rate that suits it { #best }
#
# Each optimizer now learns for twelve epochs, at the rate that gave it the smallest loss above.

# %%
best = {name: RATES[int(np.argmin(row))] for name, row in table.items()}
trained = {name: train(step, 12, lr=best[name]) for name, step in STEPS.items()}
for name, (params, losses) in trained.items():
    print(
        f"{name:9} {best[name]:5} {losses[0]:.1f} {losses[-1]:.2f} {accuracy(params):.2f}"
    )

# %% [markdown] lang="ko"
# 열은 차례로 학습률, 1에폭과 12에폭 뒤의 훈련 손실, 시험 정확도다.
# 옵티마이저마다 학습률을 골라 주자 정확도의 차이가 거의 사라졌다.

# %% [markdown] lang="en"
# The columns are the learning rate, the training loss after 1 and 12 epochs, and the test accuracy.
# With a rate chosen for each, hardly any difference in accuracy is left.

# %% alt_ko="가로축은 1에서 12까지의 에폭, 세로축은 로그 눈금의 훈련 손실이다. 다섯 선이 모두 내려가고, 모멘텀, RMSProp, Adam이 아래쪽에, SGD와 AdaGrad가 위쪽에 있다." alt_en="The horizontal axis is the epoch from 1 to 12, the vertical one the training loss on a logarithmic scale. All five lines fall; momentum, RMSProp and Adam are at the lower end, SGD and AdaGrad at the upper."
fig, ax = plt.subplots(figsize=(4.5, 3.4))
for name, (_, losses) in trained.items():
    ax.plot(range(1, 13), losses, label=name)
ax.set(yscale="log")
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown] lang="ko"
# 가로축은 에폭, 세로축은 훈련 손실이다.
#
# ## 손실을 100배로 키우면 { #scale }
#
# 손실에 어떤 수를 곱하면 기울기도 같은 배로 커진다.

# %% [markdown] lang="en"
# The epoch is on the horizontal axis, the training loss on the vertical one (logarithmic).
#
# ## A loss a hundred times as large { #scale }
#
# If the loss is measured in another unit, all gradients grow by the same factor.

# %%
for name, step in STEPS.items():
    found = [train(step, 3, scale=scale, lr=best[name])[1][-1] for scale in (1, 100)]
    print(f"{name:9}", *[f"{loss < 1!s:>6}" for loss in found])

# %% [markdown] lang="ko"
# 열은 손실이 그대로일 때와 100배일 때, 세 에폭 뒤의 손실이 1보다 작아졌는지다.
# SGD와 모멘텀은 학습률이 100배가 된 것과 같아 무너진다.
# 나머지 셋은 기울기를 기울기의 크기로 나누므로 [아무것도 느끼지 못한다](momentum-to-adam.md#e42).
#
# ## 가중치 감쇠 { #decay }
#
# 같은 $\lambda = 0.1$을 Adam의 L2 벌점과 AdamW의 감쇠로 주고, 가중치의 크기와 시험 정확도를 잰다.

# %% [markdown] lang="en"
# The columns tell whether three epochs brought the loss below 1: first with the loss as it is, then with the loss a hundred times as large.
# For SGD and momentum it is as if the learning rate were a hundred times as large, and they break down.
# The other three, which divide gradients by their size, [feel nothing](momentum-to-adam.md#e42).
#
# ## Weight decay { #decay }
#
# The same $\lambda = 0.1$ serves as the L2 penalty of Adam and as the decay of AdamW; the first line has neither.

# %%
from dlnotes.optimizers import adamw_step

for step, decay in [(adam_step, 0.0), (adam_step, 0.1), (adamw_step, 0.1)]:
    params, losses = train(step, 12, lr=0.01, weight_decay=decay)
    size = np.sqrt(sum(np.sum(W**2) for W in params[::2]))
    print(f"{step.__name__:10} {decay} {size:4.0f} {losses[-1]:.1f} {accuracy(params):.2f}")

# %% [markdown] lang="ko"
# 열은 차례로 $\lambda$, 가중치의 크기, 훈련 손실, 시험 정확도다.
# Adam의 L2 벌점 0.1은 너무 세서 신경망이 제대로 배우지 못한다.
# AdamW에서는 같은 0.1이 가중치를 조금 줄일 뿐이다.
#
# ## 더 해 볼 것 { #more }
#
# - `train(adam_step, 12, lr=0.01, eps=1.0)`: ε이 기울기보다 훨씬 크면 Adam은 무엇과 같아지는가? (걸음이 기울기에 거의 비례하므로, 학습률이 10분의 1인 0.001로 모멘텀 0.9를 쓴 SGD만큼 느려진다.)
# - `train(partial(sgd_step, momentum=0.9, nesterov=True), 12, lr=0.1)`: 네스테로프 모멘텀은 더 나은가? (초반 손실은 더 작지만 열두 에폭 뒤에는 거의 같다.)
# - `train(rmsprop_step, 3, lr=0.01, alpha=0.9)`: 더 빨리 잊으면 첫 걸음은 얼마나 짧아지는가? (학습률의 10배에서 $1/\sqrt{0.1} \approx 3.2$배로 짧아진다.)

# %% [markdown] lang="en"
# The columns are $\lambda$, the size of the weights, the training loss, and the test accuracy.
# As Adam's L2 penalty, 0.1 is so strong that it keeps the network from learning well.
# In AdamW the same 0.1 shrinks the weights a little and no more.
#
# ## More to try { #more }
#
# - `train(adam_step, 12, lr=0.01, eps=1.0)`: what does Adam become once ε is far larger than the gradients? (Its steps are proportional to them, and it is as slow as SGD with momentum 0.9 at a tenth of its rate, 0.001.)
# - `train(partial(sgd_step, momentum=0.9, nesterov=True), 12, lr=0.1)`: is Nesterov momentum better? (The first losses are smaller; after twelve epochs the two are nearly the same.)
# - `train(rmsprop_step, 3, lr=0.01, alpha=0.9)`: how much shorter is the first step if RMSProp forgets sooner? (It shrinks from 10 to $1/\sqrt{0.1} \approx 3.2$ times the rate.)
