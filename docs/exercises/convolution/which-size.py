"""Whether a layer keeps, halves or otherwise changes the size of an image."""

from dlnotes.convolution import conv_output_size

KIND = "choice"
WORDS = {
    "ko": {
        "question": "한 변이 {{n}}인 이미지가 `Conv2d(3, 16, {{k}}, stride={{s}}, "
        "padding={{p}})`를 "
        "지나면 한 변은 어떻게 되는가?",
        "hints": [
            "덧댄 이미지의 한 변에서 필터의 한 변을 빼면 {{rest}}칸이 남는다.",
            "남은 칸을 스트라이드로 나누어 소수점 아래를 버리고 1을 더한다.",
        ],
        "claims": {
            "same": [
                "그대로다.",
                "스트라이드가 1이고 패딩의 두 배가 필터의 한 변보다 1 작을 때 그렇다.",
            ],
            "half": ["절반이 된다.", "스트라이드가 2이고 패딩이 맞을 때 그렇다."],
            "other": [
                "그대로도 절반도 아니다.",
                "패딩이 모자라거나 남을 때 그렇다.",
            ],
        },
        "reason": "특징 맵의 한 변은 {{size}}이다.",
    },
    "en": {
        "question": "An image with a side of {{n}} passes "
        "`Conv2d(3, 16, {{k}}, stride={{s}}, padding={{p}})`. How does its side change?",
        "hints": [
            "The padded image less the side of the filter leaves {{rest}} cells.",
            "Divide them by the stride, drop the fraction and add 1.",
        ],
        "claims": {
            "same": [
                "It stays as it is.",
                "True if the stride is 1 and twice the padding is one less than the "
                "side "
                "of the filter.",
            ],
            "half": [
                "It becomes half.",
                "True with a stride of 2 and a fitting padding.",
            ],
            "other": [
                "It neither stays nor becomes half.",
                "True if the padding is too small or too large.",
            ],
        },
        "reason": "The feature map has a side of {{size}}.",
    },
}


def draw(rng):
    k, s = int(rng.choice([3, 5, 7])), int(rng.integers(1, 3))
    p = k // 2 - int(rng.integers(0, 3) == 0)
    return {"n": rng.choice([32, 64, 128, 224]), "k": k, "s": s, "p": p}


def steps(n, k, s, p):
    size = conv_output_size(n, k, stride=s, padding=p)
    return {"rest": n + 2 * p - k, "size": size}


def truth(n, k, s, p):
    size = conv_output_size(n, k, stride=s, padding=p)
    return {"same": size == n, "half": 2 * size == n, "other": size not in (n, n / 2)}


def check(n, k, s, p):
    size = len(range(0, n + 2 * p - k + 1, s))
    return {n: "same", n // 2: "half"}.get(size, "other")
