"""API pages: every public function of a module, with the pages that show its formulas."""

import inspect
import re
from collections.abc import Callable, Iterator

import data
import formulas
import reference

MODULE = re.compile(r"^::: (?P<module>dlnotes\.\w+)$", re.M)
WORDS = {
    "ko": {
        "formulas": "이 함수와 비교한 식이 있는 페이지:",
        "References": "출처",
        "Notes": "덧붙임",
    },
    "en": {"formulas": "Formulas compared with this function stand on:"},
}
# The source is there to be read: no column of numbers, no docstring a second time.
NUMBERS = re.compile(
    r'<table class="highlighttable"><tr><td class="linenos">.*?<td class="code"><div>', re.S
)
AFTER_NUMBERS = "</div></td></tr></table>"
QUOTES = r'(?:"|&quot;){3}'
DOCSTRING = re.compile(
    rf'\n *(?:<span class="w"> *</span>)?<span class="sd">{QUOTES}.*?{QUOTES}</span>', re.S
)
# A long name may break after its dots and underscores.
HEADING = re.compile(r"<h[12].*?</h[12]>", re.S)
JOINT = re.compile(r"(?<=\w[._])(?=\w)(?![^<]*>)")


def expand(markdown: str, source: str, language: str) -> str:
    """The Markdown of an API page with a block for each function of the module it names."""
    return _expand(markdown, source, language, lambda module, name: f"::: {module}.{name}")


def tell(markdown: str, source: str, language: str) -> str:
    """The same without mkdocstrings: the signatures and docstrings as they are."""

    def block(module: str, name: str) -> str:
        function = formulas.functions()[name]
        names = inspect.signature(function).parameters.values()
        bare = [p.replace(annotation=inspect.Parameter.empty) for p in names]
        call = f"{name}{inspect.Signature(bare)}"
        text = inspect.getdoc(function)
        return f"## {name}\n\n```python\n{call}\n```\n\n```text\n{text}\n```"

    return _expand(markdown, source, language, block)


def _expand(
    markdown: str, source: str, language: str, block: Callable[[str, str], str]
) -> str:
    return MODULE.sub(
        lambda m: "\n\n".join(_functions(m["module"], source, language, block)), markdown
    )


def _functions(
    module: str, source: str, language: str, block: Callable[[str, str], str]
) -> Iterator[str]:
    compared = {
        f"[{page.title}]({reference.link(source, page.slug)})": {
            name
            for formula in formulas.find(page.text)
            for name in reference.functions_of(formula)
        }
        for page in data.pages(language).values()
    }
    for name, function in formulas.functions().items():
        if function.__module__.startswith(module):
            yield block(module, name)
            shown = [link for link, names in compared.items() if name in names]
            if shown:
                yield f"{WORDS[language]['formulas']} {', '.join(shown)}"


def tidy(page: str, language: str) -> str:
    """The HTML of an API page, lighter, and with the last English labels translated."""
    page = NUMBERS.sub("", page).replace(AFTER_NUMBERS, "")
    page = DOCSTRING.sub("", page)
    page = HEADING.sub(lambda head: JOINT.sub("<wbr>", head[0]), page)
    for english, word in WORDS[language].items():
        page = page.replace(f"<summary>{english}</summary>", f"<summary>{word}</summary>")
    return page
