"""API pages: every public function of a module, with the pages that show its formulas."""

import doctest
import html as entities
import inspect
import re
from collections.abc import Callable, Iterator

from source import formulas
from source.dialect import MODULE
from source.page import Page, pages

from . import citations, grids, twins

WORDS = {
    "ko": {
        "formulas": "이 함수와 비교한 식이 있는 페이지:",
        "References": "출처",
        "Notes": "덧붙임",
    },
    "en": {"formulas": "Formulas compared with this function stand on:"},
}
# Readers see the source without line numbers, and the docstring only once, above it.
NUMBERS = re.compile(
    r'<table class="highlighttable"><tr><td class="linenos">.*?<td class="code"><div>', re.S
)
AFTER_NUMBERS = "</div></td></tr></table>"
QUOTES = r'(?:"|&quot;){3}'
DOCSTRING = re.compile(
    rf'\n *(?:<span class="w"> *</span>)?<span class="sd">{QUOTES}.*?{QUOTES}</span>', re.S
)
AS_FOR = re.compile(r"(?P<before>\b[Aa]s for )(?P<code><code>(?P<name>\w+)</code>)")
EXAMPLE = re.compile(
    r'(?P<tag><div class="language-pycon highlight")(?P<code>>.*?</div>)', re.S
)
HEADING = re.compile(r"<h[12].*?</h[12]>", re.S)
# The lines of links below a function: nobody looks for a page by them.
UNSEARCHED = '\n{: data-search-exclude="1" }'


def directives(markdown: str, page: Page) -> str:
    """The Markdown of an API page with mkdocstrings' directive for each function."""
    return _expanded(
        markdown, page, lambda module, name: f"::: {module}.{name}", UNSEARCHED
    )


def targets(page: Page) -> list[str]:
    """The functions on an API page, by the names that links from other pages use."""
    return [
        f"{place['module']}.{name}"
        for place in MODULE.finditer(page.text)
        for name, function in formulas.functions().items()
        if function.__module__.startswith(place["module"])
    ]


def docstrings(markdown: str, page: Page) -> str:
    """The Markdown of an API page with the signatures and docstrings as plain text."""

    def block(module: str, name: str) -> str:
        function = formulas.functions()[name]
        names = inspect.signature(function).parameters.values()
        bare = [p.replace(annotation=inspect.Parameter.empty) for p in names]
        call = f"{name}{inspect.Signature(bare)}"
        text = citations.in_words(inspect.getdoc(function) or "", page.language)
        return f"## {name}\n\n```python\n{call}\n```\n\n```text\n{text}\n```"

    return _expanded(markdown, page, block)


def _expanded(
    markdown: str, page: Page, block: Callable[[str, str], str], mark: str = ""
) -> str:
    """The Markdown with a block and lines of links for each function, each line marked."""

    def functions(found: re.Match[str]) -> Iterator[str]:
        for name, function in formulas.functions().items():
            if function.__module__.startswith(found["module"]):
                yield block(found["module"], name)
                yield from (line + mark for line in _links(name, page))

    return MODULE.sub(lambda found: "\n\n".join(functions(found)), markdown)


def _links(name: str, page: Page) -> Iterator[str]:
    """The twins of a function, and the pages that show its formulas, a line each."""
    if line := twins.elsewhere(name, page):
        yield line
    shown = [
        f"[{other.title}]({page.link(other.slug)})"
        for other in pages(page.language).values()
        if name in other.compared
    ]
    if shown:
        yield f"{WORDS[page.language]['formulas']} {', '.join(shown)}"


def tidied(html: str, language: str, bibliography: str) -> str:
    """The HTML of an API page: lighter, with labels translated and references linked."""
    html = NUMBERS.sub("", html).replace(AFTER_NUMBERS, "")
    html = DOCSTRING.sub("", html)
    html = EXAMPLE.sub(_copyable, html)
    html = HEADING.sub(grids.with_breaks, html)
    for english, word in WORDS[language].items():
        html = html.replace(f"<summary>{english}</summary>", f"<summary>{word}</summary>")
    html = AS_FOR.sub(_to_function, html)
    return citations.in_html(html, language, bibliography)


def _copyable(box: re.Match[str]) -> str:
    """An example whose copy button takes its code alone."""
    shown = entities.unescape(re.sub(r"<[^>]*>", "", box["code"][1:]))
    examples = doctest.DocTestParser().get_examples(shown)
    code = "".join(example.source for example in examples)
    return f'{box["tag"]} data-copy="{entities.escape(code)}"{box["code"]}'


def _to_function(reference: re.Match[str]) -> str:
    """A link to the function whose arguments a docstring refers to."""
    function = formulas.functions().get(reference["name"])
    if function is None:
        return reference[0]
    module = function.__module__.partition("._")[0]
    link = f'<a href="#{module}.{reference["name"]}">{reference["code"]}</a>'
    return f"{reference['before']}{link}"
