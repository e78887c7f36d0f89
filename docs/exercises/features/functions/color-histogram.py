"""Shares of the colours of an image, also of a channel that is exactly 1."""

ANSWER = "dlnotes.features.color_histogram(image, bins=bins)"
TOLERANCE = 1e-9
EXAMPLE = ([[[0.9, 0.1, 0.2], [0.1, 0.3, 0.8]]], 2)
WORDS = {
    "ko": {
        "doc": "빨강, 초록, 파랑을 구간으로 나누어 칸마다 픽셀의 비율을 구한다.",
        "question": "`image`는 0에서 1까지의 수가 든 (H, W, 3) 배열이다. 채널마다 [0, "
        "1]을 길이가 같은 구간 `bins`개로 나누고, 색 상자마다 그 안에 든 픽셀의 비율을 "
        "담은 (bins, bins, bins) 배열을 돌려준다. 마지막 구간은 1을 포함한다.",
        "hints": [
            "수에 `bins`를 곱하고 소수점 아래를 버리면 구간의 번호다.",
            "1은 번호가 `bins`가 되어 배열을 벗어난다. `np.minimum`으로 마지막 구간에 "
            "넣는다.",
        ],
        "reason": "1에 `bins`를 곱하면 `bins`인데 마지막 번호는 하나 작다. 흰 픽셀마다 "
        "있는 일이므로 반드시 다루어야 한다.",
    },
    "en": {
        "doc": "Share of the pixels in each box of red, green and blue.",
        "question": "`image` is an array of shape (H, W, 3) of numbers from 0 to 1. Cut "
        "[0, 1] into `bins` equal intervals for each channel, and return an array of "
        "shape (bins, bins, bins) with the share of the pixels in each box of colours. "
        "The last interval includes 1.",
        "hints": [
            "A number times `bins`, without its fraction, is the number of its interval.",
            "A 1 gets the number `bins`, which is out of the array: `np.minimum` puts it "
            "into the last interval.",
        ],
        "reason": "1 times `bins` is `bins`, and the last number is one less. Every white "
        "pixel has such a channel.",
    },
}
SOLUTION = """
import numpy as np


def histogram(image, bins):
    places = np.minimum((image * bins).astype(int), bins - 1)
    shares = np.zeros((bins, bins, bins))
    for red, green, blue in places.reshape(-1, 3):
        shares[red, green, blue] += 1
    return shares / shares.sum()
"""
WRONG = {
    "counts": (
        "shares / shares.sum()",
        "shares",
        "image = [[[0.9, 0.1, 0.2], [0.1, 0.3, 0.8]]], bins = 2",
    ),
    "no place for 1": (
        "np.minimum((image * bins).astype(int), bins - 1)",
        "(image * bins).astype(int)",
        "image = [[[1, 0, 1]]], bins = 2",
    ),
    "rounded": (
        "(image * bins).astype",
        "np.round(image * bins).astype",
        "image = [[[0.9, 0.1, 0.2], [0.1, 0.3, 0.8]]], bins = 2",
    ),
}


def cases(rng):
    yield [[[1.0, 0.0, 1.0]]], 2
    yield [[[0.25, 0.375, 0.5], [0.5, 0.25, 0.75]]], 4
    yield rng.integers(0, 9, (2, 3, 3)) / 8, 2
    yield rng.integers(0, 9, (2, 2, 3)) / 8, 1
