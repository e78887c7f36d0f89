"""How gradient descent moves in a bowl, from the curvature and the learning rate."""

from dlnotes.optimizers import gradient_descent

KIND = "choice"
WORDS = {
    "ko": {
        "question": "곡률이 {{lam}}인 그릇에서 바닥이 아닌 곳에서 출발한다. 학습률은 "
        "{{lr}}이다. 경사 하강법은 어떻게 움직이는가?",
        "hints": [
            "걸음마다 바닥까지 거리에 $1 - \\eta\\lambda$를 곱한다.",
            "여기서 곱하는 수는 {{factor}}이다.",
        ],
        "claims": {
            "straight": ["한쪽에서 곧장 다가간다.", "곱하는 수가 0과 1 사이여야 한다."],
            "sides": ["양쪽을 오가며 다가간다.", "곱하는 수가 −1과 0 사이여야 한다."],
            "forever": ["거리가 그대로인 채 양쪽을 오간다.", "곱하는 수가 −1이어야 한다."],
            "away": ["양쪽을 오가며 멀어진다.", "곱하는 수가 −1보다 작아야 한다."],
        },
        "reason": "곱하는 수는 $1 - {{lr}} \\times {{lam}} = {{factor}}$이다.",
    },
    "en": {
        "question": "In a bowl of curvature {{lam}}, start anywhere but at the bottom, "
        "with the learning rate {{lr}}. How does gradient descent move?",
        "hints": [
            "Every step multiplies the distance from the bottom by $1 - \\eta\\lambda$.",
            "Here this factor is {{factor}}.",
        ],
        "claims": {
            "straight": [
                "Straight towards the bottom, on one side.",
                "The factor would have to be between 0 and 1.",
            ],
            "sides": [
                "From side to side, closer and closer.",
                "The factor would have to be between −1 and 0.",
            ],
            "forever": [
                "From side to side, at the same distance.",
                "The factor would have to be −1.",
            ],
            "away": [
                "From side to side, further and further away.",
                "The factor would have to be below −1.",
            ],
        },
        "reason": "The factor is $1 - {{lr}} \\times {{lam}} = {{factor}}$.",
    },
}


def draw(rng):
    lam = [2, 4, 5, 8, 10][rng.integers(5)]
    return {"lam": lam, "lr": [0.4, 1.5, 1.8, 2, 2.5][rng.integers(5)] / lam}


def steps(lam, lr):
    return {"factor": 1 - lr * lam}


def truth(lam, lr):
    factor = round(1 - lr * lam, 9)
    return {
        "straight": 0 < factor < 1,
        "sides": -1 < factor < 0,
        "forever": factor == -1,
        "away": factor < -1,
    }


def check(lam, lr):
    _, once, twice = gradient_descent(lambda x: lam * x, 1.0, lr=lr, steps=2).round(6)
    if once > 0:
        return "straight"
    return "forever" if twice == 1 else "away" if twice > 1 else "sides"
