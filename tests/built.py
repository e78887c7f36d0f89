"""How tests build, serve and open the site, and which pages it has."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from lxml.html import document_fromstring

from frame import trust
from source.page import pages

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/notes/"
REPOSITORY = "https://example.org/repository"
COMMITTED = "1767323045"  # 2026-01-02 03:04:05 UTC, also where there is no git
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
URLS = [f"{slug}/".removeprefix("index/") for slug in pages("ko")]
LABS = [
    p + f"{slug}/" for p in ("", "en/") for slug in pages("ko") if slug.endswith("/lab")
]
CONCEPTS = [
    prefix + f"{slug}/"
    for prefix in ("", "en/")
    for slug, page in pages("ko").items()
    if page.kind == "concept"
]
PAGES = [prefix + url for prefix in ("", "en/") for url in (*URLS, "404.html")]


def copy(folder):
    """A copy of the project, without what was installed, made or kept in it."""

    def left_out(place, names):
        made = {"__pycache__", "site"} if Path(place) == ROOT else {"__pycache__"}
        return [name for name in names if name.startswith(".") or name in made]

    return shutil.copytree(ROOT, folder, ignore=left_out)


def build(folder, root=ROOT, **environment):
    """Run the strict build as `make site` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env=os.environ
        | {"SITE_URL": ADDRESS, "REPO_URL": REPOSITORY, "NO_MKDOCS_2_WARNING": "1"}
        | {"SOURCE_DATE_EPOCH": COMMITTED}
        | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
        check=False,
    )


def invented_record():
    """A record as a run of all tests writes it, so that pages can show their line."""
    written = [page for language in ("ko", "en") for page in pages(language).values()]
    return {
        "state": trust.state(),
        "date": "2026-01-02",
        "versions": {"Python": "3.11.0", "NumPy": "2.4.6", "PyTorch": "2.13.0"},
        "pages": {page.place: page.checks for page in written},
        "differences": {"activations": 5.6e-16},
    }


class Quiet(http.server.SimpleHTTPRequestHandler):
    """The files of a folder, without a line for each request."""

    def log_message(self, *_):
        """Say nothing."""


@contextlib.contextmanager
def serve(folder, handler=Quiet):
    """The address of a server of the files of a folder, and of what `handler` adds."""
    handler = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def launch(playwright):
    """The Chromium of this machine."""
    flags = [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
    ]
    return playwright.chromium.launch(executable_path=CHROMIUM, args=flags)


def listen(page, server, trouble):
    """Note every request that leaves or fails, and every complaint of the page."""

    def on_request(request):
        if not request.url.startswith((server, "data:", "blob:")):
            trouble.append(f"leaves: {request.url}")

    def on_failure(request):
        if (
            request.failure != "net::ERR_ABORTED"
        ):  # the test ended before the search index came
            trouble.append(f"{request.failure}: {request.url}")

    page.on("request", on_request)
    page.on("requestfailed", on_failure)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)


@functools.cache  # a dozen tests read each page
def read(site, url):
    """The HTML of a page of the built site."""
    path = site / url
    return (path if url.endswith(".html") else path / "index.html").read_text("utf-8")


def tree(site, url):
    """The elements of a page of the built site."""
    return document_fromstring(read(site, url))
