"""The confusion matrix of a few samples."""

import numpy as np

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "확률이 {{tau}} 이상인 샘플이 양성 판정을 받는다. 모두 {{called}}개다.",
            "첫 행은 클래스 0이다. 음성이라고 한 것을 먼저, 양성이라고 한 것을 다음에 "
            "적는다.",
        ],
        "reason": "참 양성 {{tp}}개, 거짓 양성 {{fp}}개, 거짓 음성 {{fn}}개, "
        "참 음성 {{tn}}개다. 행은 실제 클래스, 열은 판정이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "Samples with a probability of at least {{tau}} are called positive. Their "
            "number is {{called}}.",
            "The first row is class 0: first those called negative, then those called "
            "positive.",
        ],
        "reason": "True positives: {{tp}}, false positives: {{fp}}, false negatives: "
        "{{fn}}, true negatives: {{tn}}. Rows are true classes, columns are decisions.",
    },
}
CODE = """
import numpy as np
from dlnotes.linear import confusion_matrix

q = np.array([{{q}}])
y = np.array([{{y}}])
y_hat = (q >= {{tau}}).astype(int)
print(confusion_matrix(y, y_hat).tolist())
"""


def draw(rng):
    q = rng.choice(np.arange(5, 100, 10), 7, replace=False) / 100
    y = rng.permutation([1, 1, 1, 0, 0, 0, int(rng.integers(2))])
    return {"q": q, "y": y, "tau": [0.3, 0.4, 0.6, 0.7][rng.integers(4)]}


def steps(q, y, tau):
    cells = [(int(p >= tau), label) for p, label in zip(q, y, strict=True)]
    counts = {
        "tp": cells.count((1, 1)),
        "fp": cells.count((1, 0)),
        "fn": cells.count((0, 1)),
        "tn": cells.count((0, 0)),
    }
    return counts | {"called": counts["tp"] + counts["fp"]}


def check(q, y, tau):
    from sklearn.metrics import confusion_matrix

    return str(confusion_matrix(y, np.array(q) >= tau).tolist())
