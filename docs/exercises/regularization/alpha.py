"""The `alpha` of scikit-learn for a penalty of this page."""

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "샘플이 {{N}}개이고 평균 제곱 오차에 더하는 벌점의 세기는 "
        "$\\lambda = {{lam}}$이다. 같은 모델을 scikit-learn의 `{{model}}`에서 얻으려면 "
        "`alpha`를 얼마로 해야 하는가?",
        "hints": [
            "`Ridge`는 제곱 오차를 나누지 않고 더하며, `Lasso`는 $2N$으로 나눈다.",
            "오차가 몇 배가 되는지 보고, 벌점도 같은 배수로 한다.",
        ],
        "reason": "`Ridge`라면 오차가 $N$배이므로 벌점도 $N$배로, `Lasso`라면 절반이므로 "
        "절반으로 한다. 답은 {{answer}}이다.",
    },
    "en": {
        "question": "There are {{N}} samples, and a penalty of strength "
        "$\\lambda = {{lam}}$ is added to the mean squared error. Which `alpha` gives the "
        "same model by scikit-learn's `{{model}}`?",
        "hints": [
            "`Ridge` adds up squared errors undivided, and `Lasso` divides them by $2N$.",
            "See by what the error is multiplied, and do the same to the penalty.",
        ],
        "reason": "With `Ridge` the error is $N$ times as large, and so is the penalty; "
        "with `Lasso` both are halved. It is {{answer}}.",
    },
}
CODE = """
alphas = {"Ridge": {{N}} * {{lam}}, "Lasso": {{lam}} / 2}
print(round(alphas["{{model}}"], 4))
"""


def draw(rng):
    model = ["Ridge", "Lasso"][rng.integers(2)]
    lam = int(rng.integers(1, 20)) / 10
    return {"N": 10 * rng.integers(2, 50), "lam": lam, "model": model}


def check(N, lam, model):
    """One weight that is 10 without penalty must come out the same."""
    if model == "Ridge":  # N (w - 10)^2 + alpha w^2 is flat at w = 10 / (1 + lam)
        w = 10 / (1 + lam)
        return N * (10 - w) / w
    w = 10 - lam / 2  # here (w - 10)^2 / 2 + alpha w is flat
    return 10 - w
