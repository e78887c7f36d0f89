"""Which scores have the same softmax."""

from dlnotes.activations import softmax

KIND = "choice"
NAMES = ["first", "second", "third"]
WORDS = {
    "ko": {
        "question": "점수가 {{z}}일 때와 소프트맥스의 결과가 같은 점수는?",
        "hints": [
            "소프트맥스는 점수의 차만 본다.",
            "첫 점수와 둘째 점수의 차는 {{gap}}이다. 이 차가 같은 것을 찾는다.",
        ],
        "claims": {
            "first": ["{{a}}", "이웃한 점수의 차가 다르므로 결과도 다르다."],
            "second": ["{{b}}", "점수의 차가 하나라도 다르면 결과가 다르다."],
            "third": ["{{c}}", "차가 달라졌으므로 어느 클래스의 몫이 달라진다."],
        },
        "reason": "모든 점수에 같은 수를 더하면 결과가 그대로이고, 곱하면 달라진다.",
    },
    "en": {
        "question": "Which scores have the same softmax as {{z}}?",
        "hints": [
            "The softmax sees only differences of scores.",
            "The first two scores differ by {{gap}}. Look for the same difference.",
        ],
        "claims": {
            "first": ["{{a}}", "The scores differ by other amounts, so the shares differ."],
            "second": ["{{b}}", "If a difference changes, the shares change too."],
            "third": ["{{c}}", "With other differences, some share must change."],
        },
        "reason": "Adding the same number to all scores changes nothing; multiplying does.",
    },
}


def draw(rng):
    z = rng.permutation([-2, -1, 1, 2, 4])[:3]
    others = [z + rng.integers(3, 9), 2 * z, -z]
    a, b, c = (others[i] for i in rng.permutation(3))
    return {"z": z, "a": a, "b": b, "c": c}


def steps(z, a, b, c):
    return {"gap": z[0] - z[1]}


def truth(z, a, b, c):
    same = [abs(softmax(z) - softmax(other)).max() < 1e-9 for other in (a, b, c)]
    return {name: bool(one) for name, one in zip(NAMES, same, strict=True)}


def check(z, a, b, c):
    gaps = [[other[0] - other[1], other[1] - other[2]] for other in (z, a, b, c)]
    return NAMES[gaps[1:].index(gaps[0])]
