"""What becomes of a cell if its gates stand still at given values."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "칸에 2가 적혀 있고, 후보는 언제나 0.5다. 망각 게이트가 {{f}}, 입력 "
        "게이트가 {{i}}에 머물면 여러 시점이 지나는 동안 칸의 값은 어떻게 되는가?",
        "hints": [
            "칸은 시점마다 $f \\times c + i \\times 0.5$가 된다.",
            "처음 두 시점을 셈해 본다: {{first}}, {{second}}.",
        ],
        "claims": {
            "stays": ["2에 머문다.", "망각 게이트가 1이고 입력 게이트가 0일 때 그렇다."],
            "grows": [
                "끝없이 커진다.",
                "망각 게이트가 1이고 입력 게이트가 열려 있을 때 그렇다.",
            ],
            "fades": [
                "0에 다가간다.",
                "망각 게이트가 1보다 작고 입력 게이트가 0일 때 그렇다.",
            ],
            "settles": [
                "0이 아닌 값으로 가서 멈춘다.",
                "망각 게이트가 1보다 작고 입력 게이트가 열려 있을 때 그렇다.",
            ],
        },
        "reason": "망각 게이트가 1이면 지운 것이 없고, 입력 게이트가 0이면 더한 것이 "
        "없다. 둘 다 그 사이면 지우는 만큼 더해지는 값에서 멈춘다.",
    },
    "en": {
        "question": "A cell holds 2, and its candidate is always 0.5. If its forget gate "
        "stays at {{f}} and its input gate at {{i}}, what becomes of the cell over many "
        "steps?",
        "hints": [
            "In each step the cell becomes $f \\times c + i \\times 0.5$.",
            "The first two steps give {{first}} and {{second}}.",
        ],
        "claims": {
            "stays": [
                "It stays at 2.",
                "This is so with a forget gate of 1 and an input gate of 0.",
            ],
            "grows": [
                "It grows without end.",
                "This is so with a forget gate of 1 and an open input gate.",
            ],
            "fades": [
                "It goes to 0.",
                "This is so with a forget gate below 1 and an input gate of 0.",
            ],
            "settles": [
                "It goes to another number than 0 and stops there.",
                "This is so with a forget gate below 1 and an open input gate.",
            ],
        },
        "reason": "With a forget gate of 1 nothing is taken away, and with an input gate "
        "of 0 nothing is added. In between the cell stops where both are equal.",
    },
}


def draw(rng):
    f, i = [1.0, 1.0, 0.8, 0.9, 0.5][rng.integers(5)], [0.0, 0.0, 0.2, 0.6][rng.integers(4)]
    return {"f": f, "i": i}


def steps(f, i):
    first = 2 * f + 0.5 * i
    return {"first": first, "second": f * first + 0.5 * i}


def truth(f, i):
    cells = [2.0]
    for _ in range(400):
        cells.append(f * cells[-1] + 0.5 * i)
    return {
        "stays": cells[-1] == 2,
        "grows": cells[-1] > 20,
        "fades": cells[-1] < 1e-9,
        "settles": cells[-1] != 2 and 1e-9 < cells[-1] < 20,
    }


def check(f, i):
    kept = ["stays", "grows"] if f == 1 else ["fades", "settles"]
    return kept[i > 0]
