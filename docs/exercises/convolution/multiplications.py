"""How the multiplications of a layer change with its sizes."""

from dlnotes.convolution import conv2d_cost

KIND = "choice"
WORDS = {
    "ko": {
        "question": "크기를 지키는 3 × 3 합성곱층에 들어오는 채널이 {{c}}개, 나가는 채널이 "
        "{{m}}개이고 이미지의 한 변은 {{n}}이다. 들어오는 채널을 {{c2}}개, 나가는 채널을 "
        "{{m2}}개로 하고 한 변이 {{n2}}인 이미지를 넣으면 곱셈의 수는 어떻게 되는가?",
        "hints": [
            "곱셈의 수는 가중치의 수에 출력의 칸 수를 곱한 값이다.",
            "가중치의 수는 들어오는 채널, 나가는 채널, 필터의 한 변의 제곱을 모두 곱한 "
            "값이다.",
        ],
        "claims": {
            "same": ["그대로다.", "늘어난 배수와 줄어든 배수가 같을 때 그렇다."],
            "twice": ["2배", "채널 수 하나만 2배가 될 때 그렇다."],
            "four": ["4배", "두 채널 수가 모두 2배가 되거나 한 변이 2배가 될 때 그렇다."],
            "quarter": ["4분의 1", "한 변이 절반이 될 때 그렇다."],
        },
        "reason": "바꾸기 전은 {{before}}번, 바꾼 뒤는 {{after}}번이다.",
    },
    "en": {
        "question": "A 3 × 3 convolutional layer keeps the size. {{c}} channels go in and "
        "{{m}} come out, and the side of the image is {{n}}. Then these numbers become "
        "{{c2}}, {{m2}} and {{n2}}. How many multiplications are there now?",
        "hints": [
            "It is the number of weights times the number of cells of the output.",
            "The number of weights is the channels in, times the channels out, times the "
            "square of the side of the filter.",
        ],
        "claims": {
            "same": [
                "as many as before",
                "True if what grows and what shrinks cancel.",
            ],
            "twice": ["twice as many", "True if one number of channels is doubled."],
            "four": [
                "four times as many",
                "True if both numbers of channels are doubled, or the side.",
            ],
            "quarter": ["a quarter", "True if a side is halved."],
        },
        "reason": "There were {{before}} and are {{after}} now.",
    },
}


def draw(rng):
    factors = [(2, 2, 0.5), (1, 2, 1), (2, 1, 1), (2, 2, 1), (1, 1, 0.5), (1, 1, 2)]
    a, b, side = factors[rng.integers(len(factors))]
    c, m, n = (
        int(rng.choice(sizes)) for sizes in ([8, 16, 64], [16, 32, 64], [16, 32, 56])
    )
    return {"c": c, "c2": a * c, "m": m, "m2": b * m, "n": n, "n2": int(n * side)}


def steps(c, c2, m, m2, n, n2):
    before, after = conv2d_cost(c, m, 3, n)[1], conv2d_cost(c2, m2, 3, n2)[1]
    return {"before": before, "after": after}


def truth(c, c2, m, m2, n, n2):
    told = steps(c, c2, m, m2, n, n2)
    ratio = told["after"] / told["before"]
    return {
        "same": ratio == 1,
        "twice": ratio == 2,
        "four": ratio == 4,
        "quarter": ratio == 0.25,
    }


def check(c, c2, m, m2, n, n2):
    ratio = (c2 / c) * (m2 / m) * (n2 / n) ** 2
    return {1: "same", 2: "twice", 4: "four", 0.25: "quarter"}[ratio]
