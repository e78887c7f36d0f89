"""The frame around an article."""

import io
import re

import pytest
from PIL import Image

from frame import cards, head, policy
from frame.swap import swap
from source import kept

SITE = head.Site("Notes", "https://example.org/", "en")


def test_a_replacement_fails_when_nothing_is_replaced():
    assert swap("a b b", "b", "c") == "a c c"
    assert swap("a b b", "b", "c", 1) == "a c b"
    with pytest.raises(ValueError, match="does not contain 'd' any more"):
        swap("a b", "d", "c")


@pytest.mark.parametrize(
    ("kind", "type", "resource"),
    [
        ("concept", ["TechArticle", "LearningResource"], "concept"),
        ("lab", ["TechArticle", "LearningResource"], "lab"),
        ("reference", "TechArticle", None),
        ("api", "TechArticle", None),
        ("home", "WebSite", None),
    ],
)
def test_a_page_is_described_by_its_kind(kind, type, resource):
    facts = head.described(kind, "Title", "About.", "https://example.org/a/", SITE)
    assert (facts["@type"], facts.get("learningResourceType")) == (type, resource)
    assert facts["image"] == "https://example.org/a/card.png" or kind == "home"


def test_summary_is_the_first_line_of_the_first_paragraph():
    assert head.summary("<h1>A</h1><p>One &amp; <b>two</b>.\nMore.</p>") == "One & two."
    assert head.summary("<h1>A</h1>") == ""


def test_a_policy_names_the_scripts_of_the_pages(tmp_path):
    page = '<head><meta charset="utf-8"></head><script>let a = 1</script>'
    (tmp_path / "a.html").write_text(page, "utf-8")
    (tmp_path / "b.html").write_text(page.replace("let", "const"), "utf-8")
    policy.write(tmp_path)
    rules = [
        re.findall('Policy" content="([^"]*)"', path.read_text("utf-8"))
        for path in sorted(tmp_path.iterdir())
    ]
    assert rules[0] == rules[1]
    assert rules[0][0].count("'sha256-") == 2


def test_a_script_in_an_article_is_not_let_through(tmp_path):
    page = tmp_path / "a.html"
    article = "<article class='a'><p><script>authors()</script></p></article>"
    page.write_text(f"{policy.HEAD}<script>theme()</script>{article}", "utf-8")
    policy.write(tmp_path)
    [rule] = re.findall("script-src ([^;]*);", page.read_text("utf-8"))
    assert rule == f"'self' 'wasm-unsafe-eval' {policy._hash('theme()')}"


def test_a_page_without_the_place_of_the_policy_is_refused(tmp_path):
    (tmp_path / "a.html").write_text("<head></head>", "utf-8")
    with pytest.raises(ValueError, match="does not contain"):
        policy.write(tmp_path)


def test_a_card_is_drawn_once_for_its_words(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "CACHE", tmp_path)
    drawn = []
    draw = cards.draw
    monkeypatch.setattr(cards, "draw", lambda *words: drawn.append(words) or draw(*words))
    first = cards.card("Title", "Chapter", "About.", "Notes")
    assert cards.card("Title", "Chapter", "About.", "Notes") == first
    assert cards.card("Another", "Chapter", "About.", "Notes") != first
    assert len(drawn) == 2
    assert Image.open(io.BytesIO(first)).size == cards.SIZE
