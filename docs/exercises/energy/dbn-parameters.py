"""The number of weights and biases of a deep belief network."""

KIND = "number"
TOLERANCE = 0.5
WORDS = {
    "ko": {
        "question": "가시 유닛이 {{n0}}개이고, 그 위로 유닛이 {{n1}}개와 {{n2}}개인 두 "
        "층을 쌓은 심층 신뢰 신경망이 있다. 편향은 유닛마다 하나씩이다. 가중치와 편향은 "
        "모두 몇 개인가?",
        "hints": [
            "이웃한 두 층의 유닛은 모두 서로 이어져 있다.",
            "가중치는 {{low}}개와 {{high}}개이고, 편향은 유닛의 수만큼이다.",
        ],
        "reason": "가중치가 {{low}} + {{high}}개, 편향이 {{units}}개이므로 모두 "
        "{{answer}}개다.",
    },
    "en": {
        "question": "A deep belief network has {{n0}} visible units and two layers of "
        "{{n1}} and {{n2}} units above them. How many weights and biases are there "
        "together, with one bias for each unit?",
        "hints": [
            "Each unit is joined to all units of the next layer.",
            "There are {{low}} and {{high}} weights, and as many biases as units.",
        ],
        "reason": "With {{low}} + {{high}} weights and {{units}} biases it is {{answer}}.",
    },
}
CODE = """
n0, n1, n2 = {{n0}}, {{n1}}, {{n2}}
print(n0 * n1 + n1 * n2 + n0 + n1 + n2)
"""


def draw(rng):
    n0, n1, n2 = (int(rng.integers(*ends)) for ends in [(20, 70), (10, 40), (5, 20)])
    return {"n0": n0, "n1": n1, "n2": n2}


def steps(n0, n1, n2):
    return {"low": n0 * n1, "high": n1 * n2, "units": n0 + n1 + n2}


def check(n0, n1, n2):
    """A unit in the middle has a bias, and a weight for each unit above and below."""
    return n1 * (1 + n0 + n2) + n0 + n2
