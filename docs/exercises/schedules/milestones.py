"""The rate after some milestones."""

KIND = "number"
TOLERANCE = 0.0005
WORDS = {
    "ko": {
        "question": "{{T}}에폭을 학습하면서 {{a}}% 지점과 {{b}}% 지점에서 학습률을 "
        "절반으로 줄인다. 처음 학습률은 {{eta}}이다. "
        "{{t}}에폭을 마쳤을 때의 학습률은 얼마인가?",
        "hints": [
            "이정표를 에폭으로 바꾼다. {{m}}, {{n}}에폭이다.",
            "{{t}}까지 지나온 이정표는 {{k}}개다.",
        ],
        "reason": "이정표 {{m}}, {{n}} 가운데 {{k}}개를 지났다. "
        "절반으로 {{k}}번 줄이면 {{answer}}이다.",
    },
    "en": {
        "question": "During {{T}} epochs, the rate is halved at {{a}} % and at {{b}} %. "
        "It begins at {{eta}}. What is it after {{t}} epochs?",
        "hints": [
            "Turn the milestones into epochs: {{m}} and {{n}}.",
            "Up to {{t}}, {{k}} of them have been passed.",
        ],
        "reason": "Of the milestones {{m}} and {{n}}, {{k}} have been passed. "
        "Halved {{k}} times, the rate is {{answer}}.",
    },
}
CODE = """
from dlnotes.schedules import multistep_lr

rate = multistep_lr({{t}}, {{eta}}, milestones=[{{m}}, {{n}}], gamma=0.5)
print(round(float(rate), 4))
"""


def draw(rng):
    T, a, b = 20 * rng.integers(2, 11), 5 * rng.integers(4, 11), 5 * rng.integers(12, 19)
    return {
        "T": T,
        "a": a,
        "b": b,
        "m": T * a // 100,
        "n": T * b // 100,
        "eta": rng.integers(1, 10) / 10,
        "t": rng.integers(T // 8, T),
    }


def steps(T, a, b, m, n, eta, t):
    return {"k": int(t >= m) + int(t >= n)}


def check(T, a, b, m, n, eta, t):
    import torch

    optimizer = torch.optim.SGD([torch.zeros(1)], lr=eta)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [m, n], gamma=0.5)
    scheduler.last_epoch = t
    return scheduler._get_closed_form_lr()[0]
