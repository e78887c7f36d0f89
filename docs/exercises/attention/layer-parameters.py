"""Parameters of one layer of a Transformer."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "특징이 {{D}}개, 작은 신경망의 은닉 유닛이 {{m}}개인 트랜스포머 층이 "
        "있다. 편향과 층 정규화까지 매개변수는 모두 몇 개인가?",
        "hints": [
            "어텐션에 $4 D^2 + 4 D$ = {{attention}}개가 있다.",
            "작은 신경망에 가중치가 $2 D m$개, 편향이 $m + D$개 있다.",
            "층 정규화 둘에 $4 D$개가 있다.",
        ],
        "reason": "{{attention}} + {{network}} + {{norms}} = {{answer}}개다.",
    },
    "en": {
        "question": "A layer of a Transformer has {{D}} features and {{m}} hidden units in "
        "its small network. How many parameters are there, with biases and norms?",
        "hints": [
            "Attention has $4 D^2 + 4 D$ = {{attention}}.",
            "The small network has $2 D m$ weights and $m + D$ biases.",
            "The two norms have $4 D$.",
        ],
        "reason": "{{attention}} + {{network}} + {{norms}} = {{answer}}.",
    },
}
CODE = """
import torch

layer = torch.nn.TransformerEncoderLayer({{D}}, 2, {{m}})
print(sum(p.numel() for p in layer.parameters()))
"""


def draw(rng):
    D = 2 * int(rng.integers(2, 17))
    return {"D": D, "m": D * int(rng.integers(1, 5))}


def steps(D, m):
    return {"attention": 4 * D * D + 4 * D, "network": 2 * D * m + m + D, "norms": 4 * D}


def check(D, m):
    return 4 * D * D + 2 * D * m + m + 9 * D
