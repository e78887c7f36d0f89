"""The pages of a language as an EPUB: what the site shows, in the order of its navigation.

The articles of the built site go in as they are: maths as MathML, figures as SVG, in the
light colours of `site.css` and without what only a browser can do.
"""

import html
import io
import os
import posixpath
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from ebooklib import epub
from lxml import etree
from lxml.html import HtmlElement, fromstring

from . import folder
from .markdown import Leaf, Outline

HERE = Path(__file__).parent
STYLE = (HERE.parent / "theme" / "assets" / "site.css").read_text("utf-8")
ARTICLE = re.compile(r"<article.*?</article>", re.S)
SVG = re.compile(r"<svg\b.*?</svg>", re.S)
ALT = re.compile(r'aria-label="([^"]*)"')
# What needs a browser or a pointer, and what leads to other forms of the page.
DROPPED = ("along", "headerlink", "md-content__button", "report", "sliders")
# What an EPUB tells those who choose a book by how they can read it.
ACCESS = {
    "accessMode": ("textual", "visual"),
    "accessModeSufficient": ("textual",),
    "accessibilityFeature": ("MathML", "alternativeText", "tableOfContents"),
    "accessibilityHazard": ("none",),
}
DOCUMENT = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}" xml:lang="{language}">
<head><title>{title}</title><link rel="stylesheet" href="book.css"/></head>
<body>{body}</body>
</html>
"""


class Chapter(epub.EpubHtml):
    """A page that goes into the book as it is written; ebooklib would indent its code."""

    def get_content(self, default=None):
        """What stands in the file."""
        return self.content


def packed(
    site: Path,
    address: str,
    outline: Outline,
    language: str,
    title: str,
    about: dict[str, str],
) -> bytes:
    """The book of the pages of `outline`, built into `site` for `address`.

    `about` has what else Dublin Core has a word for.
    """
    book = _described(address, language, title, about)
    _add(book, "book.css", "text/css", (HERE / "epub.css").read_bytes())
    font = site / "assets" / "fonts" / "stix-two-math.woff2"
    _add(book, "math.woff2", "font/woff2", font.read_bytes())
    names = {leaf.url.removeprefix("./"): _name(leaf) for _, ls in outline for leaf in ls}
    for part, leaves in outline:
        chapters = [_chapter(book, site, address, leaf, names) for leaf in leaves]
        book.toc += [(epub.Section(part), chapters)] if part else chapters
        book.spine += chapters
    book.add_item(epub.EpubNav(title=title))
    book.add_item(epub.EpubNcx())
    return _packed(book)


def _described(
    address: str, language: str, title: str, about: dict[str, str]
) -> epub.EpubBook:
    book = epub.EpubBook()
    book.set_identifier(address)
    book.set_title(title)
    book.set_language(language)
    for name, value in about.items():
        book.add_metadata("DC", name, value)
    for name, values in ACCESS.items():
        for value in values:
            book.add_metadata(None, "meta", value, {"property": f"schema:{name}"})
    return book


def _packed(book: epub.EpubBook) -> bytes:
    """The book as bytes, without the time of day that ebooklib puts in."""
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    draft, final = io.BytesIO(), io.BytesIO()
    epub.write_epub(draft, book, {"mtime": made})
    with zipfile.ZipFile(draft) as file:
        entries = [(name, file.read(name)) for name in file.namelist()]
    folder.archive(final, entries)
    return final.getvalue()


def _name(leaf: Leaf) -> str:
    return f"{posixpath.splitext(leaf.source)[0].replace('/', '-')}.xhtml"


def _add(book: epub.EpubBook, name: str, kind: str, content: bytes) -> None:
    uid = re.sub(r"\W", "-", name)
    book.add_item(epub.EpubItem(uid=uid, file_name=name, media_type=kind, content=content))


def _chapter(
    book: epub.EpubBook, site: Path, address: str, leaf: Leaf, names: dict[str, str]
) -> Chapter:
    page = (site / leaf.url / "index.html").read_text("utf-8")
    [article] = ARTICLE.findall(page)
    stem = _name(leaf).removesuffix(".xhtml")
    body = _article(_figures(book, article, stem), leaf.url, address, names)
    content = DOCUMENT.format(
        language=book.language, title=html.escape(leaf.title), body=body
    )
    chapter = Chapter(uid=stem, file_name=_name(leaf), title=leaf.title)
    chapter.content = content.encode()
    chapter.properties = ["mathml"] if "<math" in content else []
    book.add_item(chapter)
    return chapter


def _figures(book: epub.EpubBook, article: str, stem: str) -> str:
    """The article with its drawings in files of their own."""
    count = 0

    def image(svg: re.Match[str]) -> str:
        nonlocal count
        alt = ALT.search(svg[0])
        if alt is None:
            return ""  # an icon of the theme
        count += 1
        name = f"{stem}-{count}.svg"
        _add(book, name, "image/svg+xml", standalone(svg[0]).encode())
        return f'<img src="{name}" alt="{alt[1]}">'

    return SVG.sub(image, article)


def standalone(svg: str) -> str:
    """A figure of a page, coloured and styled by itself."""
    light = STYLE[STYLE.index("--fig-0") :]
    colours = dict(re.findall(r"(--fig-\d): (#\w+);", light[: light.index("}")]))
    rules = re.findall(r"^\.(?:drawn|frames) [.:\[].*$", STYLE, re.M)
    rules = [rule.partition(" ")[2] for rule in rules]
    style = "".join(["text{font-family:sans-serif}", *rules])
    svg = re.sub(r"(<svg\b[^>]*>)", rf"\1<style>{style}</style>", svg, count=1)
    svg = re.sub(r"var\((--fig-\d)\)", lambda m: colours.get(m[1], "#ffffff"), svg)
    if "xmlns=" not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{svg}'


def _article(article: str, url: str, address: str, names: dict[str, str]) -> str:
    """The article as XHTML whose links lead within the book or to the site."""
    root = fromstring(article.replace("<wbr>", ""))  # which libxml2 takes for a box
    for element in list(root.iter()):
        classes = str(element.get("class", "")).split()
        if element.tag == "button" or any(name in DROPPED for name in classes):
            element.drop_tree()
    for link in root.iter("a"):
        if link.get("href"):
            link.set("href", _link(link.get("href"), url, address, names))
    for formula in root.iter("math"):
        formula.set("xmlns", "http://www.w3.org/1998/Math/MathML")
        _style(formula)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]
    root.tag = "section"
    return etree.tostring(root, encoding="unicode")


def _style(formula: HtmlElement) -> None:
    """MathML 3, which EPUB asks for, changes the size of a part by an element around it."""
    for part in list(formula.iterdescendants()):
        style = {
            n: part.attrib.pop(n)
            for n in ("displaystyle", "scriptlevel")
            if n in part.attrib
        }
        if style:
            around = part.makeelement("mstyle", style)
            around.tail, part.tail = part.tail, None
            part.getparent().replace(part, around)
            around.append(part)


def _link(href: str, url: str, address: str, names: dict[str, str]) -> str:
    target = urlsplit(urljoin(urljoin(address, url), href))
    whole = target.geturl()
    if not whole.startswith(address):
        return whole
    name = names.get(unquote(target.path.removeprefix(urlsplit(address).path)))
    anchor = f"#{target.fragment}" if target.fragment else ""
    return f"{name}{anchor}" if name else whole
