"""The first and the last rate of some steps that begin with a warm-up."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "`range({{n}})`의 마지막 스텝은 $t = {{last}}$이다.",
            "$\\eta \\min(1, (t + 1) / {{w}})$의 $t$ 자리에 0과 {{last}}, "
            "두 수를 차례로 넣는다.",
        ],
        "reason": "첫 학습률은 ${{eta}} \\times 1 / {{w}}$이고, 마지막은 "
        "${{eta}} \\times \\min(1, {{n}} / {{w}})$이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "The last step of `range({{n}})` is $t = {{last}}$.",
            "Put $t = 0$ and $t = {{last}}$ into $\\eta \\min(1, (t + 1) / {{w}})$.",
        ],
        "reason": "The first rate is ${{eta}} \\times 1 / {{w}}$ and the last one "
        "${{eta}} \\times \\min(1, {{n}} / {{w}})$.",
    },
}
CODE = """
from dlnotes.schedules import linear_warmup

rates = linear_warmup(range({{n}}), {{eta}}, warmup_steps={{w}})
print(round(float(rates[0]), 3), round(float(rates[-1]), 3))
"""


def draw(rng):
    return {
        "n": rng.integers(2, 13),
        "eta": rng.integers(1, 9) / 10,
        "w": [2, 4, 5, 8, 10][rng.integers(5)],
    }


def steps(n, eta, w):
    return {"last": n - 1}


def check(n, eta, w):
    rates = [eta * min(1, (t + 1) / w) for t in range(n)]
    return f"{round(rates[0], 3)} {round(rates[-1], 3)}"
