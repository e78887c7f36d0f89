"""The remedy for a deep network, told from its factor and its scores."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "층이 {{depth}}개인 신경망을 학습시킨다. 한 층의 배율을 재니 "
        "{{factor}}이다. "
        "훈련 정확도는 {{train}}, 시험 정확도는 {{test}}이다. 무엇부터 해 보는가?",
        "hints": [
            "배율을 층의 수만큼 거듭제곱해 본다.",
            "배율이 1에 가까우면 기울기는 멀쩡하다. 두 정확도를 견준다.",
        ],
        "claims": {
            "init": [
                "초기화를 바꾸거나 배치 정규화를 넣는다.",
                "배율이 1보다 뚜렷이 작아 기울기가 사라질 때의 처방이다.",
            ],
            "clip": ["기울기를 자른다.", "배율이 1보다 커서 폭발할 때의 처방이다."],
            "dropout": [
                "드롭아웃을 쓴다.",
                "기울기는 멀쩡한데 시험 정확도만 낮을 때의 처방이다.",
            ],
        },
        "reason": "배율은 {{factor}}, 훈련 정확도와 시험 정확도의 차는 {{gap}}이다.",
    },
    "en": {
        "question": "A network with {{depth}} layers is trained. The factor of a layer is "
        "{{factor}}, the accuracy {{train}} on the training data and {{test}} on the test "
        "data. What comes first?",
        "hints": [
            "Raise the factor to the number of layers.",
            "If the factor is close to 1, the gradients are fine. Compare the accuracies.",
        ],
        "claims": {
            "init": [
                "Another initialisation, or batch normalisation.",
                "This is for a factor well below 1, where gradients vanish.",
            ],
            "clip": ["Clipping.", "This is for a factor above 1, where gradients explode."],
            "dropout": [
                "Dropout.",
                "This is for gradients that are fine and a low test accuracy.",
            ],
        },
        "reason": "The factor is {{factor}}, and the accuracies differ by {{gap}}.",
    },
}


def draw(rng):
    kind = rng.integers(3)
    train, test = [(0.12, 0.11), (0.1, 0.1), (0.99, 0.71)][kind]
    nudge = rng.integers(0, 5) / 100
    return {
        "depth": 10 * rng.integers(2, 8),
        "factor": [0.2, 1.6, 0.96][kind] + nudge,
        "train": train,
        "test": test + (0 if kind < 2 else nudge),
    }


def steps(depth, factor, train, test):
    return {"gap": train - test}


def truth(depth, factor, train, test):
    return {
        "init": factor**depth < 1e-3,
        "clip": factor**depth > 1e3,
        "dropout": 1e-3 <= factor**depth <= 1e3 and train - test > 0.1,
    }


def check(depth, factor, train, test):
    if train > 0.9:
        return "dropout"
    return "init" if factor < 1 else "clip"
