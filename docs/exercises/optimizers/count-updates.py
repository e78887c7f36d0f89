"""The number of updates in some epochs, with a smaller last batch kept or dropped."""

import math

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "`drop_last`가 참이면 작은 마지막 배치를 버린다.",
            "${{n}} / {{size}}$의 값을 올리거나 내리면, 한 에폭의 이터레이션은 "
            "{{once}}번이다. 이제 에폭의 수를 본다.",
        ],
        "reason": "한 에폭에 {{once}}번 갱신하므로 ${{epochs}} \\times {{once}} = "
        "{{answer}}$번이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "With `drop_last`, a smaller last batch is left out.",
            "With ${{n}} / {{size}}$ rounded up or down, an epoch has {{once}} iterations. "
            "Now look at the number of epochs.",
        ],
        "reason": "An epoch has {{once}} updates, so there are ${{epochs}} \\times "
        "{{once}} = {{answer}}$.",
    },
}
CODE = """
from dlnotes.optimizers import num_iterations

count = num_iterations({{n}}, {{size}}, epochs={{epochs}}, drop_last={{drop}})
print(count)
"""


def draw(rng):
    return {
        "n": rng.integers(50, 500),
        "size": [10, 16, 20, 32][rng.integers(4)],
        "epochs": rng.integers(2, 11),
        "drop": ["True", "False"][rng.integers(2)],
    }


def steps(n, size, epochs, drop):
    return {"once": math.floor(n / size) if drop == "True" else math.ceil(n / size)}


def check(n, size, epochs, drop):
    starts = range(0, n, size)
    return str(epochs * sum(drop == "False" or start + size <= n for start in starts))
