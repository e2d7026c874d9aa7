"""The art of a career: its id and a rectangle go in, shapes in the theme's roles come out.

The id decides everything, so that cover, title slide and section strip of one career are plainly
the same drawing and those of two careers plainly are not. Figures lie on grounds far from them in
grey too: the signal colour only ever lies on a light one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from careerkit.art.motifs import FAMILIES, HEROES, Tile
from careerkit.document.shapes import PathCommands, Shape, place, rectangle, turn
from careerkit.document.theme import Role

_COVER_TILES = 22
_MOST_COLUMNS, _MOST_ROWS = 24, 48
_SHORTEST_RISE = 0.3
# Tiles reach this far over their edges, in tiles: neighbours of one colour must not show a seam.
_OVERLAP = 0.003


@dataclass(frozen=True, slots=True)
class _TileColours:
    """The colours of one tile; ``ground`` None leaves the drawing's own."""

    ground: Role | None
    main: Role
    detail: Role


@dataclass(frozen=True, slots=True)
class _Scheme:
    """The ground of a drawing and the inks its tiles take in turn."""

    ground: Role
    inks: tuple[_TileColours, ...]


_SCHEMES = (
    _Scheme(
        "accent",
        (
            _TileColours(None, "accent_soft", "accent"),
            _TileColours("tint", "accent", "tint"),
            _TileColours("accent_soft", "accent", "accent_soft"),
            _TileColours(None, "tint", "accent"),
        ),
    ),
    _Scheme(
        "accent_soft",
        (
            _TileColours(None, "accent", "accent_soft"),
            _TileColours("accent", "tint", "accent"),
            _TileColours("tint", "accent", "tint"),
            _TileColours("accent", "accent_soft", "accent"),
        ),
    ),
    _Scheme(
        "tint",
        (
            _TileColours(None, "accent", "tint"),
            _TileColours("accent", "accent_soft", "accent"),
            _TileColours("accent_soft", "accent", "accent_soft"),
            _TileColours("accent", "tint", "accent"),
        ),
    ),
)


@lru_cache(maxsize=32, typed=True)
def cover_art(seed: str, width: float, height: float) -> tuple[Shape, ...]:
    """Draw the art of a career to fill a rectangle of any unit; (0, 0) is its top left corner."""
    target = (width * height / _COVER_TILES) ** 0.5
    rows = max(1, min(_MOST_ROWS, round(height / target)))
    columns = max(1, min(_MOST_COLUMNS, round(width / (height / rows))))
    return _compose(seed, width, height, columns, rows)


@lru_cache(maxsize=32, typed=True)
def section_strip(seed: str, width: float, height: float) -> tuple[Shape, ...]:
    """Draw the same art as one row of tiles."""
    columns = max(1, min(_MOST_COLUMNS, round(width / height)))
    return _compose(seed, width, height, columns, 1)


def _compose(seed: str, width: float, height: float, columns: int, rows: int) -> tuple[Shape, ...]:
    scheme = _SCHEMES[_roll(seed, "scheme", len(_SCHEMES))]
    tiles = _pattern(seed)
    cell_width, cell_height = width / columns, height / rows
    shapes = [Shape(rectangle(0, 0, width, height), scheme.ground)]
    hero = _hero_cells(seed, columns, rows)
    for row in range(rows):
        for column in range(columns):
            if (column, row) in hero or _is_calm(seed, column, row, columns, rows):
                continue
            box = (column * cell_width, row * cell_height, cell_width, cell_height)
            step = column % 2 + 2 * (row % 2)
            tile = tiles[step]
            inks = scheme.inks[(step + _roll(seed, f"ink{step}", 2)) % len(scheme.inks)]
            quarters = _quarters(seed, column, row)
            if inks.ground:
                outline = _reach_over(rectangle(0, 0, 1, 1), _OVERLAP)
                shapes.append(Shape(place(outline, *box), inks.ground))
            for path, ink in tile:
                outline = _reach_over(turn(path, quarters), 2 * _OVERLAP)
                colour = inks.main if ink == "main" else inks.detail
                shapes.append(Shape(place(outline, *box), colour))
    shapes = [Shape(_keep_inside(shape.commands, width, height), shape.fill) for shape in shapes]
    left, top = min(hero)
    size = 2 if len(hero) == 4 else 1
    box = (left * cell_width, top * cell_height, size * cell_width, size * cell_height)
    shapes += _hero(seed, scheme, box)
    return tuple(shapes)


