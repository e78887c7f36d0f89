r"""Everything that an author may write beyond plain Markdown, as patterns in one place.

A page, `docs/<language>/<chapter>/<page>.md`, begins with front matter that holds its
`description`; its title comes from `docs/data/pages.csv`.

    ## Heading { #id }                          every heading has an id
    ![what is seen](name.svg "what it means")   a figure, docs/figures/<chapter>/<name>.py
    [@key; @key] or @key                        works of docs/data/references.bib
    > «words of the notes» (004:92)             the claim that a correction puts right
    <!-- exercise: name -->                     docs/exercises/<chapter>/<name>.py
    <!-- table: glossary -->                    a table that the build makes
    {: data-only="screen" }                     below words that hold on a screen alone
    ::: dlnotes.losses                          all functions of a module, on its API page
    $$ … $$ and <!-- check: … --> below         a formula and its check (see `formulas`)
    $ … $                                       a formula in a sentence, no space inside
    ```python and ```text right below           code that runs alone, and its output

A lab, `docs/labs/<chapter>.py`, is a notebook in jupytext's percent format. Its prose cells
carry their language and are otherwise written like pages; its code cells serve both.

    # %% [markdown] lang="ko"
    # %% alt_ko="what is seen" alt_en="…"       a code cell that draws
"""

import re

FRONT = re.compile(r"\A---\n(.*?)^---\n", re.S | re.M)
HEADING = re.compile(
    r"^(?P<level>#{1,6}) (?P<title>[^\n]*?)(?: *\{ *#(?P<id>[\w.-]+) *\})?$", re.M
)
IDENTIFIER = re.compile(r"\{[^}\n]*#(?P<id>[\w.-]+)[^}\n]*\}")
FENCE = re.compile(
    r"^(?P<indent> *)(?P<mark>`{3,}|~{3,})(?P<info>[^\n`]*)(?:\n|\Z)"
    r"(?P<body>.*?)(?P<end>^(?P=indent)(?P=mark) *$|\Z)",
    re.M | re.S,
)
LANGUAGES = {"python", "text", "bash", "bibtex", "markdown", "csv"}  # of fences
CODE = re.compile(r"`[^`\n]*`")
INLINE = re.compile(
    r"(?<![\\$])\$(?!\s)(?P<tex>(?:\\.|[^\\$\n]|\n(?!\s*\n))+?)(?<!\s)\$(?!\$)"
)
# Tags that Markdown has no notation for, and their attributes.
TAGS = {"br", "div", "kbd", "small", "span", "sub", "sup"}
ATTRIBUTES = {"class", "data-only", "id", "lang", "markdown", "title"}
# The target of a link within the site; `path` is None for a figure.
LINK = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|"
    r"\]\(\s*(?!\w+:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]*))?(?:\s+\"[^\"]*\")?\s*\)"
)
PICTURE = re.compile(r"^.*!\[.*$", re.M)  # a line that must be a figure
FIGURE = re.compile(
    r"^(?P<indent> *)!\[(?P<alt>[^\]]*)\]"
    r'\((?P<name>[\w-]+)\.svg(?: "(?P<caption>[^"]*)")?\)$',
    re.M,
)
EXERCISE = re.compile(r"^<!-- exercise: (?P<name>[\w-]+) -->$", re.M)
EXERCISES = re.compile(r"^.*<!-- *exercise\b.*$", re.M)  # lines that must be one
TABLES = {
    "bibliography",
    "conventions",
    "corrections",
    "coverage",
    "exercises",
    "glossary",
    "local-symbols",
    "needs",
    "path",
    "practice",
    "symbols",
    "twins",
}
TABLE = re.compile(r"^<!-- table: (?P<name>[\w-]+) -->$", re.M)
ONSCREEN = re.compile(
    r'^(?:(?:\S.*\n)+\{: data-only="\w+" \}|<div [^>\n]*data-only="\w+".*</div>)$', re.M
)
MODULE = re.compile(r"^::: (?P<module>dlnotes\.\w+)$", re.M)
# As Pandoc writes them: in brackets, or as part of the sentence.
CITATION = re.compile(
    r"\[(?P<group>@\w+(?:; @\w+)*)\]|(?<![\w@`])(?P<bare>@[a-z]{2,}\d{3,4}[a-z]*)"
)
QUOTE = re.compile(r"> (?P<claim>.*?) \((?P<sources>\d{3}:[^)]*)\)")
WORDS = re.compile(r"«(?P<words>[^»]*)»")  # of the notes, as quotations.csv has them
CORRECTION = re.compile(r"e\d+")  # the id of a section
CHECK = re.compile(r"<!--\s*(?P<mark>check|unchecked):(?P<binding>.*?)-->", re.S)
BOX = re.compile(
    r'^(?P<indent> *)(?:!!!|\?\?\?\+?) (?P<kind>\w+) "(?P<title>[^"\n]*)"\n'
    r"(?P<body>(?:(?P=indent) {4}.*\n|[ \t]*\n)+)",
    re.M,
)
CELL = re.compile(r"^# %%(?P<head>[^\n]*)\n(?P<body>.*?)(?=^# %%|\Z)", re.M | re.S)
HEAD = re.compile(  # of a cell
    r'# %%(?: \[markdown\] lang="(?:ko|en)"|(?: alt_(?:ko|en)="[^"]*")*)'
)
# Where the notes name a concept, in concepts.csv.
PLACE = re.compile(
    r"(?P<note>\d{3}):(?P<lines>[\d–, -]+?) (?P<kind>[DCM](?:,[DCM])*)(?:;|$)"
)


def keys(citation: re.Match[str]) -> list[str]:
    """The works that a citation names."""
    return re.findall(r"@(\w+)", citation[0])


def cited(text: str) -> list[str]:
    """The works that a text names, in order."""
    return [key for citation in CITATION.finditer(text) for key in keys(citation)]
