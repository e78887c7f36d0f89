"""What becomes of a letter that is mirrored."""

import numpy as np

KIND = "choice"
KEPT, OTHERS, NONE = "AHIMOTUVWXY", "bdpq", "CFGKNR"
WORDS = {
    "ko": {
        "question": "글자를 읽는 모델의 훈련 그림 가운데 글자 `{{letter}}` 한 장이 있다. "
        "레이블은 그대로 두고 그림만 좌우로 뒤집어 훈련 데이터에 넣으면 어떻게 되는가?",
        "hints": ["뒤집은 글자를 종이에 그려 본다.", "그 그림을 사람은 무엇이라고 읽는가?"],
        "claims": {
            "kept": [
                "레이블이 맞는다. 넣어도 된다.",
                "뒤집은 모양이 본래 글자와 다르다.",
            ],
            "other": [
                "다른 글자가 되어 레이블이 틀린다.",
                "뒤집어도 다른 글자로 읽히지 않는다.",
            ],
            "none": [
                "어느 글자도 아닌 그림을 그 글자라고 가르친다.",
                "뒤집은 것도 글자로 읽힌다.",
            ],
        },
        "reason": "증강은 레이블이 맞는 변형만 써야 한다.",
    },
    "en": {
        "question": "Among the training images of a model that reads letters is "
        "`{{letter}}`. What happens if it is mirrored and added with the same label?",
        "hints": ["Draw the mirrored letter on paper.", "What do people read there?"],
        "claims": {
            "kept": [
                "The label still holds, so it may be added.",
                "Mirrored, it does not look like the letter.",
            ],
            "other": [
                "It becomes another letter, so the label is wrong.",
                "Mirrored, it is not read as another letter.",
            ],
            "none": [
                "A picture of no letter at all is taught as that letter.",
                "Mirrored, it is still read as a letter.",
            ],
        },
        "reason": "Augmentation may only use changes under which the label holds.",
    },
}


def draw(rng):
    letters = rng.choice([KEPT, OTHERS, NONE])
    return {"letter": rng.choice(list(letters))}


def truth(letter):
    return {"kept": letter in KEPT, "other": letter in OTHERS, "none": letter in NONE}


def check(letter):
    from matplotlib.textpath import TextPath

    def shape(of):
        """The letter in a font, stretched to a square."""
        path = TextPath((0, 0), of)
        (x0, y0), (x1, y1) = path.get_extents().get_points()
        at = np.linspace(0.01, 0.99, 40)
        grid = np.stack(np.meshgrid(x0 + at * (x1 - x0), y0 + at * (y1 - y0)), axis=-1)
        return path.contains_points(grid.reshape(-1, 2)).reshape(40, 40)

    mirrored = shape(letter)[:, ::-1]
    same = {of: np.mean(mirrored == shape(of)) for of in KEPT + OTHERS + NONE}
    best = max(same, key=same.get)
    if same[best] < 0.93:
        return "none"
    return "kept" if best == letter else "other"
