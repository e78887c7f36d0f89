"""How many patches are nearest to a visual word."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "픽셀 두 개짜리 조각이 [{{p}}], [{{q}}], [{{r}}], [{{s}}]이다. "
        "시각 단어는 [0, 1], [1, 0], [0.5, 0.5]이다. "
        "시각 단어 [{{word}}]의 횟수는 얼마인가?",
        "hints": [
            "조각마다 시각 단어 셋과의 거리를 제곱해 견준다.",
            "첫째 조각까지의 거리의 제곱은 차례로 {{squares}}이다.",
        ],
        "reason": "조각이 따르는 단어의 번호는 차례로 {{labels}}이고, "
        "0부터 셌을 때 이 단어의 번호는 {{number}}이다.",
    },
    "en": {
        "question": "Patches of two pixels are [{{p}}], [{{q}}], [{{r}}] and [{{s}}]. "
        "The visual words are [0, 1], [1, 0] and [0.5, 0.5]. "
        "How often does the visual word [{{word}}] occur?",
        "hints": [
            "Compare the squared distances of each patch from the three visual words.",
            "For the first patch they are {{squares}}.",
        ],
        "reason": "The numbers of the nearest words are {{labels}}, and counted from 0 "
        "this word has the number {{number}}.",
    },
}
CODE = """
from dlnotes.features import bag_of_visual_words

patches = [[{{p}}], [{{q}}], [{{r}}], [{{s}}]]
words = [[0, 1], [1, 0], [0.5, 0.5]]
print(bag_of_visual_words(patches, words)[words.index([{{word}}])])
"""
CENTERS = [[0, 1], [1, 0], [0.5, 0.5]]


def apart(patch):
    return [round(sum((x - c) ** 2 for x, c in zip(patch, center, strict=True)), 2)
            for center in CENTERS]  # fmt: skip


def draw(rng):
    while True:
        patches = rng.integers(0, 11, size=(4, 2)) / 10
        if all(sorted(apart(patch))[1] - min(apart(patch)) > 0.01 for patch in patches):
            break
    word = CENTERS[rng.integers(3)]
    return dict(zip("pqrs", patches, strict=True)) | {"word": word}


def steps(p, q, r, s, word):
    near = [apart(patch).index(min(apart(patch))) for patch in (p, q, r, s)]
    number = [list(map(float, c)) for c in CENTERS].index(list(map(float, word)))
    return {"squares": apart(p), "labels": near, "number": number}


def check(p, q, r, s, word):
    # bright below, bright above, or nearly alike: the borders lie at differences of 0.5
    kinds = ["a" if y - x > 0.5 else "b" if x - y > 0.5 else "c" for x, y in (p, q, r, s)]
    return kinds.count("a" if word[1] > word[0] else "b" if word[0] > word[1] else "c")
