"""The most that some sigmoid layers of one unit can pass back."""

KIND = "number"
TOLERANCE = 0.0002
WORDS = {
    "ko": {
        "question": "층마다 시그모이드 유닛이 하나이고 가중치가 {{w}}인 층을 "
        "{{depth}}개 쌓았다. "
        "거슬러 온 기울기는 아무리 커도 몇 배인가? 소수점 아래 넷째 자리까지 답한다.",
        "hints": [
            "시그모이드의 도함수 값은 가장 커도 1/4이다.",
            "층의 배율은 가장 커도 ${{w}} / 4 = {{factor}}$이다.",
        ],
        "reason": "${{factor}}^{{depth}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "There are {{depth}} layers of one sigmoid unit, with weights of "
        "{{w}}. "
        "By what factor at most does the gradient change on its way back? Give four "
        "decimals.",
        "hints": [
            "The derivative of the sigmoid is at most 1/4.",
            "The factor of a layer is at most ${{w}} / 4 = {{factor}}$.",
        ],
        "reason": "${{factor}}^{{depth}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.autodiff import chain_rule_product

print(round(float(chain_rule_product([{{w}} / 4] * {{depth}})), 4))
"""


def draw(rng):
    return {"depth": rng.integers(2, 6), "w": [1, 2, 3, 5, 6][rng.integers(5)]}


def steps(depth, w):
    return {"factor": w / 4}


def check(depth, w):
    import torch

    z = torch.zeros(1, requires_grad=True)
    total = 1.0
    for _ in range(depth):
        total *= w * torch.autograd.grad(torch.sigmoid(z), z)[0].item()
    return total
