"""What a loss says beside the entropy of labels that are sometimes wrong."""

import math

KIND = "choice"
WORDS = {
    "ko": {
        "question": "클래스가 둘인 데이터에서 레이블의 {{wrong}}%가 아무 규칙 없이 "
        "뒤바뀌어 있다. 모델의 훈련 손실이 {{loss}}까지 내려갔다. "
        "이 수로 알 수 있는 것은?",
        "hints": [
            "완벽한 모델도 바른 클래스에 확률 1을 주지 않는다. "
            "레이블이 뒤바뀔 확률만큼은 다른 클래스에 준다.",
            "바닥은 레이블의 엔트로피이고 약 {{floor}}이다.",
        ],
        "claims": {
            "learnt": [
                "바닥에 거의 닿았다. 배울 수 있는 것은 거의 다 배웠다.",
                "그러려면 손실이 {{floor}} 근처여야 한다.",
            ],
            "noise": [
                "바닥보다 훨씬 낮다. 뒤바뀐 레이블까지 외웠다.",
                "그러려면 손실이 {{floor}}보다 훨씬 작아야 한다.",
            ],
            "more": [
                "바닥보다 훨씬 높다. 아직 더 배울 것이 있다.",
                "그러려면 손실이 {{floor}}보다 훨씬 커야 한다.",
            ],
            "zero": [
                "어느 경우든 0보다 크므로, 0에 이를 때까지 더 배워야 한다.",
                "정답이 불확실하면 완벽한 모델의 손실도 0이 아니다.",
            ],
        },
        "reason": "레이블의 엔트로피는 약 {{floor}}이고, 이것과 손실 {{loss}}의 크기를 "
        "견준다.",
    },
    "en": {
        "question": "In data of two classes, {{wrong}}% of the labels were flipped at "
        "random. The training loss of a model came down to {{loss}}. "
        "What does this number show?",
        "hints": [
            "Even a perfect model does not give the right class the probability 1. It "
            "leaves to the other class the share of labels that were flipped.",
            "The floor is the entropy of the labels, about {{floor}}.",
        ],
        "claims": {
            "learnt": [
                "It has almost reached the floor: nearly all there is to learn was learnt.",
                "For this, the loss would have to be near {{floor}}.",
            ],
            "noise": [
                "It is far below the floor: the flipped labels were learnt by heart.",
                "For this, the loss would have to be far below {{floor}}.",
            ],
            "more": [
                "It is far above the floor: there is more to learn.",
                "For this, the loss would have to be far above {{floor}}.",
            ],
            "zero": [
                "It is above 0 in any case, so training should go on until it is 0.",
                "With an uncertain truth, not even a perfect model has a loss of 0.",
            ],
        },
        "reason": "The entropy of the labels is about {{floor}}; compare the loss, "
        "{{loss}}, with this number.",
    },
}


def entropy(wrong):
    """The entropy of labels of which this many percent are flipped."""
    return -sum(x / 100 * math.log(x / 100) for x in (wrong, 100 - wrong))


def draw(rng):
    wrong = 5 * rng.integers(1, 6)
    factor = [0.1, 1.01, 1.6][rng.integers(3)]
    return {"wrong": wrong, "loss": round(factor * entropy(wrong), 3)}


def steps(wrong, loss):
    return {"floor": round(entropy(wrong), 3)}


def truth(wrong, loss):
    ratio = loss / entropy(wrong)
    return {
        "learnt": 0.95 < ratio < 1.05,
        "noise": ratio < 0.5,
        "more": ratio > 1.5,
        "zero": False,
    }


def check(wrong, loss):
    from scipy.stats import bernoulli

    gap = loss - float(bernoulli(wrong / 100).entropy())
    return "noise" if gap < -0.05 else "more" if gap > 0.05 else "learnt"
