"""What a street and the slack of three houses cost together."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "가중치의 길이가 {{length}}인 길이 있다. 집 세 채의 레이블 $y$는 "
        "차례로 {{y}}이고, 점수 $w \\cdot x + b$는 차례로 {{scores}}이다. "
        "$C = {{c}}$일 때 $L$은 얼마인가?",
        "hints": [
            "집마다 레이블과 점수를 곱하고, 1에서 모자란 만큼을 구한다. 1보다 크면 0이다.",
            "모자란 만큼은 차례로 {{slack}}이고, 길에 매기는 벌금은 {{length}}의 제곱의 "
            "절반인 {{half}}이다.",
        ],
        "reason": "{{half}} + {{c}} × ({{sum}}) = {{answer}}이다.",
    },
    "en": {
        "question": "The weights of a street have the length {{length}}. Three houses have "
        "the labels $y$ of {{y}} and the scores $w \\cdot x + b$ of {{scores}}, in this "
        "order. What is $L$ for $C = {{c}}$?",
        "hints": [
            "For each house, multiply label and score, and see how much is missing to 1. "
            "It is 0 for a product above 1.",
            "The slacks are {{slack}}, in this order, and the fine for the street is half "
            "of the square of {{length}}, which is {{half}}.",
        ],
        "reason": "{{half}} + {{c}} × ({{sum}}) = {{answer}}.",
    },
}
CODE = """
import numpy as np

y, scores = np.array([{{y}}]), np.array([{{scores}}])
slack = np.maximum(0, 1 - y * scores)
print(round({{length}}**2 / 2 + {{c}} * slack.sum(), 4))
"""


def draw(rng):
    return {
        "length": rng.integers(1, 11) / 5,
        "y": rng.choice([-1, 1], 3).tolist(),
        "scores": (rng.choice([-1, 1], 3) * rng.integers(1, 16, 3) / 5).tolist(),
        "c": [0.1, 0.5, 1, 2, 10][rng.integers(5)],
    }


def steps(length, y, scores, c):
    slack = [round(max(0, 1 - a * b), 4) for a, b in zip(y, scores, strict=True)]
    return {
        "slack": slack,
        "sum": " + ".join(f"{xi:g}" for xi in slack),
        "half": round(length**2 / 2, 4),
    }


def check(length, y, scores, c):
    """With PyTorch's loss, whose name means something else than a hinge here."""
    import torch

    ahead = torch.tensor(y) * torch.tensor(scores, dtype=torch.float64)
    return length * length / 2 + c * float(torch.clamp(1 - ahead, min=0).sum())
