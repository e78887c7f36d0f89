"""The probability of a visible state, once the layer above says how often h is 1."""

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "은닉 유닛이 0이면 두 칸의 네 상태가 저마다 1/4의 확률로 나오고, 1이면 "
        "두 칸이 모두 1일 확률이 {{on}}이다. 위층이 은닉 유닛을 {{share}}의 확률로 켠다면, "
        "두 칸이 모두 1일 확률은 얼마인가?",
        "hints": [
            "은닉 유닛이 0인 경우와 1인 경우로 나누어 더한다.",
            "1인 경우에서 나오는 확률은 {{share}} × {{on}}이다.",
        ],
        "reason": "{{share}} × {{on}} + {{rest}} × 0.25 = {{answer}}.",
    },
    "en": {
        "question": "With a hidden unit of 0, the four states of two pixels come with 1/4 "
        "each; with a hidden unit of 1, both pixels are on with probability {{on}}. The "
        "layer above makes the hidden unit 1 with probability {{share}}. What is the "
        "probability that both pixels are on?",
        "hints": [
            "Add up the case of 0 and the case of 1.",
            "The case of 1 gives {{share}} × {{on}}.",
        ],
        "reason": "{{share}} × {{on}} + {{rest}} × 0.25 is {{answer}}.",
    },
}
CODE = """
print(round({{share}} * {{on}} + (1 - {{share}}) / 4, 4))
"""


def draw(rng):
    return {"on": int(rng.integers(4, 9)) / 10, "share": int(rng.integers(1, 10)) / 10}


def steps(on, share):
    return {"rest": round(1 - share, 1)}


def check(on, share):
    """From 1/4, toward the value with a hidden unit of 1."""
    return 0.25 + share * (on - 0.25)
