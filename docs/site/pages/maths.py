"""TeX to MathML at build, and the maths font cut down to the characters in use.

No JavaScript: browsers lay MathML out themselves, given a font with a MATH table.
"""

import html
import io
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from source import kept, tex
from source.formulas import Formula
from source.verdicts import spoken

# The marks that pymdownx.arithmatex (generic) leaves in a page.
MARKED = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.*?)\\[)\]]</\1>', re.S)
STRUT = '<mspace height="0.72em" depth="0.15em"/>'
IN_TITLE = re.compile(r"\\\((.*?)\\\)", re.S)
UNSEEN = re.compile(r"<annotation.*?</annotation>", re.S)
# The meaning of signs for screen readers: sigma as a function, the sign of a transpose.
INTENTS = {"<mi>(σ)</mi>(?=<mo>\u2061)": "sigmoid", "<mi>(⊤)</mi>": "transpose"}
# The upright characters that a browser draws in italics where they stand alone in <mi>.
LATIN = {"h": "ℎ"} | {
    chr(first + i): chr(italic + i)
    for first, italic in ((ord("a"), 0x1D44E), (ord("A"), 0x1D434))
    for i in range(26)
    if first + i != ord("h")
}
GREEK = {
    chr(first + i): chr(italic + i)
    for first, italic in ((ord("α"), 0x1D6FC), (ord("Α"), 0x1D6E2))
    for i in range(25)
} | dict(zip("∂∇ϵϑϰϕϱϖ", "𝜕𝛻𝜖𝜗𝜘𝜙𝜚𝜛", strict=True))


def mathml(formula: str, *, block: bool) -> str:
    """A formula as MathML; `ValueError` if the converter cannot read it."""
    markup = _polish(tex.mathml(formula, block=block))
    if not block:
        return markup
    return f'<div class="formula">{markup}</div>'


def _polish(markup: str) -> str:
    # STIX raises its prime itself; inside <msup> it would be tiny and too high.
    base = r"<m[in](?: [^>]*)?>[^<]*</m[in]>|<mrow><mspace/><mi>[^<]*</mi></mrow>"
    prime = rf"<msup>({base})<mo>(′+)</mo></msup>"
    markup = re.sub(prime, r'<mrow>\1<mo lspace="0" rspace="0">\2</mo></mrow>', markup)
    # A root over a small letter would hang below the line, its bar on the letter.
    markup = re.sub(r"<msqrt[^>]*>", rf"\g<0>{STRUT}", markup)
    # The characters between factors are operators, and no part of the LaTeX.
    markup = re.sub("<mi>([\u2061-\u2063])</mi>", r"<mo>\1</mo>", markup)
    markup = UNSEEN.sub(lambda source: re.sub("[\u2061-\u2063]", "", source[0]), markup)
    for sign, intent in INTENTS.items():
        markup = re.sub(sign, rf'<mi intent="{intent}">\1</mi>', markup)
    # WebKit lets a hat that may not stretch float too high.
    markup = markup.replace('<mo stretchy="false">ˆ</mo>', "<mo>ˆ</mo>")
    return markup.replace("\ufe00", "")


def converted(page: str, shown: Iterable[Formula] = ()) -> str:
    """HTML whose marked TeX is MathML, with the unseen characters of displays."""
    unseen = {_spaced(formula.tex): spoken(formula).marked for formula in shown}

    def made(match: re.Match[str]) -> str:
        formula = html.unescape(match[2])
        if match[1] != "div":
            return mathml(formula, block=False)
        return mathml(unseen.get(_spaced(formula), formula), block=True)

    return MARKED.sub(made, page)


def _spaced(formula: str) -> str:
    return " ".join(formula.split())


def title_converted(title: str) -> str:
    """A heading of the table of contents, whose TeX stands in bare round brackets."""
    return IN_TITLE.sub(lambda m: mathml(html.unescape(m[1]), block=False), title)


def characters(page: str) -> set[str]:
    """The characters that the browser will need to draw the MathML of a page."""
    used: set[str] = set()
    for markup in re.findall(r"<math.*?</math>", page, re.S):
        shown = re.sub(r"<annotation.*?</annotation>", "", markup, flags=re.S)
        used.update(html.unescape(re.sub(r"<[^>]+>", "", shown)))
        alone = re.findall(r"<mi>(.)</mi>", shown)
        used.update((LATIN | GREEK).get(letter, letter) for letter in alone)
        if "<msqrt" in shown or "<mroot" in shown:
            used.add("√")  # drawn by the element, never there as text
    return {c for c in used if c.isprintable() and not "가" <= c <= "힣"}


def font_file() -> Path:
    """STIX Two Math, which the wheel of ziamath carries under the OFL."""
    spec = find_spec("ziamath")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"


def write_font(site: Path, used: set[str]) -> int:
    """Write the maths font with the characters that a site uses; its size in bytes."""
    shown = "".join(sorted(used))
    name = kept.named(shown, kept.state("constraints.txt", "docs/site/pages/maths.py"))
    target = site / "assets" / "fonts" / "stix-two-math.woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.write_bytes(kept.made("fonts", name, lambda: _cut(shown)))


def _cut(shown: str) -> bytes:
    """The maths font with the glyphs of these characters."""
    from fontTools import subset  # which takes long to load, and is seldom needed

    options = subset.Options(layout_features=[], hinting=False)
    options.flavor = "woff2"
    options.name_IDs = [0, 13, 14]  # the copyright and licence notice stay in the font
    font = subset.load_font(str(font_file()), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in shown])
    cutter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()
