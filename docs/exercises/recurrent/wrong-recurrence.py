"""A recurrent unit and its gradient, with one line of the code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "유닛 하나의 순환 신경망이 세 시점을 읽고, 마지막 상태를 순환 가중치 "
        "`u`로 미분하는 코드다. 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "상태는 바로 앞의 상태에서 나온다.",
            "tanh의 도함수 값은 상태 $h$로 적으면 $1 - h^2$이다.",
            "가중치의 기울기에는 그 가중치가 **곱해진 값**, 앞 시점의 상태가 들어간다.",
        ],
        "mistakes": {
            "old": "상태는 처음 상태가 아니라 바로 앞의 상태에서 이어진다.",
            "slope": "tanh의 도함수 값은 $1 - h$가 아니라 $1 - h^2$이다.",
            "met": "$u$는 그 시점의 상태가 아니라 앞 시점의 상태에 곱해졌다.",
            "back": "한 시점을 거스를 때는 $u$를 곱한다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "A recurrent network of one unit reads three steps, and its last "
        "state is differentiated by the recurrent weight `u`. One line of the code is "
        "wrong. Which?",
        "hints": [
            "A state follows from the state just before it.",
            "Written with the state $h$, the derivative of tanh is $1 - h^2$.",
            "The gradient by a weight has a factor: the number that this weight **was "
            "multiplied by**, which is the state one step earlier.",
        ],
        "mistakes": {
            "old": "A state is made from the one before, not from the first.",
            "slope": "The derivative of tanh is $1 - h^2$, not $1 - h$.",
            "met": "$u$ was multiplied by the state one step earlier, not by that of its "
            "step.",
            "back": "Each step back multiplies by $u$.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
x, u, h = [{{x}}], {{u}}, [0.0]
for value in x:
    h.append(np.tanh(value + u * {{old}}))
d, grad = 1.0, 0.0
for t in (3, 2, 1):
    d = d * {{slope}}
    grad = grad + d * {{met}}
    d = {{back}}
print(round(float(grad), 6))
"""
MISTAKES = {
    "old": ("h[-1]", "h[0]"),
    "slope": ("(1 - h[t] ** 2)", "(1 - h[t])"),
    "met": ("h[t - 1]", "h[t]"),
    "back": ("d * u", "d * x[t - 1]"),
}


def draw(rng):
    x, u = rng.integers(2, 12, 3) / 10, rng.integers(3, 9) / 10
    x += 0.03  # so that no input is the weight
    return {"x": x, "u": u}
