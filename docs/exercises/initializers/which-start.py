"""The fate of a signal, told from the layer and the size of its weights."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "유닛이 {{n}}개인 {{activation}} 층을 서른 개 쌓고, 가중치를 "
        "표준편차 {{sigma}}인 난수로 시작했다. 신호의 크기는 어떻게 되는가?",
        "hints": [
            "$\\sigma_w \\sqrt{n} \\approx {{factor}}$이다. ReLU라면 $\\sqrt{2}$로 나눈다.",
            "층의 배율은 {{gain}}쯤이다.",
        ],
        "claims": {
            "fades": ["층마다 줄어 사라진다.", "배율이 1보다 뚜렷이 작아야 한다."],
            "stays": ["크기가 거의 그대로다.", "배율이 1에 가까워야 한다."],
            "explodes": ["층마다 커져 폭발한다.", "ReLU의 배율이 1보다 커야 한다."],
        },
        "reason": "층의 배율은 {{gain}}쯤이고, 서른 번 곱한다.",
    },
    "en": {
        "question": "Thirty layers of {{n}} {{activation}} units begin with weights of "
        "standard deviation {{sigma}}. What happens to the size of the signal?",
        "hints": [
            "$\\sigma_w \\sqrt{n} \\approx {{factor}}$. For ReLU, divide by $\\sqrt{2}$.",
            "The factor of a layer is about {{gain}}.",
        ],
        "claims": {
            "fades": ["It fades from layer to layer.", "The factor would be well below 1."],
            "stays": ["It stays nearly the same.", "The factor would be close to 1."],
            "explodes": ["It explodes.", "The factor of ReLU would be above 1."],
        },
        "reason": "The factor of a layer is about {{gain}}, and it is applied thirty "
        "times.",
    },
}


def draw(rng):
    relu, kind = bool(rng.integers(2)), rng.integers(3)
    n = 16 * rng.integers(2, 20)
    gain = [0.4, 1.0, 2.0][kind] if relu else [0.4, 0.5][kind % 2]
    sigma = gain * (2 if relu else 1) ** 0.5 / n**0.5
    return {
        "n": n,
        "activation": "ReLU" if relu else "tanh",
        "sigma": float(f"{sigma:.3f}"),
    }


def steps(n, activation, sigma):
    factor = sigma * n**0.5
    return {"factor": factor, "gain": factor / (2**0.5 if activation == "ReLU" else 1)}


def truth(n, activation, sigma):
    gain = steps(n, activation, sigma)["gain"]
    return {"fades": gain < 0.75, "stays": 0.75 <= gain <= 1.25, "explodes": gain > 1.25}


def check(n, activation, sigma):
    import torch

    torch.manual_seed(0)
    h = torch.randn(200, n) * (1 if activation == "ReLU" else 1e-3)
    start = h.norm()
    for _ in range(30):
        h = torch.nn.functional.linear(h, sigma * torch.randn(n, n))
        h = torch.relu(h) if activation == "ReLU" else torch.tanh(h)
    size = (h.norm() / start).item()
    return "fades" if size < 1e-4 else "explodes" if size > 1e4 else "stays"
