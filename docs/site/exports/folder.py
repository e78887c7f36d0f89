"""The built site as a zip that opens from a folder, with no server.

For a page opened from a file, a browser does not look for `index.html`, starts no worker
from a file, lets no script read the search index, and may not count the files beside the
page as `'self'`, the word in the policy. The copies in the zip are changed accordingly.
Links to files that are not in it lead to the hosted site; elements that need that site are
not shown.
"""

import html
import json
import posixpath
import re
import zipfile
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from source import kept

FOLDER = "dlnotes"
TOOLS = ("docs/site/exports/folder.py",)
LEFT_OUT = (
    "404.html",
    "*/404.html",
    "*sitemap.xml*",
    "*objects.inv",
    "search/*",
    "*/search/*",
    "*assets/search.js",
    "*/javascripts/lunr/*",
    "*/javascripts/workers/*",
    "*card.png",  # for those who link to the hosted page
    "*.map",
    "*.zip",
    "*.epub",
    "*.apkg",
    "run/*",  # no page opened from a file may start a module
)
LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')  # no font is preloaded from a file
RUNTIME = re.compile(r'<meta name="runtime"[^>]*>\n?')
BUNDLE = re.compile(r'<script src="([^"]*)assets/javascripts/bundle\.')
STYLE = b'[data-only="site"]{display:none!important}'
# A browser starts no worker from a file, so the text of the search worker is in a script,
# and so is the index, which Material's script loads and hands to the worker.
WORKER = """\
const source = {source};
Worker = class extends Worker {{
  constructor(url) {{
    const given = `"${{new URL(url, location)}}", class {{}}`;
    const started = `((location, BroadcastChannel) => {{${{source}}}})(${{given}})`;
    super(URL.createObjectURL(new Blob([started])));
  }}
}};
"""


def pack(site: Path, address: str, target: Path) -> None:
    """Write the site built for `address` as a zip."""
    names = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )
    files = {n for n in names if not any(fnmatch(n, pattern) for pattern in LEFT_OUT)}
    entries = [
        (f"{FOLDER}/{name}", _content(site, name, files, address)) for name in sorted(files)
    ]
    entries += [(f"{FOLDER}/{name}", text.encode()) for name, text in _search(site)]
    archive(target, sorted(entries))


def _content(site: Path, name: str, files: set[str], address: str) -> bytes:
    """A file of the site as it is in the zip."""
    content = (site / name).read_bytes()
    if name.endswith("assets/site.css"):
        return content + STYLE
    if not name.endswith(".html"):
        return content
    page = content.decode()
    inputs = page, name, repr((sorted(files), address)), kept.tools(*TOOLS)
    return kept.made(
        "folder", kept.named(*inputs), lambda: local(page, name, files, address).encode()
    )


def _search(site: Path) -> Iterable[tuple[str, str]]:
    """The scripts that search from a folder: in each language its worker and its index."""
    for path in site.rglob("search/sections.json"):
        home = path.parents[1]
        own = home.relative_to(site)
        source = json.dumps((home / "assets/search.js").read_text("utf-8"))
        yield (own / "assets/offline.js").as_posix(), WORKER.format(source=source)
        docs = json.loads(path.read_text("utf-8"))
        for page in docs["pages"]:
            page["url"] += "index.html"
        for term in docs["terms"]:
            term["page"] += "index.html"
        index = json.dumps({"config": {}, "docs": docs}, ensure_ascii=False)
        yield (own / "search/search_index.js").as_posix(), f"__index = {index};\n"


def archive(target: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip whose bytes depend on its entries alone."""
    with zipfile.ZipFile(target, "w") as file:
        for name, content in entries:
            info = zipfile.ZipInfo(name)  # with a date of 1980
            info.external_attr = 0o644 << 16
            stored = name == "mimetype"  # as an EPUB wants it
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            file.writestr(info, content)


def local(page: str, name: str, files: set[str], address: str) -> str:
    """The page called `name` as it works from a folder that holds these files."""

    def link(match: re.Match[str]) -> str:
        href = resolve(html.unescape(match[2]), name, files, address)
        return match[1] + html.escape(href) + match[3]

    page, found = BUNDLE.subn(r'<script src="\1assets/offline.js"></script>\n\g<0>', page)
    if not found:
        raise ValueError(f"{name}: the theme's script is not where it was")
    for tag in (POLICY, PRELOAD, RUNTIME):
        page = tag.sub("", page)
    return LINK.sub(link, page)


def resolve(href: str, name: str, files: set[str], address: str) -> str:
    """A link of the page `name`: to one of these files, or to the hosted site."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return href
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path))
    if path in files:
        return href
    index = posixpath.normpath(posixpath.join(path, "index.html"))
    if index in files:
        path = posixpath.relpath(index, posixpath.dirname(name) or ".")
        return parts._replace(path=path).geturl()
    return urljoin(urljoin(address, name), href)
