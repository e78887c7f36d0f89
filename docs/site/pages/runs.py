"""Code that the browser can run, which `site.js` gives a button; the rest gets a reason."""

import html
import re

from source import snippets

BLOCK = re.compile(
    r'<div class="language-python highlight">(?=<pre>(?P<code>.*?)</pre>)', re.S
)
TAG = re.compile(r"<[^>]*>")
THERE = {"dlnotes", "numpy"}
# WebAssembly has no flags of floating-point errors, so NumPy never warns of one there.
WARNING = re.compile(r"\b(simplefilter|catch_warnings|FloatingPointError|RuntimeWarning)\b")
WORDS = {
    "ko": {
        "needs": "{} 없이는 돌지 않는 코드라서 브라우저에서 실행할 수 없다",
        "warning": "NumPy의 경고를 보는 코드라서 브라우저에서 실행할 수 없다",
    },
    "en": {
        "needs": "Needs {}, and so cannot be run in the browser",
        "warning": "Looks at NumPy's warnings, and so cannot be run in the browser",
    },
}


def marked(page: str, language: str) -> str:
    """HTML whose blocks of Python say whether the browser can run them, or why not."""

    def mark(block: re.Match[str]) -> str:
        code = html.unescape(TAG.sub("", block["code"]))
        why = hindrance(code, language)
        told = f' title="{why}">' if why else " data-run>"
        return block[0].removesuffix(">") + told

    return BLOCK.sub(mark, page)


def hindrance(code: str, language: str) -> str:
    """The reason why the browser cannot run a code; empty where it can."""
    words = WORDS[language]
    if missing := sorted(snippets.imported(code) - THERE):
        return words["needs"].format(
            ", ".join(snippets.NAMES.get(name, name) for name in missing)
        )
    return words["warning"] if WARNING.search(code) else ""
