"""HTML that an author wrote among Markdown."""

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Tag:
    """An opening tag with its attributes; `line` counts from 1."""

    line: int
    name: str
    attributes: dict[str, str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, _ = self.getpos()
        self.found.append(Tag(line, tag, {name: value or "" for name, value in attrs}))


def tags(text: str) -> list[Tag]:
    """The opening tags of a text, but for addresses in angle brackets."""
    reader = _Reader()
    reader.feed(text)
    return [tag for tag in reader.found if ":" not in tag.name]
