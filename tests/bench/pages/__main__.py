"""Speed of the pages for a reader far away: `python tests/bench/pages` prints a table.

Builds the site and, beside it, one bare page of Material's; serves both compressed, as the
host does; and opens each page anew in Chromium as from a slow phone: 1.6 Mbit/s, 150 ms,
a processor four times slower. Every figure is the median of the visits; `!` marks one
beyond its bound. `/ bare` is the largest contentful paint over that of the bare page.
The processor slows down what runs here: nothing else may run meanwhile.
"""

import contextlib
import functools
import gzip
import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[3]
sys.path += [str(ROOT / "tests"), str(ROOT / "docs" / "site")]

from built import CHROMIUM

VISITS = 5
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
PAGES = {
    "bare Material": "bare/",
    "home": "notes/",
    "formulas: softmax": "notes/activations/softmax/",
    "figures: ReLU": "notes/activations/relu-family/",
    "lab": "notes/activations/lab/",
    "English formulas": "notes/en/activations/softmax/",
}
# The bounds of a page: ms, ms, shift, kB; and times the paint of the bare page.
BOUNDS = {"lcp": 1000, "tbt": 100, "cls": 0.01, "kb": 120}
OVER_BARE = 1.3
BARE = """\
site_name: Bare
site_url: http://127.0.0.1/bare/
theme: {name: material, font: false}
"""
OBSERVE = """
window.seen = { lcp: 0, tbt: 0, cls: 0 };
const watch = (type, each) => new PerformanceObserver(
  (list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
watch("largest-contentful-paint", (e) => { seen.lcp = e.startTime; });
watch("longtask", (e) => { seen.tbt += Math.max(0, e.duration - 50); });
watch("layout-shift", (e) => { if (!e.hadRecentInput) seen.cls += e.value; });
"""


class Host(http.server.SimpleHTTPRequestHandler):
    """Compresses text, and lets it be kept for ten minutes."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Say nothing."""

    def do_GET(self):
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.exists():
            self.send_error(404)
            return
        content, kind = path.read_bytes(), self.guess_type(str(path))
        self.send_response(200)
        if not kind.startswith(("image/png", "font/")):
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)


def build(folder):
    """The site and the bare page, side by side."""
    bare = folder / "source"
    (bare / "docs").mkdir(parents=True)
    (bare / "mkdocs.yml").write_text(BARE, "utf-8")
    text = "\n\n".join(["Nothing here but some words in a paragraph. " * 8] * 4)
    (bare / "docs" / "index.md").write_text(f"# Bare\n\n{text}\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    run = functools.partial(subprocess.run, check=True, env=environment)
    run([*command, str(folder / "site" / "bare")], cwd=bare)
    run([*command, str(folder / "site" / "notes")], cwd=ROOT)


@contextlib.contextmanager
def serve(folder):
    handler = functools.partial(Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def visit(browser, address):
    """The cost of one visit with an empty cache."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.add_init_script(OBSERVE)
    chrome, sizes = context.new_cdp_session(page), []
    chrome.send("Network.enable")
    chrome.on("Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"]))
    chrome.send("Network.emulateNetworkConditions", LINE)
    chrome.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # what the page does after it has loaded counts too
    seen = page.evaluate("seen") | {"kb": sum(sizes) / 1000}
    context.close()
    return seen


def measure(browser, address):
    """The medians of some visits to a page."""
    visits = [visit(browser, address) for _ in range(VISITS)]
    return {name: statistics.median(seen[name] for seen in visits) for name in BOUNDS}


def row(name, seen, bare):
    """A line of the table."""
    told = {"lcp": "{:.0f}", "tbt": "{:.0f}", "cls": "{:.3f}", "kb": "{:.1f}"}
    lcp, *others = [
        told[kind].format(seen[kind]) + " !" * (seen[kind] > BOUNDS[kind])
        for kind in BOUNDS
    ]
    ratio = seen["lcp"] / bare["lcp"]
    over = f"{ratio:.2f}" + " !" * (ratio > OVER_BARE)
    return f"| {name} | {lcp} | {over} | {' | '.join(others)} |"


def main():
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        build(Path(folder))
        address = stack.enter_context(serve(Path(folder) / "site"))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        print("| page | LCP ms | / bare | TBT ms | CLS | kB |\n|---|--:|--:|--:|--:|--:|")
        bare = None
        for name, url in PAGES.items():
            seen = measure(browser, address + url)
            bare = bare or seen
            print(row(name, seen, bare), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
