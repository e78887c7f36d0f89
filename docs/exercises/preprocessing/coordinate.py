"""The coordinate of a sample along a component."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "훈련 데이터의 평균이 ({{mean}})이고 첫째 주성분이 ({{axis}})이다. "
        "샘플 ({{x}})의 첫째 좌표는 얼마인가?",
        "hints": [
            "먼저 평균을 뺀다. 차이는 ({{off}})이다.",
            "차이와 주성분의 내적을 구한다.",
        ],
        "reason": "${{terms}} = {{answer}}$이다.",
    },
    "en": {
        "question": "The training data have the mean ({{mean}}) and the first principal "
        "component ({{axis}}). What is the first coordinate of the sample ({{x}})?",
        "hints": [
            "Subtract the mean first. The difference is ({{off}}).",
            "Take the dot product of the difference and the component.",
        ],
        "reason": "It is ${{terms}} = {{answer}}$.",
    },
}
CODE = """
from dlnotes.preprocessing import pca_transform

z = pca_transform([[{{x}}]], [{{mean}}], [[{{axis}}]])
print(round(z.item(), 4))
"""
AXES = [[0.6, 0.8], [0.8, 0.6], [0.8, -0.6], [-0.6, 0.8]]


def draw(rng):
    return {
        "x": rng.integers(0, 20, size=2),
        "mean": rng.integers(1, 12, size=2),
        "axis": AXES[rng.integers(len(AXES))],
    }


def steps(x, mean, axis):
    off = [a - b for a, b in zip(x, mean, strict=True)]
    terms = [f"({u}) \\times ({d})" for u, d in zip(axis, off, strict=True)]
    return {"off": off, "terms": " + ".join(terms)}


def check(x, mean, axis):
    # the foot on the line, by the distance from both ends of the unit vector
    far = sum((a - b) ** 2 for a, b in zip(x, mean, strict=True))
    near = sum((a - b - u) ** 2 for a, b, u in zip(x, mean, axis, strict=True))
    return (far + 1 - near) / 2
