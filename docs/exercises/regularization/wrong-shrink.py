"""Gradient descent with soft thresholding, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "손실 $(w - {{a}})^2$과 L1 벌점 $\\lambda |w|$의 합을 줄이려고, 손실의 "
        "기울기로 갱신한 뒤 소프트 임곗값을 하는 코드인데, 한 줄이 틀렸다. $\\lambda$는 "
        "`lam`이다. 몇 번째 줄인가?",
        "hints": [
            "손실의 기울기는 $2(w - {{a}})$이고, 갱신은 기울기의 반대쪽으로 한다.",
            "소프트 임곗값은 0 쪽으로, 학습률과 $\\lambda$를 곱한 만큼 옮긴다.",
        ],
        "mistakes": {
            "step": "기울기를 더해서 손실이 커지는 쪽으로 간다. 빼야 한다.",
            "reach": "옮기는 거리에 학습률을 곱하지 않아 벌점이 열 배나 세다.",
            "away": "가중치를 0에서 먼 쪽으로 옮긴다. 빼야 한다.",
        },
        "reason": "바른 코드는 {{best}}에 다가가고, {{n}}번 뒤 {{printed}}에 있다.",
    },
    "en": {
        "question": "To lower the sum of the loss $(w - {{a}})^2$ and an L1 penalty "
        "$\\lambda |w|$, this code takes a step on the loss and then does a soft "
        "thresholding, but one line is wrong. $\\lambda$ is `lam`. Which line?",
        "hints": [
            "The gradient of the loss is $2(w - {{a}})$, and a step goes against it.",
            "Soft thresholding moves toward 0, by the rate times $\\lambda$.",
        ],
        "mistakes": {
            "step": "It adds the gradient and climbs the loss. It has to subtract it.",
            "reach": "The distance is not multiplied by the rate, so the penalty is ten "
            "times too strong.",
            "away": "It moves the weight away from 0. It has to subtract.",
        },
        "reason": "The right code approaches {{best}} and is at {{printed}} after {{n}} "
        "updates.",
    },
}
CODE = """
w, lam, lr = 3.0, {{lam}}, 0.1
for t in range({{n}}):
    w = w {{step}} lr * 2 * (w - {{a}})
    reach = {{reach}}
    w = max(w {{away}} reach, 0) + min(w + reach, 0)
print(round(w, 4))
"""
MISTAKES = {"step": ("-", "+"), "reach": ("lr * lam", "lam"), "away": ("-", "+")}


def draw(rng):
    a = int(rng.integers(15, 28)) / 10
    return {"a": a, "lam": rng.integers(1, 3), "n": rng.integers(4, 9)}


def steps(a, lam, n):
    return {"best": a - lam / 2}
