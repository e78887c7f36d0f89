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
# 자동 미분(automatic differentiation) 엔진을 스무 줄 남짓으로 만든다.
# `dlnotes.autodiff.Value`로 XOR을 학습시키고, 손글씨 숫자를 분류하는 신경망의 기울기를 검사한다.
# 이 페이지는 노트북이며, 오른쪽 위 단추로 내려받을 수 있다.
# 필요한 것은 `dlnotes`, scikit-learn, Matplotlib뿐이고, 실행은 몇 초면 끝난다.

# %% [markdown] lang="en"
# An engine for automatic differentiation is built in some twenty lines.
# Then `dlnotes.autodiff.Value` learns XOR, and the gradients of a network that classifies handwritten digits are checked.
# This page is a notebook; the button at the top right downloads it.
# All it needs is `dlnotes`, scikit-learn and Matplotlib, and it runs in a few seconds.

# %% [markdown] lang="ko"
# ## 엔진 { #engine }
#
# 수 하나를 감싼 `Number`는 자기를 만든 재료와, 자기를 재료로 미분한 값을 적어 둔다.
# 만들어진 차례대로 번호도 매긴다.
# 재료는 언제나 결과보다 먼저 만들어지므로, 번호가 큰 것부터 훑으면 [거꾸로 가는 차례](backpropagation.md#value)가 된다.

# %% [markdown] lang="en"
# ## The engine { #engine }
#
# A `Number` wraps one number and notes down the parts that it was made from, and the derivative with respect to each.
# It also gets a serial number in the order of making.
# Parts are always made before their result, so going from high to low is [the way back](backpropagation.md#value).

# %%
import itertools
import math

made = itertools.count()


