"""Which logical function a neuron computes."""

KIND = "choice"
CLAIMS = {
    "and": ["AND", [0, 0, 0, 1]],
    "or": ["OR", [0, 1, 1, 1]],
    "nand": ["NAND", [1, 1, 1, 0]],
    "nor": ["NOR", [1, 0, 0, 0]],
}
WORDS = {
    "ko": {
        "question": "가중치가 $w_1 = {{w1}}$, $w_2 = {{w2}}$이고 문턱값이 "
        "$\\theta = {{threshold}}$인 뉴런이 있다. 입력이 0이나 1일 때 무엇을 계산하는가?",
        "hints": [
            "입력 (0, 0), (0, 1), (1, 0), (1, 1)의 가중합은 차례로 {{sums}}이다.",
            "가중합이 {{threshold}} 이상인 곳에서 1을 낸다.",
        ],
        "claims": {
            "and": ["AND: 둘 다 1일 때만 1", "네 줄의 출력은 {{outputs}}이다."],
            "or": ["OR: 하나라도 1이면 1", "네 줄의 출력은 {{outputs}}이다."],
            "nand": ["NAND: 둘 다 1일 때만 0", "네 줄의 출력은 {{outputs}}이다."],
            "nor": ["NOR: 둘 다 0일 때만 1", "네 줄의 출력은 {{outputs}}이다."],
        },
        "reason": "가중합 {{sums}} 가운데 {{threshold}} 이상인 것에서 1을 내므로 "
        "출력은 {{outputs}}이다.",
    },
    "en": {
        "question": "A neuron has the weights $w_1 = {{w1}}$ and $w_2 = {{w2}}$ and the "
        "threshold $\\theta = {{threshold}}$. What does it compute for inputs 0 and 1?",
        "hints": [
            "For (0, 0), (0, 1), (1, 0) and (1, 1), the weighted sums are {{sums}}.",
            "The output is 1 where the sum is {{threshold}} or more.",
        ],
        "claims": {
            "and": ["AND: 1 only if both are 1", "The four outputs are {{outputs}}."],
            "or": ["OR: 1 if at least one is 1", "The four outputs are {{outputs}}."],
            "nand": ["NAND: 0 only if both are 1", "The four outputs are {{outputs}}."],
            "nor": ["NOR: 1 only if both are 0", "The four outputs are {{outputs}}."],
        },
        "reason": "The sums are {{sums}}. The output is 1 where they are {{threshold}} or "
        "more, so the outputs are {{outputs}}.",
    },
}
CODE = """
from dlnotes.neurons import mcp_neuron

rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
print(mcp_neuron(rows, [{{w1}}, {{w2}}], {{threshold}}))
"""


def draw(rng):
    w1, w2 = rng.integers(1, 5, size=2)
    low, high = int(min(w1, w2)), int(w1 + w2)
    kind = rng.integers(4)  # AND and NAND need a threshold above both weights
    if kind < 2:
        w = (w1, w2)
        threshold = (
            rng.integers(high - low + 1, high + 1) if kind else rng.integers(1, low + 1)
        )
    else:
        w = (-w1, -w2)
        threshold = -rng.integers(high - low, high) if kind == 2 else -rng.integers(0, low)
    return {"w1": w[0], "w2": w[1], "threshold": threshold}


def steps(w1, w2, threshold):
    sums = [0, w2, w1, w1 + w2]
    return {"sums": sums, "outputs": [int(one >= threshold) for one in sums]}


def truth(w1, w2, threshold):
    outputs = steps(w1, w2, threshold)["outputs"]
    return {name: outputs == table for name, (_, table) in CLAIMS.items()}


def check(w1, w2, threshold):
    if w1 > 0:
        return "or" if threshold <= min(w1, w2) else "and"
    return "nor" if threshold > max(w1, w2) else "nand"
