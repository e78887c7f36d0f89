"""Where a centre moves in one round of k-means."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "샘플은 {{x}}이고, 대표는 {{first}}, {{second}}에 있다. "
        "k-평균을 한 번 되풀이하면 둘째 대표는 어디에 있는가?",
        "hints": [
            "샘플마다 어느 대표가 가까운지 본다. 두 대표의 한가운데는 {{middle}}이다.",
            "둘째 대표를 따르는 샘플은 {{own}}이다. 평균을 낸다.",
        ],
        "reason": "{{own}}의 평균은 {{answer}}이다.",
    },
    "en": {
        "question": "Samples are at {{x}}, and the centres at {{first}} and {{second}}. "
        "Where is the second centre after one round of k-means?",
        "hints": [
            "Which centre is nearer to each sample? The middle between the two is "
            "{{middle}}.",
            "The samples of the second centre are {{own}}. Take their mean.",
        ],
        "reason": "The mean of {{own}} is {{answer}}.",
    },
}
CODE = """
from dlnotes.features import kmeans

X = [[x] for x in [{{x}}]]
centers, labels = kmeans(X, [[{{first}}], [{{second}}]], max_iter=1)
print(round(centers[1, 0].item(), 3))
"""


def draw(rng):
    while True:
        x = sorted(rng.permutation(20)[:5])
        first, second = sorted(rng.choice(x, 2, replace=False))
        middle = (first + second) / 2
        if middle not in x and sum(one > middle for one in x) > 1:
            return {"x": x, "first": first, "second": second}


def steps(x, first, second):
    middle = (first + second) / 2
    return {"middle": middle, "own": [one for one in x if one > middle]}


def check(x, first, second):
    own = [one for one in x if abs(one - second) < abs(one - first)]
    return sum(own) / len(own)
