"""The map of the chapters: its arrows, its boxes, where it leads."""

import re
from itertools import pairwise

import numpy as np
import pytest

from pages import figures, tables
from source import facts, kept
from source.page import pages

SCRIPT = figures.FOLDER / "home/map.py"
MAP = figures.run(SCRIPT)
LESSONS = [
    row["chapter"]
    for row in facts.table("chapters")
    if row["chapter"] not in {"reference", "api"}
]


def behind(chapter, needed):
    """All chapters from which arrows lead to a chapter, one after the other."""
    return {far for near in needed[chapter] for far in {near} | behind(near, needed)}


def test_arrows_tell_all_that_pages_build_on_and_nothing_twice():
    needed = facts.chapter_needs()
    home = {row["slug"]: row["chapter"] for row in facts.table("pages")}
    for slug, chapter in home.items():
        for other in facts.needs(slug):
            assert home[other] in {chapter} | behind(chapter, needed), (slug, other)
    for chapter, nearest in needed.items():
        direct = {home[o] for s, c in home.items() if c == chapter for o in facts.needs(s)}
        assert set(nearest) <= direct
        for near in nearest:
            assert not any(near in behind(other, needed) for other in nearest)
    assert needed["networks"] == ["activations"]
    assert needed["tensors"] == []


def test_a_need_of_a_later_page_does_not_stop_the_build(monkeypatch):
    rows = [
        {"slug": "a/x", "chapter": "a", "needs": "b/y"},
        {"slug": "b/y", "chapter": "b", "needs": ""},
    ]
    given = {"pages": rows, "chapters": [{"chapter": "a"}, {"chapter": "b"}]}
    monkeypatch.setattr(facts, "table", given.get)
    kept.forget()
    assert facts.chapter_needs() == {"a": ["b"], "b": []}
    monkeypatch.undo()
    kept.forget()


def test_every_chapter_has_a_box_of_its_own():
    assert set(MAP["PLACES"]) == set(LESSONS)
    centres = np.array([MAP["centre"](chapter) for chapter in MAP["PLACES"]])
    gaps = np.abs(centres[:, None] - centres)
    apart = (gaps >= np.array(MAP["BOX"]) + 5).any(axis=2)
    assert (apart | np.eye(len(centres), dtype=bool)).all()
    half = np.array(MAP["BOX"]) / 2
    assert (centres - half >= 2).all()
    assert (centres + half <= np.array(MAP["PAGE"]) - 2).all()


@pytest.mark.parametrize("ends", MAP["arrows"](), ids="-".join)
def test_arrows_lead_down_and_cross_no_box(ends):
    before, after = (MAP["PLACES"][chapter][1] for chapter in ends)
    assert before <= after, "from above, or from beside"
    way = MAP["arrows"]()[ends].cleaned(curves=False)
    points = way.vertices[way.codes != way.STOP]
    steps = np.linspace(0, 1, 50)[:, None]
    line = np.concatenate([a + (b - a) * steps for a, b in pairwise(points)])
    assert ((line > 0) & (line < np.array(MAP["PAGE"]))).all()
    for chapter in MAP["PLACES"]:
        off = np.abs(line - MAP["centre"](chapter))
        gap = 0 if chapter in ends else 1
        assert (off >= np.array(MAP["BOX"]) / 2 + gap - 1e-6).any(axis=1).all(), chapter


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_box_is_one_link_to_its_entry_in_the_list(language):
    svg = figures.draw(SCRIPT, language)
    entries = re.findall(r'<li id="([^"]+)"', tables.path(pages(language)["index"]))
    links = re.findall(r'<a href="#([^"]+)">(.*?)</a>', svg, re.S)
    assert [name for name, _ in links] == entries == [f"map-{c}" for c in LESSONS]
    for number, (name, drawn) in enumerate(links, 1):
        words = [w for t in re.findall(r"<text[^>]*>([^<]*)", drawn) for w in t.split()]
        title = MAP["WORDS"][language][name.removeprefix("map-")]
        assert words == [str(number), *title.split()]
    assert svg.count("<a ") == len(links)
    assert 'role="group"' in svg, "a picture has no parts that can be reached"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_list_says_in_words_what_the_arrows_say(language):
    names, after = MAP["WORDS"][language], tables.WORDS[language]["after"]
    items = tables.path(pages(language)["index"]).split("<li ")[1:]
    for item, (chapter, needed) in zip(items, facts.chapter_needs().items(), strict=False):
        first = re.findall(rf'<small class="after">{after} (.*?)</small>', item)
        told = [", ".join(" ".join(names[c].split()) for c in needed)] if needed else []
        assert first == told, chapter


def test_a_drawing_by_itself_has_no_links():
    svg = figures.standalone(figures.draw(SCRIPT, "en"))
    assert "<a " not in svg
    assert "</a>" not in svg
    assert svg.count("<text") > len(LESSONS)


@pytest.mark.parametrize("changed", ["docs/data", "docs/site/source/facts.py"])
def test_the_map_is_drawn_anew_when_a_table_or_its_reader_changes(monkeypatch, changed):
    names = set()
    for version in ("one", "another"):
        now = {changed: version}
        monkeypatch.setattr(
            kept, "state", lambda *parts, now=now: str(list(map(now.get, parts)))
        )
        kept.forget()
        names.add(figures.follows_from(SCRIPT))
    kept.forget()
    assert len(names) == 2
