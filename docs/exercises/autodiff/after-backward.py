"""What a weight and its gradient are after some calls."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "`w`는 {{w}}이고 손실은 `w**2`, 옵티마이저는 학습률 0.1의 SGD다. "
        "`{{calls}}`의 차례로 부른 다음 `w`와 `w.grad`에 대해 옳은 것은?",
        "hints": [
            "`backward`는 `grad`에 기울기를 더하기만 한다.",
            "`step`은 `w`를 바꾼다. 한 번의 `backward`가 더하는 기울기는 $2w$다.",
        ],
        "claims": {
            "once": [
                "`w`는 그대로이고 `w.grad`는 $2w$다.",
                "그러려면 `backward`만 한 번 불러야 한다.",
            ],
            "twice": [
                "`w`는 그대로이고 `w.grad`는 $4w$다.",
                "그러려면 비우지 않고 `backward`를 두 번 불러야 한다.",
            ],
            "moved": ["`w`가 바뀌었다.", "`w`를 바꾸는 것은 `step`뿐이다."],
            "none": [
                "`w`는 그대로이고 `w.grad`는 비어 있다.",
                "그러려면 마지막에 `zero_grad`를 불러야 한다.",
            ],
        },
        "reason": "`backward`는 기울기를 더하고, `step`은 가중치를 바꾸고, "
        "`zero_grad`는 기울기를 비운다.",
    },
    "en": {
        "question": "`w` is {{w}}, the loss is `w**2`, and the optimizer is SGD with a "
        "learning rate of 0.1. After the calls `{{calls}}`, in this order, which is right?",
        "hints": [
            "`backward` does nothing but add a gradient to `grad`.",
            "`step` changes `w`. One `backward` adds the gradient $2w$.",
        ],
        "claims": {
            "once": [
                "`w` is as before, and `w.grad` is $2w$.",
                "For this, there would have to be one `backward` and nothing else.",
            ],
            "twice": [
                "`w` is as before, and `w.grad` is $4w$.",
                "For this, there would have to be two calls of `backward` without "
                "clearing.",
            ],
            "moved": ["`w` has changed.", "Only `step` changes `w`."],
            "none": [
                "`w` is as before, and `w.grad` is empty.",
                "For this, `zero_grad` would have to come last.",
            ],
        },
        "reason": "`backward` adds a gradient, `step` changes weights, and `zero_grad` "
        "clears gradients.",
    },
}
CASES = {
    "backward": "once",
    "backward, backward": "twice",
    "backward, step": "moved",
    "backward, zero_grad": "none",
    "backward, zero_grad, backward": "once",
    "backward, step, zero_grad": "moved",
}


def draw(rng):
    calls = list(CASES)[rng.integers(len(CASES))]
    return {"w": rng.integers(1, 10), "calls": calls}


def truth(w, calls):
    return {name: name == CASES[calls] for name in ("once", "twice", "moved", "none")}


def check(w, calls):
    import torch

    weight = torch.tensor(float(w), requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1)
    for call in calls.split(", "):
        (weight**2).backward() if call == "backward" else getattr(optimizer, call)()
    if weight.item() != w:
        return "moved"
    return {None: "none", 2.0 * w: "once", 4.0 * w: "twice"}[
        weight.grad if weight.grad is None else weight.grad.item()
    ]
