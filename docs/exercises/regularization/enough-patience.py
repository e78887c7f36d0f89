"""The smallest patience that finds the lowest of all losses."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "에폭 1부터 잰 검증 손실이 차례로 {{losses}}이다. 가장 낮은 손실인 "
        "{{lowest}}까지 놓치지 않는 참을 횟수 가운데 가장 작은 것은 얼마인가?",
        "hints": [
            "가장 낮은 손실에 이르기까지, 나아지지 않은 에폭이 잇달아 몇 번 나오는지 센다.",
            "잇달아 가장 길게 나아지지 않은 것은 {{longest}}번이다. 그만큼 참으면 거기서 "
            "멈춘다.",
        ],
        "reason": "{{longest}}번만 참으면 그때 멈추므로 하나 더 참아야 한다. "
        "${{longest}} + 1 = {{answer}}$이다.",
    },
    "en": {
        "question": "The validation losses from epoch 1 on are {{losses}}. What is the "
        "smallest patience that does not miss the lowest loss, {{lowest}}?",
        "hints": [
            "Count how many epochs in a row bring no lower loss, on the way to the lowest.",
            "The longest such run has {{longest}} epochs. That patience stops there.",
        ],
        "reason": "A patience of {{longest}} stops within that run, so it takes one more: "
        "${{longest}} + 1 = {{answer}}$.",
    },
}
CODE = """
from dlnotes.regularization import early_stopping

losses = [{{losses}}]
for patience in range(1, 9):
    state = None
    for loss in losses:
        stop, state = early_stopping(loss, state, patience=patience)
        if stop:
            break
    if state.best == min(losses):
        break
print(patience)
"""


def longest(losses):
    """The epochs between new lowest losses, at most, before the lowest of all."""
    new = [t for t in range(len(losses)) if losses[t] == min(losses[: t + 1])]
    return max(b - a - 1 for a, b in zip(new, new[1:], strict=False))


def draw(rng):
    while True:
        losses = (rng.permutation(60)[:9] + 20) / 100
        if losses.argmin() >= 4 and longest(list(losses)) >= 1:
            return {"losses": losses}


def steps(losses):
    return {"lowest": min(losses), "longest": longest(list(losses))}


def check(losses):
    return longest(list(losses)) + 1
