"""After which epoch a rate falls that waits for a plateau."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "에폭마다 잰 손실이 차례로 {{losses}}이다. `patience={{patience}}`인 "
        "`reduce_on_plateau`는 몇 번째 에폭이 끝났을 때 학습률을 처음으로 줄이는가?",
        "hints": [
            "가장 좋았던 손실보다 작아지지 않은 에폭이 몇 번 이어졌는지 센다.",
            "가장 좋은 손실은 {{best}}번째 에폭에 나온다. "
            "그 뒤로 {{patience}}번까지는 참는다.",
        ],
        "reason": "{{best}}번째 에폭 뒤로 나아지지 않는다. {{patience}}번 참고 "
        "그다음에 줄이므로 {{answer}}번째 에폭이다.",
    },
    "en": {
        "question": "The losses of the epochs are {{losses}}, in this order. After which "
        "epoch does `reduce_on_plateau` with `patience={{patience}}` lower the rate for "
        "the first time?",
        "hints": [
            "Count how many epochs in a row were no better than the best so far.",
            "The best loss comes at epoch {{best}}. After it, {{patience}} epochs are "
            "allowed to be no better.",
        ],
        "reason": "Nothing gets better after epoch {{best}}. It waits for {{patience}} "
        "epochs and lowers the rate after the next one, epoch {{answer}}.",
    },
}
CODE = """
from dlnotes.schedules import reduce_on_plateau

lr, state, epoch = 1.0, None, 0
for epoch, loss in enumerate([{{losses}}], start=1):
    lr, state = reduce_on_plateau(lr, loss, state, patience={{patience}})
    if lr < 1:
        break
print(epoch)
"""


def draw(rng):
    best, patience = rng.integers(2, 5), rng.integers(1, 4)
    falling = [round(1 - 0.1 * i, 1) for i in range(best)]
    flat = [round(falling[-1] + 0.1 * rng.integers(0, 3), 1) for _ in range(patience + 2)]
    return {"losses": falling + flat, "patience": patience}


def steps(losses, patience):
    return {"best": losses.index(min(losses)) + 1}


def check(losses, patience):
    best, bad = float("inf"), 0
    for epoch, loss in enumerate(losses, start=1):
        best, bad = (loss, 0) if loss < best else (best, bad + 1)
        if bad > patience:
            return epoch
    return 0