def _roll(seed: str, purpose: str, sides: int) -> int:
    """Roll a die that falls the same way whenever the seed and the purpose are the same."""
    return int.from_bytes(sha256(f"{seed}/{purpose}".encode()).digest()[:6]) % sides


def _pattern(seed: str) -> tuple[Tile, ...]:
    """Choose the four tiles that repeat over the drawing, two by two."""
    name = sorted(FAMILIES)[_roll(seed, "family", len(FAMILIES))]
    family = FAMILIES[name]
    first = _roll(seed, "first", len(family))
    second = (first + 1 + _roll(seed, "second", len(family) - 1)) % len(family)
    third = _roll(seed, "third", len(family))
    a, b, c = family[first], family[second], family[third]
    return ((a, b, b, a), (a, b, c, a), (a, a, b, b), (a, b, c, b))[_roll(seed, "rhyme", 4)]


def _quarters(seed: str, column: int, row: int) -> int:
    """Turn tiles by a rule, so that neighbours meet in larger figures."""
    base = _roll(seed, "turn", 4)
    rules = (
        (0, 1, 3, 2)[column % 2 + 2 * (row % 2)],
        (column + row) % 2,
        column % 4,
        (column + 2 * row) % 4,
    )
    return base + rules[_roll(seed, "rule", len(rules))]


def _hero_cells(seed: str, columns: int, rows: int) -> set[tuple[int, int]]:
    """Choose where the one large figure stands: in the calm part, near a third of the width."""
    if rows < 3 or columns < 3:
        return {(_roll(seed, "hero", columns), 0)}
    left = columns - 2 - _roll(seed, "hero", 2) if _rises_left(seed) else _roll(seed, "hero", 2)
    top = _roll(seed, "hero height", 2)
    return {(left + x, top + y) for x in (0, 1) for y in (0, 1)}


def _rises_left(seed: str) -> bool:
    return _roll(seed, "side", 2) == 0


def _is_calm(seed: str, column: int, row: int, columns: int, rows: int) -> bool:
    """Return whether a cell is left plain: what is above a line that climbs to one side."""
    along = (column + 0.5) / columns
    if _rises_left(seed):
        along = 1 - along
    if rows == 1:
        return _roll(seed, f"calm{column}", 100) >= 100 * (2 * along - 0.5)
    rise = _SHORTEST_RISE + (1 - _SHORTEST_RISE) * along
    rise += (_roll(seed, f"rise{column}", 3) - 1) / (2 * rows)
    return (rows - row - 0.5) / rows > rise


def _reach_over(path: PathCommands, overlap: float) -> PathCommands:
    return place(path, -overlap, -overlap, 1 + 2 * overlap, 1 + 2 * overlap)


def _keep_inside(path: PathCommands, width: float, height: float) -> PathCommands:
    return tuple(
        (
            letter,
            tuple(
                min(max(number, 0.0), height if odd % 2 else width)
                for odd, number in enumerate(numbers)
            ),
        )
        for letter, numbers in path
    )


def _hero(seed: str, scheme: _Scheme, box: tuple[float, float, float, float]) -> tuple[Shape, ...]:
    """Draw the large figure: the one place for the signal colour, always on a light ground."""
    light: Role = "accent_soft" if scheme.ground == "tint" else "tint"
    figure = HEROES[_roll(seed, "figure", len(HEROES))]
    return tuple(
        Shape(place(path, *box), light if ink == "main" else "signal") for path, ink in figure
    )
