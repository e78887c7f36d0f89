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
# 똑같은 신경망을 스케줄만 바꿔 네 번 학습시킨다.
# 웜업을 하고 안 하고, 감쇠를 하고 안 하고를 짝지으면 네 가지가 된다.
# 학습률이 알맞을 때와 너무 클 때로 나누어, 웜업과 감쇠가 각각 얼마나 도움이 되는지 잰다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# The same network is trained four times with nothing changed but the schedule.
# With or without a warm-up, with or without a decay: that makes four schedules.
# What do the warm-up and the decay each do when the rate is right, and when it is too large?
# This page is a notebook; the button at the top right downloads it.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown] lang="ko"
# ## 데이터와 신경망 { #data }
#
# 은닉층 둘에 유닛이 64개씩 있는 [ReLU 신경망](../networks/mlp.md)으로 scikit-learn의 손글씨 숫자를 분류한다.
# 미니배치(mini-batch)는 32장이고 여덟 에폭(epoch)을 학습하므로, 이터레이션(iteration)은 모두 344번이다.

# %% [markdown] lang="en"
# ## Data and network { #data }
#
# A [ReLU network](../networks/mlp.md) with two hidden layers of 64 units each classifies the handwritten digits of scikit-learn.
# Mini-batches hold 32 images and training takes eight epochs, 344 iterations in all.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data / 16, digits.target, test_size=0.25, random_state=0
)
EPOCHS, BATCH, SEEDS = 8, 32, range(4)
T = EPOCHS * -(-len(X) // BATCH)
print(X.shape, X_test.shape, T)

# %% [markdown] lang="ko"
# ## 네 스케줄 { #schedules }
#
# 가장 큰 학습률 $\eta$(에타)만 주면 나머지가 정해진다.
# 웜업은 전체의 5분의 1 동안 한다.

# %% [markdown] lang="en"
# ## Four schedules { #schedules }
#
# Once the highest rate $\eta$ (eta) is given, everything else is fixed.
# The warm-up takes a fifth of training.

# %%
from functools import partial

from dlnotes.schedules import (
    constant_lr,
    cosine_annealing_lr,
    linear_warmup,
    warmup_cosine,
)

WARM = T // 5
SCHEDULES = {
    "constant": constant_lr,
    "warm-up": partial(linear_warmup, warmup_steps=WARM),
    "cosine": partial(cosine_annealing_lr, T_max=T),
    "both": partial(warmup_cosine, warmup_steps=WARM, total_steps=T),
}

# %% alt_ko="가로축은 0에서 343까지의 이터레이션, 세로축은 가장 큰 값을 1로 한 학습률이다. constant는 1에 머문다. warm-up은 68번째까지 곧게 올라 그 선과 겹친다. cosine은 1에서 0으로 휘어 내려가고, both는 warm-up과 함께 올랐다가 휘어 내려간다." alt_en="Along the bottom the iterations from 0 to 343, upwards the rate as a share of the highest. constant stays at 1. warm-up rises straight up to number 68 and then covers that line. cosine bends down from 1 to 0; both rises with warm-up and then bends down."
import matplotlib.pyplot as plt

STYLES = {"constant": "-", "warm-up": "--", "cosine": "-.", "both": ":"}
t = np.arange(T)
fig, ax = plt.subplots(figsize=(4.5, 2.6))
for name, schedule in SCHEDULES.items():
    ax.plot(t, schedule(t, base_lr=1.0), STYLES[name], label=name)
_ = ax.legend(loc="lower left", bbox_to_anchor=(0.13, 0))

# %% [markdown] lang="ko"
# 가로축은 이터레이션, 세로축은 가장 큰 학습률에 견준 비율이다.
#
# ## 학습 { #training }
#
# 옵티마이저는 Adam이다.
# `mlp_train`은 이터레이션마다 `schedule(t)`로 학습률을 구해 `adam_step`에 건넨다.
# 에폭이 끝날 때마다 시험 정확도를 적는다.

# %% [markdown] lang="en"
# The iteration runs along the bottom, the rate as a share of the highest one upwards.
#
# ## Training { #training }
#
# The optimizer is Adam.
# At each iteration `mlp_train` asks `schedule(t)` for the rate and hands it to `adam_step`.
# After each epoch the test accuracy is noted.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import adam_step


def train(schedule, lr, seed):
    rng, accuracy = np.random.default_rng(seed), []

    def measure(epoch, params, history):
        logits, _ = mlp_forward(X_test, params)
        accuracy.append((logits.argmax(axis=1) == y_test).mean())

    _, history = mlp_train(
        *(X, y, init_mlp([64, 64, 64, 10], rng=rng)),
        step=adam_step,
        loss=(cross_entropy, cross_entropy_grad),
        epochs=EPOCHS,
        batch_size=BATCH,
        rng=rng,
        schedule=partial(schedule, base_lr=lr),
        callbacks=[measure],
    )
    return np.array(accuracy), np.array(history.batch_loss)


runs = {
    (name, lr): [train(schedule, lr, seed) for seed in SEEDS]
    for lr in (0.01, 0.1)
    for name, schedule in SCHEDULES.items()
}

# %% [markdown] lang="ko"
# ## 정확도 { #accuracy }
#
# 초깃값과 샘플의 순서를 바꿔 네 번씩 학습했다.
# 가장 큰 학습률, 스케줄, 마지막 시험 정확도의 평균, 네 번 가운데 가장 나쁜 정확도를 차례로 적는다.

# %% [markdown] lang="en"
# ## Accuracy { #accuracy }
#
# Each was trained four times, with other initial weights and another order of the samples.
# The columns are the highest rate, the schedule, the mean of the four last test accuracies, and the worst of the four.

# %%
for (name, lr), found in runs.items():
    last = [accuracy[-1] for accuracy, _ in found]
    print(f"{lr:<5} {name:9} {np.mean(last):.2f} {min(last):.2f}")

# %% [markdown] lang="ko"
# 학습률이 0.01이면 네 가지가 거의 같다.
# 이 문제에서는 아무 스케줄 없이도 잘 배운다.
#
# 학습률을 열 배로 키우면 갈린다.
# 상수는 크게 뒤처지고, 웜업이나 감쇠 하나만 더해도 나아지지만 모자란다.
# 둘을 함께 쓴 것만 네 번 모두 0.9를 넘는다.
# 이 문제에서는 둘을 함께 쓰면 학습률을 열 배 크게 골라도 학습이 무너지지 않는다.
#
# ## 초반의 손실 { #beginning }
#
# 학습률 0.1에서 처음 60이터레이션 동안의 미니배치 손실을 본다.

# %% [markdown] lang="en"
# At a rate of 0.01 the four hardly differ.
# This problem is learnt well without any schedule.
#
# A rate ten times as large tells them apart.
# The constant falls far behind; a warm-up or a decay alone helps, but not enough.
# Only the two together get above 0.9 all four times.
# On this problem the two together keep training from breaking down even when the rate was chosen ten times too large.
#
# ## The loss at the beginning { #beginning }
#
# Here is the loss of the mini-batches during the first 60 iterations at a rate of 0.1.

# %% alt_ko="가로축은 0에서 60까지의 이터레이션, 세로축은 미니배치의 손실이다. constant와 cosine은 거의 겹친 채 처음 몇 이터레이션에서 5를 넘게 치솟았다가 1 안팎까지 내려온다. warm-up과 both는 꼭 겹친 채 2.3 안팎에서 시작해 치솟지 않고 1 아래로 내려간다." alt_en="Along the bottom the iterations from 0 to 60, upwards the loss of a mini-batch. constant and cosine, almost covering each other, shoot above 5 in the first few iterations and come down to about 1. warm-up and both, one exactly on the other, start at about 2.3, do not shoot up and fall below 1."
fig, ax = plt.subplots(figsize=(4.5, 2.8))
for name in SCHEDULES:
    losses = np.mean([loss for _, loss in runs[name, 0.1]], axis=0)
    ax.plot(losses[:60], STYLES[name], label=name)
_ = ax.legend()

# %%
for name in SCHEDULES:
    peaks = [loss[:60].max() for _, loss in runs[name, 0.1]]
    print(f"{name:9}", *[f"{peak:5.1f}" for peak in peaks])

# %% [markdown] lang="ko"
# 표는 네 번의 학습에서 처음 60이터레이션 동안 가장 컸던 손실이다.
# 열 클래스를 찍을 때의 손실은 $\log 10 \approx 2.3$인데, 웜업이 없으면 손실이 그 두 배 넘게 치솟는다.
# Adam은 기울기의 크기로 나누어 움직이므로, 첫 이터레이션부터 기울기가 0이 아닌 매개변수는 모두 거의 학습률만큼 움직인다.
# 0.1은 초깃값의 표준편차 $\sqrt{2 / 64} \approx 0.18$에 견줄 만해서, 신경망이 단번에 망가진다.
# 웜업을 하면 이런 [가파른 출발](schedules.md#steep)을 작은 학습률로 지나간다.
#
# ## 끝의 흔들림 { #end }
#
# 이번에는 에폭마다 잰 시험 정확도다.

# %% [markdown] lang="en"
# The table has the largest loss in the first 60 iterations of each of the four runs.
# Without a warm-up, the loss shoots up to more than twice $\log 10 \approx 2.3$, the loss of guessing.
# Adam divides by the size of the gradient, so in the first iteration every parameter with a gradient moves by nearly the rate itself.
# 0.1 is not far from the standard deviation of the initial weights, $\sqrt{2 / 64} \approx 0.18$, and wrecks the network at a stroke.
# A warm-up takes such a [steep start](schedules.md#steep) in small steps.
#
# ## The swaying at the end { #end }
#
# Now the test accuracy after each epoch.

# %% alt_ko="가로축은 1에서 8까지의 에폭, 세로축은 네 번 평균한 시험 정확도다. both가 끝까지 올라 0.95 안팎으로 가장 높다. warm-up과 cosine은 0.9에 조금 못 미치고, constant는 0.8 안팎에서 오르내리며 가장 낮다." alt_en="Along the bottom the epochs from 1 to 8, upwards the test accuracy, averaged over four runs. both keeps rising to about 0.95 and is the highest. warm-up and cosine stay a little below 0.9; constant goes up and down around 0.8 and is the lowest."
fig, ax = plt.subplots(figsize=(4.5, 2.8))
for name in SCHEDULES:
    curves = np.mean([accuracy for accuracy, _ in runs[name, 0.1]], axis=0)
    ax.plot(range(1, EPOCHS + 1), curves, STYLES[name], marker="o", label=name)
_ = ax.legend(loc="lower right", ncols=2)

# %% [markdown] lang="ko"
# 웜업만 하면 출발은 좋지만, 학습률이 줄지 않아 뒤로 갈수록 뒤처진다.
# 코사인만 쓰면 출발에서 입은 손해를 다 만회하지 못한다.
# 둘을 함께 쓰면 잘 출발해서 잘 끝난다.
# [잡음 바닥](schedules.md#floor)이 학습률과 함께 내려가므로, 끝에서 나아지는 것은 예상한 대로다.
#
# ## 더 해 볼 것 { #more }
#
# - `partial(one_cycle_lr, total_steps=T)`도 견주어 보라. `base_lr` 대신 `max_lr`을 받으므로 `train`을 조금 고쳐야 한다. 웜업과 코사인을 함께 쓸 때와 비슷하게 나온다.
# - `WARM`을 1로 바꿔 보라. `both`가 `cosine`과 거의 같아진다.
# - `adam_step` 대신 `sgd_step`을 쓰고 학습률을 0.1로 해 보라. 감쇠가 있는 둘만 0.94 안팎에 이르고, 웜업이 있든 없든 거의 같다.

# %% [markdown] lang="en"
# With a warm-up alone the start is good, but since the rate never falls it is left behind.
# With the cosine alone, the damage done at the start is never quite made good.
# The two together start well and end well.
# The gain at the end is what to expect from the [noise floor](schedules.md#floor), which sinks with the rate.
#
# ## More to try { #more }
#
# - Compare `partial(one_cycle_lr, total_steps=T)` as well. It takes `max_lr` instead of `base_lr`, so `train` needs a small change. It comes out much like warm-up and cosine together.
# - Set `WARM` to 1: `both` becomes nearly the same as `cosine`.
# - Use `sgd_step` instead of `adam_step`, at a rate of 0.1. Only the two with a decay get to about 0.94, and the warm-up hardly matters.
