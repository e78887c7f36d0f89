"""Early stopping in a few lines, with one of them wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "참을 횟수가 {{patience}}인 조기 종료로 되돌아갈 에폭을 출력하는 "
        "코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "손실이 나아졌을 때 무엇을 새로 적는지, 아닐 때 무엇을 세는지 본다.",
            "출력할 것은 멈춘 에폭이 아니라 가장 좋았던 에폭이다.",
        ],
        "mistakes": {
            "sign": "더 낮은 손실이 나은 손실이다.",
            "reset": "나아지면 횟수를 0부터 다시 센다.",
            "back": "멈춘 에폭에서 나아지지 않은 횟수만큼 되돌아간다.",
        },
        "reason": "바른 값은 {{printed}}, 틀린 값은 {{misprinted}}",
    },
    "en": {
        "question": "This code should print the epoch that early stopping with a patience "
        "of {{patience}} goes back to, but one line is wrong. Which line?",
        "hints": [
            "See what is noted when the loss gets better, and counted when it does not.",
            "What is printed is the best epoch, not the one of the stop.",
        ],
        "mistakes": {
            "sign": "A lower loss is the better one.",
            "reset": "After an improvement the count starts from 0 again.",
            "back": "We go back from the stop by as many epochs as brought no improvement.",
        },
        "reason": "The right value is {{printed}}, the wrong one {{misprinted}}",
    },
}
CODE = """
best, bad = {{first}}, 0
for epoch, loss in enumerate([{{losses}}], start=2):
    better = loss {{sign}} best
    bad = {{reset}} if better else bad + 1
    best = loss if better else best
    if bad >= {{patience}}:
        break
print({{back}})
"""
MISTAKES = {
    "sign": ("<", ">"),
    "reset": ("0", "bad"),
    "back": ("epoch - bad", "epoch"),
}


def printed(first, losses, patience, better, reset, back):
    """What is printed with these parts."""
    best, bad = first, 0
    for epoch, loss in enumerate(losses, start=2):
        if better(loss, best):
            best, bad = loss, 0 if reset else bad
        else:
            bad += 1
        if bad >= patience or epoch == len(losses) + 1:
            return epoch - bad if back else epoch
    raise ValueError("no losses")


def told(first, losses, patience):
    """Whether every mistake changes what is printed."""

    def lower(a, b):
        return a < b

    def higher(a, b):
        return a > b

    ways = [(lower, 1, 1), (higher, 1, 1), (lower, 0, 1), (lower, 1, 0)]
    right, *wrong = [printed(first, losses, patience, *way) for way in ways]
    return right not in wrong


def draw(rng):
    while True:
        losses = [int(loss) / 100 for loss in rng.permutation(60)[:8] + 20]
        patience = int(rng.integers(2, 4))
        if told(losses[0], losses[1:], patience):
            return {"first": losses[0], "losses": losses[1:], "patience": patience}
