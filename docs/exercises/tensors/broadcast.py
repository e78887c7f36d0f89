"""The shape of a sum of two tensors of different shapes."""

import numpy as np

KIND = "choice"
WORDS = {
    "ko": {
        "question": "모양이 ({{m}}, {{n}})인 텐서에 모양이 {{other}}인 텐서를 더한다. "
        "결과는?",
        "hints": [
            "축의 수가 다르면 적은 쪽의 모양 앞에 1을 붙인다.",
            "축마다 길이를 견준다. 같거나, 둘 가운데 하나가 1이어야 한다.",
        ],
        "claims": {
            "same": ["모양이 ({{m}}, {{n}})인 텐서", "규칙대로 축마다 길이를 맞춰 본다."],
            "square": [
                "모양이 ({{m}}, {{m}})인 텐서",
                "첫 축은 {{m}}, 둘째 축도 {{m}}일 수 있는지 본다.",
            ],
            "error": [
                "모양을 맞출 수 없어 오류가 난다.",
                "길이가 1인 축은 되풀이할 수 있다.",
            ],
        },
        "reason": "필요하면 앞에 1을 붙인다. "
        "맞출 두 모양은 ({{m}}, {{n}}), {{padded}}이다.",
    },
    "en": {
        "question": "A tensor of shape {{other}} is added to one of shape ({{m}}, {{n}}). "
        "What comes out?",
        "hints": [
            "If the numbers of axes differ, put 1 in front of the shape that has fewer.",
            "Compare the lengths axis by axis. They must be equal, or one of them 1.",
        ],
        "claims": {
            "same": ["A tensor of shape ({{m}}, {{n}})", "Fit the lengths axis by axis."],
            "square": ["A tensor of shape ({{m}}, {{m}})", "Can both axes be {{m}} long?"],
            "error": [
                "An error: the shapes do not fit.",
                "An axis of length 1 is repeated.",
            ],
        },
        "reason": "With 1 in front where it is needed, ({{m}}, {{n}}) meets {{padded}}.",
    },
}


def draw(rng):
    m, n = rng.permutation(range(2, 7))[:2]
    if rng.integers(3) == 0:
        n = 1
    others = [f"({m},)", f"({n},)", f"({m}, 1)", f"(1, {n})"]
    return {"m": m, "n": n, "other": others[rng.integers(4)]}


def lengths(other):
    return tuple(int(part) for part in other.strip("()").split(",") if part.strip())


def steps(m, n, other):
    return {"padded": str((1, *lengths(other))[-2:])}


def truth(m, n, other):
    first, last = (1, *lengths(other))[-2:]
    fits = first in (1, m) and (last in (1, n) or n == 1)
    shape = (m, max(n, last)) if fits else None
    return {"same": shape == (m, n), "square": shape == (m, m), "error": not fits}


def check(m, n, other):
    try:
        shape = (np.zeros((m, n)) + np.zeros(lengths(other))).shape
    except ValueError:
        return "error"
    return "same" if shape == (m, n) else "square"
