"""Whether a table of two samples can be a kernel matrix."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "샘플 둘에서 만든 표가 있다. 첫 행은 $({{first}})$이고 둘째 행은 "
        "$({{second}})$이다. 이 표가 커널 행렬일 수 있는가?",
        "hints": [
            "먼저 대칭인지 본다. 1행 2열과 2행 1열이 같아야 한다.",
            "다음으로 $c = (1, 1)$, $(1, -1)$, $(1, 0)$, $(0, 1)$을 넣어 $c^\\top K c$를 "
            "구한다. 네 칸에 $c_i c_j$를 곱해 더하면 된다.",
        ],
        "claims": {
            "kernel": ["그럴 수 있다", "커널 행렬이 지켜야 할 것을 어긴다."],
            "lopsided": ["대칭이 아니므로 그럴 수 없다", "대칭은 맞다."],
            "negative": [
                "대칭이지만 $c^\\top K c$가 음수가 되는 $c$가 있으므로 그럴 수 없다",
                "대칭이 아니거나, 음수가 되는 $c$가 없다.",
            ],
        },
        "reason": "커널 행렬은 대칭이고, 어떤 $c$를 골라도 $c^\\top K c$가 0 이상이다.",
    },
    "en": {
        "question": "A table was made of two samples. Its first row is $({{first}})$, its "
        "second row $({{second}})$. Can it be a kernel matrix?",
        "hints": [
            "First look whether it is symmetric: the entry of row 1 and column 2 must be "
            "that of row 2 and column 1.",
            "Then work out $c^\\top K c$ for $c = (1, 1)$, $(1, -1)$, $(1, 0)$ and "
            "$(0, 1)$: multiply each of the four entries by $c_i c_j$, and add up.",
        ],
        "claims": {
            "kernel": ["Yes.", "It breaks a rule that kernel matrices keep."],
            "lopsided": ["No: it is not symmetric.", "It is symmetric."],
            "negative": [
                "No: it is symmetric, but $c^\\top K c$ is negative for some $c$.",
                "It is not symmetric, or there is no such $c$.",
            ],
        },
        "reason": "A kernel matrix is symmetric, and $c^\\top K c$ is at least 0 for every "
        "$c$.",
    },
}
TRIED = [(1, 1), (1, -1), (1, 0), (0, 1)]


def least(first, second):
    (a, b), (c, d) = first, second
    return min(a * s * s + (b + c) * s * t + d * t * t for s, t in TRIED)


def draw(rng):
    while True:
        a, b, c, d = rng.integers(-2, 10, 4).tolist()
        c = c if rng.integers(3) == 0 else b
        clear = b != c or least((a, b), (c, d)) < 0 or min(a, d) >= abs(b)
        if clear:
            return {"first": [a, b], "second": [c, d]}


def truth(first, second):
    even = first[1] == second[0]
    low = least(first, second) < 0
    return {"kernel": even and not low, "lopsided": not even, "negative": even and low}


def check(first, second):
    """By the determinant and the trace of the table."""
    (a, b), (c, d) = first, second
    if b != c:
        return "lopsided"
    return "kernel" if a + d >= 0 and a * d - b * c >= 0 else "negative"
