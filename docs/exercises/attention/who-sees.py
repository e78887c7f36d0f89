"""The places whose scores change when one token of a text is replaced."""

KIND = "prints"
WORDS = {
    "ko": {
        "question": "토큰 {{T}}개인 글에서 {{place}}번째 토큰을 다른 것으로 바꾸고, 점수가 "
        "달라진 자리를 세었다. `causal`이 참이면 GPT, 거짓이면 BERT다. "
        "이 코드는 무엇을 출력하는가?",
        "hints": [
            "GPT의 자리는 자기와 그 앞만 본다.",
            "바뀐 토큰을 보는 자리를 센다. 자기 자신도 들어간다.",
        ],
        "reason": "GPT에서는 바뀐 자리와 그 뒤, BERT에서는 모든 자리가 달라진다.",
    },
    "en": {
        "question": "In a text of {{T}} tokens, number {{place}} is replaced by another, "
        "and the places whose scores change are counted. The model is GPT where `causal` "
        "is true, else BERT. What does this code print?",
        "hints": [
            "In GPT each place sees itself and what is before it.",
            "Count the places that see the new token, itself included.",
        ],
        "reason": "In GPT the place itself and all after it change, in BERT all places.",
    },
}
CODE = """
import numpy as np
from dlnotes.attention import init_transformer, transformer_forward

params = init_transformer(9, {{T}}, 8, 16, 1, rng=np.random.default_rng(0))
ids = np.zeros({{T}}, int)
other = ids.copy()
other[{{place}} - 1] = 5
options = {"num_heads": 2, "causal": {{causal}}}
z, new = (transformer_forward(text, params, **options)[0] for text in (ids, other))
print((abs(z - new).max(axis=1) > 1e-12).sum())
"""


def draw(rng):
    T = int(rng.integers(4, 12))
    return {"T": T, "place": int(rng.integers(2, T)), "causal": bool(rng.random() < 0.7)}


def check(T, place, causal):
    return str(T - place + 1 if causal else T)
