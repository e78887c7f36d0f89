"""Which of two stacks of layers sees further."""

from dlnotes.convolution import receptive_field

KIND = "choice"
WORDS = {
    "ko": {
        "question": "신경망 A는 3 × 3 합성곱층 {{a}}개이고, 스트라이드는 첫 층이 {{s}}, "
        "나머지가 1이다. 신경망 B는 {{k}} × {{k}} 합성곱층 {{b}}개이고 스트라이드는 모두 "
        "1이다. 수용 영역은 어느 쪽이 넓은가?",
        "hints": [
            "A는 첫 층까지 3칸이고, 그 뒤로는 층마다 2칸의 {{s}}배씩 넓어진다.",
            "B는 층마다 {{more}}칸씩 넓어진다.",
        ],
        "claims": {
            "first": ["A가 넓다.", "A의 한 변이 더 길 때 그렇다."],
            "second": ["B가 넓다.", "B의 한 변이 더 길 때 그렇다."],
            "equal": ["둘이 같다.", "두 한 변이 같을 때 그렇다."],
        },
        "reason": "A의 한 변은 {{sideA}}, B의 한 변은 {{sideB}}이다.",
    },
    "en": {
        "question": "Network A has {{a}} convolutional layers of 3 × 3, of which the "
        "first has "
        "a stride of {{s}} and the others 1. Network B has {{b}} of {{k}} × {{k}}, all "
        "with a "
        "stride of 1. Which one has the larger receptive field?",
        "hints": [
            "In A the first layer sees 3, and each further one adds 2, times {{s}}.",
            "In B each layer adds {{more}}.",
        ],
        "claims": {
            "first": ["A has.", "True if A has the longer side."],
            "second": ["B has.", "True if B has the longer side."],
            "equal": ["They are equal.", "True if both sides are the same."],
        },
        "reason": "The side of A is {{sideA}} and that of B {{sideB}}.",
    },
}


def sides(a, s, b, k):
    first = receptive_field([(3, s), *[(3, 1)] * (a - 1)])[0]
    return first, receptive_field([(k, 1)] * b)[0]


def draw(rng):
    return {
        "a": rng.integers(2, 6),
        "s": rng.integers(1, 4),
        "b": rng.integers(1, 6),
        "k": rng.choice([3, 5, 7]),
    }


def steps(a, s, b, k):
    first, second = sides(a, s, b, k)
    return {"sideA": first, "sideB": second, "more": k - 1}


def truth(a, s, b, k):
    first, second = sides(a, s, b, k)
    return {"first": first > second, "second": first < second, "equal": first == second}


def check(a, s, b, k):
    gap = 3 + 2 * s * (a - 1) - (1 + b * (k - 1))
    return "equal" if gap == 0 else "first" if gap > 0 else "second"
