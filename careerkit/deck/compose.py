"""A document goes in; the plan of every slide comes out, with nothing lost and nothing too long.

A section becomes one slide or more. Its ``kind`` names the layout of its running text
(``statement``, ``columns``, ``closing``, ``sources``; any other is a list); what is drawn (facts, a
chart, a path, codes, a picture, a table) brings its own layout, in the order of the blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from careerkit.deck.compose_drawn import DrawnSlides
from careerkit.deck.compose_path import PathSlides
from careerkit.deck.flow import Share, pour
from careerkit.deck.frames import BODY, LEFT_HEAD, SECOND, SOURCE, THIRD, Slides
from careerkit.deck.measure import Measurer
from careerkit.deck.paragraphs import PLAIN, SOURCE_LINE, SlideParagraph, flatten
from careerkit.deck.plan import Art, Drawing, FilledFrame, SlidePlan
from careerkit.deck.titles import Titles
from careerkit.layout import blocks as b
from careerkit.layout.theme import DeckSizes

# For each kind the layouts of its text, the largest first: what fits it on one slide is taken.
_LAYOUTS_OF_KIND = {
    "statement": ("Statement", "Text"),
    "closing": ("Closing",),
    "sources": ("Sources",),
}
_LIST_LAYOUTS = ("Short list", "List")
_STEPS_LAYOUTS = ("Short steps", "Steps")
_TASKS_ON_A_SLIDE = 4


def compose(
    document: b.Document, slides: Slides, sizes: DeckSizes, measure: Measurer, seed: str
) -> tuple[SlidePlan, ...]:
    """Plan the slides of a document; its art grows from ``seed``."""
    titles = Titles(slides, measure, document.continued)
    plans: list[SlidePlan] = []
    for section in document.sections:
        composer = _SectionComposer(document, section, slides, sizes, measure, titles, seed)
        plans += composer.compose()
    return tuple(plans)


class _SectionComposer:
    """Plans the slides of one section; running text waits until something else comes."""

    def __init__(
        self,
        document: b.Document,
        section: b.Section,
        slides: Slides,
        sizes: DeckSizes,
        measure: Measurer,
        titles: Titles,
        seed: str,
    ) -> None:
        self.document, self.section, self.seed = document, section, seed
        self.slides, self.measure, self.titles = slides, measure, titles
        self.most = sizes.items_on_a_slide
        whole = section.title or (b.Span(document.title, document.language),)
        self.layouts = _LAYOUTS_OF_KIND.get(section.kind, _LIST_LAYOUTS)
        self.title, rest = titles.fit(whole, self.layouts[0])
        self.plans: list[SlidePlan] = []
        self.begun = 0
        self.waiting = _rest_of_title(rest)
        self.drawn = DrawnSlides(section.name, slides, sizes, measure)
        self.path = PathSlides(self.drawn)

    def compose(self) -> list[SlidePlan]:
        """Plan the slides: title, blocks in order, then numbers and notes."""
        blocks = [block for block in self.section.blocks if not isinstance(block, b.Notes)]
        notes = [block for block in self.section.blocks if isinstance(block, b.Notes)]
        if self.section.kind == "columns":
            blocks = self.columns(blocks)
        for block in blocks:
            self.block(block)
        self.flush()
        if not self.plans:
            self.add(self.layouts[0])
        self.give_notes([each for block in notes for each in flatten(block.blocks)])
        return self.titles.number(self.plans)

    def block(self, block: b.Block) -> None:
        """Plan what one block needs."""
        match block:
            case b.QRCode():
                self.flush_text()
                self.drawn.gather(block)
            case b.Paragraph(role="source") if self.section.kind != "sources":
                self.source_line(block)
            case b.Contents():
                self.take(self.drawn.gathered())
                self.waiting += self.contents()
            case _ if _is_text(block):
                self.take(self.drawn.gathered())
                self.waiting += flatten([block])
            case _:
                self.flush()
                self.begin()
                self.drawing(block)

    def drawing(self, block: b.Block) -> None:
        """Plan a block that has slides of its own."""
        match block:
            case b.Cover():
                self.cover(block)
            case b.Steps():
                self.steps(block)
            case b.Callout():
                self.callout(block)
            case b.Roadmap():
                self.roadmap(block)
            case b.FactGrid():
                self.take(self.drawn.facts(block))
            case b.RangeChart():
                self.take(self.drawn.chart(block))
            case b.Figure():
                self.take(self.drawn.figure(block))
            case b.Table():
                self.take(self.drawn.table(block))

    # --- running text --------------------------------------------------------------------

    def flush(self) -> None:
        """Give slides to the codes and to the text that wait."""
        self.take(self.drawn.gathered())
        self.flush_text()

    def flush_text(self) -> None:
        """Give slides to the text that waits."""
        if not self.waiting:
            return
        name, shares = self.pour_best(self.layouts, self.waiting, self.most)
        self.begin()
        for share in shares:
            self.add(name, FilledFrame(BODY, share))
        self.waiting = []

    def pour_best(
        self, names: Sequence[str], words: Sequence[SlideParagraph], most: int
    ) -> tuple[str, tuple[Share, ...]]:
        """Choose the largest layout that needs no more slides than a smaller one."""
        best: tuple[str, tuple[Share, ...]] | None = None
        for name in names:
            shares = pour(words, self.slides.layouts[name].frame(BODY), self.measure, most)
            if best is None or len(shares) < len(best[1]):
                best = (name, shares)
            if len(shares) == 1:
                break
        assert best is not None
        return best

    def begin(self) -> None:
        """Remember where the slides of a block begin, to which a source after it belongs."""
        self.begun = len(self.plans)

    def source_line(self, block: b.Paragraph) -> None:
        """Put a source at the foot of the slide it belongs to, or among the text."""
        self.flush()
        line = SlideParagraph(block.text, 0, "")
        sourced = [self.with_source(plan, line) for plan in self.plans[self.begun :]]
        self.plans[self.begun :] = [plan for plan, _ in sourced]
        if not any(done for _, done in sourced):
            self.waiting.append(replace(line, level=SOURCE_LINE))

    def with_source(self, plan: SlidePlan, line: SlideParagraph) -> tuple[SlidePlan, bool]:
        """Add a source to a slide's foot, if the slide has one with room for it."""
        if not plan.layout.has(SOURCE):
            return plan, False
        before = next((each.share for each in plan.texts if each.index == SOURCE), ())
        shares = self.drawn.fit((*before, line), plan.layout.frame(SOURCE))
        if len(shares) > 1:
            return plan, False
        texts = [each for each in plan.texts if each.index != SOURCE]
        return replace(plan, texts=(*texts, FilledFrame(SOURCE, shares[0]))), True

    def steps(self, block: b.Steps) -> None:
        """Set the short parts in groups; the details are for the speaker."""
        items = [
            SlideParagraph(step.short, 0, "numbers", number)
            for number, step in enumerate(block.items, start=1)
        ]
        name, shares = self.pour_best(_STEPS_LAYOUTS, items, _TASKS_ON_A_SLIDE)
        for share in shares:
            numbers = [each.number for each in share if not each.follows]
            details = [block.items[number - 1] for number in numbers]
            self.add(
                name,
                FilledFrame(BODY, share),
                notes=tuple(note for step in details for note in _step_notes(step)),
            )

    def callout(self, block: b.Callout) -> None:
        """Set a caution, a choice or a tip apart, on a slide of its own."""
        name = "Caution" if block.kind == "caution" else "Callout"
        frame = self.slides.layouts[name].frame(BODY)
        title, rest = self.titles.fit(block.title or self.title, name)
        paragraphs = [*_rest_of_title(rest), *flatten(block.blocks)]
        for share in pour(paragraphs, frame, self.measure, self.most):
            self.add(name, FilledFrame(BODY, share), title=title)

    def contents(self) -> Iterator[SlideParagraph]:
        """List the other sections, each a link to its first slide."""
        for section in self.document.sections:
            if section.title and section is not self.section:
                link = f"#{section.name}"
                words = tuple(replace(span, link=link) for span in section.title)
                yield SlideParagraph(words, 0, "bullets")

    def columns(self, blocks: Sequence[b.Block]) -> list[b.Block]:
        """Set two headed parts side by side; return the blocks that are in neither."""
        heads = [
            number
            for number, block in enumerate(blocks)
            if isinstance(block, b.Heading) and block.level <= 2
        ]
        if len(heads) != 2:
            return list(blocks)
        for block in blocks[: heads[0]]:
            self.block(block)
        self.flush()
        sides = (blocks[heads[0] : heads[1]], blocks[heads[1] :])
        layout = self.slides.layouts["Two columns"]
        columns = []
        items = sum(each.is_item for side in sides for each in flatten(side[1:]))
        most = self.most if items <= self.most else max(1, self.most // 2)
        for number, side in enumerate(sides):
            head, *more = self.drawn.fit(
                (SlideParagraph(_heading_text(side[0]), 0, ""),),
                layout.frame(LEFT_HEAD + number),
            )
            rest = [replace(each, level=PLAIN, heading=True) for share in more for each in share]
            words = [*rest, *flatten(block for block in side[1:] if _is_text(block))]
            frame = layout.frame(BODY + number)
            columns.append((head, pour(words, frame, self.measure, most)))
        for part in range(max(len(shares) for _, shares in columns)):
            self.add("Two columns", *_columns_of_slide(columns, part))
        return [block for side in sides for block in side[1:] if not _is_text(block)]

    # --- slides with a drawing -----------------------------------------------------------

    def cover(self, block: b.Cover) -> None:
        """Set title, tagline and art; what the title slide cannot hold goes on after it."""
        layout = self.slides.layouts["Title"]
        title, rest = self.titles.fit(block.title, "Title")
        waiting = _rest_of_title(rest)
        texts: list[FilledFrame] = []
        for index, words in ((SECOND, block.eyebrow), (BODY, block.tagline), (THIRD, block.foot)):
            if words:
                first, *more = self.drawn.fit(
                    (SlideParagraph(words, 0, ""),), layout.frame(index)
                )
                texts.append(FilledFrame(index, first))
                waiting += [replace(each, level=PLAIN) for share in more for each in share]
        art = Art(block.seed, self.drawn.art_box(), b.plain_text(block.alt))
        self.add("Title", *texts, title=title, drawings=(art,))
        if waiting:
            own, self.title = self.title, self.titles.fit(block.title)[0]
            self.waiting += waiting
            self.flush()
            self.title = own

    def roadmap(self, block: b.Roadmap) -> None:
        """Draw the path, then set what each stage asks for."""
        self.take(self.path.overview(block))
        for number, (stage, rest) in enumerate(self.path.rest(block), start=1):
            title, more = self.titles.fit(stage.title)
            text = flatten(each for each in rest if _is_text(each))
            paragraphs = [*_rest_of_title(more), *text]
            frame = self.slides.layouts["Path"].frame(BODY)
            trail = self.path.small_trail(len(block.stages), number)
            if paragraphs:
                for share in pour(paragraphs, frame, self.measure, self.most):
                    self.add("Path", FilledFrame(BODY, share), title=title, drawings=trail)
            for each in rest:
                if not _is_text(each):
                    self.block(each)
            self.flush()

    def take(self, plans: Iterable[SlidePlan]) -> None:
        """Add plans; those without a title get the section's."""
        self.plans += [plan if plan.title else replace(plan, title=self.title) for plan in plans]

    def add(
        self,
        name: str,
        *texts: FilledFrame,
        title: b.Inline = (),
        drawings: Sequence[Drawing] = (),
        notes: Share = (),
    ) -> None:
        """Add a slide of a layout."""
        layout = self.slides.layouts[name]
        title = title or self.title
        if layout.has_art and not drawings:
            drawings = (Art(self.seed, self.drawn.art_box(), ""),)
        self.plans.append(
            SlidePlan(layout, self.section.name, title, texts, tuple(drawings), notes)
        )

    def give_notes(self, section_notes: Sequence[SlideParagraph]) -> None:
        """Put the speaker's words on the first slide; a slide without any repeats its own text."""
        if self.section.title and all(plan.title != self.title for plan in self.plans):
            # Every slide has a title of its own, as a cover's: the section's is for the speaker.
            named = SlideParagraph(self.section.title, 0, "", heading=True)
            section_notes = [named, *section_notes]
        for number, plan in enumerate(self.plans):
            notes = (*section_notes, *plan.notes) if number == 0 else plan.notes
            if not notes:
                notes = (
                    SlideParagraph(plan.title, 0, "", heading=True),
                    *(each for text in plan.texts for each in text.share),
                )
            flat = tuple(replace(each, level=0, keep=False, follows=False) for each in notes)
            self.plans[number] = replace(plan, notes=flat)


def _columns_of_slide(
    columns: Sequence[tuple[Share, tuple[Share, ...]]], part: int
) -> Iterator[FilledFrame]:
    """Give both columns' texts on one of their slides; a column that has ended is left out."""
    for number, (head, shares) in enumerate(columns):
        share = shares[part] if part < len(shares) else ()
        if share or part == 0:
            yield FilledFrame(LEFT_HEAD + number, head)
        if share:
            yield FilledFrame(BODY + number, share)


def _heading_text(block: b.Block) -> b.Inline:
    return block.text if isinstance(block, b.Heading) else ()


def _rest_of_title(rest: b.Inline) -> list[SlideParagraph]:
    return [SlideParagraph(rest, PLAIN, "", heading=True)] if rest else []


def _step_notes(step: b.Step) -> Iterator[SlideParagraph]:
    if step.detail:
        yield SlideParagraph(step.short, 0, "", heading=True)
        yield SlideParagraph(step.detail, 0, "")


def _is_text(block: b.Block) -> bool:
    return isinstance(
        block, b.Heading | b.Paragraph | b.BulletList | b.Definitions | b.WritingLines | b.StampBox
    )
