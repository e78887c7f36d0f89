"""What the last layers of a network are."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "특징 맵을 평탄화한 뒤의 층이 `{{layers}}`이다. 이 부분은 무엇인가?",
        "hints": [
            "활성화 함수가 사이에 있는 완전 연결층이 둘 이상인지 본다.",
            "활성화 함수 없이 이은 완전 연결층은 아무리 많아도 하나와 같다.",
        ],
        "claims": {
            "linear": [
                "선형 분류기",
                "완전 연결층 사이에 활성화 함수가 없을 때 그렇다.",
            ],
            "mlp": ["다층 퍼셉트론", "사이에 활성화 함수가 있을 때 그렇다."],
            "none": [
                "둘 다 아니다. 학습하는 가중치가 없다.",
                "완전 연결층이 하나도 없을 때 그렇다.",
            ],
        },
        "reason": "은닉층과 활성화 함수가 있어야 다층 퍼셉트론이다.",
    },
    "en": {
        "question": "After flattening come the layers `{{layers}}`. What are they?",
        "hints": [
            "Look for two fully connected layers with an activation function between them.",
            "Without an activation function, any number of such layers equals one.",
        ],
        "claims": {
            "linear": [
                "a linear classifier",
                "True without an activation function between fully connected layers.",
            ],
            "mlp": [
                "a multilayer perceptron",
                "True with an activation function between them.",
            ],
            "none": [
                "neither: there are no weights to learn",
                "True without any fully connected layer.",
            ],
        },
        "reason": "A multilayer perceptron has a hidden layer and an activation function.",
    },
}
LAYERS = [
    "Linear(64, 10)",
    "Linear(64, 32), Linear(32, 10)",
    "Linear(64, 10), Softmax(1)",
    "Linear(64, 32), ReLU(), Linear(32, 10)",
    "Linear(64, 32), Tanh(), Linear(32, 10)",
    "Softmax(1)",
    "Dropout(), Linear(64, 10)",
    "ReLU(), Linear(64, 10)",
    "Linear(64, 128), ReLU(), Dropout(), Linear(128, 10)",
    "ReLU(), Softmax(1)",
]


def draw(rng):
    width = rng.choice([64, 128, 256, 512])
    return {"layers": LAYERS[rng.integers(len(LAYERS))].replace("64", str(width))}


def truth(layers):
    names = [part.partition("(")[0] for part in layers.split(", ") if "(" in part]
    dense = [i for i, name in enumerate(names) if name == "Linear"]
    bends = [i for i, name in enumerate(names) if name in ("ReLU", "Tanh")]
    bent = any(dense[0] < i < dense[-1] for i in bends) if dense else False
    return {"linear": bool(dense) and not bent, "mlp": bent, "none": not dense}


def check(layers):
    first, *rest = layers.split("Linear(")
    if not rest:
        return "none"
    between = "".join(rest[:-1])
    return "mlp" if "ReLU" in between or "Tanh" in between else "linear"
