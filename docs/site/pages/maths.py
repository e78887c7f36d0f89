"""TeX to MathML at build, and the maths font cut down to the characters in use.

No JavaScript: browsers lay MathML out themselves, given a font with a MATH table.
"""

import html
import io
import re
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset

from source import kept, tex

# The marks that pymdownx.arithmatex (generic) leaves in a page.
MARKED = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.*?)\\[)\]]</\1>', re.S)
STRUT = '<mspace height="0.72em" depth="0.15em"/>'
IN_TITLE = re.compile(r"\\\((.*?)\\\)", re.S)
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
    # WebKit lets a hat that may not stretch float too high.
    markup = markup.replace('<mo stretchy="false">ˆ</mo>', "<mo>ˆ</mo>")
    return markup.replace("\ufe00", "")


def converted(page: str) -> str:
    """HTML whose marked TeX is MathML."""
    return MARKED.sub(lambda m: mathml(html.unescape(m[2]), block=m[1] == "div"), page)


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


def write_font(site: Path) -> int:
    """Write the maths font that the pages of a built site need; its size in bytes."""
    used: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        used |= characters(page.read_text("utf-8"))
    shown = "".join(sorted(used))
    name = kept.named(shown, kept.state("constraints.txt", "docs/site/pages/maths.py"))
    target = site / "assets" / "fonts" / "stix-two-math.woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.write_bytes(kept.made("fonts", name, lambda: _cut(shown)))


def _cut(shown: str) -> bytes:
    """The maths font with the glyphs of these characters."""
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
