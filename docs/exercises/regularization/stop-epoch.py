"""The epoch after which training stops."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "에폭 1부터 잰 검증 손실이 차례로 {{losses}}이다. 참을 횟수 "
        "{{patience}}번으로 훈련하면 몇 번째 에폭을 마치고 멈추는가?",
        "hints": [
            "가장 낮은 손실을 적어 두고, 그보다 낮은 손실이 나오면 횟수를 0으로 되돌린다.",
            "멈출 때까지 가장 낮은 손실은 {{lowest}}이다.",
        ],
        "reason": "가장 낮은 손실은 에폭 {{best}}에서 나왔고, 그 뒤로 {{patience}}번 "
        "나아지지 않았다. ${{best}} + {{patience}} = {{answer}}$이다.",
    },
    "en": {
        "question": "The validation losses from epoch 1 on are {{losses}}. With a patience "
        "of {{patience}}, after which epoch does training stop?",
        "hints": [
            "Note the lowest loss; whenever a lower one comes, the count goes back to 0.",
            "The lowest loss until the stop is {{lowest}}.",
        ],
        "reason": "The lowest loss was that of epoch {{best}}, and {{patience}} in a row "
        "were no better: ${{best}} + {{patience}} = {{answer}}$.",
    },
}
CODE = """
from dlnotes.regularization import early_stopping

state = None
for epoch, loss in enumerate([{{losses}}], start=1):
    stop, state = early_stopping(loss, state, patience={{patience}})
    if stop:
        break
print(epoch)
"""


def stops(losses, patience):
    """Each epoch at whose end the last losses in a row are no better than one before."""
    return [
        t
        for t in range(patience + 1, len(losses) + 1)
        if min(losses[t - patience : t]) >= min(losses[: t - patience])
    ]


def draw(rng):
    while True:
        losses = (rng.permutation(70)[:9] + 30 - 4 * rng.permutation(3).repeat(3)) / 100
        patience = int(rng.integers(2, 4))
        found = stops(list(losses), patience)
        if found and found[0] > patience + 1:
            return {"losses": losses, "patience": patience}


def steps(losses, patience):
    best = check(losses, patience) - patience
    return {"best": best, "lowest": losses[best - 1]}


def check(losses, patience):
    return stops(list(losses), patience)[0]
