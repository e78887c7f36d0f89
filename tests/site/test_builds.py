"""Whole builds: the same bytes each time, and a fault of each kind refused."""

import filecmp
import re

from built import ROOT, build, copy


def assert_same(site, again):
    """Both folders hold the same files with the same bytes."""
    files = {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert files == {p.relative_to(again) for p in again.rglob("*") if p.is_file()}
    _, different, unreadable = filecmp.cmpfiles(site, again, map(str, files), shallow=False)
    assert (different, unreadable) == ([], [])


def test_two_cold_builds_are_the_same_to_the_byte(site, tmp_path):
    elsewhere, again = copy(tmp_path / "elsewhere"), tmp_path / "site"
    record = site.parent.with_name("trust.json")
    result = build(again, elsewhere, PYTHONHASHSEED="7", TZ="Asia/Seoul", RECORD=record)
    assert result.returncode == 0, result.stdout + result.stderr
    assert_same(site, again)


def test_a_build_of_kept_results_is_the_same_to_the_byte(site, tmp_path):
    """The build before has filled the cache; a cold build is compared above."""
    again = tmp_path / "site"
    result = build(again, RECORD=site.parent.with_name("trust.json"))
    assert result.returncode == 0, result.stdout + result.stderr
    assert_same(site, again)


FAULTS = {
    "[@nobody1999]": "no work `nobody1999`",
    "[a](nowhere.md)": "nowhere.md",
    "[b](overview.md#nowhere)": "overview.md#nowhere",
    "<script>go()</script>": "the tag <script>",
    "«딥런닝»": "quotations.csv",
    "$\\sigmund$": "Unknown command",
    "![](no-alt.svg)": "no alt text",
    "![c](nowhere.svg)": "nowhere.py",
    "$$\n\\sigma(x) = 1\n$$\n<!-- check: sigmoid(x) for x in R^n -->": "another value",
}


def test_build_refuses_faults(tmp_path):
    """One build with a fault of each kind, which must all be told with file and line."""
    broken, cache = copy(tmp_path / "broken"), ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    (broken / ".cache").symlink_to(cache)  # what is kept is named by what it follows from
    page = broken / "docs/ko/activations/softmax.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\n\n" + "\n\n".join(FAULTS) + "\n", "utf-8")
    (broken / "docs/en/activations/relu-family.md").unlink()
    lab = broken / "docs/labs/neurons.py"
    cells = lab.read_text("utf-8")
    lab.write_text(cells + "\n# %%\nnobody\n", "utf-8")
    result = build(tmp_path / "site", broken)
    said, first = result.stdout + result.stderr, len(text.splitlines()) + 3
    assert result.returncode == 1
    for line, message in zip(range(first, 10**6, 2), FAULTS.values(), strict=False):
        assert re.search(rf"ko/activations/softmax\.md:{line}: [^$]*{message}", said), (
            message
        )
    head = len(cells.splitlines()) + 2
    assert f"docs/labs/neurons.py:{head}: the cell raises NameError: name 'nobody'" in said
    assert "activations/relu-family.md: has no twin in docs/en" in said
    told = re.findall(r"^.*ko/activations/softmax\.md\b.*$", said, re.M)
    assert len(told) == len(FAULTS), "each once"


def test_build_names_a_file_that_it_cannot_read(tmp_path):
    broken = copy(tmp_path / "broken")
    page = broken / "docs/ko/activations/softmax.md"
    page.write_bytes(page.read_bytes() + "글".encode("cp949"))
    (broken / "docs/en/activations/Soft Max.md").touch()
    result = build(tmp_path / "site", broken)
    said, last = result.stdout + result.stderr, page.read_bytes().count(b"\n") + 1
    assert result.returncode == 1
    assert f"docs/ko/activations/softmax.md:{last}: the byte 0xb1 is not UTF-8" in said
    assert "docs/en/activations/Soft Max.md:1: a name has small letters" in said
    assert "Traceback" not in said
