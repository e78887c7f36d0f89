"""The epochs that are needed for a number of updates."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "샘플이 {{n}}개, 배치 크기가 {{size}}이고 마지막 배치도 쓴다. 적어도 "
        "{{updates}}번 갱신하려면 몇 에폭이 필요한가?",
        "hints": [
            "한 에폭에 {{once}}번 갱신한다.",
            "${{updates}} / {{once}}$의 값을 올림한다.",
        ],
        "reason": "한 에폭에 {{once}}번 갱신하므로 $\\lceil {{updates}} / {{once}} \\rceil "
        "= {{answer}}$에폭이다.",
    },
    "en": {
        "question": "There are {{n}} samples, the batch size is {{size}}, and the last "
        "batch is used too. How many epochs are needed for at least {{updates}} updates?",
        "hints": [
            "An epoch has {{once}} updates.",
            "Round ${{updates}} / {{once}}$ up.",
        ],
        "reason": "An epoch has {{once}} updates, so it takes "
        "$\\lceil {{updates}} / {{once}} \\rceil = {{answer}}$ epochs.",
    },
}
CODE = """
import math
from dlnotes.optimizers import num_iterations

print(math.ceil({{updates}} / num_iterations({{n}}, {{size}})))
"""


def draw(rng):
    n, size = 100 * rng.integers(5, 60), [16, 32, 64, 128][rng.integers(4)]
    return {"n": n, "size": size, "updates": 1000 * rng.integers(1, 11)}


def steps(n, size, updates):
    return {"once": -(-n // size)}


def check(n, size, updates):
    done, epochs = 0, 0
    while done < updates:
        done, epochs = done + len(range(0, n, size)), epochs + 1
    return epochs
