"""How many values share a mean in each normalisation."""

KIND = "number"
TOLERANCE = 0
NAMES = ["batch norm", "layer norm", "instance norm", "group norm"]
WORDS = {
    "ko": {
        "question": "모양이 `({{N}}, {{C}}, {{H}}, {{W}})`인 미니배치를 {{name}} 방식으로 "
        "정규화한다. 그룹을 쓴다면 그룹은 2개다. 평균 하나를 값 몇 개에서 구하는가?",
        "hints": [
            "축은 차례로 샘플, 채널, 높이, 너비다. 한 채널은 픽셀이 {{pixels}}개다.",
            "배치 정규화는 모든 샘플의 한 채널, 층 정규화는 한 샘플의 모든 채널, 인스턴스 "
            "정규화는 한 샘플의 한 채널, 그룹 정규화는 한 샘플의 채널 몇 개를 함께 본다.",
        ],
        "reason": "함께 보는 값은 `x[{{block}}]`이고, 모두 {{answer}}개다.",
    },
    "en": {
        "question": "A mini-batch of shape `({{N}}, {{C}}, {{H}}, {{W}})` is normalised by "
        "{{name}}. Where there are groups, there are 2. From how many values does one mean "
        "come?",
        "hints": [
            "The axes are samples, channels, height and width. A channel has {{pixels}} "
            "pixels.",
            "Batch norm looks at one channel of all samples, layer norm at all channels of "
            "one sample, instance norm at one channel of one sample, group norm at some "
            "channels of one sample.",
        ],
        "reason": "The values are `x[{{block}}]`, which are {{answer}}.",
    },
}
CODE = """
import numpy as np

x = np.zeros(({{N}}, {{C}}, {{H}}, {{W}}))
print(x[{{block}}].size)
"""


def draw(rng):
    half, name = int(rng.integers(1, 9)), int(rng.integers(4))
    return {
        "N": rng.integers(2, 33),
        "C": 2 * half,
        "H": rng.integers(2, 8),
        "W": rng.integers(2, 8),
        "name": NAMES[name],
        "block": [":, 0", "0", "0, 0", f"0, :{half}"][name],
    }


def steps(N, C, H, W, name, block):
    return {"pixels": H * W}


def check(N, C, H, W, name, block):
    blocks = dict(zip(NAMES, [N, C, 1, C // 2], strict=True))
    return blocks[name] * H * W
