"""The label that fits best, from three free energies."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "한 그림에 레이블 0, 1, 2를 붙였을 때의 자유 에너지가 차례로 "
        "{{F}}이다. 머신은 어느 레이블로 예측하는가?",
        "hints": [
            "확률은 $e^{-F}$에 비례한다.",
            "음수는 0에서 멀수록 작다.",
        ],
        "claims": {
            "0": ["레이블 0", "자유 에너지가 더 낮은 레이블이 있다."],
            "1": ["레이블 1", "자유 에너지가 더 낮은 레이블이 있다."],
            "2": ["레이블 2", "자유 에너지가 더 낮은 레이블이 있다."],
        },
        "reason": "자유 에너지가 가장 낮은 레이블의 확률이 가장 높다.",
    },
    "en": {
        "question": "With the labels 0, 1 and 2 in turn, a picture has the free energies "
        "{{F}}. Which label does the machine predict?",
        "hints": [
            "Probabilities are proportional to $e^{-F}$.",
            "The farther a negative number is from 0, the lower it is.",
        ],
        "claims": {
            "0": ["Label 0", "Another label has a lower free energy."],
            "1": ["Label 1", "Another label has a lower free energy."],
            "2": ["Label 2", "Another label has a lower free energy."],
        },
        "reason": "The label with the lowest free energy is the likeliest.",
    },
}


def draw(rng):
    return {"F": [-int(x) / 10 for x in rng.choice(100, 3, replace=False)]}


def truth(F):
    return {str(k): F[k] == min(F) for k in range(3)}


def check(F):
    """The first of the list in order of energy."""
    return str(sorted(range(3), key=lambda k: F[k])[0])
