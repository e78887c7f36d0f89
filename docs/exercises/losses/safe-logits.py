"""Binary cross-entropy from a score, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "점수 `z`와 정답 `y`에서 이진 교차 엔트로피를 안전하게 구하려는 "
        "코드인데, 한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "식 $\\max(z, 0) - zy + \\log(1 + e^{-|z|})$와 한 줄씩 견준다.",
            "지수에 양수가 들어가면 값이 넘칠 수 있다. "
            "양수인 점수만 로그 밖으로 나온다. 정답이 0이면 $zy$도 0이다.",
        ],
        "mistakes": {
            "out": "로그 밖으로 꺼내는 것은 점수가 양수일 때뿐이므로 `max`를 쓴다.",
            "power": "지수가 넘치지 않으려면 언제나 음수나 0을 넣는다.",
            "own": "벌점에서 빼는 것은 점수와 정답의 곱이다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code computes the binary cross-entropy of a score `z` and a "
        "truth `y` safely, but one line is wrong. Which line?",
        "hints": [
            "Compare each line with $\\max(z, 0) - zy + \\log(1 + e^{-|z|})$.",
            "A positive exponent may overflow. Only a positive score comes out of the "
            "logarithm. If the truth is 0, then $zy$ is 0 as well.",
        ],
        "mistakes": {
            "out": "Only a positive score comes out of the logarithm, hence `max`.",
            "power": "The exponent must never be positive, or it may overflow.",
            "own": "The product of score and truth is subtracted.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import math
z, y = {{z}}, {{y}}
out = {{out}}(z, 0)
bend = math.log(1 + math.exp({{power}}abs(z)))
loss = out - z * {{own}} + bend
print(round(loss, 3))
"""
MISTAKES = {"out": ("max", "min"), "power": ("-", ""), "own": ("y", "(1 - y)")}


def draw(rng):
    z = int(rng.integers(1, 6) * rng.choice([-1, 1]))
    return {"z": z, "y": rng.integers(2)}
