"""Changes to the theme's output, which must not fail silently when the theme changes."""


def swap(text: str, old: str, new: str, count: int = -1) -> str:
    """A text with `new` in place of `old`, which must be there."""
    if old not in text:
        raise ValueError(f"the theme's output does not contain {old!r} any more")
    return text.replace(old, new, count)
