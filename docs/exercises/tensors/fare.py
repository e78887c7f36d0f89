"""A fare from two others, by a weight and a bias."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "배달 요금은 거리에 가중치를 곱하고 편향을 더한 것이다. "
        "{{near}} km는 {{first}}천 원, {{far}} km는 {{second}}천 원이었다. "
        "{{asked}} km는 몇 천 원인가?",
        "hints": [
            "거리가 {{far}} − {{near}} = {{more}} km 늘 때 요금은 {{rise}}천 원 늘었다. "
            "이 둘을 나누면 가중치다.",
            "가중치는 {{w}}이다. {{near}} km의 요금 {{first}}천 원에서 거리의 몫을 빼면 "
            "편향이 남는다.",
        ],
        "reason": "가중치는 {{w}}, 편향은 {{b}}이므로 "
        "${{w}} \\times {{asked}} + {{b}} = {{answer}}$이다.",
    },
    "en": {
        "question": "The fee for a delivery is the distance times a weight, plus a bias. "
        "{{near}} km cost {{first}} dollars, and {{far}} km cost {{second}} dollars. "
        "How many dollars do {{asked}} km cost?",
        "hints": [
            "The distance grew by {{far}} − {{near}} = {{more}} km, and the fee by "
            "{{rise}} dollars. Divide one by the other to get the weight.",
            "The weight is {{w}}. Take the part for the distance away from the {{first}} "
            "dollars for {{near}} km: the bias is left.",
        ],
        "reason": "The weight is {{w}} and the bias {{b}}, so the fee is "
        "${{w}} \\times {{asked}} + {{b}} = {{answer}}$.",
    },
}
CODE = """
w = ({{second}} - {{first}}) // ({{far}} - {{near}})
b = {{first}} - w * {{near}}
print(w * {{asked}} + b)
"""


def draw(rng):
    near, w, b = (int(rng.integers(low, high)) for low, high in [(1, 4), (1, 5), (1, 7)])
    far = near + int(rng.integers(2, 5))
    first, second = w * near + b, w * far + b
    asked = int(rng.integers(8, 21))
    return {"near": near, "far": far, "first": first, "second": second, "asked": asked}


def steps(near, far, first, second, asked):
    w = (second - first) // (far - near)
    return {"more": far - near, "rise": second - first, "w": w, "b": first - w * near}


def check(near, far, first, second, asked):
    return first + (second - first) * (asked - near) / (far - near)
