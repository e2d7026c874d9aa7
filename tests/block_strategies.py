"""Random documents for property tests: any blocks, one inside another, wherever they have a home.

Each kind of block has a maker here, and the table of block kinds says where it may stand. Every
word is one that nothing else says (see ``tests.homes``), so that it can be looked for in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from careerkit.document import blocks as b
from careerkit.document.block_kinds import BLOCK_KINDS, BlockKind
from careerkit.document.section_kinds import KINDS, Medium, SectionKind
from careerkit.document.spans import Inline, Span

_DEEPEST = 3
_Chosen = TypeVar("_Chosen")


@dataclass
class Maker:
    """Makes blocks for a medium by what ``draw`` chooses; ``picture`` is a file that is there."""

    draw: st.DrawFn
    medium: Medium
    picture: Path
    _numbers: Any = field(default_factory=lambda: count(10))
    _depth: int = 0

    def choose(self, *choices: _Chosen) -> _Chosen:
        """Choose one."""
        return self.draw(st.sampled_from(choices))

    def number(self, least: int, most: int) -> int:
        """Choose a whole number."""
        return self.draw(st.integers(least, most))

    def words(self, name: str) -> Inline:
        """Make up a word, plain or in some way marked, that goes on in plain ones."""
        word = f"w{next(self._numbers)}{name}"
        style = self.choose("plain", "plain", "strong", "emphasis", "link", "reference")
        link = f"https://{word}.example" if style == "link" else ""
        first = Span(
            word,
            strong=style == "strong",
            emphasis=style == "emphasis",
            link=link,
            reference=style == "reference",
        )
        more = " and more" * self.choose(0, 0, 1, 30)
        return (first, Span(more)) if more else (first,)

    def words_or_none(self, name: str) -> Inline:
        """Make up a word, or none."""
        return self.words(name) if self.choose(True, False) else ()

    def several(self, make: Callable[[], _Chosen], least: int = 1) -> tuple[_Chosen, ...]:
        """Make a few of something."""
        return tuple(make() for _ in range(self.number(least, 3)))

    def blocks(self, holder: str, least: int = 0) -> tuple[b.Block, ...]:
        """Make blocks inside another, ever fewer the deeper they are."""
        at_home = {"anywhere"} | ({"drawn"} if holder in ("section", "stage") else set())
        kinds = [kind for kind in BLOCK_KINDS if kind.home(self.medium) in at_home]
        self._depth += 1
        most = {1: 5, 2: 3}.get(self._depth, 1)
        made = tuple(self.block(self.choose(*kinds)) for _ in range(self.number(least, most)))
        self._depth -= 1
        return made if self._depth < _DEEPEST else (b.Paragraph(self.words("deep")),)

    def block(self, kind: BlockKind) -> b.Block:
        """Make a block of a kind."""
        if self._depth > _DEEPEST:
            return b.Paragraph(self.words("deep"))
        return MAKERS[kind.block](self)


def _fact(maker: Maker) -> b.Fact:
    return b.Fact(
        maker.words("figure"),
        maker.words("label"),
        maker.words_or_none("note"),
        maker.words_or_none("source"),
    )


def _range(maker: Maker) -> b.Range:
    low = maker.number(0, 50)
    high = maker.choose(None, low + maker.number(0, 50))
    return b.Range(
        label=maker.words("label"),
        low=float(low),
        high=None if high is None else float(high),
        open_ended=maker.choose(True, False),
        low_text=maker.words("lowtext"),
        high_text=() if high is None else maker.words("hightext"),
        summary=maker.words("summary"),
        note=maker.words_or_none("note"),
    )


def _chart(maker: Maker) -> b.RangeChart:
    return b.RangeChart(
        maker.words_or_none("title"),
        maker.words_or_none("drawnunit"),
        maker.words("drawn"),
        maker.several(lambda: _range(maker)),
    )


def _table(maker: Maker) -> b.Table:
    columns = maker.number(1, 3)

    def row() -> tuple[Inline, ...]:
        return tuple(maker.words("cell") for _ in range(columns))

    return b.Table(maker.choose(row, tuple)(), maker.several(row))


def _list(maker: Maker) -> b.BulletList:
    styles: tuple[b.ListStyle, ...] = get_args(b.ListStyle)
    style = maker.choose(*styles)

    def item() -> b.ListItem:
        below = () if style == "tags" else maker.blocks("li")
        return b.ListItem(maker.words("item"), below)

    return b.BulletList(maker.several(item), style)


MAKERS: Mapping[type[b.Block], Callable[[Maker], b.Block]] = {
    b.Heading: lambda maker: b.Heading(maker.choose(2, 3), maker.words("heading")),
    b.Paragraph: lambda maker: b.Paragraph(
        maker.words("text"), maker.choose("body", "lead", "caption", "source")
    ),
    b.BulletList: _list,
    b.Steps: lambda maker: b.Steps(
        maker.several(lambda: b.Step(maker.words("short"), maker.words_or_none("detail")))
    ),
    b.FactGrid: lambda maker: b.FactGrid(maker.several(lambda: _fact(maker))),
    b.RangeChart: _chart,
    b.Callout: lambda maker: b.Callout(
        maker.choose("caution", "decision", "tip", "note"),
        maker.words_or_none("title"),
        maker.blocks("aside", least=1),
    ),
    b.Roadmap: lambda maker: b.Roadmap(
        maker.several(
            lambda: b.Stage(
                maker.words("stage"), maker.words_or_none("ages"), maker.blocks("stage")
            )
        ),
        maker.words("drawn"),
    ),
    b.Picture: lambda maker: b.Picture(
        maker.picture,
        maker.words("alt"),
        maker.words_or_none("caption"),
        maker.choose("figure", "logo", "portrait"),
    ),
    b.QRCode: lambda maker: b.QRCode("https://example.org", maker.words("alt"), maker.blocks("qr")),
    b.WritingLines: lambda maker: b.WritingLines(
        maker.words("prompt"),
        maker.number(1, 9),
        maker.choose("lines", "beside", "frame", "scale"),
    ),
    b.Definitions: lambda maker: b.Definitions(
        maker.several(lambda: b.Definition(maker.words("term"), maker.words("meaning")))
    ),
    b.Table: _table,
    b.StampBox: lambda maker: b.StampBox(
        maker.words("title"), maker.several(lambda: maker.words("line"), least=0)
    ),
    b.Cover: lambda maker: b.Cover(
        "baker",
        maker.words("title"),
        maker.words_or_none("tagline"),
        maker.words_or_none("eyebrow"),
        maker.words_or_none("foot"),
        maker.words("drawn"),
        maker.words_or_none("promise"),
        maker.choose(None, b.Picture(maker.picture, maker.words("alt"), role="logo")),
    ),
    b.Contents: lambda _maker: b.Contents(),
    b.Notes: lambda maker: b.Notes(maker.blocks("aside", least=1), maker.number(0, 90)),
}
"""How a block of each kind is made up."""


def _section(maker: Maker, kind: SectionKind, name: str) -> b.Section:
    if kind.once:
        blocks: tuple[b.Block, ...] = (MAKERS[b.Cover](maker),)
    else:
        blocks = maker.blocks("section")
        own = (
            row
            for row in BLOCK_KINDS
            if row.home(maker.medium) == "section"
            and (row.only_class or row.elements[0] in kind.holds)
        )
        blocks += tuple(maker.block(row) for row in own if maker.choose(False, False, True))
    title = maker.words_or_none("h1") if "h1" in kind.holds else ()
    return b.Section(name, kind.name, title, blocks)


@st.composite
def documents(draw: st.DrawFn, medium: Medium, picture: Path) -> b.Document:
    """Make a document of up to three sections of any kinds that say all there is."""
    maker = Maker(draw, medium, picture)
    kinds = [kind for kind in KINDS[medium].values() if not kind.is_chosen and not kind.is_filler]
    sections = tuple(
        _section(maker, maker.choose(*kinds), f"s{number}") for number in range(maker.number(1, 3))
    )
    last = b.Section("end", "chapter", (Span("End"),), (b.Paragraph((Span("more"),)),))
    return b.Document("T", "en", "ltr", (), "", (*sections, last))
