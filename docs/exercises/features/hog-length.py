"""How many numbers HOG makes of an image."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "높이 {{height}}, 너비 {{width}}픽셀인 그림을 한 변이 {{cell}}픽셀인 "
        "셀로 나누고, 셀 2×2개를 블록으로 묶는다. 방향이 {{bins}}칸이면 HOG는 "
        "수 몇 개인가?",
        "hints": [
            "남는 픽셀은 버린다. 셀은 {{rows}}행 {{columns}}열이다.",
            "블록은 한 셀씩 옮기므로 행과 열에서 하나씩 준다. 모두 {{blocks}}개다.",
            "블록 하나는 셀 4개, 셀 하나는 수 {{bins}}개다.",
        ],
        "reason": "블록이 {{blocks}}개이고 블록마다 수가 {{each}}개이므로 "
        "모두 {{answer}}개다.",
    },
    "en": {
        "question": "An image is {{height}} pixels high and {{width}} wide. Its cells have "
        "sides of {{cell}} pixels, a block is 2×2 cells, and there are {{bins}} "
        "directions. How many numbers does HOG give?",
        "hints": [
            "Pixels that fill no cell are left out. The grid of cells is {{rows}} by "
            "{{columns}}.",
            "Blocks move by one cell, so there is one less in each direction: "
            "{{blocks}} in all.",
            "A block has 4 cells, and a cell {{bins}} numbers.",
        ],
        "reason": "There are {{blocks}} blocks of {{each}} numbers: {{answer}} in all.",
    },
}
CODE = """
import numpy as np
from dlnotes.features import hog

image = np.zeros(({{height}}, {{width}}))
print(len(hog(image, bins={{bins}}, cell={{cell}})))
"""


def draw(rng):
    height, width = rng.integers(24, 49, 2)
    cell = rng.choice([4, 6, 8])
    return {"height": height, "width": width, "cell": cell, "bins": rng.integers(6, 13)}


def steps(height, width, cell, bins):
    rows, columns = height // cell, width // cell
    blocks = (rows - 1) * (columns - 1)
    return {"rows": rows, "columns": columns, "blocks": blocks, "each": 4 * bins}


def check(height, width, cell, bins):
    corners = [
        (i, j)
        for i in range(0, height - 2 * cell + 1, cell)
        for j in range(0, width - 2 * cell + 1, cell)
    ]
    return len(corners) * 2 * 2 * bins
