"""The rooms of the package, and what each module imports, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.shipped import ROOT

PACKAGE = ROOT / "careerkit"

# From first to last: a room may import itself and the rooms in the lines above it. Rooms of one
# line do not import each other.
ORDER = (
    {"content"},
    {"translation"},
    {"document"},
    {"typography"},
    {"art"},
    {"layout"},
    {"pages", "slides"},
    {"pdf", "pptx"},
    {"preflight"},
    {"project"},
    {"editions"},
    {"build"},
    {"cli"},
    {"__main__"},
)
STEP = {room: step for step, rooms in enumerate(ORDER) for room in rooms}


def modules() -> list[Path]:
    """All modules of the package."""
    return sorted(path for path in PACKAGE.rglob("*.py") if "_shipped" not in path.parts)


def room_of(path: Path) -> str:
    """The folder or top module a file belongs to; empty for the package itself."""
    first = path.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Every module a file imports, wherever in the file, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield from ((f"{node.module}.{name.name}", node.lineno) for name in node.names)
