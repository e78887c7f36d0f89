"""Every example is a test: snippets and formulas of pages and labs, and all docstrings."""

import os

# Read when BLAS is loaded: several threads add up in an order of their own, and only fight
# for the cores of a small machine.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from collections.abc import Iterable
from doctest import NORMALIZE_WHITESPACE

import hypothesis
import matplotlib as mpl
import matplotlib.pyplot as plt
from sybil import Document, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.rest import DocTestParser
from sybil.region import Lexeme
from sybil.sybil import SybilCollection

from source import formulas, labs, snippets

pytest_plugins = ["record"]
mpl.use("agg")
# A test that passes once passes again, on a busy machine too.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("same")


def snippet_parser(document: Document) -> Iterable[Region]:
    """Each Python fence, alone in a fresh namespace, and the output that the page shows."""
    for snippet in snippets.find(document.text):
        yield Region(snippet.code.start, snippet.code.end, snippet, check_snippet)


def check_snippet(example) -> str | None:
    snippet = example.parsed
    printed = snippets.run(snippet, example.path).rstrip()
    shown = snippet.shown.source.rstrip() if snippet.shown else ""
    if printed == shown:
        return None
    told = f"the page shows\n\n{shown}\n\nbut the code prints\n\n{printed}"
    return f"{told}\n\n(`make outputs` rewrites it)"


def formula_parser(document: Document) -> Iterable[Region]:
    """Each display formula with a check."""
    for formula in formulas.find(document.text):
        if formula.mark == "check":
            yield Region(formula.start, formula.end, formula, check_formula)


def check_formula(example) -> str | None:
    return formulas.check(example.parsed, example.parsed.binding, formulas.functions())


def lab_parser(document: Document) -> Iterable[Region]:
    """The code cells of a lab, in one namespace: one test, which no worker can split."""
    source = Lexeme(labs.code(document.text), 0, -1)
    yield Region(0, len(document.text), source, run_lab)


def run_lab(example) -> None:
    PythonEvaluator()(example)
    plt.close("all")  # a kernel of its own would take its figures along


pytest_collect_file = SybilCollection(
    [
        Sybil(parsers=[snippet_parser, formula_parser], patterns=["*.md"]),
        Sybil(
            parsers=[lab_parser],
            patterns=["docs/labs/*.py"],
            document_types={".py": Document},
        ),
        Sybil(
            parsers=[DocTestParser(NORMALIZE_WHITESPACE)],
            patterns=["dlnotes/*.py", "dlnotes/*/*.py"],
            document_types={".py": PythonDocStringDocument},
        ),
    ]
).pytest()
