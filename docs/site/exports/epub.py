"""The pages of a language as an EPUB, in the order of the navigation.

The articles of the built site go in as they are: maths as MathML, figures as files in their
light colours. Elements that are marked `data-only`, or hidden until a script shows them,
are left out.
"""

import json
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from jinja2 import Environment
from lxml import etree
from lxml.html import HtmlElement, fromstring
from markupsafe import Markup

from pages import figures
from source import kept

from . import folder
from .copies import Leaf, Outline

Files = dict[str, bytes]

# Files that a chapter of the book follows from, besides its article.
TOOLS = ("constraints.txt", "docs/site/exports/epub.py", "docs/site/pages/figures.py")
STYLE = Path(__file__).with_name("epub.css")
ARTICLE = re.compile(r"<article.*?</article>", re.S)
DRAWING = re.compile(r'<svg class="drawn"[^>]* aria-label="([^"]*)".*?</svg>', re.S)
SIZES = ("displaystyle", "scriptlevel")
KINDS = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
}
TEMPLATES = Environment(autoescape=True)
CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf"
 media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
# The `schema:` lines tell people who choose a book by how they can read it.
PACKAGE = TEMPLATES.from_string("""\
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{{ about.address }}</dc:identifier>
<dc:title>{{ about.title }}</dc:title>
<dc:language>{{ about.language }}</dc:language>
<dc:description>{{ about.description }}</dc:description>
<dc:rights>{{ about.rights }}</dc:rights>
<meta property="dcterms:modified">{{ modified }}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">MathML</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
{%- for name, kind, properties in items %}
<item id="{{ name }}" href="{{ name }}" media-type="{{ kind }}"
{%- if properties %} properties="{{ properties }}"{% endif %}/>
{%- endfor %}
</manifest>
<spine>{% for name in chapters %}<itemref idref="{{ name }}"/>{% endfor %}</spine>
</package>
""")
PAGE = TEMPLATES.from_string("""\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="{{ language }}" xml:lang="{{ language }}">
<head><title>{{ title }}</title><link rel="stylesheet" href="epub.css"/></head>
<body>{{ body }}</body>
</html>
""")
CONTENTS = TEMPLATES.from_string("""\
<nav epub:type="toc" role="doc-toc"><h1>{{ title }}</h1>
<ol>
{%- for part, leaves in outline %}
{%- if part %}<li><span>{{ part }}</span><ol>{% endif %}
{%- for leaf in leaves %}
<li><a href="{{ names[leaf.url] }}">{{ leaf.title }}</a></li>
{%- endfor %}
{%- if part %}</ol></li>{% endif %}
{%- endfor %}
</ol></nav>
""")


@dataclass(frozen=True)
class About:
    """A book as libraries list it; `address` is that of its site."""

    address: str
    language: str
    title: str
    description: str
    rights: str
    modified: datetime


def write(target: Path, site: Path, outline: Outline, about: About) -> None:
    """Write the book of the pages of `outline`, which are built into `site`."""
    leaves = [leaf for _, part in outline for leaf in part]
    stems = [leaf.source.rpartition(".")[0].replace("/", "-") for leaf in leaves]
    names = {leaf.url: f"{stem}.xhtml" for leaf, stem in zip(leaves, stems, strict=True)}
    font = site / "assets" / "fonts" / "stix-two-math.woff2"
    files = {STYLE.name: STYLE.read_bytes(), "math.woff2": font.read_bytes()}
    for leaf in leaves:
        files |= _chapter(leaf, site, names, about)
    contents = CONTENTS.render(title=about.title, outline=outline, names=names)
    files["nav.xhtml"] = _page(about.title, contents, about.language).encode()
    package = PACKAGE.render(
        about=about,
        modified=f"{about.modified:%Y-%m-%dT%H:%M:%SZ}",
        items=[_item(name, content) for name, content in files.items()],
        chapters=names.values(),
    )
    entries = {
        "mimetype": b"application/epub+zip",  # the standard wants it first
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/package.opf": package.encode(),
        **{f"EPUB/{name}": content for name, content in files.items()},
    }
    folder.archive(target, entries.items())


def _item(name: str, content: bytes) -> tuple[str, str, str]:
    """A file as the package lists it: its name, media type and properties."""
    properties = "nav" if name == "nav.xhtml" else "mathml" if b"<math" in content else ""
    return name, KINDS[posixpath.splitext(name)[1]], properties


def _page(title: str, body: str, language: str) -> str:
    page: str = PAGE.render(title=title, body=Markup(body), language=language)
    return page


def _chapter(leaf: Leaf, site: Path, names: dict[str, str], about: About) -> Files:
    """A page and its drawings as files of the book."""
    [article] = ARTICLE.findall((site / leaf.url / "index.html").read_text("utf-8"))
    inputs = article, repr((leaf, names, about)), kept.tools(*TOOLS)
    made = kept.made(
        "epub", kept.named(*inputs), lambda: _made(article, leaf, names, about)
    )
    return {name: text.encode() for name, text in json.loads(made).items()}


def _made(article: str, leaf: Leaf, names: dict[str, str], about: About) -> bytes:
    files: dict[str, str] = {}

    def image(svg: re.Match[str]) -> str:
        name = names[leaf.url].replace(".xhtml", f"-{len(files) + 1}.svg")
        files[name] = figures.standalone(svg[0])
        return f'<img src="{name}" alt="{svg[1]}">'

    article = DRAWING.sub(image, article)
    body = xhtml(article, lambda href: _link(href, leaf.url, names, about.address))
    files[names[leaf.url]] = _page(leaf.title, body, about.language)
    return json.dumps(files, ensure_ascii=False).encode()


def xhtml(article: str, link: Callable[[str], str]) -> str:
    """An article as XHTML, its links changed by `link`, without marked and hidden parts."""
    root = fromstring(article.replace("<wbr>", ""))  # which libxml2 takes for a box
    for element in root.xpath("//*[@data-only or @hidden]"):
        element.drop_tree()
    for anchor in root.iter("a"):
        if anchor.get("href"):
            anchor.set("href", link(anchor.get("href")))
    for formula in root.iter("math"):
        formula.set("xmlns", "http://www.w3.org/1998/Math/MathML")
        _style(formula)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]
    root.tag = "section"
    return str(etree.tostring(root, encoding="unicode"))


def _style(formula: HtmlElement) -> None:
    """MathML 3, which EPUB asks for, has elements for sizes, and no intents."""
    for part in list(formula.iterdescendants()):
        part.attrib.pop("intent", None)
        style = {name: part.attrib.pop(name) for name in SIZES if name in part.attrib}
        if style:
            around = part.makeelement("mstyle", style)
            around.tail, part.tail = part.tail, None
            part.getparent().replace(part, around)
            around.append(part)


def _link(href: str, url: str, names: dict[str, str], address: str) -> str:
    """A link of the page at `url`: to a chapter of the book, or to the hosted site."""
    target = urlsplit(urljoin(urljoin(address, url), href))
    whole = target.geturl()
    if not whole.startswith(address):
        return whole
    path = unquote(target.path.removeprefix(urlsplit(address).path)) or "./"
    anchor = f"#{target.fragment}" if target.fragment else ""
    return f"{names[path]}{anchor}" if path in names else whole
