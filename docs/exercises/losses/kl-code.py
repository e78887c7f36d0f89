"""The KL divergence as a difference, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "정답의 분포 `t`와 예측한 분포 `q`에서 KL 발산을 구하려는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "교차 엔트로피는 엔트로피와 KL 발산의 합이다.",
            "벌점을 섞는 비율은 언제나 정답의 확률이다. "
            "엔트로피에는 예측이 들어가지 않는다. KL 발산은 음수가 될 수 없다.",
        ],
        "mistakes": {
            "floor": "엔트로피는 정답이 스스로 내는 벌점이므로 `t`의 로그를 쓴다.",
            "share": "벌점은 정답의 확률로 섞는다.",
            "minus": "KL 발산은 교차 엔트로피에서 엔트로피를 뺀 것이다.",
        },
        "reason": "바른 코드가 출력하는 값은 {{printed}}이다.",
    },
    "en": {
        "question": "This code computes the KL divergence of a prediction `q` from a truth "
        "`t`, but one line is wrong. Which line?",
        "hints": [
            "Cross-entropy is the sum of entropy and KL divergence.",
            "Penalties are always mixed in the shares of the truth. The prediction has no "
            "part in the entropy. The KL divergence is never negative.",
        ],
        "mistakes": {
            "floor": "The entropy is the penalty that the truth pays itself, so it takes "
            "the logarithm of `t`.",
            "share": "Penalties are mixed in the shares of the truth.",
            "minus": "The KL divergence is the cross-entropy minus the entropy.",
        },
        "reason": "The right code prints {{printed}}.",
    },
}
CODE = """
import numpy as np
t = np.array([{{t}}])
q = np.array([{{q}}])
entropy = -np.sum(t * np.log({{floor}}))
cross_entropy = -np.sum({{share}} * np.log(q))
print(round(float({{minus}}), 3))
"""
MISTAKES = {
    "floor": ("t", "q"),
    "share": ("t", "q"),
    "minus": ("cross_entropy - entropy", "entropy - cross_entropy"),
}


def draw(rng):
    t = rng.integers(1, 10)
    # With q = t, and with q = 0.5, a mistake would not show.
    q = rng.choice([q for q in range(1, 10) if q not in {t, 10 - t, 5}])
    return {"t": [t / 10, (10 - t) / 10], "q": [q / 10, (10 - q) / 10]}
