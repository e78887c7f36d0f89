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

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/notes/"
REPOSITORY = "https://example.org/repository"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
SOURCES = sorted(p for p in (ROOT / "docs/ko").rglob("*") if p.suffix in {".md", ".py"})
URLS = [
    f"{path.relative_to(ROOT / 'docs/ko').with_suffix('')}/".removesuffix("index/")
    for path in SOURCES
]
PAGES = [prefix + url for prefix in ("", "en/") for url in (*URLS, "404.html")]


def build(folder, root=ROOT, **environment):
    """Run the strict build as `make site` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env=os.environ
        | {"SITE_URL": ADDRESS, "REPO_URL": REPOSITORY, "NO_MKDOCS_2_WARNING": "1"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@contextlib.contextmanager
def serve(folder):
    """The address at which the files of a folder can be had."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=str(folder))
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
