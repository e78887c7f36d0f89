"""Whether a best weight exists, and its sign."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "입력이 0인 샘플 셋 가운데 {{low}}개, 입력이 1인 샘플 셋 가운데 "
        "{{high}}개의 정답이 1이다. 벌점 없이 로그 손실이 가장 작은 가중치는?",
        "hints": [
            "두 무리의 비율을 그대로 확률로 내는 가중치를 찾는다.",
            "비율이 0이나 1이면 시그모이드는 거기에 닿지 못한다.",
        ],
        "claims": {
            "positive": [
                "양수로 하나 있다.",
                "입력이 1일 때 정답이 1인 비율이 더 높고, 두 비율이 모두 0과 1 사이일 때 "
                "그렇다.",
            ],
            "negative": [
                "음수로 하나 있다.",
                "입력이 1일 때 정답이 1인 비율이 더 낮고, 두 비율이 모두 0과 1 사이일 때 "
                "그렇다.",
            ],
            "zero": ["0이다.", "두 비율이 같을 때만 0이다."],
            "none": [
                "없다. 가중치가 0에서 멀어질수록 손실이 계속 줄어든다.",
                "한 무리의 비율이라도 0이나 1일 때 그렇다. 여기서는 두 비율이 모두 "
                "0과 1 사이다.",
            ],
        },
        "reason": "비율은 {{low}}/3과 {{high}}/3이다. "
        "비율이 0이나 1이면 점수가 끝없이 작아지거나 커져야 그 비율이 나온다.",
    },
    "en": {
        "question": "Of three samples whose input is 0, {{low}} have the label 1; of three "
        "whose input is 1, {{high}} do. Which weight has the least log loss, without a "
        "penalty?",
        "hints": [
            "Look for a weight that gives the shares of the two groups as probabilities.",
            "If a share is 0 or 1, the sigmoid does not reach it.",
        ],
        "claims": {
            "positive": [
                "There is one, above 0.",
                "That is so where the share of the label 1 is higher for the input 1, and "
                "both shares are between 0 and 1.",
            ],
            "negative": [
                "There is one, below 0.",
                "That is so where the share of the label 1 is lower for the input 1, and "
                "both shares are between 0 and 1.",
            ],
            "zero": ["It is 0.", "It is 0 only if the two shares are equal."],
            "none": [
                "There is none: larger weights make the loss smaller without end.",
                "That is so if one of the shares is 0 or 1. Here both are between 0 and 1.",
            ],
        },
        "reason": "The shares are {{low}}/3 and {{high}}/3. For a share of 0 or 1 the "
        "score would have to fall or grow without end.",
    },
}


def draw(rng):
    pairs = [(1, 2), (2, 1), (1, 1), (2, 2), (0, 3), (3, 0), (0, 1), (2, 3), (1, 0), (3, 2)]
    low, high = pairs[rng.integers(len(pairs))]
    return {"low": low, "high": high}


def truth(low, high):
    none = not {low, high} <= {1, 2}
    return {
        "positive": high > low and not none,
        "negative": high < low and not none,
        "zero": high == low and not none,
        "none": none,
    }


def check(low, high):
    """From the function of the page, which refuses where there is no best weight."""
    import numpy as np

    from dlnotes.linear import logistic_regression_fit

    y = [int(i < low) for i in range(3)] + [int(i < high) for i in range(3)]
    try:
        w, _ = logistic_regression_fit(np.repeat([[0], [1]], 3, axis=0), y)
    except ValueError:
        return "none"
    return "zero" if abs(w[0]) < 1e-9 else "positive" if w[0] > 0 else "negative"
