"""A neuron that counts votes, with some inputs that forbid."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가? 셋째 입력은 억제 입력이다.",
        "hints": [
            "셋째 입력이 1인 줄에서는 가중합이 얼마든 0을 낸다.",
            "나머지 줄에서는 처음 두 입력에 가중치를 곱해 더하고 "
            "{{threshold}} 이상인지 본다.",
        ],
        "reason": "가중합은 셋째 입력을 빼고 차례로 {{sums}}이다. "
        "셋째 입력이 꺼져 있고 가중합이 {{threshold}} 이상인 줄에서만 1을 낸다.",
    },
    "en": {
        "question": "What does this code print? The third input is inhibitory.",
        "hints": [
            "In a row where the third input is 1 the output is 0, whatever the sum.",
            "In the other rows, multiply the first two inputs by their weights, add, and "
            "compare with {{threshold}}.",
        ],
        "reason": "Without the third input, the weighted sums are {{sums}}. The output "
        "is 1 only where the third input is off and the sum is {{threshold}} or more.",
    },
}
CODE = """
from dlnotes.neurons import mcp_neuron

rows = [[{{first}}], [{{second}}], [{{third}}]]
forbids = [False, False, True]
fires = mcp_neuron(rows, [{{w}}, 1], {{threshold}}, inhibitory=forbids)
print(fires.astype(int).tolist())
"""


def draw(rng):
    rows = rng.integers(0, 2, size=(3, 3))
    w = [int(weight) for weight in rng.integers(1, 4, size=2)]
    names = dict(zip(("first", "second", "third"), rows, strict=True))
    return names | {"w": w, "threshold": rng.integers(1, sum(w) + 1)}


def steps(first, second, third, w, threshold):
    return {"sums": [w[0] * r[0] + w[1] * r[1] for r in (first, second, third)]}


def check(first, second, third, w, threshold):
    fires = [
        int(not stop and (a and w[0]) + (b and w[1]) >= threshold)
        for a, b, stop in (first, second, third)
    ]
    return str(fires)
