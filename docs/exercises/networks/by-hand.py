"""A forward pass through a 2-2-1 network."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "본문과 같은 꼴의 신경망에서 입력이 $x = ({{x}})$이다. 은닉 유닛 1은 "
        "가중치 {{w}}, 편향 {{b}}이고, 은닉 유닛 2는 가중치 {{u}}, 편향 {{d}}이다. "
        "$v = ({{v}})$, $c = {{c}}$이고 활성화 함수가 ReLU이면 "
        "$\\hat{y}$의 값은 얼마인가?",
        "hints": [
            "은닉 유닛마다 가중합에 편향을 더하고, 음수이면 0으로 바꾼다.",
            "$z_1 = {{first}}$, $z_2 = {{second}}$이다.",
        ],
        "reason": "$h_1 = {{h}}$, $h_2 = {{k}}$이므로 여기에 $v$를 곱해 더하고 $c$를 "
        "더하면 {{answer}}이다.",
    },
    "en": {
        "question": "A network like that of the page gets $x = ({{x}})$. Hidden unit 1 has "
        "the weights {{w}} and the bias {{b}}, hidden unit 2 the weights {{u}} and the "
        "bias {{d}}. With $v = ({{v}})$, $c = {{c}}$ and the ReLU, what is $\\hat{y}$?",
        "hints": [
            "Add the bias to the weighted sum of each hidden unit; set negatives to 0.",
            "$z_1 = {{first}}$ and $z_2 = {{second}}$.",
        ],
        "reason": "$h_1 = {{h}}$ and $h_2 = {{k}}$; times $v$, added up, plus $c$ this is "
        "{{answer}}.",
    },
}
CODE = """
from dlnotes.networks import mlp_forward

params = [[[{{w}}], [{{u}}]], [{{b}}, {{d}}], [[{{v}}]], [{{c}}]]
y, _ = mlp_forward([{{x}}], params)
print(int(y[0]))
"""


def draw(rng):
    x, w, u, v = rng.integers(-3, 4, size=(4, 2))
    b, d, c = rng.integers(-2, 3, size=3)
    return {"x": x, "w": w, "u": u, "v": v, "b": b, "d": d, "c": c}


def steps(x, w, u, v, b, d, c):
    first, second = (p[0] * x[0] + p[1] * x[1] + bias for p, bias in [(w, b), (u, d)])
    return {"first": first, "second": second, "h": max(0, first), "k": max(0, second)}


def check(x, w, u, v, b, d, c):
    import torch

    x, v = torch.tensor(x), torch.tensor(v)
    h = torch.relu(torch.tensor([w, u]) @ x + torch.tensor([b, d]))
    return (v @ h + c).item()