class Number:
    def __init__(self, data, parts=()):
        self.data, self.parts, self.grad = data, parts, 0.0
        self.born = next(made)

    def __add__(self, other):
        return Number(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Number(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = math.tanh(self.data)
        return Number(t, [(self, 1 - t * t)])

    def backward(self):
        found, waiting = {self}, [self]
        while waiting:
            for part, _ in waiting.pop().parts:
                if part not in found:
                    found.add(part)
                    waiting.append(part)
        self.grad = 1.0
        for number in sorted(found, key=lambda n: n.born, reverse=True):
            for part, slope in number.parts:
                part.grad += number.grad * slope


# %% [markdown] lang="ko"
# `Value`, 수치 기울기와 견준다.
# $a$를 세 번 쓰는 함수로 테스트하면 기울기를 더하는지 덮어쓰는지 드러난다.

# %% [markdown] lang="en"
# Compare it with `Value` and with a numerical gradient.
# The function uses $a$ three times, which shows whether gradients are added or overwritten.

# %%
import numpy as np

from dlnotes.autodiff import Value, numerical_gradient


def f(a, b):
    return (a * b + a).tanh() * a


for kind in (Number, Value):
    a, b = kind(0.5), kind(-2.0)
    f(a, b).backward()
    print(f"{kind.__name__:9}", round(a.grad, 6), round(b.grad, 6))

measured = numerical_gradient(lambda x: f(*map(Number, x)).data, [0.5, -2.0])
print("numerical", *np.round(measured, 6).tolist())

# %% [markdown] lang="ko"
# 셋이 같다.
# `Value`에는 뺄셈, 나눗셈, 거듭제곱과 함수 몇 개가 더 있을 뿐, 하는 일은 같다.
#
# ## XOR { #xor }
#
# 두 입력이 다를 때만 1인 XOR은 직선 하나로 나눌 수 없어 은닉층이 있어야 한다.
# 은닉 유닛 네 개를 tanh로 두고, `Value` 17개를 매개변수로 삼아 학습시킨다.
# NumPy는 `Value`의 배열도 행렬처럼 곱해 준다.
# 이터레이션(iteration)마다 `grad`를 0으로 되돌리고, 역전파(backpropagation)를 하고, 기울기의 반대쪽으로 조금 움직인다.

# %% [markdown] lang="en"
# All three agree.
# `Value` can also subtract, divide, raise to powers and apply some functions, but it does no more than this.
#
# ## XOR { #xor }
#
# XOR is 1 only where its two inputs differ; no straight line separates that, so it takes a hidden layer.
# Four hidden units with tanh are trained, with 17 `Value`s as the parameters.
# NumPy multiplies arrays of `Value` like any other matrices.
# At each iteration `grad` is set back to 0, backpropagation fills it, and each parameter moves a little against its gradient.

# %%
X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
T = [0.0, 1.0, 1.0, 0.0]

rng = np.random.default_rng(0)
W, b, v = (np.vectorize(Value)(rng.normal(size=n)) for n in [(4, 2), 4, 4])
c = Value(0.0)
params = [*W.ravel(), *b, *v, c]


def net(x):
    return v @ [z.tanh() for z in W @ x + b] + c


losses = []
for _ in range(300):
    loss = sum((net(x) - t) ** 2 for x, t in zip(X, T, strict=True)) / 4
    for p in params:
        p.grad = 0.0
    loss.backward()
    for p in params:
        p.data -= 0.2 * p.grad
    losses.append(loss.data)

print(len(params), len(loss.graph()))
print(round(losses[0], 2), round(losses[-1], 2))
print([round(net(x).data, 1) + 0.0 for x in X])

# %% [markdown] lang="ko"
# 첫 줄은 매개변수의 수와 손실 하나를 구하는 데 쓴 칸의 수다.
# 둘째 줄은 처음과 마지막 손실, 셋째 줄은 네 입력에서의 출력이다.

# %% [markdown] lang="en"
# The first line is the number of parameters and the number of boxes that one loss takes.
# The second line is the first and the last loss, the third the output for the four inputs.

# %% alt_ko="가로축은 0에서 300까지의 이터레이션, 세로축은 로그 눈금의 손실이다. 손실은 처음에 잠깐 뛰었다가 떨어져 한동안 거의 평평하고, 100쯤부터 곧게 떨어져 끝에는 1천만분의 1보다 작다." alt_en="The horizontal axis is the iteration from 0 to 300, the vertical one the loss on a logarithmic scale. The loss jumps up for a moment, falls, stays flat for a while, and from about 100 on falls along a straight line to less than a ten-millionth."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 2.6))
_ = ax.semilogy(losses)

# %% [markdown] lang="ko"
# 가로축은 이터레이션, 세로축은 손실(로그 눈금)이다.

# %% [markdown] lang="en"
# Horizontal: iteration; vertical: loss, on a logarithmic scale.

# %% alt_ko="두 입력의 평면에 신경망의 출력을 색으로 칠한 그림. 왼쪽 위에서 오른쪽 아래로 1에 가까운 밝은 띠가 있고 흰 점 둘이 그 위에 있다. 양옆으로 갈수록 어두워지며 검은 점 둘이 거기에 있다." alt_en="The plane of the two inputs, coloured by the output of the network. A light band close to 1 runs from the upper left to the lower right, with the two white points on it. To both sides it grows darker, and there lie the two black points."
side = np.linspace(-0.5, 1.5, 25)
image = [[net(np.array([x1, x2])).data for x1 in side] for x2 in side]

fig, ax = plt.subplots(figsize=(4.5, 3.6))
shown = ax.contourf(side, side, image, levels=np.linspace(-0.75, 1.75, 11), extend="both")
ax.scatter(*X.T, c=T, cmap="gray", edgecolor="red", s=60)
_ = fig.colorbar(shown)

# %% [markdown] lang="ko"
# 정답이 0인 입력은 검은 점, 1인 입력은 흰 점이다.
# 색은 신경망의 출력이다.
# 은닉층이 평면을 비스듬한 띠로 나누었다.
#
# ## 신경망의 기울기 검사 { #check }
#
# 손글씨 숫자 300장을 분류하는 신경망의 기울기를 구하는 함수를 두 가지로 짠다.
# `right`는 `mlp_backward`를 쓰고, `wrong`은 ReLU를 거슬러 갈 때 $\mathbb{1}[z > 0]$을 곱하는 것을 잊었다.
# 매개변수 배열마다 [기울기 검사](gradient-checking.md)를 한다.

# %% [markdown] lang="en"
# Black points are inputs that should give 0, white points 1.
# The colour is the output of the network.
# The hidden layer has cut the plane into slanted bands.
#
# ## Checking the gradients of a network { #check }
#
# The gradients of a network that classifies 300 handwritten digits are written in two ways.
# `right` is `mlp_backward`; `wrong` forgets the factor $\mathbb{1}[z > 0]$ on the way back through the ReLU.
# A [gradient check](gradient-checking.md) looks at each array of parameters.

# %%
from sklearn.datasets import load_digits

from dlnotes.autodiff import gradient_check
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward

images, labels = load_digits(return_X_y=True)
D, y = images[:300] / 16, labels[:300]
start = init_mlp([64, 16, 10], rng=np.random.default_rng(0))


def right(params):
    logits, cache = mlp_forward(D, params)
    return mlp_backward(cross_entropy_grad(logits, y), params, cache)


def wrong(params):
    logits, cache = mlp_forward(D, params)
    delta = cross_entropy_grad(logits, y)
    back = delta @ params[2]
    return [back.T @ D, back.sum(axis=0), delta.T @ cache.outputs[1], delta.sum(axis=0)]


for i, name in enumerate(["W1", "b1", "W2", "b2"]):

    def loss_of(p, i=i):
        return cross_entropy(mlp_forward(D, [*start[:i], p, *start[i + 1 :]])[0], y)

    errors = [
        gradient_check(loss_of, grads(start)[i], start[i]) for grads in (right, wrong)
    ]
    print(name, start[i].size, [error < 1e-6 for error in errors])

# %% [markdown] lang="ko"
# 열은 차례로 이름, 매개변수의 수, 두 기울기가 검사를 통과했는지다.
# 잘못은 은닉층에서만 드러난다.
# 출력층의 기울기는 ReLU를 거슬러 가기 전에 구하기 때문이다.
#
# ## 틀린 기울기로도 손실은 줄어든다 { #wrong }
#
# 두 기울기로 똑같이 학습시킨다.

# %% [markdown] lang="en"
# The columns are the name, the number of parameters, and whether each of the two gradients passes.
# The mistake shows in the hidden layer only.
# The gradients of the output layer are found before the way back through the ReLU.
#
# ## A wrong gradient lowers the loss too { #wrong }
#
# Both gradients train the same network in the same way.

# %% alt_ko="가로축은 0에서 200까지의 이터레이션, 세로축은 손실이다. 두 선 모두 2.4에서 시작해 계속 내려간다. right는 0.1 아래로, wrong은 더 천천히 0.6쯤으로 내려간다." alt_en="The horizontal axis is the iteration from 0 to 200, the vertical one the loss. Both lines start at 2.4 and keep falling, right to below 0.1, wrong more slowly to about 0.6."
fig, ax = plt.subplots(figsize=(4.5, 2.8))
for grads, style in [(right, "-"), (wrong, "--")]:
    params, losses = start, []
    for _ in range(200):
        losses.append(cross_entropy(mlp_forward(D, params)[0], y))
        params = [p - 0.3 * g for p, g in zip(params, grads(params), strict=True)]
    ax.plot(losses, style, label=grads.__name__)
    print(grads.__name__, [round(float(losses[i]), 1) for i in (0, 20, 199)])
_ = ax.legend()

# %% [markdown] lang="ko"
# 가로축은 이터레이션, 세로축은 손실이다.
# 틀린 기울기로도 손실이 꾸준히 줄었다.
# 손실 곡선만 보고서는 잘못을 알아챌 수 없다.
# 학습이 느리다고 학습률만 고치다가는 잘못을 끝내 찾지 못한다.
#
# 틀린 기울기는 왜 쓸모가 있었는가?
# 출력층의 기울기는 옳고, 은닉층의 기울기도 옳은 기울기와 아주 다른 쪽을 가리키지는 않기 때문이다.
# 첫 이터레이션에서 두 기울기 사이의 코사인을 구한다.
# 같은 쪽이면 1, 직각이면 0이다.

# %% [markdown] lang="en"
# Horizontal: iteration; vertical: loss.
# The wrong gradient keeps lowering the loss as well.
# The curve of the loss alone does not give the mistake away.
# If learning seems slow and only the learning rate is changed, the mistake is never found.
#
# Why was the wrong gradient of use at all?
# That of the output layer is right, and that of the hidden layer does not point in a very different direction.
# Below is the cosine of the angle between the two at the first iteration: 1 for the same direction, 0 at right angles.

# %%
ours, theirs = right(start)[0], wrong(start)[0]
cosine = np.sum(ours * theirs) / np.linalg.norm(ours) / np.linalg.norm(theirs)
print(round(float(cosine), 1))

# %% [markdown] lang="ko"
# ## 더 해 볼 것 { #more }
#
# - `Number.backward`의 `+=`를 `=`로 바꾸면 무엇이 틀리는가? (둘째 칸에서 $a$의 기울기만 틀린다. $b$는 한 번만 쓰였다.)
# - `Number`에 `relu`를 더해 보라. (두 줄이면 되고, 미분은 1 아니면 0이다.)
# - XOR의 은닉 유닛을 하나로 줄이면 배울 수 있는가? (없다. 출력이 한 방향으로만 변해 네 점을 나누지 못한다.)
# - `wrong`에서 `delta` 대신 `-delta`로 은닉층의 기울기를 구하면 어떻게 되는가? (은닉층이 기울기 쪽으로 움직여 손실이 걷잡을 수 없이 커진다.)

# %% [markdown] lang="en"
# ## More to try { #more }
#
# - Write `=` for `+=` in `Number.backward`: what goes wrong? (Only the gradient of $a$ in the second cell; $b$ is used once.)
# - Give `Number` a `relu`. (Two lines; the derivative is 1 or 0.)
# - Can a single hidden unit learn XOR? (No: its output changes in one direction only, which cannot separate the four points.)
# - In `wrong`, use `-delta` in place of `delta` for the hidden layer: what happens? (The hidden layer moves along its gradient, and the loss explodes.)
