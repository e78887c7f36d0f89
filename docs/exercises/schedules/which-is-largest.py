"""The schedule that has the largest rate at some step."""

from dlnotes.schedules import exponential_lr, inverse_sqrt_lr, linear_decay

KIND = "choice"
WORDS = {
    "ko": {
        "question": "기준 학습률은 모두 1이다. $t = {{t}}$에서 학습률이 가장 큰 것은?",
        "hints": [
            "하나씩 셈한다. 선형은 $1 - t / T$이다.",
            "선형은 {{line}}, 지수는 {{curve}}이다. 역제곱근도 구해 견준다.",
        ],
        "claims": {
            "line": ["길이 {{T}}의 선형 감쇠", "이때 선형은 {{line}}이다."],
            "curve": [
                "스텝마다 {{gamma}}배가 되는 지수 감쇠",
                "이때 지수는 {{curve}}이다.",
            ],
            "root": ["웜업이 {{w}}스텝인 역제곱근 감쇠", "이때 역제곱근은 {{root}}이다."],
        },
        "reason": "선형 {{line}}, 지수 {{curve}}, 역제곱근 {{root}}이다.",
    },
    "en": {
        "question": "The base rate is 1 for all. Which has the largest rate at "
        "$t = {{t}}$?",
        "hints": [
            "Compute them one by one. Linear decay is at $1 - t / T$.",
            "Linear is at {{line}}, exponential at {{curve}}. Compute the inverse square "
            "root as well.",
        ],
        "claims": {
            "line": ["linear decay of length {{T}}", "Linear is at {{line}} then."],
            "curve": [
                "exponential decay by {{gamma}} at each step",
                "Exponential is at {{curve}} then.",
            ],
            "root": [
                "inverse square-root decay after {{w}} steps of warm-up",
                "The inverse square root is at {{root}} then.",
            ],
        },
        "reason": "Linear {{line}}, exponential {{curve}}, inverse square root {{root}}.",
    },
}


def draw(rng):
    while True:
        found = {
            "t": rng.integers(10, 90),
            "T": 100,
            "gamma": [0.9, 0.95, 0.99, 0.995][rng.integers(4)],
            "w": [4, 9, 25][rng.integers(3)],
        }
        rates = sorted(steps(**found).values())
        if rates[2] - rates[1] > 0.02:  # else the rounded rates might look equal
            return found


def steps(t, T, gamma, w):
    return {
        "line": float(linear_decay(t, 1.0, total=T)),
        "curve": float(exponential_lr(t, 1.0, gamma=gamma)),
        "root": float(inverse_sqrt_lr(t, 1.0, warmup_steps=w)),
    }


def truth(t, T, gamma, w):
    rates = steps(t, T, gamma, w)
    return {name: rate == max(rates.values()) for name, rate in rates.items()}


def check(t, T, gamma, w):
    root = min((t + 1) / w, ((t + 1) / w) ** -0.5)
    return max([(1 - t / T, "line"), (gamma**t, "curve"), (root, "root")])[1]
