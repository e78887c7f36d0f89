"""Code that the browser can run, which `site.js` gives a button; the rest gets a reason."""

import html
import re

from source import snippets

BLOCK = re.compile(
    r'<div class="language-python highlight">(?=<pre>(?P<code>.*?)</pre>)', re.S
)
TAG = re.compile(r"<[^>]*>")
THERE = {"dlnotes", "numpy"}
MORE = {"matplotlib", "scipy", "sklearn"}  # the second download
# Seconds that Chromium takes for all cells of a lab, as `tests/runs` measured on a machine
# with other work, where they are 20 and more.
WAITS = {
    **{"activations": 20, "augmentation": 50, "autodiff": 30, "convolution": 100},
    **{"energy": 60, "features": 30, "initializers": 30, "linear": 20, "losses": 100},
    **{"neighbors": 20, "normalization": 40, "optimizers": 30, "recurrent": 40},
}
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


def marked(page: str, language: str, lab: str = "") -> str:
    """HTML whose blocks of Python say whether the browser can run them, or why not.

    The cells of a lab, which is named by its chapter, share one interpreter.
    """
    found = [html.unescape(TAG.sub("", block["code"])) for block in BLOCK.finditer(page)]
    codes = iter(found)

    def mark(block: re.Match[str]) -> str:
        code = next(codes)
        told = f' title="{why}"' if (why := hindrance(code, language)) else " data-run"
        if lab and not why:
            told += '="lab"'
            if lab in WAITS and code == found[0]:
                told += f' data-wait="{WAITS[lab]}"'
        if not why and any(uses_more(each) for each in (found if lab else [code])):
            told += " data-more"
        return block[0].removesuffix(">") + told + ">"

    return BLOCK.sub(mark, page)


def uses_more(code: str) -> bool:
    """Whether a code needs the second download."""
    return bool(snippets.imported(code) & MORE)


def hindrance(code: str, language: str) -> str:
    """The reason why the browser cannot run a code; empty where it can."""
    words = WORDS[language]
    if missing := sorted(snippets.imported(code) - THERE - MORE):
        return words["needs"].format(
            ", ".join(snippets.NAMES.get(name, name) for name in missing)
        )
    return words["warning"] if WARNING.search(code) else ""
