"""A network of two hidden units by hand, at a corner of XOR."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "은닉 유닛 $h_1 = \\max(0, x_1 + x_2)$, "
        "$h_2 = \\max(0, x_1 + x_2 - 1)$은 본문과 같고, 출력만 "
        "$z = {{a}} h_1 + ({{b}}) h_2 + ({{c}})$로 바꾸었다. 입력이 {{x}}일 때 "
        "$z$는 얼마인가?",
        "hints": [
            "두 입력을 더하면 은닉 유닛의 값이 나온다.",
            "$h_1 = {{h}}$이고, $h_2$는 여기서 1을 빼고 음수를 0으로 바꾼 {{k}}이다.",
        ],
        "reason": "${{a}} \\cdot {{h}} + ({{b}}) \\cdot {{k}} + ({{c}}) = {{answer}}$이다.",
    },
    "en": {
        "question": "The hidden units are those of the page, "
        "$h_1 = \\max(0, x_1 + x_2)$ and $h_2 = \\max(0, x_1 + x_2 - 1)$; only the output "
        "is now $z = {{a}} h_1 + ({{b}}) h_2 + ({{c}})$. What is $z$ for the input {{x}}?",
        "hints": [
            "Add the two inputs to find the hidden units.",
            "$h_1 = {{h}}$; take 1 off and set negatives to 0 for $h_2$, which is {{k}}.",
        ],
        "reason": "${{a}} \\cdot {{h}} + ({{b}}) \\cdot {{k}} + ({{c}}) = {{answer}}$.",
    },
}
CODE = """
from dlnotes.networks import mlp_forward

params = [[[1, 1], [1, 1]], [0, -1], [[{{a}}, {{b}}]], [{{c}}]]
z, _ = mlp_forward([{{x}}], params)
print(int(z[0]))
"""


def draw(rng):
    a, b, c = rng.integers(-3, 4, size=3)
    return {"x": rng.integers(0, 2, size=2), "a": a, "b": b, "c": c}


def steps(x, a, b, c):
    return {"h": sum(x), "k": max(0, sum(x) - 1)}


def check(x, a, b, c):
    return {0: c, 1: a + c, 2: 2 * a + b + c}[sum(x)]
