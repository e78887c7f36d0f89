"""A loop that learns one fare, with one line of its code wrong."""

KIND = "line"
WORDS = {
    "ko": {
        "question": "거리 `x`의 요금이 `fare`가 되도록 가중치와 편향을 배우는 코드인데, "
        "한 줄이 틀렸다. 몇 번째 줄인가?",
        "hints": [
            "예측은 가중치에 거리를 곱하고 편향을 더한 것이다.",
            "예측이 너무 크면 가중치와 편향을 줄여야 한다. 예측에서 요금을 뺀 수가 "
            "양수일 때 무엇이 줄어드는지 줄마다 따진다.",
        ],
        "mistakes": {
            "minus": "틀린 크기는 예측에서 요금을 뺀 것이다.",
            "move": "예측이 너무 크면 가중치를 줄여야 하므로 뺀다.",
            "times": "예측을 하려면 가중치를 거리에 곱한다.",
        },
        "reason": "바른 코드는 요금 {{fare}}에 다가가 {{printed}}까지 맞힌다.",
    },
    "en": {
        "question": "This code should learn a weight and a bias for which the distance `x` "
        "costs `fare`, but one line is wrong. Which line?",
        "hints": [
            "A prediction is the weight times the distance, plus the bias.",
            "If the prediction is too high, weight and bias have to go down. For each "
            "line, ask what goes down when prediction minus fare is positive.",
        ],
        "mistakes": {
            "minus": "The error is the prediction minus the fare.",
            "move": "If the prediction is too high, the weight must go down: subtract.",
            "times": "For a prediction, the weight is multiplied by the distance.",
        },
        "reason": "The right code approaches the fare of {{fare}} and reaches {{printed}}.",
    },
}
CODE = """
x, fare = {{x}}, {{fare}}
w, b = 0.0, 0.0
for turn in range(200):
    error = w * x + b {{minus}} fare
    w {{move}} 0.01 * error * x
    b -= 0.01 * error
prediction = w {{times}} x + b
print(round(prediction, 1))
"""
MISTAKES = {"minus": ("-", "+"), "move": ("-=", "+="), "times": ("*", "-")}


def draw(rng):
    return {"x": rng.integers(2, 6), "fare": rng.integers(11, 21)}
