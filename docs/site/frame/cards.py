"""The picture that stands for a page where its address is shared: 1200 by 630 pixels.

All colours are on one ramp from indigo to white. So six shades are the whole palette, and
a card weighs some fifteen kilobytes.
"""

import functools
import io
import math

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_ko import sans_path

from source import kept

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
GROUND, INK = (40, 53, 147), (255, 255, 255)
FAINT, SOFT, FULL = 34, 204, 255  # places on the ramp
SHADES = 6
TITLE_SIZES = (88, 76, 64, 54)  # the first one that gives at most three lines is used


def card(title: str, chapter: str, description: str, site: str) -> bytes:
    """The card of a page, drawn if it is not kept."""
    name = kept.named(title, chapter, description, site, _tools())
    return kept.made("cards", name, lambda: draw(title, chapter, description, site))


@functools.cache
def _tools() -> str:
    return kept.state("constraints.txt", "docs/site/frame/cards.py")


def draw(title: str, chapter: str, description: str, site: str) -> bytes:
    """The card of a page, as a PNG."""
    card = _ground().copy()
    pen = ImageDraw.Draw(card)
    pen.text((MARGIN, 70), chapter, SOFT, _font(34))
    size, lines = _fitted(title)
    top = 132
    for line in lines:
        pen.text((MARGIN, top), line, FULL, _font(size))
        top += round(1.28 * size)
    top += 24
    for line in _wrapped(description, 30)[: (520 - top) // 44]:
        pen.text((MARGIN, top), line, SOFT, _font(30))
        top += 44
    pen.text((MARGIN, HEIGHT - 98), site, FULL, _font(34))
    return _png(card)


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size at which a title takes three lines at most, and these lines."""
    for size in TITLE_SIZES:
        lines = _wrapped(title, size)
        if len(lines) <= 3:
            break
    return size, lines


def _wrapped(text: str, size: int) -> list[str]:
    """Lines that break between words, as Korean does too."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _font(size).getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@functools.cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same wherever Pillow runs; the other one depends on a library.
    return ImageFont.truetype(str(sans_path()), size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _ground() -> Image.Image:
    """The background of all cards: a sigmoid, drawn twice as large and made smooth."""
    big = Image.new("L", (2 * WIDTH, 2 * HEIGHT), 0)
    pen = ImageDraw.Draw(big)
    for x in range(960, 2 * WIDTH + 20):
        y = 2 * HEIGHT * (0.92 - 0.84 / (1 + math.exp(-(x - 1800) / 140)))
        pen.ellipse((x - 17, y - 17, x + 17, y + 17), FAINT)
    return big.resize(SIZE, Image.Resampling.BOX)


def _png(card: Image.Image) -> bytes:
    """The shades of a card as a palette of indigo to white."""
    step = 255 / (SHADES - 1)
    shades = card.point([round(level / step) for level in range(256)])
    picture = Image.frombytes("P", SIZE, shades.tobytes())
    ramp = [
        round(low + (high - low) * shade / (SHADES - 1))
        for shade in range(SHADES)
        for low, high in zip(GROUND, INK, strict=True)
    ]
    picture.putpalette(ramp)
    out = io.BytesIO()
    picture.save(out, format="PNG", bits=4, compress_level=7)
    return out.getvalue()
