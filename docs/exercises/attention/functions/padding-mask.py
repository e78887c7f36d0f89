"""The mask of texts of different lengths, one of them empty."""

ANSWER = "dlnotes.attention.padding_mask(lengths, T)"
TOLERANCE = 1e-9
EXAMPLE = ([2, 3], 3)
WORDS = {
    "ko": {
        "doc": "글마다 볼 수 있는 자리가 참인 마스크를 만든다.",
        "question": "`lengths`는 배치에 든 글의 길이 (N,)이고, 글은 모두 뒤를 채워 길이가 "
        "`T`다. 모양이 (N, 1, T)이고 글이 있는 자리는 `True`, 채운 자리는 `False`인 "
        "배열을 돌려준다.",
        "hints": [
            "자리의 번호는 `np.arange(T)`이고 0부터 센다. 길이가 2인 글에는 0번과 1번이 "
            "있다.",
            "`lengths[:, None, None]`의 모양은 (N, 1, 1)이다. 번호와 비교하면 "
            "브로드캐스팅된다.",
        ],
        "reason": "비교의 결과가 이미 참과 거짓이므로 더 할 일이 없다. 가운데의 축 1은 "
        "질의의 축이다. 어느 질의에나 같은 마스크가 쓰인다.",
    },
    "en": {
        "doc": "A mask that is true where a text has tokens.",
        "question": "`lengths` has the lengths of the texts in a batch (N,); all are "
        "filled up at the end to the length `T`. Return an array of shape (N, 1, T): "
        "`True` where there is text, `False` where it was filled up.",
        "hints": [
            "The places are `np.arange(T)`, counted from 0: a text of length 2 has the "
            "places 0 and 1.",
            "`lengths[:, None, None]` has the shape (N, 1, 1), and broadcasts with the "
            "places in a comparison.",
        ],
        "reason": "A comparison gives true and false, so nothing is left to do. The axis "
        "of 1 in the middle is that of the queries: all of them share one mask.",
    },
}
SOLUTION = """
import numpy as np


def padding_mask(lengths, T):
    return np.arange(T) < lengths[:, None, None]
"""
WRONG = {
    "one place too many": ("<", "<=", "lengths = [2, 3], T = 3"),
    "hidden for seen": ("<", ">=", "lengths = [2, 3], T = 3"),
    "no axis for the queries": ("[:, None, None]", "[:, None]", "lengths = [2, 3], T = 3"),
    "numbers for true and false": (
        "np.arange(T) < lengths[:, None, None]",
        "(np.arange(T) < lengths[:, None, None]) * 1.0",
        "lengths = [2, 3], T = 3",
    ),
    "as long as the longest": (
        "np.arange(T)",
        "np.arange(lengths.max())",
        "lengths = [1], T = 2",
    ),
}


def cases(rng):
    yield [1], 2
    yield [0, 4], 4
    yield rng.integers(0, 6, 3), 5
