"""The index that `search.js` reads: the text of every section, and the names of each term.

Material loads its index on every page before anyone has searched. Here it finds an empty
one; ours is loaded when a reader turns to the search box.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from material.plugins.search.plugin import Parser

from pages import korean
from source import facts

Section: TypeAlias = dict[str, str]  # with `id`, `title` and `text`

# Display maths, TeX annotations and drawings are left out of the index; inline maths stays.
SYMBOLS = re.compile(
    r'<(math(?= display="block")|annotation|svg(?= class="drawn")).*?</\1>', re.S
)
# Several lines of code would be half of the index, and nobody looks for a page by them.
CODE = re.compile(r"<pre>.*?</pre>", re.S)
INLINE = re.compile(r"</?(?:code|sub|sup)>")
TAG = re.compile(r"<[^>]+>")
NOTE = re.compile(r" \(.*\)")  # as in `feature (tabular variable)`
# Parts that only a screen or only paper shows are not in the index, nor are parts by which
# nobody looks for a page: exercises, and on API pages the details of arguments.
DETAILS = "exercise|tip|success|doc-md-description|doc-section-title|mkdocstrings-source"
HIDDEN = re.compile(rf'data-only="\w+"|class="(?:{DETAILS})"')
UNREAD = 'data-search-exclude="1"'  # other modules write this attribute too
MARK = re.compile(r' data-search-exclude(?:="1")?')
GLOSSARY = "reference/glossary/"
# The keys of the Korean keyboard (두벌식) for initial, medial and final letters, in the
# order of Unicode: readers who forgot to switch the keyboard type these.
KEYS = {
    0x1100: "r R s e E f a q Q t T d w W c z x v g",
    0x1161: "k o i O j p u P h hk ho hl y n nj np nl b m ml l",
    0x11A8: "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g",
}
TYPED = {
    first + i: key for first, keys in KEYS.items() for i, key in enumerate(keys.split())
}
# Words of questions that say nothing about their subject; the last line is for code.
STOP = """
방법 이유 까닭 차이 무엇 무슨 어떤 어떻게 하나 대해 대한 위한 있는 없는 쓰는 하나요 되나요
an and are be between by can choosing difference do does for from how in is it not of on the
this to use vs what when which why with
torch nn np tf keras sklearn optim functional utils
"""
# A word and the endings that may follow it, in English and in Korean.
SUFFIX = "^(.{4,}?)(?:ing|ed|es|e|(?<![sui])s)$"
PARTICLE = (
    r"^([가-힣]{2,}?)(?:[은는이가을를의에로와과도만나란며고라인일임한할함될된됨들]"
    r"|으로|까지|부터|보다|처럼|마다|에서|에게|(?:에|에서|으?로|이?라)[는도]|이[나란며고다라]"
    r"|이?라고|들[은이을의]|[하되][는며고여면지다]|해서|[한된]다|인[데가지]|인가요|입니다)$"
)
# Pages that explain come before labs, and labs before reference pages.
WEIGHTS = {"api/": 0.35, "reference/": 0.6, "lab/": 0.7}


def sections(page: str, folder: str) -> list[Section]:
    """The sections of a page's HTML, by its headings, as plain text."""
    if folder == "reference":  # its tables repeat what other pages say
        page = page.replace("<table", f"<table {UNREAD}")
    parser = Parser()
    parser.feed(HIDDEN.sub(rf"\g<0> {UNREAD}", SYMBOLS.sub("", page)))
    parser.close()
    return [
        _section(found.id or "", plain("".join(found.title)), plain("".join(found.text)))
        for found in parser.data
    ]


def unmarked(page: str) -> str:
    """HTML without the marks that keep parts of it out of the index."""
    return MARK.sub("", page)


def write(site: Path, pages: Mapping[str, list[Section]], language: str) -> None:
    """Write the index of the pages, by URL, below `site`, and an empty one for Material."""
    found = {
        "pages": _pages(pages, language),
        "terms": list(_terms(pages, language)),
        "stop": STOP.split(),
        "ends": [SUFFIX, PARTICLE],
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (site / "search/sections.json").write_text(text, "utf-8")
    (site / "search/search_index.json").write_text('{"config":{},"docs":[]}', "utf-8")


def plain(markup: str) -> str:
    """The running text of a section, on one line."""
    text = TAG.sub(" ", INLINE.sub("", CODE.sub(" ", markup)))
    return " ".join(html.unescape(text).replace(korean.JOINER, "").split())


def _pages(pages: Mapping[str, list[Section]], language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {
            "url": url,
            "weight": _weight(url),
            "sections": list(own),
            "told": _symptoms(url, language),
        }
        for url, own in pages.items()
    ]
    [glossary] = [page for page in found if page["url"] == GLOSSARY]
    for row in facts.table("terms"):
        title = " · ".join(dict.fromkeys([row[language], row["ko"], row["en"]]))
        section = _section(facts.term_id(row), title, row[f"definition_{language}"])
        glossary["sections"].append(section)
    return found


def _symptoms(url: str, language: str) -> list[str]:
    """The words in which readers describe a problem that a page explains.

    Readers of Korean see the messages of libraries in English, so they use both languages.
    """
    rows = [row for row in facts.table("symptoms") if f"{row['page']}/" == url]
    both = ("ko", "en") if language == "ko" else ("en",)
    return [" ".join(row[name] for name in both).lower() for row in rows]


def _section(anchor: str, title: str, text: str) -> Section:
    return {"id": anchor, "title": title, "text": text}


def _weight(url: str) -> float:
    return next((w for part, w in WEIGHTS.items() if part in url), 1)


def _terms(written: Mapping[str, Any], language: str) -> Iterator[dict[str, Any]]:
    """For each term its names, how texts spell them, and the page that explains it."""
    for row in facts.table("terms"):
        own = [NOTE.sub("", n) for k in ("ko", "en") for n in row[k].split(" / ")]
        others = [n for k in ("accept", "reject") for n in row[k].split("|")]
        page = f"{row['page']}/"
        names = {_name(name) for name in [*own, *others] if name}
        yield {
            "names": sorted(names | set(map(typed, names))),
            "source": "|".join(sorted(map(_source, own), key=len, reverse=True)),
            "page": page if page in written else GLOSSARY,
        }


def _name(name: str) -> str:
    return " ".join(word.strip("_") for word in re.findall(r"\w+", name.lower()))


def typed(name: str) -> str:
    """A name as it comes out when its keys are struck on a Latin keyboard."""
    return unicodedata.normalize("NFD", name).translate(TYPED).lower()


def _source(name: str) -> str:
    """A regular expression for a name: spaces, hyphens or none; English in whole words."""
    words = [re.escape(word) for word in re.split("[ –-]", name.lower())]
    before = "(?<![a-z0-9])" if words[0][0].isascii() else ""
    after = "(?:e?s)?(?![a-z0-9])" if words[-1][-1].isascii() else ""
    return before + re.sub("i[sz]", "i[sz]", "[ –-]?".join(words)) + after
