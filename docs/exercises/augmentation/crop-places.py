"""The number of places of a random crop."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "{{side}}×{{side}} 그림의 둘레에 0을 {{padding}}줄씩 두르고 "
        "{{size}}×{{size}} 조각을 오려 낸다. 오려 낼 수 있는 자리는 모두 몇 곳인가?",
        "hints": [
            "두르고 나면 한 변은 {{padded}}픽셀이다.",
            "한 방향으로 놓을 수 있는 자리는 (한 변) − (조각의 한 변) + 1곳이다.",
        ],
        "reason": "한 방향으로 {{places}}곳이므로 모두 ${{places}}^2 = {{answer}}$곳이다.",
    },
    "en": {
        "question": "{{padding}} rows of zeros are put on each side of a "
        "{{side}}×{{side}} image, and a piece of {{size}}×{{size}} is cut out. "
        "How many places can it be cut from?",
        "hints": [
            "With the zeros, a side has {{padded}} pixels.",
            "In one direction there are (side) − (side of the piece) + 1 places.",
        ],
        "reason": "There are {{places}} in one direction, so "
        "${{places}}^2 = {{answer}}$ in all.",
    },
}
CODE = """
side, padding, size = {{side}}, {{padding}}, {{size}}
places = side + 2 * padding - size + 1
print(places**2)
"""


def draw(rng):
    side, padding = rng.choice([8, 16, 28, 32]), rng.integers(1, 5)
    return {"side": side, "padding": padding, "size": side - rng.choice([0, 2, 4])}


def steps(side, padding, size):
    padded = side + 2 * padding
    return {"padded": padded, "places": padded - size + 1}


def check(side, padding, size):
    edge = range(side + 2 * padding)
    return sum(
        top + size <= len(edge) and left + size <= len(edge)
        for top in edge
        for left in edge
    )
