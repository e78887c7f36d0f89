"""A gradient check, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "누군가 $x^2$의 도함수를 ${{factor}}x$라고 잘못 적었다. 이것을 기울기 "
        "검사로 잡아내려는데, 검사에도 틀린 줄이 하나 있다. `grad`의 줄 말고 "
        "몇 번째 줄이 틀렸는가?",
        "hints": [
            "중앙 차분은 양쪽으로 $h$만큼 움직이고 $2h$로 나눈다.",
            "상대 오차는 차의 크기를 크기의 합으로 나눈 것이고 0과 1 사이에 있다.",
        ],
        "mistakes": {
            "side": "다른 쪽으로는 $h$만큼 뒤로 간다.",
            "width": "두 점 사이의 거리는 $2h$다.",
            "sizes": "분모는 두 크기의 합이다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "Somebody wrote ${{factor}}x$ for the derivative of $x^2$, which is "
        "wrong. A gradient check should notice it, but one line of the check is wrong "
        "too. Leave the line of `grad` as it is: which other line is wrong?",
        "hints": [
            "A central difference moves by $h$ to both sides and divides by $2h$.",
            "The relative error is the size of the difference, divided by the sum of the "
            "sizes; it lies between 0 and 1.",
        ],
        "mistakes": {
            "side": "On the other side, the step is back by $h$.",
            "width": "The two points are $2h$ apart.",
            "sizes": "The denominator is the sum of the sizes.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
x, h = {{x}}, {{h}}
right = (x + h) ** 2
left = (x {{side}} h) ** 2
measured = (right - left) / {{width}}
grad = {{factor}} * x
error = abs(grad - measured) / (abs(grad) {{sizes}} abs(measured))
print(round(error, 3))
"""
MISTAKES = {"side": ("-", "+"), "width": ("(2 * h)", "h"), "sizes": ("+", "*")}


def draw(rng):
    return {"x": rng.integers(2, 9), "h": 0.1, "factor": rng.integers(3, 7)}
