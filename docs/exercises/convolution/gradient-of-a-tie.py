"""The gradient that max pooling gives to one of four values."""

KIND = "number"
TOLERANCE = 0
WORDS = {
    "ko": {
        "question": "한 줄로 놓인 값 {{x}}에 길이 2의 창으로 스트라이드 1인 최대 풀링을 "
        "한다. 풀링한 세 값에서의 "
        "기울기는 차례로 {{delta}}이다. {{place}}번 값의 기울기는 얼마인가? 번호는 "
        "1부터 세고, "
        "값이 같으면 앞의 것이 뽑힌다.",
        "hints": [
            "창은 1–2번, 2–3번, 3–4번 값이다.",
            "창마다 뽑힌 값의 번호는 차례로 {{taken}}이다.",
            "이 값이 뽑힌 창의 기울기를 모두 더한다.",
        ],
        "reason": "{{place}}번 값이 뽑힌 창의 기울기를 더하면 {{answer}}이다.",
    },
    "en": {
        "question": "Max pooling with windows of length 2 and a stride of 1 is applied "
        "to the "
        "values {{x}}. The gradients at the three results are {{delta}}. What is the "
        "gradient "
        "by value number {{place}}? Numbers count from 1, and of equal values the first is "
        "taken.",
        "hints": [
            "The windows are the values 1–2, 2–3 and 3–4.",
            "The numbers of the values that are taken are {{taken}}.",
            "Add the gradients of all windows where this value is taken.",
        ],
        "reason": "The gradients of the windows where value {{place}} is taken add up to "
        "{{answer}}.",
    },
}
CODE = """
from dlnotes.convolution import max_pool2d, max_pool2d_backward

_, places = max_pool2d([[[[{{x}}]]]], (1, 2), stride=1)
dx = max_pool2d_backward([[[[{{delta}}]]]], places, (1, 4))
print(int(dx[0, 0, 0, {{place}} - 1]))
"""


def draw(rng):
    return {
        "x": rng.integers(1, 5, 4),
        "delta": rng.permutation([2, 3, 5]),
        "place": rng.integers(1, 5),
    }


def steps(x, delta, place):
    return {"taken": [i + 1 + (x[i + 1] > x[i]) for i in range(3)]}


def check(x, delta, place):
    import torch

    t = torch.tensor([[x]], dtype=torch.float64, requires_grad=True)
    d = torch.tensor([[delta]], dtype=torch.float64)
    torch.nn.functional.max_pool1d(t, 2, stride=1).backward(d)
    return t.grad[0, 0, place - 1].item()
