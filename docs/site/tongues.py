"""Korean on English pages, marked as such: the notes' own words, and terms.

A screen reader changes its voice there, and a browser its font. Hangul tells Korean by
itself; Latin letters do not tell English, so Korean pages stay as they are.
"""

import re

# Tags, and what is no prose: code, maths and drawings have words of their own.
PASSED = r"<(?P<kind>math|svg|pre|code|script)\b.*?</(?P=kind)>|<[^>]+>"
QUOTE = r"(?<=«)[^«»<>]*[가-힣][^«»<>]*(?=»)"
WORDS = r"[가-힣](?:[^<>&A-Za-z]*[가-힣])?"
PART = re.compile(rf"{PASSED}|(?P<korean>{QUOTE}|{WORDS})", re.S)


def mark(page: str) -> str:
    """HTML of an English page whose Korean carries its language."""
    return PART.sub(_marked, page)


def _marked(part: re.Match[str]) -> str:
    return f'<span lang="ko">{part["korean"]}</span>' if part["korean"] else part[0]
