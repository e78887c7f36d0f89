"""The one of four houses that may go, and the street stays for certain."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "가장 좋은 길에서 집 네 채의 $y(w \\cdot x + b)$는 차례로 "
        "{{ahead}}이다. 지우고 다시 구해도 **확실히** 같은 길이 나오는 집은 "
        "어느 것인가?",
        "hints": [
            "지워도 되는 집은 서포트 벡터가 아닌 집이다.",
            "서포트 벡터는 $y(w \\cdot x + b)$가 1 이하인 집이다.",
        ],
        "claims": {
            "first": ["첫째 집", "1 이하이므로 서포트 벡터다."],
            "second": ["둘째 집", "1 이하이므로 서포트 벡터다."],
            "third": ["셋째 집", "1 이하이므로 서포트 벡터다."],
            "fourth": ["넷째 집", "1 이하이므로 서포트 벡터다."],
            "none": ["그런 집은 없다", "1보다 큰 집이 하나 있다."],
        },
        "reason": "1보다 큰 집은 모자란 만큼이 0이고, 길이 조금 움직여도 0이다. "
        "그런 집만 지워도 된다고 확실히 말할 수 있다.",
    },
    "en": {
        "question": "On the best street, the $y(w \\cdot x + b)$ of four houses are "
        "{{ahead}}, in this order. Which house can go so that the same street is "
        "found again **for certain**?",
        "hints": [
            "A house that may go is no support vector.",
            "Support vectors are the houses whose $y(w \\cdot x + b)$ is at most 1.",
        ],
        "claims": {
            "first": ["The first one.", "It is at most 1, so it is a support vector."],
            "second": ["The second one.", "It is at most 1, so it is a support vector."],
            "third": ["The third one.", "It is at most 1, so it is a support vector."],
            "fourth": ["The fourth one.", "It is at most 1, so it is a support vector."],
            "none": ["No such house.", "One of them is above 1."],
        },
        "reason": "A house above 1 has no slack, and has none after a small move of the "
        "street. Only of such a house it is certain that it may go.",
    },
}
NAMES = ["first", "second", "third", "fourth"]
SHORT = [1, 0.9, 0.7, 0.5, 0.2, 0, -0.3, -0.8]


def draw(rng):
    # two houses at 1: with fewer, the shares of the two classes may not be equal
    first, second = rng.choice(SHORT, 2)
    if rng.integers(5):
        second = rng.integers(11, 30) / 10
    return {"ahead": rng.permutation([first, second, 1, 1]).tolist()}


def truth(ahead):
    found = {name: value > 1 for name, value in zip(NAMES, ahead, strict=True)}
    return found | {"none": not any(found.values())}


def check(ahead):
    """The house whose hinge does not pull: its derivative is 0 on both sides."""

    def hinge(z):
        return max(0.0, 1 - z)

    still = [hinge(z - 1e-6) == hinge(z + 1e-6) for z in ahead]
    return NAMES[still.index(True)] if any(still) else "none"
