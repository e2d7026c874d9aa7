"""The strategies of property tests know every kind of block."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.document.block_kinds import BLOCK_KINDS, BlockKind
from careerkit.document.section_kinds import MEDIA
from tests.block_strategies import MAKERS, Maker


@pytest.mark.parametrize("kind", BLOCK_KINDS, ids=lambda kind: kind.block.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_kind_is_made(kind: BlockKind, data: st.DataObject) -> None:
    """If the table has a kind of block, then tests/block_strategies.py makes such blocks."""
    assert kind.block in MAKERS, f"{kind.block.__name__} has no maker in tests/block_strategies.py"
    for medium in MEDIA:
        if kind.home(medium):
            maker = Maker(data.draw, medium, Path("line.png"))  # type: ignore[arg-type]  # the same
            assert isinstance(maker.block(kind), kind.block)


def test_no_other_kind_is_made() -> None:
    """If there is a maker, then the table has its kind."""
    assert MAKERS.keys() == {kind.block for kind in BLOCK_KINDS}
