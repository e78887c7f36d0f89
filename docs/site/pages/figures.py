"""Figures: `docs/figures/<chapter>/<name>.py`, drawn at build as inline SVG.

A figure's file has a function `figure` that returns a Matplotlib figure. Where the picture
needs words, a table `WORDS` with the same keys for every language stands at the top of the
file and `figure(words)` gets the page's part of it.

Colours are variables of the page's style sheet, so that one drawing serves light and dark:
C0 to C5 are the series, C6 is the muted line, C7 the ink, C8 the paper. Text stays text.
Their values and the few rules that drawings share are here; `style_sheet` writes them.

A figure may have sliders: see `sliders.py`. A part with a `url` of `#name` leads to the
element `<figure>-name` of the page.
"""

import contextlib
import functools
import html
import io
import json
import re
import runpy
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threadpoolctl import threadpool_limits

from source import dialect, facts, kept, style
from source.kept import Job
from source.page import Page

from . import sliders

# Matplotlib itself is imported where something is drawn: a build whose drawings are all
# kept starts sooner.
if TYPE_CHECKING:
    from matplotlib.figure import Figure

FOLDER = facts.DOCS / "figures"
SLOT = re.compile(r'<div data-alt="(?P<alt>[^"]*)" data-figure="(?P<script>[^"]+)"></div>')
NO_ALT = 'aria-label=""'
# Files that every drawing follows from, besides its own script and the package.
TOOLS = (
    "constraints.txt",
    "docs/site/pages/figures.py",
    "docs/site/pages/sliders.py",
    "docs/site/source/style.py",
)
# Those that follow from the tables do so by this file.
FACTS = ("docs/data", "docs/site/source/facts.py")
PLAIN_GROUP = re.compile(r"<g>((?:(?!</?g\b).)*)</g>", re.S)
# Neighbouring links to one place: Matplotlib writes a link for each part of a drawing.
SAME_LINK = re.compile(r'(<a href="[^"]*">)((?:(?!</a>).)*)</a>\1', re.S)

PAPER = "var(--md-default-bg-color)"
COLOURS = [  # on a light and on a dark page
    ("#3949ab", "#9fb0ff"),
    ("#d1495b", "#ff8fa0"),
    ("#00796b", "#5fd3c2"),
    ("#b26a00", "#ffc166"),
    ("#7b1fa2", "#dba6f5"),
    ("#0277bd", "#74c7f7"),
    ("#8a8f98", "#8f96a6"),  # the muted line
    ("#30343b", "#d5d9e3"),  # the ink
    (PAPER, PAPER),
]
# Colours that nobody would draw with, each standing for a variable of the style sheet.
PALETTE = {f"#fe{i:02d}fe": f"var(--fig-{i})" for i in range(len(COLOURS))}
SERIES = list(PALETTE)
INK = SERIES[7]
# Matplotlib repeats the style of every grid line and label; a class replaces it.
CLASSES = {
    "grid": "fill:none;stroke:var(--fig-7);stroke-opacity:0.25;stroke-width:0.5;"
    "stroke-linecap:square",
    "middle": "font-size:10px;text-anchor:middle;fill:var(--fig-7)",
    "end": "font-size:10px;text-anchor:end;fill:var(--fig-7)",
}
REPEATED = {f'style="{style}"': f'class="{name}"' for name, style in CLASSES.items()}
# The rules that a drawing needs on a page and in a file of its own.
RULES = "".join(f".drawn .{name}{{{style}}}" for name, style in CLASSES.items())
RULES += ".drawn [data-frame]:not(.shown){display:none}"
STYLE: Any = style.drawing(SERIES) | {
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "dlnotes",
}


def placed(markdown: str, chapter: str) -> str:
    """Markdown whose figure lines are slots with a caption, filled after rendering."""

    def slot(line: re.Match[str]) -> str:
        alt = html.escape(line["alt"])
        caption = f'<figcaption markdown="span">{line["caption"] or ""}</figcaption>'
        body = f'<div data-alt="{alt}" data-figure="{chapter}/{line["name"]}"></div>'
        tags = ['<figure class="figure" markdown="1">', body, caption, "</figure>"]
        return "\n".join(line["indent"] + tag for tag in tags)

    return dialect.FIGURE.sub(slot, markdown)


def filled(page: str, language: str) -> str:
    """HTML whose slots are drawn."""

    def drawn(slot: re.Match[str]) -> str:
        markup = drawings(FOLDER / f"{slot['script']}.py")[language]
        return markup.replace(NO_ALT, f'aria-label="{slot["alt"]}"', 1)

    return SLOT.sub(drawn, page)


def scripts(page: Page) -> list[Path]:
    """The files of the figures that a page shows."""
    return [FOLDER / page.chapter / f"{name}.py" for name in page.figures]


@kept.remembered
def follows_from(script: Path) -> str:
    """A name for all that the drawing of a script follows from."""
    text = script.read_text("utf-8")
    # One script may run another, whose file name it quotes.
    others = [path for path in _scripts() if path != script and f'{path.name}"' in text]
    told = kept.state(*FACTS) if "from source import facts" in text else ""
    drawn = *map(follows_from, others), told, kept.tools(*TOOLS)
    return kept.named(script.stem, text, *drawn)


@kept.remembered
def _scripts() -> list[Path]:
    return sorted(FOLDER.rglob("*.py"))


