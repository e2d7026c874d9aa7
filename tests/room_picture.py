"""Draws the rooms of the package and what they import of each other, as the source has it.

``python -m tests.room_picture`` writes ``.github/pictures/rooms.svg``, which the page on the
architecture shows; a test holds the file to what is drawn. An arrow leads from a room to one that
it imports, but where that can be reached by way of others.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.rooms import ORDER, PACKAGE, STEP, imports_of, modules, room_of
from tests.shipped import ROOT

PICTURE = ROOT / ".github" / "pictures" / "rooms.svg"

_BOX_WIDTH, _BOX_HEIGHT, _GAP, _ROW = 372, 58, 60, 92
_FONT = "font-family='Noto Sans, Arial, sans-serif'"
_LETTERS_OF_A_LINE = 58
_TIP = "viewBox='0 0 10 10' refX='9' refY='5' markerWidth='7' markerHeight='7' orient='auto'"
_WIDTH = 2 * _BOX_WIDTH + 3 * _GAP
_MIDDLE_X = (_WIDTH - _BOX_WIDTH) / 2  # where a box stands that is alone in its row


def imported_rooms() -> dict[str, set[str]]:
    """Return for each room the other rooms it imports."""
    found: dict[str, set[str]] = {room: set() for rooms in ORDER for room in rooms}
    for path in modules():
        room = room_of(path)
        for name, _ in imports_of(path):
            parts = name.split(".")
            if room and parts[0] == "careerkit" and len(parts) > 1 and parts[1] in STEP:
                found[room] |= {parts[1]} - {room}
    return found


def reduce(imported: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return the imports without those that others lead to."""
    reached: dict[str, set[str]] = {}
    for rooms in ORDER:
        for room in rooms:
            below = imported[room]
            reached[room] = below.union(*(reached[each] for each in below))
    return {
        room: {
            each for each in below if not any(each in reached[other] for other in below - {each})
        }
        for room, below in imported.items()
    }


def describe(room: str) -> str:
    """Return the first line of a room's docstring."""
    path = PACKAGE / room / "__init__.py" if (PACKAGE / room).is_dir() else PACKAGE / f"{room}.py"
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def draw() -> str:
    """Return the picture as SVG: what runs first at the top, what stands on nothing at the foot."""
    rows = [rooms for rooms in reversed(ORDER) if rooms != {"__main__"}]
    places: dict[str, tuple[float, float]] = {}
    for number, rooms in enumerate(rows):
        row_width = len(rooms) * _BOX_WIDTH + (len(rooms) - 1) * _GAP
        for index, room in enumerate(sorted(rooms)):
            x = (_WIDTH - row_width) / 2 + index * (_BOX_WIDTH + _GAP)
            places[room] = x, 20 + number * _ROW
    height = 20 + len(rows) * _ROW
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDTH}' height='{height}'>",
        "<title>The rooms of careerkit and what they import of each other</title>",
        f"<defs><marker id='tip' {_TIP}><path d='M0 0L10 5L0 10z' fill='#7a3512'/></marker></defs>",
        f"<rect width='{_WIDTH}' height='{height}' fill='#ffffff'/>",
    ]
    for room, below in sorted(reduce(imported_rooms()).items()):
        if room not in places:
            continue
        lines += [
            _arrow(places[room], places[each], index) for index, each in enumerate(sorted(below))
        ]
    lines += [_box(room, *place) for room, place in sorted(places.items())]
    return "\n".join([*lines, "</svg>", ""])


def _arrow(above: tuple[float, float], below: tuple[float, float], index: int) -> str:
    """Draw an arrow: straight to the next row, otherwise round the boxes between."""
    middle, height = _BOX_WIDTH / 2, _BOX_HEIGHT
    rows = round((below[1] - above[1]) / _ROW)
    start_y, end_y = above[1] + height / 2, below[1] + height / 2
    if rows == 1:
        way = f"M{above[0] + middle:g} {above[1] + height:g}L{below[0] + middle:g} {below[1] - 2:g}"
    elif above[0] == below[0]:
        side = -1 if index % 2 == 0 else 1
        edge = above[0] + middle + side * middle
        out = edge + side * (30 + 14 * min(rows, 9))
        way = f"M{edge:g} {start_y:g}C{out:g} {start_y + 30:g} {out:g} {end_y - 30:g} "
        way += f"{edge + side * 2:g} {end_y:g}"
    elif below[0] != _MIDDLE_X:
        side = -1 if below[0] < above[0] else 1
        edge, into = above[0] + middle + side * middle, below[0] + middle
        way = f"M{edge:g} {start_y:g}C{into:g} {start_y:g} {into:g} {start_y + 40:g} "
        way += f"{into:g} {below[1] - 2:g}"
    else:
        side = -1 if above[0] < below[0] else 1
        start, edge = above[0] + middle + side * middle / 2, below[0] + middle + side * middle
        way = f"M{start:g} {above[1] + height:g}C{start:g} {end_y:g} {start:g} {end_y:g} "
        way += f"{edge + side * 2:g} {end_y:g}"
    return (
        f"<path d='{way}' fill='none' stroke='#7a3512' stroke-width='1.4' marker-end='url(#tip)'/>"
    )


def _box(room: str, x: float, y: float) -> str:
    words = describe(room)
    lines = [words]
    if len(words) > _LETTERS_OF_A_LINE:
        at = words.rfind(" ", 0, _LETTERS_OF_A_LINE)
        lines = [words[:at], words[at + 1 :]]
    told = "".join(
        f"<text x='{x + 12:g}' y='{y + 35 + 15 * number:g}' {_FONT} font-size='11.5'"
        f" fill='#333333'>{escape(line)}</text>"
        for number, line in enumerate(lines)
    )
    return (
        f"<rect x='{x:g}' y='{y:g}' width='{_BOX_WIDTH}' height='{_BOX_HEIGHT}' rx='6'"
        f" fill='#f6efe7' stroke='#7a3512'/>"
        f"<text x='{x + 12:g}' y='{y + 19:g}' {_FONT} font-size='15' font-weight='bold'"
        f" fill='#7a3512'>{escape(room)}</text>{told}"
    )


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
