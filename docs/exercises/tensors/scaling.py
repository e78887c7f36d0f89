"""A diagonal matrix to the left or to the right of another."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "대각행렬을 왼쪽에 곱하면 행이, 오른쪽에 곱하면 열이 몇 배가 된다.",
            "여기서는 {{product}}이므로, 몇 배가 되는 것이 행인지 열인지 먼저 정한다. "
            "배수는 차례로 {{d}}이다.",
        ],
        "reason": "`diag`의 자리가 왼쪽이면 첫째 행과 둘째 행이, 오른쪽이면 첫째 열과 "
        "둘째 열이 차례로 {{d}}배가 된다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "A diagonal matrix to the left multiplies rows, to the right columns.",
            "Here it is {{product}}, so first say whether rows or columns are multiplied. "
            "The factors are {{d}}.",
        ],
        "reason": "With `diag` to the left, the first and second rows are multiplied by "
        "{{d}}; with `diag` to the right, the first and second columns.",
    },
}
CODE = """
import numpy as np
from dlnotes.tensors import diag

A, D = np.array([[{{first}}], [{{second}}]]), diag([{{d}}])
print(({{product}}).astype(int).tolist())
"""


def draw(rng):
    first, second = rng.integers(1, 6, size=(2, 2))
    d = rng.permutation([-1, 0, 2, 3, 10])[:2]
    product = ["D @ A", "A @ D"][rng.integers(2)]
    return {"first": first, "second": second, "d": d, "product": product}


def check(first, second, d, product):
    rows = [first, second]
    by_row = product == "D @ A"
    return str([[rows[i][j] * d[i if by_row else j] for j in (0, 1)] for i in (0, 1)])
