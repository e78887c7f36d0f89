"""How many samples a model is trained on in the first of k folds."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "샘플이 {{n}}개이고 폴드가 {{k}}개다. 첫 폴드를 숨기면 몇 개로 "
        "훈련하는가?",
        "hints": [
            "{{n}} 나누기 {{k}}의 몫은 {{quotient}}, 나머지는 {{rest}}이다.",
            "나머지가 있으면 앞쪽 폴드에 하나씩 더 넣는다. 첫 폴드의 크기를 먼저 구한다.",
        ],
        "reason": "첫 폴드에 {{first}}개가 들어가고, 나머지 ${{n}} - {{first}} = "
        "{{answer}}$개로 "
        "훈련한다.",
    },
    "en": {
        "question": "There are {{n}} samples and {{k}} folds. When the first fold is held "
        "back, how many samples are trained on?",
        "hints": [
            "{{n}} divided by {{k}} is {{quotient}}, and {{rest}} are left over.",
            "Those left over go to the first folds, one each. Find the size of the first "
            "fold.",
        ],
        "reason": "The first fold has {{first}} samples, which leaves "
        "${{n}} - {{first}} = {{answer}}$ to train on.",
    },
}
CODE = """
from dlnotes.regularization import k_fold

train, _ = k_fold({{n}}, {{k}}, rng=None)[0]
print(len(train))
"""


def draw(rng):
    return {"n": rng.integers(11, 60), "k": rng.integers(3, 11)}


def steps(n, k):
    return {"quotient": n // k, "rest": n % k, "first": -(-n // k)}


def check(n, k):
    return n - -(-n // k)
