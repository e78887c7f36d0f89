"""Figures with sliders: the build draws every position, the page only chooses one.

Beside `figure`, the file of such a figure has

- `SLIDERS`, a table of names and values; the positions are their products, in order;
- `START`, the values of the position that is shown first;
- `measure(*values)`, a table of facts about a position, as text.

The parts of position `i` are drawn with `gid=f"frame-{i}"`, and `WORDS` names sliders and
measures. A table below the picture lists all positions, for readers without JavaScript and
for the script, which reads the values from it.
"""

import html
from itertools import product
from typing import Any

SUMMARY = {"ko": "모든 위치의 값", "en": "The values at every position"}


def dress(svg: str, names: dict[str, Any], language: str) -> str:
    """The drawn figure of the script with these names, with its sliders and its table."""
    words, sliders = names["WORDS"][language], names["SLIDERS"]
    positions = list(product(*sliders.values()))
    shown = positions.index(names["START"])
    svg = svg.replace(f'data-frame="{shown}"', f'data-frame="{shown}" class="shown"')
    controls = [
        _slider(words[name], values, names["START"][i])
        for i, (name, values) in enumerate(sliders.items())
    ]
    measures = [names["measure"](*position) for position in positions]
    head = [words[name] for name in (*sliders, *measures[0])]
    rows = [
        [*map(str, position), *measure.values()]
        for position, measure in zip(positions, measures, strict=True)
    ]
    table = _row("th", head), "".join(_row("td", row) for row in rows)
    return (
        f'<div class="frames">{svg}<div class="sliders" hidden>{"".join(controls)}</div>'
        f"<details data-search-exclude><summary>{SUMMARY[language]}</summary>"
        f"<table><thead>{table[0]}</thead><tbody>{table[1]}</tbody></table></details></div>"
    )


def _slider(name: str, values: list[Any], start: Any) -> str:
    at = f'min="0" max="{len(values) - 1}" value="{values.index(start)}"'
    return (
        f'<label>{html.escape(name)} <input type="range" {at} data-only="screen">'
        '<output aria-live="off"></output></label>'  # the slider itself says its value
    )


def _row(tag: str, cells: list[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{html.escape(cell)}</{tag}>' for cell in cells)}</tr>"
