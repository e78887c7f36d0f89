"""How many numbers a mini-batch of images holds."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "높이 {{height}}, 너비 {{width}}인 컬러 이미지 {{N}}장을 묶어 "
        "모양이 (샘플, 채널, 높이, 너비)인 텐서로 만들었다. "
        "이 텐서에는 수가 몇 개 있는가?",
        "hints": [
            "컬러 이미지의 채널은 빨강, 초록, 파랑, 셋이다.",
            "모양은 ({{N}}, 3, {{height}}, {{width}})이다. 모두 곱한다.",
        ],
        "reason": "모두 곱하면 "
        "$3 \\times {{N}} \\times {{height}} \\times {{width}} = {{answer}}$이다.",
    },
    "en": {
        "question": "{{N}} colour images, {{height}} high and {{width}} wide, are put into "
        "one tensor of shape (sample, channel, height, width). "
        "How many numbers does it hold?",
        "hints": [
            "A colour image has three channels: red, green and blue.",
            "The shape is ({{N}}, 3, {{height}}, {{width}}). Multiply all of it.",
        ],
        "reason": "${{N}} \\times 3 \\times {{height}} \\times {{width}} = {{answer}}$.",
    },
}
CODE = """
import numpy as np

print(np.zeros(({{N}}, 3, {{height}}, {{width}})).size)
"""


def draw(rng):
    height, width = rng.integers(2, 9, size=2)
    return {"N": rng.integers(2, 11), "height": height, "width": width}


def check(N, height, width):
    return sum(height * width for _ in range(3 * N))
