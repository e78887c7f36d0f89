"""Whose validation accuracy is inflated more by choosing the best."""

from dlnotes.regularization import expected_best_accuracy

KIND = "choice"
WORDS = {
    "ko": {
        "question": "두 사람이 동전을 던져 답하는 모델 가운데 검증 정확도가 가장 높은 "
        "것을 골랐다. "
        "A는 모델 {{many}}개 가운데 검증 샘플 {{n}}개로, B는 모델 {{few}}개 가운데 검증 "
        "샘플 {{m}}개로 골랐다. 누구의 점수가 더 부풀었을까?",
        "hints": [
            "동전의 실력은 0.5이므로, 0.5를 넘는 몫은 모두 운이다.",
            "후보가 많을수록, 검증 샘플이 적을수록 운이 크다.",
        ],
        "claims": {
            "a": ["A의 점수", "후보의 수와 검증 샘플의 수를 함께 본다."],
            "b": ["B의 점수", "후보의 수와 검증 샘플의 수를 함께 본다."],
        },
        "reason": "고른 점수의 기댓값은 A가 {{first}}, B가 {{second}}이다.",
    },
    "en": {
        "question": "Two people chose, among models that flip coins, the one with the best "
        "validation accuracy: A among {{many}} models with {{n}} validation samples, B "
        "among "
        "{{few}} models with {{m}} validation samples. Whose score is inflated more?",
        "hints": [
            "Coins have an accuracy of 0.5, so all above 0.5 is luck.",
            "Luck grows with the number of candidates, and shrinks with the number of "
            "validation samples.",
        ],
        "claims": {
            "a": ["A's", "Look at both numbers: candidates and validation samples."],
            "b": ["B's", "Look at both numbers: candidates and validation samples."],
        },
        "reason": "The score to expect of the chosen one is {{first}} for A and {{second}} "
        "for B.",
    },
}
CODE = """
from dlnotes.regularization import expected_best_accuracy

print("A:", round(expected_best_accuracy({{n}}, {{many}}), 3))
print("B:", round(expected_best_accuracy({{m}}, {{few}}), 3))
"""


def draw(rng):
    """One number is the same for both."""
    n, candidates = int(rng.choice([50, 100, 200])), int(rng.choice([10, 20, 50]))
    if rng.integers(2):
        few, m = candidates, n
        many = candidates * int(rng.choice([5, 10])) if rng.integers(2) else candidates // 5
    else:
        few = many = candidates
        m = n * int(rng.choice([5, 10])) if rng.integers(2) else n // 5
    return {"many": many, "n": n, "few": few, "m": m}


def steps(many, n, few, m):
    return {
        "first": round(expected_best_accuracy(n, many), 3),
        "second": round(expected_best_accuracy(m, few), 3),
    }


def truth(many, n, few, m):
    first = expected_best_accuracy(n, many) > expected_best_accuracy(m, few)
    return {"a": first, "b": not first}


def check(many, n, few, m):
    return "a" if many > few or n < m else "b"
