"""In how many windows a pixel lies."""

import numpy as np

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "픽셀 {{n}}개가 한 줄로 있고, 여기에 세 칸짜리 필터를 댄다. "
        "스트라이드는 {{s}}, 패딩은 {{p}}이다. "
        "왼쪽부터 1번, 2번으로 셀 때 {{place}}번 픽셀은 몇 개의 창에 들어 있는가?",
        "hints": [
            "창이 시작하는 자리는 왼쪽부터 {{starts}}이다. 첫 픽셀이 1이고, 0과 음수는 "
            "덧댄 칸이다.",
            "창은 시작하는 자리부터 세 칸이다. 그 가운데 이 픽셀이 있는 창을 센다.",
        ],
        "reason": "이 픽셀이 든 창은 {{answer}}개다.",
    },
    "en": {
        "question": "There are {{n}} pixels in a row, and a filter of three cells is put "
        "on "
        "them with a stride of {{s}} and a padding of {{p}}. In how many windows does "
        "pixel "
        "number {{place}} lie, counted from 1?",
        "hints": [
            "Windows start at {{starts}}, where 1 is the first pixel, and 0 or less a cell "
            "that was added.",
            "A window has three cells from its start on. Count those with the pixel.",
        ],
        "reason": "The number of windows with this pixel is {{answer}}.",
    },
}
CODE = """
import numpy as np
from dlnotes.convolution import conv2d, conv2d_backward

x, w = np.zeros((1, 1, 1, {{n}})), np.ones((1, 1, 1, 3))
options = {"stride": (1, {{s}}), "padding": (0, {{p}})}
dx, _, _ = conv2d_backward(np.ones_like(conv2d(x, w, **options)), x, w, **options)
print(int(dx[0, 0, 0, {{place}} - 1]))
"""


def draw(rng):
    n = rng.integers(6, 10)
    return {
        "n": n,
        "s": rng.integers(1, 4),
        "p": rng.integers(0, 2),
        "place": rng.integers(1, n + 1),
    }


def steps(n, s, p, place):
    return {"starts": list(range(1 - p, n + p - 1, s))}


def check(n, s, p, place):
    starts = np.arange(-p, n + p - 2, s)
    return sum(start <= place - 1 < start + 3 for start in starts)
