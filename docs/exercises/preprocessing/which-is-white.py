"""What was done to data, by the covariance matrix that they have now."""

import numpy as np

KIND = "choice"
WORDS = {
    "ko": {
        "question": "어떤 데이터의 공분산 행렬에서 첫 행이 ({{a}}, {{c}}), 둘째 행이 "
        "({{c}}, {{b}})이다. 이 데이터를 가장 잘 설명하는 것은?",
        "hints": [
            "대각선에는 분산, 대각선 밖에는 공분산이 있다.",
            "상관이 없는지, 분산이 1인지를 따로 본다.",
        ],
        "claims": {
            "white": ["백색화되어 있다.", "단위행렬일 때 그렇다."],
            "scaled": [
                "분산만 1이고, 상관이 있다.",
                "대각선은 1인데 대각선 밖이 0이 아닐 때 그렇다.",
            ],
            "turned": [
                "상관만 없고, 분산은 1이 아니다.",
                "대각선 밖은 0인데 대각선이 1이 아닐 때 그렇다.",
            ],
            "raw": [
                "상관도 있고, 분산도 1이 아니다.",
                "대각선도 1이 아니고 대각선 밖도 0이 아닐 때 그렇다.",
            ],
        },
        "reason": "상관까지 없고 분산이 1이어야 백색화된 것이다. "
        "상관만 없앤 것은 주성분의 좌표, 분산만 맞춘 것은 표준화한 값이다.",
    },
    "en": {
        "question": "The covariance matrix of some data has the rows ({{a}}, {{c}}) and "
        "({{c}}, {{b}}). Which describes the data best?",
        "hints": [
            "Variances stand on the diagonal, covariances beside it.",
            "Ask for correlation and for variances of 1 one after the other.",
        ],
        "claims": {
            "white": ["They are white.", "This is so for the identity matrix."],
            "scaled": [
                "Only their variances are 1; they are correlated.",
                "This is so if the diagonal is 1 and what is beside it is not 0.",
            ],
            "turned": [
                "Only their correlation is gone; the variances are not 1.",
                "This is so if the diagonal is not 1 and what is beside it is 0.",
            ],
            "raw": [
                "They are correlated, and the variances are not 1.",
                "This is so if the diagonal is not 1 and what is beside it is not 0.",
            ],
        },
        "reason": "White data have no correlation and variances of 1. Coordinates along "
        "components have the first alone, standardised data the second alone.",
    },
}


def draw(rng):
    a, b = rng.integers(2, 12, size=2) if rng.integers(2) else (1, 1)
    c = round(0.1 * int(rng.integers(-9, 10)), 1) if rng.integers(2) else 0
    return {"a": a, "b": b, "c": c}


def truth(a, b, c):
    C = np.array([[a, c], [c, b]])
    white, diagonal = np.allclose(C, np.eye(2)), np.allclose(C, np.diag(np.diag(C)))
    ones = np.allclose(np.diag(C), 1)
    return {
        "white": white,
        "scaled": ones and not diagonal,
        "turned": diagonal and not ones,
        "raw": not ones and not diagonal,
    }


def check(a, b, c):
    if c == 0:
        return "white" if a == b == 1 else "turned"
    return "scaled" if a == b == 1 else "raw"
