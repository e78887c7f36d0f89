"""Firefox runs the code of a page too; asked where it is installed."""

import functools
import json
import queue
import shutil
import subprocess

import pytest

from built import Quiet, serve
from frame.policy import RULES

FIREFOX = shutil.which("firefox") or shutil.which("firefox-esr")
POLICY = "; ".join(f"{name} {sources}" for name, sources in RULES.items())
CODES = ["import numpy as np\nprint(np.arange(4) @ np.arange(4))", "while True:\n    pass"]
# Firefox has no driver here, so a page asks the shipped Python and reports what came.
PAGE = f"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<script type="module" src="probe.js"></script>"""
SCRIPT = """
import { Python } from "./assets/python.js";
const report = (what) => fetch("report", { method: "POST", body: JSON.stringify(what) });
addEventListener("securitypolicyviolation", (event) => report(event.violatedDirective));
const home = await (await fetch("index.html")).text();
const { content } = new DOMParser().parseFromString(home, "text/html")
  .querySelector("meta[name=runtime]");
const python = new Python(new URL(content, location).href);
let out = "";
const hear = ({ parts }) => { for (const [, text] of parts ?? []) out += text; };
const [finite, endless] = CODES;
const end = await python.run(finite, {}, hear);
setTimeout(() => python.stop(), 1000);
const { stopped } = await python.run(endless, {}, hear);
await report({ out, error: end.error ?? null, stopped });
""".replace("CODES", json.dumps(CODES))


OWN = {"/probe.html": ("text/html", PAGE), "/probe.js": ("text/javascript", SCRIPT)}


class _Handler(Quiet):
    """The files of the site, the page of this test, and an ear for what it reports."""

    def __init__(self, reports, *args, **settings):
        self.reports = reports
        super().__init__(*args, **settings)

    def do_GET(self):  # noqa: N802 (http.server calls it so)
        if self.path not in OWN:
            return super().do_GET()
        kind, text = OWN[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())
        return None

    def do_POST(self):  # noqa: N802 (http.server calls it so)
        length = int(self.headers["Content-Length"])
        self.reports.put(json.loads(self.rfile.read(length)))
        self.send_response(204)
        self.end_headers()


@pytest.fixture
def heard(site):
    """The address of a page that asks Python, and the queue of what it reports."""
    reports = queue.Queue()
    with serve(site, functools.partial(_Handler, reports)) as address:
        yield f"{address}probe.html", reports


@pytest.mark.skipif(not FIREFOX, reason="no Firefox on this machine")
def test_firefox_runs_and_stops_code(heard, tmp_path):
    address, reports = heard
    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(tmp_path), address]
    browser = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        found = reports.get(timeout=300)
    finally:
        browser.kill()
        browser.wait()
    assert found == {"out": "14\n", "error": None, "stopped": True}