def job(script: Path) -> Job:
    """The job that draws a script's figure in every language."""
    return "figures", follows_from(script), functools.partial(draw_all, script)


@kept.remembered
def drawings(script: Path) -> dict[str, str]:
    """The figure of a script in every language, drawn if it is not kept."""
    found: dict[str, str] = json.loads(kept.made(*job(script)))
    return found


def draw_all(script: Path) -> bytes:
    """The figure of a script in every language; the alt text is left open."""
    languages = list(sliders.SUMMARY)
    if "WORDS" in run(script):
        drawn = {language: draw(script, language) for language in languages}
    else:
        drawn = dict.fromkeys(languages, draw(script, languages[0]))
    return json.dumps(drawn, ensure_ascii=False).encode()


@kept.remembered
def run(script: Path) -> dict[str, Any]:
    """The names of a figure's file, which may keep what it computed for both languages."""
    return runpy.run_path(str(script))


def draw(script: Path, language: str) -> str:
    """The figure of a script as markup: an `<svg>` that the page's style sheet colours."""
    with styled():
        names = run(script)
        words = [names["WORDS"][language]] if "WORDS" in names else []
        svg = inline(saved(names["figure"](*words)), "", prefix=script.stem)
        return sliders.dress(svg, names, language) if "SLIDERS" in names else svg


@contextlib.contextmanager
def styled() -> Iterator[None]:
    """The style of drawings, and one thread: several would vary a figure's last digits."""
    import matplotlib as mpl

    mpl.use("svg")
    with mpl.rc_context(STYLE), threadpool_limits(1):
        yield


def saved(figure: "Figure") -> str:
    """A figure of Matplotlib as SVG, the same in every build."""
    import matplotlib.pyplot as plt

    out = io.StringIO()
    with warnings.catch_warnings():
        # The browser draws the text, so Matplotlib's font needs no Hangul.
        warnings.filterwarnings("ignore", message=r"Glyph \d+")
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    return out.getvalue()


def inline(svg: str, alt: str, prefix: str) -> str:
    """A standalone SVG made fit to stand in a page: themed, named, without foreign ids."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(
        r"\s*<metadata>.*?</metadata>|<!--.*?-->|<style[^>]*>.*?</style>",
        "",
        svg,
        flags=re.S,
    )
    svg = svg.replace('<g id="frame-', '<g data-frame="')
    svg = svg.replace('" id="frame-', '" data-frame="')  # of an image
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r'(id="|url\(#|href="#)(\w+)', rf"\g<1>{prefix}-\2", svg)
    svg = _light(svg)
    for long, short in {**PALETTE, **REPEATED}.items():
        svg = svg.replace(long, short)
    box = re.search(r'viewBox="[^"]*"', svg)
    assert box is not None  # Matplotlib always writes one
    svg = _linked(svg)
    role = "group" if "<a " in svg else "img"  # the parts of an image cannot be reached
    head = f'<svg class="drawn" role="{role}" aria-label="{alt}" {box[0]}>'
    return re.sub(r"<svg[^>]*>", lambda _: head, svg, count=1).strip()


def _linked(svg: str) -> str:
    """A drawing whose parts with the same link are one link, opened in the same window."""
    svg = svg.replace("xlink:href", "href").replace(' target="_blank"', "")
    while (joined := SAME_LINK.sub(r"\1\2", svg)) != svg:
        svg = joined
    return svg


def style_sheet() -> str:
    """The part of the site's style sheet that drawings need."""
    light, dark = (
        "".join(f"--fig-{i}:{colour};" for i, colour in enumerate(colours))
        for colours in zip(*COLOURS, strict=True)
    )
    return (
        f':root,[data-md-color-scheme="default"]{{{light}}}\n'
        # On paper every page is light.
        f'@media screen{{[data-md-color-scheme="slate"]{{{dark}}}}}\n'
        f"{RULES}\n"
    )


def standalone(svg: str) -> str:
    """A drawing of a page as a file of its own, in the light colours."""
    style = f"<style>text{{font-family:sans-serif}}{RULES}</style>"
    svg = re.sub(r"</?a\b[^>]*>", "", svg)  # links, which lead to places of the page
    svg = svg.replace(">", f">{style}", 1)
    for i, (colour, _) in enumerate(COLOURS):
        svg = svg.replace(f"var(--fig-{i})", "#fff" if colour == PAPER else colour)
    svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{svg}'


def _light(svg: str) -> str:
    """The same picture in half the bytes: numbers to a tenth of a point, no spaces."""
    svg = re.sub(r" font-family: [^;\"]*;", "", svg)  # the page's font, whatever it is
    svg = re.sub(r' transform="rotate\(-0 [^"]*"|<defs>\s*</defs>', "", svg)
    svg = re.sub(r'(?<= d=")[^"]+', _one_line, svg)
    svg = re.sub(r"<[^>]+>", _light_tag, svg)
    svg = re.sub(r">\s*\n\s*<", "><", svg)
    while (lighter := PLAIN_GROUP.sub(r"\1", svg)) != svg:
        svg = lighter
    return svg


def _one_line(path: re.Match[str]) -> str:
    return re.sub(r"\s*([A-Za-z])\s*|\s+", lambda m: m[1] or " ", path[0])


def _light_tag(tag: re.Match[str]) -> str:
    return re.sub(r"(\d\.\d)\d+|([;:]) ", lambda m: m[1] or m[2], tag[0])
