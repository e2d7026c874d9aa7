"""A document's blocks go in; what the slides of each section are to show comes out.

A section's ``kind`` names the layout of its running text; what is drawn (facts, a chart, a roadmap,
codes, a picture, a table) brings its own, in the order of the blocks. Which slides they need is for
the planner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from careerkit.content.problem import ContentError, Problem
from careerkit.document import blocks as b
from careerkit.document.section_kinds import KINDS, SlideKind, is_slide_kind
from careerkit.document.spans import plain_text
from careerkit.slides.compose_chart import compose_chart
from careerkit.slides.compose_roadmap import read_roadmap, stage_details, stage_paragraphs
from careerkit.slides.contents import (
    CodeContent,
    CodesContent,
    ColumnsContent,
    ComposedSection,
    Content,
    CoverContent,
    FactContent,
    FactsContent,
    PictureContent,
    RoadmapContent,
    SetApartContent,
    StageContent,
    StepsContent,
    TableContent,
    TextContent,
    Topic,
)
from careerkit.slides.paragraphs import (
    ITEM,
    PLAIN,
    Paragraphs,
    SlideParagraph,
    is_text,
    step_notes,
)
from careerkit.slides.running_text import flatten
from careerkit.slides.slide_layout import LayoutRole


def compose_slides(document: b.Document) -> tuple[ComposedSection, ...]:
    """Compose all sections of a document.

    Raises ContentError for a section of a kind that slides do not know.
    """
    composed: list[ComposedSection] = []
    unknown: list[Problem] = []
    for section in document.sections:
        if is_slide_kind(section.kind):
            composed.append(_compose_section(document, section, text_role(section.kind)))
        else:
            message = f'"{section.kind}" is not a kind of slide'
            hint = f"the kinds are {', '.join(KINDS['slides'])}"
            unknown.append(Problem(section.place, section.name, message, hint))
    if unknown:
        raise ContentError(unknown)
    return tuple(composed)


def text_role(kind: SlideKind) -> LayoutRole:
    """Return the role of the layout in which a kind of section has its running text."""
    match kind:
        case "statement" | "closing" | "sources":
            return kind
        case "title" | "list" | "columns" | "steps" | "facts":
            return "list"
        case "chart" | "path" | "links" | "chapter":
            return "list"
        case _:
            assert_never(kind)


def _compose_section(document: b.Document, section: b.Section, role: LayoutRole) -> ComposedSection:
    notes = [block for block in section.blocks if isinstance(block, b.Notes)]
    blocks = [block for block in section.blocks if not isinstance(block, b.Notes)]
    composer = _Composer(document, section)
    topics = composer.compose(blocks)
    return ComposedSection(
        section.name,
        role,
        section.title,
        section.icon,
        topics,
        tuple(flatten(notes)),
        tuple(composer.logos),
        section.label,
    )


class _Composer:
    """Composes blocks of a section; running text and codes wait until something else comes."""

    def __init__(self, document: b.Document, section: b.Section) -> None:
        self.document, self.section = document, section
        self.topics: list[Topic] = []
        self.words: list[SlideParagraph] = []
        self.codes: list[CodeContent] = []
        self.logos: list[PictureContent] = []

    def compose(self, blocks: Sequence[b.Block]) -> tuple[Topic, ...]:
        """Compose all blocks, two headed parts of a section of columns side by side."""
        if self.section.kind == "columns" and (parts := _part_columns(blocks)):
            before, columns, blocks = parts
            self.add_all(before)
            self.add_topic(columns)
        self.add_all(blocks)
        self.flush()
        return tuple(self.topics)

    def add_all(self, blocks: Iterable[b.Block]) -> None:
        """Compose blocks in their order."""
        for block in blocks:
            self.add(block)

    def add(self, block: b.Block) -> None:  # noqa: C901, PLR0912  # one case for each kind
        """Compose one block."""
        match block:
            case b.Paragraph(role="source") if self.section.kind != "sources":
                self.add_source(block)
            case (
                b.Heading()
                | b.Paragraph()
                | b.BulletList()
                | b.Definitions()
                | b.WritingLines()
                | b.StampBox()
                | b.Notes()
            ):
                self.add_words(flatten([block]))
            case b.Contents():
                self.add_words(self.list_sections())
            case b.QRCode():
                self.add_code(block)
            case b.Cover():
                self.add_topic(_compose_cover(block))
                self.logos += [_compose_picture(block.logo)] if block.logo else []
            case b.Steps():
                self.add_topic(_compose_steps(block))
            case b.Callout():
                role: LayoutRole = "caution" if block.kind == "caution" else "callout"
                self.add_topic(SetApartContent(role, block.title, tuple(flatten(block.blocks))))
            case b.Roadmap():
                self.add_topic(self.compose_roadmap(block))
            case b.FactGrid():
                self.add_topic(_compose_facts(block))
            case b.RangeChart():
                self.add_topic(compose_chart(block))
            case b.Picture(role="logo", caption=()):
                self.logos.append(_compose_picture(block))
            case b.Picture():
                self.add_topic(_compose_picture(block))
            case b.Table():
                self.add_topic(TableContent(block.head, block.rows))
            case _:
                assert_never(block)

    def add_topic(self, content: Content) -> None:
        """Add what has slides of its own."""
        self.flush()
        self.topics.append(Topic(content))

    def add_words(self, words: Iterable[SlideParagraph]) -> None:
        """Let running text wait for more of it."""
        self.flush_codes()
        self.words += words

    def add_code(self, block: b.QRCode) -> None:
        """Let a code wait for others, its first words as its title."""
        self.flush_words()
        words = list(flatten(block.blocks))
        if words:
            words[0] = replace(words[0], level=0, bullet="", strong=False)
        self.codes.append(CodeContent(block.url, plain_text(block.alt), tuple(words)))

    def add_source(self, block: b.Paragraph) -> None:
        """Put a source at the foot of what comes before it; with nothing before, it is text."""
        self.flush()
        line = SlideParagraph(block.text, 0, "")
        if not self.topics:
            self.words.append(replace(line, level=PLAIN))
            return
        last = self.topics[-1]
        self.topics[-1] = replace(last, sources=(*last.sources, line))

    def flush(self) -> None:
        """Add the codes and the text that wait."""
        self.flush_codes()
        self.flush_words()

    def flush_codes(self) -> None:
        """Add the codes that wait."""
        if self.codes:
            self.topics.append(Topic(CodesContent(tuple(self.codes))))
            self.codes = []

    def flush_words(self) -> None:
        """Add the text that waits."""
        if self.words:
            self.topics.append(Topic(TextContent(tuple(self.words))))
            self.words = []

    def list_sections(self) -> Iterator[SlideParagraph]:
        """List the other sections, each a link to its first slide."""
        for section in self.document.sections:
            if section.title and section is not self.section:
                link = f"#{section.name}"
                words = tuple(replace(span, link=link) for span in section.title)
                yield SlideParagraph(words, ITEM, "bullets")

    def compose_roadmap(self, block: b.Roadmap) -> RoadmapContent:
        """Compose what a roadmap shows, and what is left of each stage for its own slides."""
        shown = read_roadmap(block)
        stages = [
            StageContent(
                stage.title,
                stage_paragraphs(rest),
                stage_details(rest),
                self.compose_rest(rest),
            )
            for stage, rest in zip(block.stages, shown.rest, strict=True)
        ]
        return RoadmapContent(shown.words, shown.lead, shown.notes, block.alt, tuple(stages))

    def compose_rest(self, blocks: Iterable[b.Block]) -> tuple[Topic, ...]:
        """Compose the blocks of a stage that are not in its own text."""
        composer = _Composer(self.document, self.section)
        composer.add_all(
            block for block in blocks if not is_text(block) and not isinstance(block, b.Steps)
        )
        composer.flush()
        self.logos += composer.logos
        return tuple(composer.topics)


def _part_columns(
    blocks: Sequence[b.Block],
) -> tuple[Sequence[b.Block], ColumnsContent, Sequence[b.Block]] | None:
    """Part blocks at two headings; None where there are more or fewer.

    Returns the blocks before, both columns, and the blocks that cannot stand in a column.
    """
    heads = [
        (number, block.text)
        for number, block in enumerate(blocks)
        if isinstance(block, b.Heading) and block.level <= 2
    ]
    if len(heads) != 2:
        return None
    (first, left), (second, right) = heads
    parts = (blocks[first + 1 : second], blocks[second + 1 :])
    one, other = (tuple(flatten(block for block in part if is_text(block))) for part in parts)
    others = [block for part in parts for block in part if not is_text(block)]
    return blocks[:first], ColumnsContent((left, right), (one, other)), others


def _compose_cover(block: b.Cover) -> CoverContent:
    words = (block.title, block.eyebrow, block.promise, block.tagline, block.foot, block.alt)
    return CoverContent(block.seed, *words)


def _compose_picture(block: b.Picture) -> PictureContent:
    return PictureContent(block.path, plain_text(block.alt), block.caption, block.place)


def _compose_steps(block: b.Steps) -> StepsContent:
    """Show the short parts; the details are for the speaker."""
    items = tuple(
        SlideParagraph(step.short, ITEM, "numbers", number)
        for number, step in enumerate(block.items, start=1)
    )
    return StepsContent(items, tuple(tuple(step_notes(step)) for step in block.items))


def _compose_facts(block: b.FactGrid) -> FactsContent:
    return FactsContent(tuple(FactContent(_fact_words(fact), fact.source) for fact in block.items))


def _fact_words(fact: b.Fact) -> Paragraphs:
    parts = (fact.figure, fact.label, fact.note)
    return tuple(SlideParagraph(text, level, "") for level, text in enumerate(parts) if text)
