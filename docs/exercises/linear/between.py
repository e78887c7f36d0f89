"""The class of a point between two others, as far as it is known."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "클래스가 넷인 선형 분류기가 점 $u$는 클래스 {{first}}, "
        "점 $v$는 클래스 {{second}}라고 예측했다. "
        "두 점의 정확히 가운데에 있는 점은 어느 클래스라고 예측하는가?",
        "hints": [
            "가운데 점의 점수는 두 점의 점수를 평균한 값이다.",
            "두 점의 클래스가 같을 때와 다를 때를 나누어 생각한다.",
        ],
        "claims": {
            "sure": [
                "반드시 클래스 {{first}}이다.",
                "두 점의 클래스가 다르므로, 평균하면 어느 점수가 가장 높을지 모른다.",
            ],
            "either": [
                "두 점의 클래스 가운데 하나지만, 어느 쪽인지는 모른다.",
                "두 점의 클래스가 같으면 하나로 정해지고, 다르면 다른 클래스일 수도 있다. "
                "두 점에서 모두 둘째로 점수가 높은 클래스가 있을 수 있기 때문이다.",
            ],
            "unknown": [
                "이것만으로는 알 수 없다. 다른 클래스일 수도 있다.",
                "두 점의 클래스가 같고 영역이 볼록하므로 하나로 정해진다.",
            ],
        },
        "reason": "클래스의 영역은 볼록하다. "
        "클래스가 같은 두 점 사이에는 그 클래스만 있다. "
        "클래스가 다른 두 점 사이에는 다른 클래스의 영역이 끼어 있을 수 있다.",
    },
    "en": {
        "question": "A linear classifier predicts class {{first}} for a point $u$, and "
        "class {{second}} for a point $v$. What does it predict for the point half-way "
        "between them, if there are four classes?",
        "hints": [
            "The scores half-way are the means of the scores of the two points.",
            "Think of two points of one class, and of two points of different classes.",
        ],
        "claims": {
            "sure": [
                "Class {{first}} for certain.",
                "The two points have different classes, so another score may be the "
                "highest on average.",
            ],
            "either": [
                "One of the classes of the two points, but it is not known which.",
                "With equal classes there is only one. With different ones it may be a "
                "third class, which has the second highest score at both points.",
            ],
            "unknown": [
                "This is not enough to tell. It may be yet another class.",
                "Both points have the same class, and its region is convex.",
            ],
        },
        "reason": "The region of a class is convex: between two points of one class there "
        "is no other. Between points of different classes may lie the region of a third.",
    },
}


def draw(rng):
    first, second = (int(k) for k in rng.integers(1, 5, 2))
    return {"first": first, "second": first if rng.integers(2) else second}


def truth(first, second):
    return {"sure": first == second, "either": False, "unknown": first != second}


def check(first, second):
    """Four classes on a line of scores: a third one wins between the first and second."""
    import numpy as np

    u, v = np.zeros(5), np.zeros(5)
    third = next(k for k in range(1, 5) if k not in (first, second))
    u[first] = v[second] = 3
    u[third] = v[third] = 2
    return "sure" if (u + v).argmax() == first else "unknown"
