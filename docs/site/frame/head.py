"""What search engines and shared links are told of a page, in the page's own words."""

import html
import re
from dataclasses import dataclass

LICENSE = "https://creativecommons.org/licenses/by/4.0/"  # of prose and figures
KINDS = {"concept": ["TechArticle", "LearningResource"], "reference": "TechArticle"}


@dataclass(frozen=True)
class Site:
    """The site of one language."""

    name: str
    url: str
    language: str


def kind(source: str) -> str:
    """What a page is by its place: `home`, `lab`, `reference` or `concept`."""
    if "/" not in source:
        return "home"
    if source.endswith("/lab.py"):
        return "lab"
    return "reference" if source.startswith(("reference/", "api/")) else "concept"


def plain(markup: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def summary(content: str) -> str:
    """The first sentence of a page that has no description: a lab's."""
    paragraph = re.search(r"<p>(.*?)</p>", content, re.S)
    return plain(paragraph[1]).splitlines()[0] if paragraph else ""


def data(source: str, title: str, description: str, url: str, site: Site) -> dict:
    """A page in the vocabulary of schema.org."""
    whole = {"@type": "WebSite", "name": site.name, "url": site.url}
    said = {
        "description": description,
        "inLanguage": site.language,
        "license": LICENSE,
        "isAccessibleForFree": True,
        "image": f"{url}card.png",
    }
    what = kind(source)
    if what == "home":
        return {"@context": "https://schema.org", **whole, **said}
    article = {
        "@context": "https://schema.org",
        "@type": KINDS.get(what, KINDS["concept"]),
        "name": title,
        "headline": title,
        "url": url,
        "isPartOf": whole,
        **said,
    }
    return article if what == "reference" else {**article, "learningResourceType": what}
