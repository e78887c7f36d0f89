"""The penalty that turned one list of weights into another."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "가중치를 하나씩 따로 셈할 수 있는 문제에서, 벌점이 없을 때의 가중치는 "
        "차례로 {{before}}이고, 바꾼 뒤에는 {{after}}이다. 무엇을 했는가?",
        "hints": [
            "줄어든 뒤의 값을 줄기 전의 값으로 나누어 본다.",
            "0이 아닌 것들이 줄어든 양을 견주어 본다.",
        ],
        "claims": {
            "L1": [
                "L1 벌점을 주었다.",
                "L1이라면 0이 되지 않은 가중치가 모두 같은 양만큼 줄어든다.",
            ],
            "L2": [
                "L2 벌점을 주었다.",
                "L2라면 모든 가중치가 같은 비율로 줄어든다.",
            ],
            "clip": [
                "정한 크기를 넘는 가중치만 그 크기로 잘랐다.",
                "잘랐다면 작은 가중치는 그대로여야 한다.",
            ],
        },
        "reason": "L1은 같은 양만큼 옮겨 0에서 멈추고, L2는 같은 수로 나누고, "
        "자르기는 작은 것을 그대로 둔다.",
    },
    "en": {
        "question": "Each weight can be computed by itself. Without a penalty the weights "
        "are {{before}}, and after a change they are {{after}}. What was done?",
        "hints": [
            "Divide each new value by the old one.",
            "Compare by how much those that are not 0 have moved.",
        ],
        "claims": {
            "L1": [
                "An L1 penalty was added.",
                "With L1, all weights that are not 0 would have moved equally far.",
            ],
            "L2": [
                "An L2 penalty was added.",
                "With L2, all weights would have shrunk by the same factor.",
            ],
            "clip": [
                "Weights above a certain size were cut to that size, and no others.",
                "Then small weights would be as they were.",
            ],
        },
        "reason": "L1 moves all equally far and stops at 0, L2 divides all by one number, "
        "and cutting leaves the small ones alone.",
    },
}


def draw(rng):
    sizes = [0.5, int(rng.integers(5, 9)) / 4, 3, 4]
    before = [int(rng.choice([-1, 1])) * size for size in rng.permutation(sizes)]
    reach = int(rng.integers(2, 5)) / 2
    changed = {
        "L1": [max(w - reach, 0) + min(w + reach, 0) for w in before],
        "L2": [w / (1 + reach) for w in before],
        "clip": [min(max(w, -1 - reach / 2), 1 + reach / 2) for w in before],
    }
    return {"before": before, "after": changed[str(rng.choice(list(changed)))]}


def truth(before, after):
    small = before[[abs(w) for w in before].index(0.5)]
    left = after[before.index(small)]
    return {"L1": left == 0, "L2": 0 < abs(left) < 0.5, "clip": left == small}


def check(before, after):
    """The two largest tell it as well."""
    large, larger = sorted(zip(map(abs, before), map(abs, after), strict=True))[-2:]
    if large[1] == larger[1]:
        return "clip"
    equal = abs((large[0] - large[1]) - (larger[0] - larger[1])) < 0.01
    return "L1" if equal else "L2"
