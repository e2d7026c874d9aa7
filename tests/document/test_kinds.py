"""The tables of the seam are whole: each kind that a type names has its row, and only once."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from careerkit.document.block_kinds import BLOCK_KINDS, BLOCKS, BlockElement, block_element, kind_of
from careerkit.document.blocks import Block
from careerkit.document.section_kinds import (
    DEFAULT_KIND,
    KINDS,
    MEDIA,
    SECTION_KINDS,
    BoundKind,
    SheetKind,
    SlideKind,
    is_bound_kind,
    is_sheet_kind,
    is_slide_kind,
)


@pytest.mark.parametrize("block", get_args(Block), ids=lambda block: block.__name__)
def test_block_has_a_row(block: type) -> None:
    """If a class is a block, then the table of block kinds has one row of it."""
    assert [kind.block for kind in BLOCK_KINDS].count(block) == 1


def test_rows_are_of_blocks() -> None:
    """If the table has a row, then its class is a block, and has a home somewhere."""
    assert {kind.block for kind in BLOCK_KINDS} <= set(get_args(Block))
    assert all(any(kind.home(medium) for medium in MEDIA) for kind in BLOCK_KINDS)


def test_elements_of_blocks() -> None:
    """If an element gives a block, then rows name it, of which one needs no class."""
    alike = Counter(
        element for kind in BLOCK_KINDS if not kind.only_class for element in kind.elements
    )
    assert alike == Counter(get_args(BlockElement))
    for kind in BLOCK_KINDS:
        for element in kind.elements:
            assert kind_of(element, kind.only_class) is kind
    assert kind_of("li") is None
    assert block_element("li") is None
    assert set(get_args(BlockElement)) - set(BLOCKS) == {"cover", "contents"}


def test_section_kinds() -> None:
    """If a type names a kind of section, then its medium has a row of that name, and no other."""
    assert tuple(KINDS["pages"]) == (*get_args(BoundKind), *get_args(SheetKind))
    assert tuple(KINDS["slides"]) == get_args(SlideKind)
    for medium in MEDIA:
        assert DEFAULT_KIND in KINDS[medium]
    for name, told in {
        "spare": (True, False, False),
        "panel": (False, True, False),
        "statement": (False, False, True),
        "chapter": (True, False, True),
    }.items():
        kind = next(row.name for row in SECTION_KINDS if row.name == name)
        assert (is_bound_kind(kind), is_sheet_kind(kind), is_slide_kind(kind)) == told
