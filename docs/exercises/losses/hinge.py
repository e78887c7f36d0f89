"""The hinge loss of one score."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "점수가 {{z}}이고 정답 $y$가 {{y}}일 때 힌지 손실은 얼마인가?",
        "hints": [
            "정답 쪽으로 앞선 만큼은 $yz = {{lead}}$이다.",
            "이 수가 1보다 작으면 모자란 만큼이 손실이고, 아니면 손실은 0이다.",
        ],
        "reason": "$\\max(0, 1 - ({{lead}})) = {{answer}}$이다.",
    },
    "en": {
        "question": "The score is {{z}}, and the truth $y$ is {{y}}. "
        "What is the hinge loss?",
        "hints": [
            "The lead in the direction of the truth is $yz = {{lead}}$.",
            "If it is below 1, the loss is what is missing; otherwise it is 0.",
        ],
        "reason": "It is $\\max(0, 1 - ({{lead}})) = {{answer}}$.",
    },
}
CODE = """
from dlnotes.losses import hinge_loss

print(round(float(hinge_loss({{z}}, {{y}})), 4))
"""


def draw(rng):
    return {"z": rng.integers(-30, 31) / 10, "y": int(rng.choice([-1, 1]))}


def steps(z, y):
    return {"lead": y * z}


def check(z, y):
    import torch

    return float(torch.relu(torch.tensor(1 - y * z)))
