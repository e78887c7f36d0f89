"""Two machines, of which one has the better likelihood and the worse reconstruction."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "같은 데이터로 학습한 두 머신을 시험 데이터에서 쟀다. 머신 1은 로그 "
        "확률의 평균이 {{first}}, 복원 오차가 {{error}}이다. 머신 2는 로그 확률의 평균이 "
        "{{second}}, 복원 오차가 {{other}}이다. 데이터의 확률을 더 잘 나타내는 것은 어느 "
        "쪽인가?",
        "hints": [
            "학습이 올리려는 것은 로그 가능도다.",
            "복원 오차는 표집이 제자리를 맴돌아도 작다.",
        ],
        "claims": {
            "one": ["머신 1이다.", "머신 1은 데이터에 더 낮은 확률을 준다."],
            "two": ["머신 2이다.", "머신 2는 데이터에 더 낮은 확률을 준다."],
            "none": [
                "복원 오차와 로그 확률이 어긋나므로 알 수 없다.",
                "데이터의 확률은 로그 확률이 말해 준다.",
            ],
        },
        "reason": "로그 확률의 평균이 큰 쪽이 데이터에 더 높은 확률을 준다. 복원 오차는 "
        "확률이 아니다.",
    },
    "en": {
        "question": "Two machines were trained on the same data and measured on test data. "
        "Machine 1 has a mean log-probability of {{first}} and a reconstruction error of "
        "{{error}}, machine 2 a mean log-probability of {{second}} and a reconstruction "
        "error of {{other}}. Which one has learnt the distribution of the data better?",
        "hints": [
            "Training is meant to raise the log-likelihood.",
            "A reconstruction error is also small if Gibbs sampling is stuck.",
        ],
        "claims": {
            "one": ["Machine 1.", "Machine 1 gives the data a lower probability."],
            "two": ["Machine 2.", "Machine 2 gives the data a lower probability."],
            "none": [
                "Nobody can tell, as error and log-probability disagree.",
                "The log-probability tells how likely the data are.",
            ],
        },
        "reason": "The better machine has the higher mean log-probability of test data. A "
        "reconstruction error is no probability.",
    },
}


def draw(rng):
    better = -int(rng.integers(150, 250)) / 10
    worse = round(better - int(rng.integers(5, 40)) / 10, 1)
    small, large = int(rng.integers(20, 50)) / 1000, int(rng.integers(60, 99)) / 1000
    if rng.random() < 0.5:
        return {"first": better, "error": large, "second": worse, "other": small}
    return {"first": worse, "error": small, "second": better, "other": large}


def truth(first, error, second, other):
    return {"one": first > second, "two": second > first, "none": False}


def check(first, error, second, other):
    """Here the better machine is always the one that comes back worse."""
    return "one" if error > other else "two"
