"""What layouts/README.md says about elements is what the table of elements says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerkit.layout.blocks import Block
from careerkit.layout.contrast import PAIRS
from careerkit.layout.elements import BLOCKS, ELEMENTS

README = (Path(__file__).parents[2] / "layouts" / "README.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in README.split("## Elements")[1].splitlines()
    if line.startswith("| `")
]


def _rows_of(name: str) -> list[list[str]]:
    return [row for row in ROWS if f"`{name}`" in row[0]]


@pytest.mark.parametrize("name", ELEMENTS)
def test_element(name: str) -> None:
    """If the table has an element, then the README names it with all it accepts, and no more."""
    rows = _rows_of(name)
    assert rows, f"{name} is not in the table of layouts/README.md"
    said = " ".join(row[1] for row in rows)
    element = ELEMENTS[name]
    for attribute, rule in element.attributes.items():
        shown = f"**`{attribute}`**" if rule.required else f"`{attribute}`"
        assert shown in said
        if not rule.required:
            assert f"**`{attribute}`**" not in said
        for choice in rule.choices:
            assert f"`{choice}`" in said
    if element.holds == "nothing":
        assert rows[0][2] == "nothing"
    elif element.holds == "parts":
        for part in element.parts:
            assert f"`{part}`" in rows[0][2]
    else:
        assert element.holds.split(",")[0] in rows[0][2]


def test_no_other_element() -> None:
    """If the README names an element, then the table has it."""
    named = {name for row in ROWS for name in re.findall(r"`([a-z0-9-]+)`", row[0])}
    assert named == set(ELEMENTS)


def test_blocks() -> None:
    """If an element may stand wherever blocks may, then the README says so."""
    sentence = README.split("*Blocks* are")[1].split(". A *name*")[0]
    assert tuple(re.findall(r"`([a-z0-9-]+)`", sentence)) == BLOCKS


def test_every_block_can_be_made() -> None:
    """If a block is in the list of blocks, then some element gives it."""
    given = " ".join(element.gives for element in ELEMENTS.values())
    for block in Block.__args__:
        assert block.__name__ in given


def test_pairs() -> None:
    """If a pair of colours is checked, then the README says so."""
    sentence = " ".join(README.split("the program says so if it does not:")[1].split())
    for text, ground, _ in PAIRS:
        assert f"`{text}` and `{ground}`" in sentence
