"""The `p` of PyTorch for a setting of the paper."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "드롭아웃의 논문을 따라 $p = {{paper}}$인 은닉층을 PyTorch로 옮긴다. "
        "`torch.nn.Dropout`은 훈련할 때 남은 값을 몇 배로 키우는가?",
        "hints": [
            "논문의 $p$는 남길 확률이다. PyTorch의 `p`는 가릴 확률이다.",
            "PyTorch에 줄 `p`는 {{p}}이다. 남은 값은 $1 - p$로 나눈다.",
        ],
        "reason": "`p`는 $1 - {{paper}} = {{p}}$이고, $1 / (1 - {{p}}) \\approx "
        "{{answer}}$배다.",
    },
    "en": {
        "question": "Following the paper on dropout, a hidden layer with $p = {{paper}}$ "
        "is carried over to PyTorch. By how much does `torch.nn.Dropout` multiply the "
        "values that it keeps in training?",
        "hints": [
            "The paper's $p$ is the probability to keep; PyTorch's is that to drop.",
            "PyTorch needs {{p}}. The values that are kept are divided by $1 - p$.",
        ],
        "reason": "`p` is $1 - {{paper}} = {{p}}$, and the factor "
        "$1 / (1 - {{p}}) \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.regularization import dropout_backward

p = 1 - {{paper}}
print(round(float(dropout_backward([1.0], [True], p)[0]), 4))
"""


def draw(rng):
    return {"paper": int(rng.integers(20, 96)) / 100}


def steps(paper):
    return {"p": round(1 - paper, 2)}


def check(paper):
    return 1 / paper
