"""Korean in HTML: on English pages marked as such, on Korean ones held together.

For Korean, a screen reader changes its voice, and a browser its font. Hangul is always
Korean, but Latin letters are not always English, so no word of Korean pages is marked.
"""

import re

# Tags, and what is no prose: code, maths and drawings have words of their own.
PASSED = r"<(?P<kind>math|svg|pre|code|script)\b.*?</(?P=kind)>|<[^>]+>"
QUOTE = r"(?<=«)[^«»<>]*[가-힣][^«»<>]*(?=»)"
WORDS = r"[가-힣](?:[^<>&A-Za-z]*[가-힣])?"
# Where a line would break before a particle, or inside a range of numbers.
JOINTS = r"(?<=[)%»\]])(?=[가-힣])|(?<=[가-힣])(?=·)|(?<=\d–)(?=\d)"
PARTED = re.compile(rf"{PASSED}|(?P<joint>{JOINTS})", re.S)
AFTER_MATHS = re.compile(r"(<math>(?:(?!</math>).)*</math>[.,)]*[가-힣]+)", re.S)
JOINER = "\u2060"
PART = re.compile(rf"{PASSED}|(?P<korean>{QUOTE}|{WORDS})", re.S)


def marked(page: str) -> str:
    """HTML of an English page whose Korean carries its language."""
    return PART.sub(_in_span, page)


def _in_span(part: re.Match[str]) -> str:
    return f'<span lang="ko">{part["korean"]}</span>' if part["korean"] else part[0]


def joined(page: str) -> str:
    """HTML of a Korean page whose lines break between words alone."""
    page = PARTED.sub(lambda part: part[0] if part["joint"] is None else JOINER, page)
    # A joiner keeps only text together, not an element and the text after it.
    return AFTER_MATHS.sub(r'<span class="whole">\1</span>', page)
