"""Which of three texts has the same bag of words."""

KIND = "choice"
WORDS = {
    "ko": {
        "question": "글 “{{text}}”와 단어 가방이 같은 것은 무엇인가?",
        "hints": [
            "순서는 보지 않는다. 낱말마다 횟수만 센다.",
            "{{word}} 같은 낱말이 몇 번 나오는지부터 견준다. 이 글에는 {{times}}번 나온다.",
        ],
        "claims": {
            "a": ["{{first}}", "낱말 하나하나의 횟수를 견줘 본다."],
            "b": ["{{second}}", "낱말 하나하나의 횟수를 견줘 본다."],
            "c": ["{{third}}", "낱말 하나하나의 횟수를 견줘 본다."],
        },
        "reason": "순서만 다르고 낱말의 횟수가 모두 같은 글은 하나뿐이다.",
    },
    "en": {
        "question": "Which text has the same bag of words as “{{text}}”?",
        "hints": [
            "Order does not count, only how often each word occurs.",
            "Compare one word first, such as {{word}}: here it occurs {{times}} times.",
        ],
        "claims": {
            "a": ["{{first}}", "Compare how often each single word occurs."],
            "b": ["{{second}}", "Compare how often each single word occurs."],
            "c": ["{{third}}", "Compare how often each single word occurs."],
        },
        "reason": "Only one text has every word as often, in another order.",
    },
}
SYLLABLES = ["ba", "do", "ki", "lu", "me"]


def draw(rng):
    three = rng.permutation(SYLLABLES)[:3]
    words = [str(three[i]) for i in (0, 0, 1, 2)]
    texts = {"text": " ".join(rng.permutation(words))}
    while True:  # the same words in another order
        same = " ".join(rng.permutation(words))
        if same != texts["text"]:
            break
    others = [[three[i] for i in places] for places in ((0, 1, 1, 2), (0, 1, 2, 2))]
    shown = [same, *(" ".join(rng.permutation(other)) for other in others)]
    return texts | dict(
        zip(("first", "second", "third"), rng.permutation(shown), strict=True)
    )


def steps(text, first, second, third):
    words = text.split()
    often = max(words, key=words.count)
    return {"word": often, "times": words.count(often)}


def truth(text, first, second, third):
    bags = [
        sorted(other.split()) == sorted(text.split()) for other in (first, second, third)
    ]
    return dict(zip("abc", bags, strict=True))


def check(text, first, second, third):
    from collections import Counter

    bags = [Counter(other.split()) for other in (first, second, third)]
    return "abc"[bags.index(Counter(text.split()))]
