"""The built site, a server of it and a browser, made once for all tests that ask."""

import contextlib
import json
import zipfile

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from built import CHROMIUM, build, invented_record, launch, listen, serve


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The site, built once, by the worker that comes first."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "built" / "notes"  # the folder of ADDRESS
    with FileLock(shared / "built.lock"):
        if not folder.exists():
            record = shared / "trust.json"
            record.write_text(json.dumps(invented_record()), "utf-8")
            result = build(shared / "making", RECORD=record)
            assert result.returncode == 0, result.stdout + result.stderr
            folder.parent.mkdir()
            (shared / "making").rename(folder)
    return folder


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory):
    """The zip of the site, unpacked as a reader does."""
    place = tmp_path_factory.mktemp("오프라인 folder")
    with zipfile.ZipFile(site / "dlnotes.zip") as file:
        file.extractall(place)
    return place / "dlnotes"


@pytest.fixture(scope="session")
def server(site):
    with serve(site.parent) as address:
        yield f"{address}{site.name}/"


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: .ci/run installs one")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, server):
    """Open pages; no request may leave the site or fail, and no page report an error."""
    trouble = []
    with contextlib.ExitStack() as contexts:

        def open_page(url, width=1280, scheme="light"):
            size = {"width": width, "height": 900}
            context = chromium.new_context(
                viewport=size,
                color_scheme=scheme,
                reduced_motion="reduce",  # measured colours have no transitions
            )
            contexts.callback(context.close)
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            page = context.new_page()
            listen(page, server, trouble)
            page.goto(server + url)
            page.evaluate("document.fonts.ready.then(() => 0)")
            return page

        yield open_page
    assert trouble == []
