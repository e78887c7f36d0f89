"""The logarithm of a probability that is rounded to 0."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "$\\log \\sigma(z) = -\\log(1 + e^{-z})$이다.",
            "$e^{ {{n}} }$에 1을 더해도 로그는 거의 그대로다.",
        ],
        "reason": "$-\\log(1 + e^{ {{n}} }) \\approx -{{n}}$이다. 시그모이드를 먼저 "
        "구했다면 0으로 반올림되어 로그가 $-\\infty$일 것이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "$\\log \\sigma(z) = -\\log(1 + e^{-z})$.",
            "Adding 1 to $e^{ {{n}} }$ hardly changes its logarithm.",
        ],
        "reason": "$-\\log(1 + e^{ {{n}} }) \\approx -{{n}}$. With the sigmoid first, it "
        "would be rounded to 0, and its logarithm would be $-\\infty$.",
    },
}
CODE = """
from dlnotes.activations import log_sigmoid

print(round(float(log_sigmoid(-{{n}})), 2))
"""


def draw(rng):
    return {"n": 50 * rng.integers(16, 60)}


def check(n):
    import torch

    exact = torch.nn.functional.logsigmoid(torch.tensor(-n, dtype=torch.float64))
    return str(round(exact.item(), 2))
