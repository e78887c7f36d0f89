"""The bag of a short text."""

from collections import Counter

KIND = "prints"
WORDS = {
    "ko": {
        "question": "이 코드는 무엇을 출력하는가?",
        "hints": [
            "어휘의 차례대로, 글에 나온 횟수를 적는다.",
            "소문자로 바꾸고 문장 부호를 뺀 다음 센다. 어휘에 없는 낱말은 세지 않는다.",
        ],
        "reason": "어휘는 낱말 {{size}}개이고, 그 가운데 글에 나온 것은 모두 "
        "{{found}}번이다.",
    },
    "en": {
        "question": "What does this code print?",
        "hints": [
            "Write, in the order of the vocabulary, how often each word occurs.",
            "Count in small letters and without punctuation. Words that are not in the "
            "vocabulary are not counted.",
        ],
        "reason": "The vocabulary has {{size}} words; they occur {{found}} times in all.",
    },
}
CODE = """
from dlnotes.features import bag_of_words

text = "{{text}}"
print(bag_of_words([text], [{{vocabulary}}])[0].tolist())
"""
NOUNS = ["cat", "dog", "cow", "hen", "man"]
VERBS = ["sees", "bites", "likes"]


def draw(rng):
    who = rng.choice(NOUNS[:3], size=4)
    verbs = rng.choice(VERBS, size=2)
    text = f"The {who[0]} {verbs[0]} a {who[1]}, the {who[2]} {verbs[1]} a {who[3]}."
    known = sorted({*rng.permutation(NOUNS)[:2].tolist(), str(who[0]), "the"})
    return {"text": text, "vocabulary": ", ".join(f'"{word}"' for word in known)}


def counted(text, vocabulary):
    counts = Counter(text.lower().replace(",", "").rstrip(".").split())
    return [counts[word.strip('"')] for word in vocabulary.split(", ")]


def steps(text, vocabulary):
    counts = counted(text, vocabulary)
    return {"size": len(counts), "found": sum(counts)}


def check(text, vocabulary):
    from sklearn.feature_extraction.text import CountVectorizer

    words = [word.strip('"') for word in vocabulary.split(", ")]
    model = CountVectorizer(vocabulary=words, token_pattern=r"(?u)\b\w+\b")
    return str(model.transform([text]).toarray()[0].tolist())
