"""Which of four questions a name of deep learning answers."""

KIND = "choice"
KINDS = {
    "architecture": ["MLP", "CNN", "RNN"],
    "algorithm": ["SGD", "Adam"],
    "model": ["AlexNet", "BERT", "GPT"],
}
WORDS = {
    "ko": {
        "question": "{{name}} — 무엇의 이름인가?",
        "hints": [
            "이 이름이 답이 되는 물음을 고른다. 유닛을 어떻게 잇는가? 무엇을 줄이는가? "
            "어떻게 줄이는가? 그래서 만든 것은 무엇인가?",
        ],
        "claims": {
            "architecture": ["구조", "유닛을 어떻게 이을지 말하는 이름이 아니다."],
            "objective": [
                "목적 함수",
                "무엇을 줄이거나 키울지 말하는 이름이 아니다. "
                "평균 제곱 오차와 교차 엔트로피가 목적 함수다.",
            ],
            "algorithm": ["알고리즘", "어떻게 줄이거나 키울지 말하는 이름이 아니다."],
            "model": ["모델", "매개변수까지 정해 만들어 놓은 것의 이름이 아니다."],
        },
        "reason": "MLP, CNN, RNN은 구조, SGD와 Adam은 알고리즘, AlexNet과 BERT와 GPT는 "
        "모델이다.",
    },
    "en": {
        "question": "{{name}}: what kind of name is it?",
        "hints": [
            "Find the question that it answers. How are the units linked? What is made "
            "small? How is it made small? What was made in this way?",
        ],
        "claims": {
            "architecture": ["An architecture", "It does not say how units are linked."],
            "objective": [
                "An objective",
                "It does not say what is to become small or large. Mean squared error and "
                "cross-entropy are objectives.",
            ],
            "algorithm": ["An algorithm", "It does not say how something is made small."],
            "model": ["A model", "It is not something made, with parameters set."],
        },
        "reason": "MLP, CNN and RNN are architectures, SGD and Adam algorithms, and "
        "AlexNet, BERT and GPT models.",
    },
}


def draw(rng):
    return {"name": str(rng.choice([name for names in KINDS.values() for name in names]))}


def truth(name):
    found = {kind: name in names for kind, names in KINDS.items()}
    return {"architecture": False, "objective": False} | found


def check(name):
    if name.endswith(("NN", "LP")):
        return "architecture"
    return "model" if name in {"AlexNet", "BERT", "GPT"} else "algorithm"
