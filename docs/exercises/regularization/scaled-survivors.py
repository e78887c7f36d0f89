"""What dropout makes of four activations under a given mask."""

import numpy as np

KIND = "prints"
WORDS = {
    "ko": {
        "question": "마스크를 정해 두고 드롭아웃의 식을 적은 코드다. 무엇을 출력하는가?",
        "hints": [
            "마스크가 0인 곳은 0이 된다.",
            "남은 값은 $1 - p$로 나눈다. $1 - {{p}} = {{keep}}$이다.",
        ],
        "reason": "남은 값마다 {{factor}}배가 된다.",
    },
    "en": {
        "question": "This code is the formula of dropout with a given mask. What does it "
        "print?",
        "hints": [
            "Where the mask is 0, the result is 0.",
            "The values that are kept are divided by $1 - {{p}} = {{keep}}$.",
        ],
        "reason": "Each value that is kept is multiplied by {{factor}}.",
    },
}
CODE = """
import numpy as np

h, mask, p = np.array([{{h}}]), np.array([{{mask}}]), {{p}}
print((h * mask / (1 - p)).astype(int).tolist())
"""


def draw(rng):
    p = float(rng.choice([0.5, 0.75]))
    mask = rng.permutation([0, 1, 1, int(rng.integers(2))])
    return {"h": rng.integers(1, 10, size=4), "mask": mask, "p": p}


def steps(h, mask, p):
    return {"keep": 1 - p, "factor": round(1 / (1 - p))}


def check(h, mask, p):
    import torch

    x = torch.tensor(np.array(h), dtype=torch.float64)
    kept = torch.tensor(np.array(mask) == 1)
    scale = 1 / (1 - p)
    return str([int(v) for v in torch.ops.aten.native_dropout_backward(x, kept, scale)])
