"""A ReLU unit that is dead, sparse or always on."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "ReLU 유닛 하나에 훈련 데이터를 모두 넣었다. 활성화 전 값은 차례로 "
        "{{z}}이다. 이 유닛은 어떤 상태인가?",
        "hints": [
            "ReLU를 지나면 어떤 값이 0이 되는지 표시해 본다.",
            "가장 큰 활성화 전 값은 {{top}}이다. 0보다 큰가?",
        ],
        "claims": {
            "dead": [
                "죽었다. 어느 샘플에서도 배우지 못한다.",
                "0보다 큰 값이 하나라도 있으면 그 샘플에서 배운다.",
            ],
            "sparse": [
                "0을 자주 내지만 살아 있다.",
                "0이 되는 값과 남는 값이 모두 있어야 한다.",
            ],
            "on": [
                "모든 샘플에서 켜져, 이 데이터에서는 항등함수와 같다.",
                "0 이하인 값이 하나라도 있으면 항등함수와 다르다.",
            ],
        },
        "reason": "활성화 전 값 가운데 0보다 큰 것은 {{alive}}개다.",
    },
    "en": {
        "question": "All training data went through one ReLU unit, and its "
        "pre-activations were {{z}}. What is the state of this unit?",
        "hints": [
            "Mark the values that the ReLU turns into 0.",
            "The greatest pre-activation is {{top}}. Is it above 0?",
        ],
        "claims": {
            "dead": [
                "It is dead and learns from no sample.",
                "One value above 0 is enough to learn from.",
            ],
            "sparse": [
                "It often gives 0, but it is alive.",
                "This needs values that become 0 and others that remain.",
            ],
            "on": [
                "It is on for every sample, and the same as the identity on these data.",
                "One value that is not above 0 makes it differ from the identity.",
            ],
        },
        "reason": "Of the pre-activations, {{alive}} are above 0.",
    },
}


def draw(rng):
    kind = rng.integers(3)
    z = rng.integers(1, 60, size=6) / 10
    signs = [[-1] * 6, rng.permutation([-1] * 5 + [1]), [1] * 6][kind]
    return {"z": z * signs}


def steps(z):
    return {"top": max(z), "alive": sum(value > 0 for value in z)}


def truth(z):
    alive = sum(value > 0 for value in z)
    return {"dead": alive == 0, "sparse": 0 < alive < len(z), "on": alive == len(z)}


def check(z):
    from dlnotes.activations import dead_relu_fraction, relu, sparsity

    if dead_relu_fraction([[value] for value in z]):
        return "dead"
    return "sparse" if sparsity(relu(z)) else "on"
