"""The validation loss of the parameters that are kept."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "에폭 1부터 잰 검증 손실이 차례로 {{losses}}이고 참을 횟수는 "
        "{{patience}}이다. 훈련이 멈춘 뒤 되돌아간 매개변수의 검증 손실은 얼마인가?",
        "hints": [
            "멈춘 뒤의 손실은 아무도 재지 않는다. 먼저 어디서 멈추는지 찾는다.",
            "멈추는 때는 에폭 {{stop}} 다음이다.",
        ],
        "reason": "에폭 {{stop}}까지 가장 낮은 손실은 {{answer}}이다. 모두 통틀어 "
        "가장 낮은 손실은 {{lowest}}이다.",
    },
    "en": {
        "question": "The validation losses from epoch 1 on would be {{losses}}, and the "
        "patience is {{patience}}. What is the validation loss of the parameters that "
        "training goes back to?",
        "hints": [
            "Nobody measures the losses after the stop. First find where training stops.",
            "It stops after epoch {{stop}}.",
        ],
        "reason": "The lowest loss up to epoch {{stop}} is {{answer}}. The lowest of all "
        "would be {{lowest}}.",
    },
}
CODE = """
from dlnotes.regularization import early_stopping

state = None
for loss in [{{losses}}]:
    stop, state = early_stopping(loss, state, patience={{patience}})
    if stop:
        break
print(state.best)
"""


def stop_of(losses, patience):
    """The first epoch that ends so many in a row without a new lowest loss, or None."""
    for t in range(patience + 1, len(losses) + 1):
        if min(losses[t - patience : t]) >= min(losses[: t - patience]):
            return t
    return None


def draw(rng):
    """Some of the losses after the stop are lower, or none of them."""
    while True:
        losses = (rng.permutation(60)[:8] + 20) / 100
        patience = int(rng.integers(1, 4))
        stop = stop_of(list(losses), patience)
        if stop is not None and 3 <= stop <= 7:
            return {"losses": losses, "patience": patience}


def steps(losses, patience):
    return {"stop": stop_of(list(losses), patience), "lowest": min(losses)}


def check(losses, patience):
    return min(losses[: stop_of(list(losses), patience)])
