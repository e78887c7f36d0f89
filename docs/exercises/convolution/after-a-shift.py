"""What max pooling makes of a row that is moved by some cells."""

import numpy as np

from dlnotes.convolution import max_pool2d

KIND = "choice"
WORDS = {
    "ko": {
        "question": "0뿐인 줄의 {{place}}번 칸에만 9가 있다. 번호는 0부터 센다. "
        "오른쪽으로 {{shift}}칸 밀면, "
        "길이 {{k}}의 창으로 최대 풀링한 결과는 어떻게 되는가?",
        "hints": [
            "창은 0번 칸부터 {{k}}칸씩 끊긴다.",
            "9가 들어 있던 창과, 밀고 난 뒤 들어 있는 창의 번호를 견준다.",
        ],
        "claims": {
            "same": ["그대로다.", "같은 창 안에서 옮겨 갔을 때 그렇다."],
            "one": ["한 칸 옮겨 간다.", "바로 다음 창으로 갔을 때 그렇다."],
            "more": ["두 칸 이상 옮겨 간다.", "창 하나를 통째로 건너뛰었을 때 그렇다."],
        },
        "reason": "9는 {{before}}번 창에서 {{after}}번 창으로 갔다.",
    },
    "en": {
        "question": "In a row of zeros cell {{place}} holds a 9, counted from 0. The row "
        "moves right by {{shift}}. How does the result of max pooling with windows of "
        "length {{k}} change?",
        "hints": [
            "A new window begins every {{k}} cells, from cell 0 on.",
            "Compare the number of the window with the 9 before and after the shift.",
        ],
        "claims": {
            "same": ["It stays as it is.", "True within one window."],
            "one": ["It moves by one.", "True if the 9 comes to the next window."],
            "more": [
                "It moves by two or more.",
                "True if the 9 passes a whole window.",
            ],
        },
        "reason": "The 9 came from window {{before}} to window {{after}}.",
    },
}


def draw(rng):
    k = int(rng.choice([2, 3, 4]))
    return {"place": rng.integers(0, 2 * k), "shift": rng.integers(1, 2 * k), "k": k}


def steps(place, shift, k):
    return {"before": place // k, "after": (place + shift) // k}


def truth(place, shift, k):
    row = np.zeros((2, 1, 1, 12 * k))
    row[[0, 1], 0, 0, [place, place + shift]] = 9
    before, after = max_pool2d(row, (1, k))[0].argmax(axis=3).ravel()
    return {
        "same": after == before,
        "one": after == before + 1,
        "more": after > before + 1,
    }


def check(place, shift, k):
    return ["same", "one", "more", "more"][(place % k + shift) // k]
