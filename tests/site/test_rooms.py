"""Each room of `docs/site` imports only what its README allows."""

import ast
import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "docs" / "site"
ROW = re.compile(r"^\| `(?P<room>[^`]+)` \|.*\| (?P<allowed>[^|]*) \|$", re.M)
ROOMS = {
    row["room"].rstrip("/"): re.findall(r"`([^`]+)/`", row["allowed"])
    for row in ROW.finditer((SITE / "README.md").read_text("utf-8"))
}
FOLDERS = {path.name for path in SITE.iterdir() if any(path.rglob("*.py"))} - {
    "__pycache__"
}


def imports(path):
    """The modules that a file imports, by their full names."""
    package = list(path.relative_to(SITE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join(filter(None, [*above, node.module or ""]))


def room(path):
    parts = path.relative_to(SITE).parts
    return parts[0] if len(parts) > 1 else "hook_*.py"


def test_the_map_names_every_room():
    assert FOLDERS | {"hook_*.py"} == set(ROOMS)


@pytest.mark.parametrize(
    "path", sorted(SITE.rglob("*.py")), ids=lambda path: path.relative_to(SITE).as_posix()
)
def test_imports_lead_down(path):
    used = {name.partition(".")[0] for name in imports(path)}
    own = room(path)
    assert used & FOLDERS <= {own, *ROOMS[own]}
    assert "mkdocs" not in used or own == "hook_*.py", "MkDocs is known to the hooks alone"


def test_rooms_stand_above_each_other():
    """No circle: each room is allowed to import only rooms that are listed below it."""
    order = list(ROOMS)
    for above, allowed in ROOMS.items():
        assert all(order.index(below) > order.index(above) for below in allowed)
