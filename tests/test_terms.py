"""The glossary: a word means one thing, and its page uses it."""

import re

import pytest

from pages import tables
from source import facts
from source.page import pages

TERMS = facts.table("terms")
LANGUAGES = ("ko", "en")


def names(term):
    """The name of a term in both languages, without notes as in `feature (vision)`."""
    both = f"{term['ko']} / {term['en']}".split(" / ")
    return {re.sub(r" \(.*\)", "", name).lower() for name in both}


def listed(term, column):
    """The spellings in a column."""
    return {name.lower() for name in term[column].split("|") if name}


def squeezed(text):
    """A text without what writers set between the parts of a name."""
    return re.sub(r"[\s·–-]", "", text.lower())


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_a_word_means_one_thing(term):
    """A spelling to search by may lead to two terms, a name may not."""
    for other in TERMS:
        if other is term:
            continue
        own = names(other) | listed(other, "accept") | listed(other, "reject")
        noted = "(" in term["en"] and "(" in other["en"]
        assert not names(term) & (set() if noted else own), other["en"]
        assert not listed(term, "reject") & (names(other) | listed(other, "accept"))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_a_term_is_explained(term):
    chapters = {row["chapter"] for row in facts.table("chapters")}
    assert term["page"].partition("/")[0] in chapters
    assert re.fullmatch(r"\S[^\n]{9,120}다\.", term["definition_ko"])
    assert re.fullmatch(r"[A-Z][^\n]{9,120}\.", term["definition_en"])


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_the_page_of_a_term_uses_it(term):
    """Else the link from the glossary leads a reader to a page that is silent about it."""
    spelt = {squeezed(name) for name in names(term) | listed(term, "accept")}
    for language in LANGUAGES:
        if (page := pages(language).get(term["page"])) is not None:
            text = squeezed(page.text)
            assert any(name in text for name in spelt), page.path


def test_definitions_use_the_words_of_the_glossary():
    rejected = {word: term["ko"] for term in TERMS for word in listed(term, "reject")}
    for term in TERMS:
        for word, right in rejected.items():
            assert word not in term["definition_ko"].lower(), f"{word}: write {right}"


def first_cells(language):
    """The first column of the glossary, without the anchors of links."""
    table = tables.glossary(pages(language)["reference/glossary"])
    cells = re.findall(r"^\| (?:<span[^>]*></span>)?(.*?) \|", table, re.M)
    return cells[2:]


def test_the_glossary_is_in_the_order_of_its_language():
    korean, english = map(first_cells, LANGUAGES)
    assert len(korean) == len(english) == len(TERMS)
    assert korean[:3] == ["0 중심", "1사이클 스케줄", "AdaGrad"]
    assert korean.index("ReLU") < korean.index("가중치") < korean.index("가중치 감쇠")
    hangul = [name for name in korean if "가" <= name[0] <= "힣"]
    assert hangul == sorted(hangul, key=lambda name: re.sub(r"\W", "", name))
    assert korean[-len(hangul) :] == hangul
    assert english == sorted(english, key=lambda name: re.sub(r"\W", "", name).lower())
    assert english[0] == "accuracy"


def test_names_that_programmers_type_are_set_as_code():
    term = {"accept": "NLL|nn.ReLU|he_normal|NLLLoss|HuberLoss|음의 로그 우도"}
    assert (
        tables._spellings(term)
        == "NLL, `nn.ReLU`, `he_normal`, NLLLoss, `HuberLoss`, 음의 로그 우도"
    )
