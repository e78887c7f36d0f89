"""What `search.js` reads: the plain text of every section, and what each term is called.

Material loads its index on every page before anyone has searched. Here it finds an empty
one; ours is fetched when a reader turns to the search box.
"""

import html
import json
import re
import unicodedata
from pathlib import Path

import data
import terms
import tongues

# Read as text these are a soup of symbols; the letters in a sentence are not.
SOUP = re.compile(r'<(math(?= display="block")|annotation|svg(?= class="drawn"))')
# Several lines of code would be half of the index, and nobody looks for a page by them.
CODE = re.compile(r"<pre>.*?</pre>", re.S)
INLINE = re.compile(r"</?(?:code|sub|sup)>")
TAG = re.compile(r"<[^>]+>")
NOTE = re.compile(r" \(.*\)")  # as in `feature (tabular variable)`
ONLY = re.compile(r'data-only="\w+"')
UNREAD = 'data-search-exclude="1"'
GLOSSARY = "reference/glossary/"
# The keys of the Korean keyboard (두벌식) for initial, medial and final letters, in the
# order of Unicode: who forgot to switch the keyboard has typed these.
KEYS = {
    0x1100: "r R s e E f a q Q t T d w W c z x v g",
    0x1161: "k o i O j p u P h hk ho hl y n nj np nl b m ml l",
    0x11A8: "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g",
}
TYPED = {
    first + i: key for first, keys in KEYS.items() for i, key in enumerate(keys.split())
}
# What explains comes before what was tried out, and that before what is looked up.
WEIGHTS = {"api/": 0.5, "reference/": 0.6, "lab/": 0.7}


def leave_out(page: str, folder: str) -> str:
    """HTML that tells the search plugin what to skip; the plugin takes the marks away."""
    if folder == "reference":  # its tables repeat what other pages say
        page = page.replace("<table", f"<table {UNREAD}")
    return ONLY.sub(rf"\g<0> {UNREAD}", SOUP.sub(rf"<\1 {UNREAD}", page))


def write(site: Path, language: str) -> None:
    """Put our index in place of the one that the search plugin wrote below `site`."""
    index = site / "search/search_index.json"
    docs = json.loads(index.read_text("utf-8"))["docs"]
    found = {"pages": _pages(docs, language), "terms": list(_terms(docs, language))}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (site / "search/sections.json").write_text(text, "utf-8")
    index.write_text('{"config":{},"docs":[]}', "utf-8")


def plain(markup: str) -> str:
    """The running text of a section, on one line."""
    text = TAG.sub(" ", INLINE.sub("", CODE.sub(" ", markup)))
    return " ".join(html.unescape(text).replace(tongues.JOINER, "").split())


def _pages(docs, language):
    pages = {}
    for doc in docs:
        url, _, anchor = doc["location"].partition("#")
        page = pages.setdefault(url, {"url": url, "weight": _weight(url), "sections": []})
        page["sections"].append(_section(anchor, plain(doc["title"]), plain(doc["text"])))
    for row in data.table("terms"):
        title = " · ".join(dict.fromkeys([row[language], row["ko"], row["en"]]))
        section = _section(terms.anchor(row), title, row[f"definition_{language}"])
        pages[GLOSSARY]["sections"].append(section)
    return list(pages.values())


def _section(anchor, title, text):
    return {"id": anchor, "title": title, "text": text}


def _weight(url):
    return next((w for part, w in WEIGHTS.items() if part in url), 1)


def _terms(docs, language):
    """For each term its names, how texts spell them, and the page that explains it."""
    written = {doc["location"] for doc in docs}
    for row in data.table("terms"):
        own = [NOTE.sub("", n) for k in ("ko", "en") for n in row[k].split(" / ")]
        others = [n for k in ("accept", "reject") for n in row[k].split("|")]
        page = f"{row['page']}/"
        names = {_name(name) for name in [*own, *others] if name}
        yield {
            "names": sorted(names | set(map(typed, names))),
            "source": "|".join(sorted(map(_source, own), key=len, reverse=True)),
            "page": page if page in written else GLOSSARY,
        }


def _name(name):
    return " ".join(re.findall(r"\w+", name.lower()))


def typed(name: str) -> str:
    """A name as it comes out when its keys are struck on a Latin keyboard."""
    return unicodedata.normalize("NFD", name).translate(TYPED).lower()


def _source(name):
    """A regular expression for a name: spaces, hyphens or none; English in whole words."""
    words = [re.escape(word) for word in re.split("[ –-]", name.lower())]
    before = "(?<![a-z0-9])" if words[0][0].isascii() else ""
    after = "(?:e?s)?(?![a-z0-9])" if words[-1][-1].isascii() else ""
    return before + re.sub("i[sz]", "i[sz]", "[ –-]?".join(words)) + after
