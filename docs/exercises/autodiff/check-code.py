"""A gradient check, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "$x^2$을 미분하는 코드를 검사하려는데, 검사하는 코드 자신에 틀린 줄이 "
        "하나 있다. 몇 번째 줄인가?",
        "hints": [
            "중앙 차분은 양쪽으로 $h$만큼 움직이고 $2h$로 나눈다.",
            "상대 오차는 차의 크기를 크기의 합으로 나눈 것이고 0과 1 사이에 있다. "
            "$x^2$의 도함수는 $2x$다.",
        ],
        "mistakes": {
            "side": "다른 쪽으로는 $h$만큼 뒤로 간다.",
            "width": "두 점 사이의 거리는 $2h$다.",
            "sizes": "분모는 두 크기의 합이다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code checks a derivative of $x^2$, but one line of the check "
        "itself is wrong. Which line?",
        "hints": [
            "A central difference moves by $h$ to both sides and divides by $2h$.",
            "The relative error is the size of the difference, divided by the sum of the "
            "sizes; it lies between 0 and 1. The derivative of $x^2$ is $2x$.",
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
