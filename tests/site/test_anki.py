"""The decks for Anki, read back as Anki reads them."""

import html
import json
import re
import sqlite3
import zipfile
from collections import Counter
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from built import ADDRESS, COMMITTED, read
from exports import anki
from source import drills, facts, tex
from source.page import pages

LANGUAGES = ("ko", "en")
WHEN = datetime.fromtimestamp(int(COMMITTED), UTC)


@pytest.fixture(scope="module", params=LANGUAGES)
def deck(request, tmp_path_factory):
    """A deck as Anki finds it: kinds of notes, notes, cards."""
    language, place = request.param, tmp_path_factory.mktemp(request.param)
    anki.write(place / "deck.apkg", language, ADDRESS, WHEN)
    with zipfile.ZipFile(place / "deck.apkg") as file:
        assert file.testzip() is None
        assert json.loads(file.read("media")) == {}
        file.extract("collection.anki2", place)
    base = sqlite3.connect(place / "collection.anki2")
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)
    [models] = base.execute("select models from col").fetchone()
    notes = base.execute(
        "select guid, mid, tags, flds, id from notes order by id"
    ).fetchall()
    cards = base.execute("select nid, did, ord from cards").fetchall()
    base.close()
    return SimpleNamespace(
        language=language, models=json.loads(models), notes=notes, cards=cards
    )


def of_kind(deck, front):
    """The fields of the notes of a kind."""
    [number] = [
        key
        for key, model in deck.models.items()
        if model["flds"][0]["name"] == anki.WORDS[deck.language][front]
    ]
    return [
        fields.split("\x1f") for _, mid, _, fields, _ in deck.notes if str(mid) == number
    ]


def test_every_checked_formula_and_every_correction_has_a_card(deck):
    written = [p for p in pages(deck.language).values() if p.kind == "concept"]
    formulas = [f for page in written for f in drills.checked(page)]
    told = Counter(html.unescape(front) for front, _, _ in of_kind(deck, "formula"))
    assert told == Counter(rf"\[{' '.join(f.tex.split())}\]" for f in formulas)
    corrections = [number for page in written for number in facts.corrections(page.slug)]
    assert len(of_kind(deck, "misconception")) == len(corrections) == 98
    assert len(deck.notes) == len(formulas) + len(corrections)


def test_each_note_has_one_card_of_the_deck_and_an_id_of_its_own(deck):
    assert Counter(nid for nid, _, _ in deck.cards) == Counter(n[-1] for n in deck.notes)
    assert {did for _, did, _ in deck.cards} == {anki.IDS[deck.language]}
    assert len({guid for guid, *_ in deck.notes}) == len(deck.notes)


def test_cards_are_whole(deck):
    for fields in of_kind(deck, "formula") + of_kind(deck, "misconception"):
        text = " ".join(fields)
        assert all(fields), fields
        assert not re.search(r"\$|\*\*|\]\(|@[a-z]+\d{4}|<!--|\{#|\0", text), text
        assert len(re.findall(r"<a href", text)) == 1
        tags = re.findall(r"</?(\w+)", text)
        assert set(tags) <= {"a", "b", "br", "code", "i", "p"}, text
        for inner in re.findall(r"\\\((.*?)\\\)", text):
            tex.mathml(html.unescape(inner), block=False)


def test_cards_are_in_their_language(deck):
    if deck.language == "ko":
        for front, back, _ in of_kind(deck, "misconception"):
            assert re.search("[가-힣]", front + back)
    else:
        for fields in of_kind(deck, "formula"):
            assert not re.search("[가-힣]", " ".join(fields)), fields


def test_formula_cards_tell_the_meaning(deck):
    backs = [back for _, back, _ in of_kind(deck, "formula")]
    assert all(re.search(r"<p>[^<]*[^\W\d_]{2}", back) for back in backs)


def test_the_same_sources_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        anki.write(tmp_path / name, "en", ADDRESS, WHEN)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(("prefix", "language"), [("", "ko"), ("en/", "en")])
def test_the_deck_lies_on_the_site_and_two_pages_lead_there(site, prefix, language):
    name = f"dlnotes-{language}.apkg"
    assert zipfile.is_zipfile(site / prefix / name)
    assert f'href="{name}"' in read(site, prefix)
    assert f'href="../../{name}"' in read(site, f"{prefix}reference/practice/")
    with zipfile.ZipFile(site / "dlnotes.zip") as file:
        assert not [entry for entry in file.namelist() if entry.endswith(".apkg")]
