"""The built site as a zip that opens from a folder, with no server.

A browser opens no folder's index by itself, lets no script of such a page read the search
index, and may not count the files beside a page as `'self'`, which the policy asks for.
The copies in the zip are changed accordingly; what they leave out leads to the hosted site.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urljoin, urlsplit

FOLDER = "dlnotes"
LEFT_OUT = (
    "404.html",
    "*/404.html",
    "*sitemap.xml*",
    "*objects.inv",
    "search/*",
    "*/search/*",
    "*/javascripts/lunr/*",
    "*/javascripts/workers/*",
    "*card.png",  # for those who link to the hosted page
    "*.map",
    "*.zip",
    "*.epub",
)
LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')  # of a font: refused from a file
SEARCH = re.compile(
    r'<label class="md-header__button md-icon" for="__search">.*?(?=</nav>\s*</header>)',
    re.S,
)
INSTEAD = {
    "ko": ("웹에서 검색", "브라우저는 파일로 연 페이지가 검색 색인을 읽지 못하게 한다"),
    "en": (
        "Search online",
        "Browsers let no page opened from a file read the search index",
    ),
}


def pack(site: Path, address: str, target: Path) -> None:
    """Write the site built for `address` as a zip."""
    names = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )
    kept = {n for n in names if not any(fnmatch(n, pattern) for pattern in LEFT_OUT)}
    entries = []
    for name in sorted(kept):
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            content = local(content.decode(), name, kept, address).encode()
        entries.append((f"{FOLDER}/{name}", content))
    archive(target, entries)


def archive(target: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip whose bytes depend on its entries alone."""
    with zipfile.ZipFile(target, "w") as file:
        for name, content in entries:
            info = zipfile.ZipInfo(name)  # of 1980
            info.external_attr = 0o644 << 16
            stored = name == "mimetype"  # as an EPUB wants it
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            file.writestr(info, content)


def local(page: str, name: str, kept: set[str], address: str) -> str:
    """The page called `name` as it works from a folder that holds the files `kept`."""

    def link(match: re.Match[str]) -> str:
        href = resolve(html.unescape(match[2]), name, kept, address)
        return match[1] + html.escape(href) + match[3]

    language = "en" if '<html lang="en"' in page else "ko"
    label, reason = INSTEAD[language]
    hosted = html.escape(urljoin(address, name.removesuffix("index.html")))
    note = (
        f'<a class="md-header__option online" href="{hosted}" title="{reason}">{label}</a>'
    )
    page, found = SEARCH.subn(note, page)
    if not found:
        raise ValueError(f"{name}: the search box is not where it was")
    return LINK.sub(link, PRELOAD.sub("", POLICY.sub("", page)))


def resolve(href: str, name: str, kept: set[str], address: str) -> str:
    """A link of the page `name`: to a file among those kept, or to the hosted site."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return href
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path))
    if path in kept:
        return href
    index = posixpath.normpath(posixpath.join(path, "index.html"))
    if index in kept:
        path = posixpath.relpath(index, posixpath.dirname(name) or ".")
        return parts._replace(path=path).geturl()
    return urljoin(urljoin(address, name), href)
