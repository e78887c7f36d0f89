"""The angle of the change of brightness between four neighbours."""

import math

KIND = "number"
TOLERANCE = 0.5
WORDS = {
    "ko": {
        "question": "어떤 픽셀의 왼쪽, 오른쪽 이웃의 밝기는 {{left}}, {{right}}이고, "
        "위, 아래 이웃은 {{above}}, {{below}}이다. "
        "밝기가 변하는 방향을 0도에서 180도까지의 각도로 적으면 몇 도인가?",
        "hints": [
            "오른쪽에서 왼쪽을 빼면 {{across}}, 아래에서 위를 빼면 {{down}}이다.",
            "두 변의 비에서 각도를 구하면 {{signed}}도다. 음수이면 180을 더한다.",
        ],
        "reason": "atan2로 구한 {{signed}}도를 0도와 180도 사이로 옮기면 {{answer}}도다.",
    },
    "en": {
        "question": "The left and right neighbours of a pixel have brightness {{left}} and "
        "{{right}}, those above and below {{above}} and {{below}}. In which direction does "
        "the brightness change, as an angle from 0 to 180 degrees?",
        "hints": [
            "Right minus left is {{across}}, below minus above is {{down}}.",
            "The ratio of the two sides gives {{signed}} degrees. If that is negative, "
            "add 180.",
        ],
        "reason": "atan2 gives {{signed}} degrees, brought between 0 and 180: {{answer}}.",
    },
}
CODE = """
from dlnotes.features import image_gradients

patch = [[0, {{above}}, 0], [{{left}}, 0, {{right}}], [0, {{below}}, 0]]
magnitude, angle = image_gradients(patch)
print(round(angle[1, 1].item(), 1))
"""


def draw(rng):
    while True:
        left, right, above, below = rng.integers(0, 11, 4) / 10
        if left != right and above != below:
            return {"left": left, "right": right, "above": above, "below": below}


def steps(left, right, above, below):
    across, down = round(right - left, 1), round(below - above, 1)
    signed = round(math.degrees(math.atan2(down, across)), 1)
    return {"across": across, "down": down, "signed": signed}


def check(left, right, above, below):
    angle = math.degrees(math.atan((below - above) / (right - left)))
    return angle if angle > 0 else angle + 180
