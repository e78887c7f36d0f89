"""Which way two neighbouring layers of a deep belief network are joined."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "가시층까지 모두 {{count}}개 층을 쌓은 심층 신뢰 신경망이 있다. "
        "가시층을 1번으로 하고 아래에서부터 셀 때, {{low}}번 층과 {{high}}번 층 사이의 "
        "연결은 어느 방향인가?",
        "hints": [
            "학습할 때는 어느 쌍이든 제한 볼츠만 머신이었다. 다 쌓은 뒤에는 다르다.",
            "깁스 표집은 맨 위의 두 층에서 한다.",
        ],
        "claims": {
            "both": ["양방향이다.", "양방향은 맨 위의 두 층뿐이다."],
            "down": ["위에서 아래로만이다.", "맨 위의 두 층은 양방향이다."],
            "up": [
                "아래에서 위로만이다.",
                "위로 올라가는 계산은 특징을 구할 때 쓰지만, 모델의 연결은 아니다.",
            ],
        },
        "reason": "맨 위 두 층만 제한 볼츠만 머신이고, 나머지는 위에서 아래로 향한다.",
    },
    "en": {
        "question": "A deep belief network has {{count}} layers. They are counted from "
        "below, and the visible layer is number 1. Which way are the layers {{low}} and "
        "{{high}} joined?",
        "hints": [
            "In training each pair was a restricted Boltzmann machine. In the network only "
            "one pair still is.",
            "Gibbs sampling takes place in the two highest layers.",
        ],
        "claims": {
            "both": ["Both ways.", "Only the two highest layers are joined both ways."],
            "down": ["Downward only.", "The two highest layers are joined both ways."],
            "up": [
                "Upward only.",
                "The way up is used for features, but it is no part of the model.",
            ],
        },
        "reason": "Only the highest two layers are a restricted Boltzmann machine; the "
        "others lead downward.",
    },
}


def draw(rng):
    count = int(rng.integers(3, 9))
    low = count - 1 if rng.random() < 0.5 else int(rng.integers(1, count - 1))
    return {"count": count, "low": low}


def steps(count, low):
    return {"high": low + 1}


def truth(count, low):
    return {"both": low + 1 == count, "down": low + 1 < count, "up": False}


def check(count, low):
    """Layers above the two, of which there must be none for both ways."""
    return "down" if range(low + 1, count) else "both"
