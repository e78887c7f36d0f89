"""Momentum written by hand, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "기울기가 ${{lam}} x$인 그릇에서 모멘텀으로 내려가는 코드인데, 한 줄이 "
        "틀렸다. 몇 번째 줄인가?",
        "hints": [
            "속도는 $v_t = \\mu v_{t-1} + g_t$이고, 갱신은 $\\eta v_t$를 뺀다.",
            "기울기는 지금 자리에서 구한다.",
        ],
        "mistakes": {
            "grad": "기울기를 출발한 자리에서 구한다. 지금 자리 `x`에서 구해야 한다.",
            "keep": "지난 속도를 버린다. $\\mu v$에 새 기울기를 더해야 한다.",
            "move": "속도가 아니라 기울기로 옮긴다. 쌓은 속도를 쓰지 않으면 그냥 경사 "
            "하강법이다.",
        },
        "reason": "바른 코드는 {{x}}에서 출발해 {{n}}걸음 뒤 {{printed}}에 있다.",
    },
    "en": {
        "question": "This code goes down a bowl with the gradient ${{lam}} x$ by momentum, "
        "but one line is wrong. Which line?",
        "hints": [
            "The velocity is $v_t = \\mu v_{t-1} + g_t$, and an update subtracts "
            "$\\eta v_t$.",
            "The gradient is computed at the present place.",
        ],
        "mistakes": {
            "grad": "It computes the gradient at the start. It has to be computed at the "
            "present place `x`.",
            "keep": "It throws the old velocity away. The new gradient has to be added to "
            "$\\mu v$.",
            "move": "It moves by the gradient. Without the velocity this is plain gradient "
            "descent.",
        },
        "reason": "The right code starts at {{x}} and is at {{printed}} after {{n}} steps.",
    },
}
CODE = """
start, mu, lr = {{x}}, 0.9, 0.05
x, v = start, 0.0
for t in range({{n}}):
    g = {{lam}} * {{grad}}
    v = {{keep}} + g
    x = x - lr * {{move}}
print(round(x, 4))
"""
MISTAKES = {"grad": ("x", "start"), "keep": ("mu * v", "0 * v"), "move": ("v", "g")}


def draw(rng):
    return {"x": rng.integers(1, 6), "lam": rng.integers(1, 5), "n": rng.integers(3, 7)}
