"""Which of two features stays when an image is changed."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "대칭이 아닌 컬러 사진 `image`를 이렇게 바꾸었다: `{{change}}`. "
        "그대로인 특징은 무엇인가? 높이와 너비는 같고, HOG는 밝기에서 구한다.",
        "hints": [
            "픽셀의 자리만 바뀌면 색의 몫은 변하지 않는다.",
            "밝기의 차이가 모두 같은 비율로 변하면 길이로 나눈 방향의 표는 "
            "변하지 않는다. 방향의 부호는 세지 않는다.",
        ],
        "claims": {
            "color": ["색상 히스토그램만", "픽셀의 값이 바뀌었는지 다시 본다."],
            "hog": ["HOG만", "픽셀의 자리가 바뀌었는지 다시 본다."],
            "none": ["둘 다 바뀐다", "값과 자리 가운데 하나는 그대로가 아닌지 본다."],
        },
        "reason": "색상 히스토그램은 픽셀의 값만, HOG는 밝기가 어디에서 어느 쪽으로 "
        "변하는지만 본다.",
    },
    "en": {
        "question": "A colour photograph `image` without any symmetry is changed to "
        "`{{change}}`. Which feature stays the same? The image is as high as wide, and HOG "
        "is made from its brightness.",
        "hints": [
            "If pixels only change places, the shares of colours stay.",
            "If all differences of brightness change by the same factor, votes divided by "
            "their length stay. The sign of a direction does not count.",
        ],
        "claims": {
            "color": ["The colour histogram alone", "Did the values of pixels change?"],
            "hog": ["HOG alone", "Did pixels change places?"],
            "none": ["Neither", "Look whether places or values are still the same."],
        },
        "reason": "A colour histogram sees nothing but the values of pixels; HOG sees "
        "nothing but where and in which direction brightness changes.",
    },
}
CHANGES = {
    "color": ["image[::-1]", "image[:, ::-1]", "np.rot90(image)", "np.roll(image, 9, 0)"],
    "hog": [
        "image / 2",
        "1 - image",
        "0.8 * image + 0.1",
        "image / 3 + 0.5",
        "1 - image / 2",
    ],
    "none": ["image[::-1] / 2", "np.rot90(image) / 2", "1 - image[:, ::-1] / 3"],
}


def draw(rng):
    kind = rng.choice(list(CHANGES))
    return {"change": str(rng.choice(CHANGES[kind]))}


def truth(change):
    return {kind: change in changes for kind, changes in CHANGES.items()}


def check(change):
    import numpy as np

    from dlnotes.features import color_histogram, hog

    image = np.random.default_rng(0).random((16, 16, 3)) ** 2
    after = eval(change, {"np": np, "image": image})
    apart = np.abs(color_histogram(after) - color_histogram(image)).sum()
    turned = np.abs(hog(after.mean(axis=2)) - hog(image.mean(axis=2))).sum()
    return "color" if apart < 1e-9 else "hog" if turned < 1e-3 else "none"
