"""Parameters of multi-head attention, and the features of one head."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "특징이 {{D}}개이고 헤드가 {{heads}}개인 멀티 헤드 어텐션이 있다. "
        "질의, 키, 값, 출력의 가중치와 편향을 모두 세면 매개변수는 몇 개인가?",
        "hints": [
            "헤드를 몇 개로 나누든 가중치 행렬의 크기는 같다. "
            "헤드 하나의 특징은 {{each}}개다.",
            "$D \\times D$ 행렬이 넷, 편향이 $D$개씩 넷이다.",
        ],
        "reason": "$4 D^2 + 4 D$ = {{answer}}개다.",
    },
    "en": {
        "question": "Multi-head attention has {{D}} features and {{heads}} heads. How many "
        "parameters are there in the weights and biases of queries, keys, values and "
        "output?",
        "hints": [
            "The weight matrices have the same size for any number of heads. One head has "
            "{{each}} features.",
            "There are four matrices of $D \\times D$, and four times $D$ biases.",
        ],
        "reason": "$4 D^2 + 4 D$ = {{answer}}.",
    },
}
CODE = """
import torch

layer = torch.nn.MultiheadAttention({{D}}, {{heads}})
print(sum(p.numel() for p in layer.parameters()))
"""


def draw(rng):
    heads, each = int(rng.integers(2, 9)), int(rng.integers(2, 17))
    return {"D": heads * each, "heads": heads}


def steps(D, heads):
    return {"each": D // heads}


def check(D, heads):
    return 4 * D * D + 4 * D
