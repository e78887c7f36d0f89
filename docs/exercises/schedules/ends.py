"""Where one cycle begins and ends, from the height of its peak."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "PyTorch의 `OneCycleLR`에 `total_steps`와 `max_lr={{peak}}`만 "
        "정해 주었다. 어느 지점에서 학습률이 {{rate}}인가?",
        "hints": [
            "첫 학습률은 봉우리의 25분의 1이다.",
            "마지막 학습률은 첫 학습률의 1만분의 1이다.",
        ],
        "claims": {
            "first": ["첫 스텝", "첫 학습률은 ${{peak}} / 25 = {{first}}$이다."],
            "top": ["봉우리", "봉우리는 {{peak}}이다."],
            "last": ["마지막 스텝", "마지막은 ${{first}} / 10^4$이다."],
        },
        "reason": "처음은 {{first}}, 봉우리는 {{peak}}, 마지막은 ${{first}} / 10^4$이다.",
    },
    "en": {
        "question": "PyTorch's `OneCycleLR` was given `total_steps` and "
        "`max_lr={{peak}}`, nothing else. "
        "Where is the rate $\\eta = {{rate}}$?",
        "hints": [
            "The first rate is one twenty-fifth of the peak.",
            "The last rate is one ten-thousandth of the first.",
        ],
        "claims": {
            "first": [
                "at the first step",
                "The first rate is ${{peak}} / 25 = {{first}}$.",
            ],
            "top": ["at the peak", "The peak is {{peak}}."],
            "last": ["at the last step", "The last rate is ${{first}} / 10^4$."],
        },
        "reason": "It begins at {{first}}, rises to {{peak}}, and ends at "
        "${{first}} / 10^4$.",
    },
}


def draw(rng):
    peak = rng.integers(1, 9) / 4
    where = rng.integers(3)
    return {"peak": peak, "rate": [peak / 25, peak, peak / 25e4][where]}


def steps(peak, rate):
    return {"first": peak / 25}


def truth(peak, rate):
    return {"first": 1e-3 < rate < peak / 2, "top": rate > peak / 2, "last": rate < 1e-3}


def check(peak, rate):
    import torch

    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    options = {"max_lr": peak, "total_steps": 11}
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, **options)
    first, last = optimizer.param_groups[0]["lr"], scheduler.optimizer.param_groups[0]
    distances = {"first": abs(rate - first), "top": abs(rate - peak)}
    distances["last"] = abs(rate - last["min_lr"])
    return min(distances, key=distances.get)
