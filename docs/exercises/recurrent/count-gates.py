"""The number of parameters of a recurrent layer."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "PyTorch에서 입력의 특징이 {{D}}개, 유닛이 {{H}}개인 {{name}} 층 "
        "하나의 매개변수는 모두 몇 개인가?",
        "hints": [
            "덩어리 하나에는 $H \\times D$ 행렬, $H \\times H$ 행렬, 길이 $H$인 편향 둘이 "
            "있다.",
            "덩어리 하나의 매개변수는 {{block}}개다. 덩어리는 RNN이 하나, GRU가 셋, "
            "LSTM이 넷이다.",
        ],
        "reason": "${{blocks}} \\times {{block}} = {{answer}}$개다.",
    },
    "en": {
        "question": "How many parameters does one {{name}} layer of PyTorch have, with "
        "{{D}} features and {{H}} units?",
        "hints": [
            "A block has an $H \\times D$ matrix, an $H \\times H$ matrix, and two biases "
            "of length $H$.",
            "A block has {{block}} parameters. An RNN has one block, a GRU three, an LSTM "
            "four.",
        ],
        "reason": "They are ${{blocks}} \\times {{block}} = {{answer}}$.",
    },
}
CODE = """
blocks = {"RNN": 1, "GRU": 3, "LSTM": 4}["{{name}}"]
D, H = {{D}}, {{H}}
print(blocks * (H * D + H * H + 2 * H))
"""
BLOCKS = {"RNN": 1, "GRU": 3, "LSTM": 4}


def draw(rng):
    return {
        "name": ["RNN", "GRU", "LSTM"][rng.integers(3)],
        "D": rng.integers(2, 21),
        "H": rng.integers(2, 21),
    }


def steps(name, D, H):
    return {"blocks": BLOCKS[name], "block": H * (D + H + 2)}


def check(name, D, H):
    import torch

    layer = getattr(torch.nn, name)(D, H)
    return sum(p.numel() for p in layer.parameters())
