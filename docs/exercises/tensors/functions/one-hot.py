"""Labels as rows with a single one, also for a class that no label names."""

ANSWER = "dlnotes.tensors.one_hot(y, num_classes)"
TOLERANCE = 1e-9
EXAMPLE = ([2, 0], 3)
WORDS = {
    "ko": {
        "doc": "정답 번호를 원-핫 행으로 바꾼다.",
        "question": "`y`는 정답 번호가 든 배열이고 `num_classes`는 클래스의 수다. "
        "샘플마다 행이 하나, 클래스마다 열이 하나인 배열을 돌려준다. 정답의 자리는 1.0, "
        "나머지는 0.0이다.",
        "hints": [
            "먼저 `np.zeros`로 0만 든 배열을 만든다. 행은 `len(y)`개, 열은 "
            "`num_classes`개다.",
            "행 번호와 열 번호의 배열을 함께 주면 행마다 한 칸씩 고른다. 행 번호는 "
            "`np.arange(len(y))`, 열 번호는 `y`다.",
        ],
        "reason": "열의 수는 `y`에 나온 번호가 아니라 `num_classes`가 정한다. 마지막 "
        "클래스가 `y`에 한 번도 나오지 않을 수 있다.",
    },
    "en": {
        "doc": "Labels as one-hot rows.",
        "question": "`y` is an array of labels and `num_classes` the number of classes. "
        "Return an array with a row for each sample and a column for each class: 1.0 at "
        "the label, 0.0 elsewhere.",
        "hints": [
            "Begin with zeros from `np.zeros`: `len(y)` rows and `num_classes` columns.",
            "An array of row numbers and one of column numbers together pick one cell of "
            "each row: `np.arange(len(y))` and `y`.",
        ],
        "reason": "The number of columns comes from `num_classes`, not from the numbers "
        "that occur in `y`: the last class may be missing there.",
    },
}
SOLUTION = """
import numpy as np


def one_hot(y, num_classes):
    rows = np.zeros((len(y), num_classes))
    rows[np.arange(len(y)), y] = 1
    return rows
"""
WRONG = {
    "whole columns": ("[np.arange(len(y)), y]", "[:, y]", "y = [2, 0], num_classes = 3"),
    "classes that occur": ("num_classes))", "y.max() + 1))", "y = [0, 0], num_classes = 3"),
    "whole numbers": ("classes))", "classes), int)", "y = [2, 0], num_classes = 3"),
}


def cases(rng):
    yield [0, 0], 3
    yield [0], 1
    yield [3, 3, 1, 0], 4
    yield rng.integers(0, 5, 6), 5
