"""How many alarms are right where the positives are rare."""

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "메일 {{total}}통 가운데 {{spam}}통이 스팸이다. 스팸 필터의 재현율은 "
        "{{recall}}이고 거짓 양성률은 {{rate}}이다. 필터가 스팸이라고 한 메일의 "
        "정밀도는 얼마인가?",
        "hints": [
            "스팸 {{spam}}통과 스팸이 아닌 {{rest}}통에서 걸리는 메일을 따로 센다.",
            "참 양성은 {{found}}통, 거짓 양성은 {{alarms}}통이다.",
        ],
        "reason": "{{found}} ÷ ({{found}} + {{alarms}}) ≈ {{answer}}이다.",
    },
    "en": {
        "question": "Of {{total}} mails, {{spam}} are spam. A filter has the recall "
        "{{recall}} and the false positive rate {{rate}}. What is the precision of "
        "the mails that it calls spam?",
        "hints": [
            "Count the caught mails: of the {{spam}} that are spam, and of the {{rest}} "
            "others.",
            "There are {{found}} true and {{alarms}} false positives.",
        ],
        "reason": "{{found}} ÷ ({{found}} + {{alarms}}) ≈ {{answer}}.",
    },
}
CODE = """
s = {{spam}} / {{total}}
found, alarms = s * {{recall}}, (1 - s) * {{rate}}
print(round(found / (found + alarms), 4))
"""


def draw(rng):
    return {
        "total": 10_000,
        "spam": [100, 200, 500, 1000, 2000][rng.integers(5)],
        "recall": rng.choice([0.6, 0.7, 0.8, 0.9]),
        "rate": rng.choice([0.01, 0.02, 0.05, 0.1]),
    }


def steps(total, spam, recall, rate):
    rest = total - spam
    return {"rest": rest, "found": round(spam * recall), "alarms": round(rest * rate)}


def check(total, spam, recall, rate):
    """Counted mail by mail."""
    import numpy as np
    from sklearn.metrics import precision_score

    found, alarms = round(spam * recall), round((total - spam) * rate)
    y, y_hat = np.zeros(total, int), np.zeros(total, int)
    y[:spam] = y_hat[:found] = y_hat[spam : spam + alarms] = 1
    return precision_score(y, y_hat)
