"""The margin loss of one sample with several classes."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "클래스 1, 2, 3, 4의 점수가 차례로 {{z}}이고 정답은 클래스 {{y}}이다. "
        "`F.multi_margin_loss`의 값은 얼마인가?",
        "hints": [
            "정답의 점수 {{own}}에서 다른 점수를 하나씩 뺀다. "
            "1보다 작으면 모자란 만큼을 적는다.",
            "모자란 만큼은 클래스 순서대로 {{short}}이다. 정답의 자리는 0으로 적었다.",
        ],
        "reason": "모자란 만큼 {{short}}의 합을 클래스의 수 4로 나누면 {{answer}}이다.",
    },
    "en": {
        "question": "The scores of classes 1, 2, 3 and 4 are {{z}}, and the truth is class "
        "{{y}}. What is the value of `F.multi_margin_loss`?",
        "hints": [
            "Subtract each other score from the score of the truth, {{own}}. If the "
            "result is below 1, write down what is missing.",
            "What is missing is, class by class, {{short}}, with a 0 for the truth.",
        ],
        "reason": "Add up {{short}} and divide by the 4 classes: {{answer}}.",
    },
}
CODE = """
from dlnotes.losses import multi_margin_loss

z, y = [[{{z}}]], [{{y}} - 1]  # Python counts from 0
print(round(float(multi_margin_loss(z, y)), 4))
"""


def draw(rng):
    z = [float(x) for x in rng.choice(11, 4, replace=False) / 2]
    return {"z": z, "y": rng.integers(1, 5)}


def steps(z, y):
    own = z[y - 1]
    short = [max(0.0, 1 - own + other) for other in z]
    short[y - 1] = 0.0
    return {"own": own, "short": short}


def check(z, y):
    import torch
    from torch.nn import functional

    return float(functional.multi_margin_loss(torch.tensor([z]), torch.tensor([y - 1])))
