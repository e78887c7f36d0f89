"""How many weights a causal mask hides."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "낱말이 {{T}}개인 글에 인과 마스크를 씌웠다. "
        "가중치 {{T}} × {{T}}개 가운데 가려져서 0이 되는 것은 몇 개인가?",
        "hints": [
            "$t$번째 질의는 키 $t$개를 보고 $T - t$개를 보지 못한다.",
            "대각선의 오른쪽 위에 있는 칸의 수를 센다.",
        ],
        "reason": "$T (T - 1) / 2$ = {{answer}}개다.",
    },
    "en": {
        "question": "A causal mask covers a text of {{T}} words. How many of its "
        "{{T}} × {{T}} weights are hidden, and so become 0?",
        "hints": [
            "Query $t$ sees $t$ keys and does not see $T - t$.",
            "Count the cells above the diagonal.",
        ],
        "reason": "$T (T - 1) / 2$ = {{answer}}.",
    },
}
CODE = """
from dlnotes.attention import causal_mask

print((~causal_mask({{T}})).sum())
"""


def draw(rng):
    return {"T": int(rng.integers(3, 40))}


def check(T):
    return T * (T - 1) // 2
