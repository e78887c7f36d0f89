"""The description of a page for search engines and shared links."""

import html
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

LICENSE = "https://creativecommons.org/licenses/by/4.0/"  # of prose and figures
LOOKED_UP, LEARNT = "TechArticle", ["TechArticle", "LearningResource"]
Facts: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """The site of one language."""

    name: str
    url: str
    language: str


def plain(markup: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def summary(content: str) -> str:
    """The first sentence of a page that has no description: a lab's."""
    paragraph = re.search(r"<p>(.*?)</p>", content, re.S)
    return plain(paragraph[1]).splitlines()[0] if paragraph else ""


def described(kind: str, title: str, description: str, url: str, site: Site) -> Facts:
    """A page of a kind in the vocabulary of schema.org."""
    whole: Facts = {"@type": "WebSite", "name": site.name, "url": site.url}
    said: Facts = {
        "description": description,
        "inLanguage": site.language,
        "license": LICENSE,
        "isAccessibleForFree": True,
        "image": f"{url}card.png",
    }
    if kind == "home":
        return {"@context": "https://schema.org", **whole, **said}
    article: Facts = {
        "@context": "https://schema.org",
        "@type": LOOKED_UP if kind in {"api", "reference"} else LEARNT,
        "name": title,
        "headline": title,
        "url": url,
        "isPartOf": whole,
        **said,
    }
    if kind in {"api", "reference"}:
        return article
    return {**article, "learningResourceType": kind}
