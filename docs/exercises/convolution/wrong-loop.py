"""A convolution in plain loops, with one line wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "픽셀 한 줄에 필터를 대는 합성곱층을 반복문으로 쓴 코드인데, 한 줄이 "
        "틀렸다. "
        "몇 번째 줄인가?",
        "hints": [
            "필터가 다 들어가는 자리의 수부터 확인한다.",
            "딥러닝의 합성곱은 필터를 뒤집지 않는다. 창은 자리마다 오른쪽으로 옮겨 간다.",
        ],
        "mistakes": {
            "places": "필터가 다 들어가는 자리는 픽셀의 수에서 필터의 길이를 빼고 1을 "
            "더한 만큼 있다.",
            "window": "창은 자리 $i$에서 시작해 필터의 길이만큼이다.",
            "turned": "필터를 뒤집지 않는다.",
            "bias": "편향은 자리마다 한 번씩 더한다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code moves a filter over a row of pixels in plain loops, as a "
        "convolutional layer does. One line is wrong. Which one?",
        "hints": [
            "First count the places where the whole filter fits.",
            "A convolutional layer does not flip its filter, and the window moves on with "
            "the place.",
        ],
        "mistakes": {
            "places": "The number of places is the number of pixels minus the length of "
            "the filter, plus 1.",
            "window": "The window begins at place $i$ and is as long as the filter.",
            "turned": "The filter is not flipped.",
            "bias": "The bias is added once at every place.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
x, w, b = [{{x}}], [{{w}}], {{b}}
n = {{places}}
z = []
for i in range(n):
    window = {{window}}
    pairs = zip(window, {{turned}})
    z.append(sum(p * q for p, q in pairs) + {{bias}})
print(z)
"""
MISTAKES = {
    "places": ("len(x) - len(w) + 1", "len(x) - len(w)"),
    "window": ("x[i:i + len(w)]", "x[:len(w)]"),
    "turned": ("w", "w[::-1]"),
    "bias": ("b", "b * i"),
}


def draw(rng):
    x = rng.integers(0, 4, 5).cumsum() + [0, 1, 3, 6, 10]  # windows that differ
    return {
        "x": x,
        "w": [[1, 2, 5], [-1, 0, 2], [3, 1, -1]][rng.integers(3)],
        "b": rng.integers(1, 9),
    }
