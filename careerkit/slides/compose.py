"""A document goes in; the plan of every slide comes out, with nothing lost and nothing too long.

A section becomes one slide or more. Its ``kind`` names the layout of its running text
(``statement``, ``columns``, ``closing``, ``sources``; any other is a list); what is drawn (facts, a
chart, a path, codes, a picture, a table) brings its own layout, in the order of the blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from careerkit.document import blocks as b
from careerkit.slides.compose_chart import plan_chart, read_lone_figure
from careerkit.slides.compose_codes import plan_codes
from careerkit.slides.compose_columns import fill_columns, part_columns
from careerkit.slides.compose_cover import choose_cover_layout, part_line
from careerkit.slides.compose_facts import plan_facts
from careerkit.slides.compose_path import plan_path, read_path, small_trail
from careerkit.slides.compose_pictures import plan_figure, plan_table
from careerkit.slides.flow import Share
from careerkit.slides.frames import BODY, SECOND, SOURCE, THIRD, Slides
from careerkit.slides.measure import Measurer
from careerkit.slides.paragraphs import (
    ITEM,
    PLAIN,
    SlideParagraph,
    heading,
    is_text,
    part_at_headings,
    step_notes,
)
from careerkit.slides.plan import Art, Drawing, FilledFrame, SlidePlan
from careerkit.slides.planner import ANY_NUMBER, Planner
from careerkit.slides.running_text import flatten
from careerkit.slides.titles import Titles

# For each kind the layouts of its text, the largest first: what fits it on one slide is taken.
_LAYOUTS_OF_KIND = {
    "statement": (
        "Statement with icon",
        "Statement",
        "Text with icon",
        "Text",
    ),
    "closing": ("Closing",),
    "sources": ("Short sources", "Sources"),
}
_LONG_STATEMENT_LAYOUTS = ("Long text", "Longest text")
_LIST_LAYOUTS = ("Short list with icon", "Short list", "Middle list", "List")
_STEPS_LAYOUTS = ("Short steps with icon", "Short steps", "Steps")
_FACT_LAYOUTS = ("One fact with icon", "One fact")
_STAGE_LAYOUTS = ("Short path", "Path", "Long path")
_TASKS_ON_A_SLIDE = 4
# A caution shows that it is one, whatever section it stands in.
_ICON_OF_LAYOUT = {"Caution": "caution", "Caution with icon": "caution"}


def compose(
    document: b.Document, slides: Slides, measure: Measurer, most: int, seed: str
) -> tuple[SlidePlan, ...]:
    """Plan the slides of a document, at most so many items on each; art grows from ``seed``."""
    titles = Titles(slides, measure, document.continued)
    plans: list[SlidePlan] = []
    for section in document.sections:
        planner = Planner(section.name, slides, measure, most)
        plans += _SectionComposer(document, section, planner, titles, seed).compose()
    # No two slides have one title, of whatever sections they are.
    return tuple(titles.number(plans))


class _SectionComposer:
    """Plans the slides of one section; running text and codes wait until something else comes."""

    def __init__(
        self, document: b.Document, section: b.Section, planner: Planner, titles: Titles, seed: str
    ) -> None:
        self.document, self.section = document, section
        self.planner, self.titles, self.seed = planner, titles, seed
        self.layouts = self.usable(_LAYOUTS_OF_KIND.get(section.kind, _LIST_LAYOUTS))
        self.title, rest = titles.fit(section.title, self.layouts[0])
        if not section.title:
            # Every slide has a title; the document's own stands whole on the cover.
            whole = (b.Span(document.title, document.language),)
            self.title = titles.shorten(whole, self.layouts[0])
        self.words = _rest_of_title(rest)
        self.codes: list[b.QRCode] = []
        self.plans: list[SlidePlan] = []
        self.begun = 0

    def usable(self, names: Sequence[str]) -> tuple[str, ...]:
        """Leave out the layouts with a large icon where the section has none."""
        return tuple(
            name for name in names if self.section.icon or not self.planner.layout(name).icon
        )

    def compose(self) -> list[SlidePlan]:
        """Plan the slides: title, blocks in order, then notes."""
        blocks: Sequence[b.Block] = [
            block for block in self.section.blocks if not isinstance(block, b.Notes)
        ]
        notes = [block for block in self.section.blocks if isinstance(block, b.Notes)]
        if self.section.kind == "columns":
            blocks = self.columns(blocks)
        for block in blocks:
            self.block(block)
        self.flush()
        if not self.plans:
            self.add(self.layouts[0])
        self.give_notes([each for block in notes for each in flatten(block.blocks)])
        return self.plans

    def block(self, block: b.Block) -> None:
        """Plan what one block needs."""
        match block:
            case b.QRCode():
                self.flush_words()
                self.codes.append(block)
            case b.Paragraph(role="source") if self.section.kind != "sources":
                self.source(block)
            case b.Contents():
                self.flush_codes()
                self.words += self.contents()
            case _ if is_text(block):
                self.flush_codes()
                self.words += flatten([block])
            case _:
                self.flush()
                self.begun = len(self.plans)
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
                self.take(plan_facts(self.planner, block, self.usable(_FACT_LAYOUTS)))
            case b.RangeChart():
                if lone := read_lone_figure(block):
                    self.drawing(lone)
                else:
                    self.take(plan_chart(self.planner, block))
            case b.Figure():
                self.take(plan_figure(self.planner, block))
            case b.Table():
                self.take(plan_table(self.planner, block))

    # --- running text --------------------------------------------------------------------

    def flush(self) -> None:
        """Give slides to the codes and to the text that wait."""
        self.flush_codes()
        self.flush_words()

    def flush_codes(self) -> None:
        """Give slides to the codes that wait."""
        if self.codes:
            self.begun = len(self.plans)
            self.take(plan_codes(self.planner, self.codes))
            self.codes = []

    def flush_words(self) -> None:
        """Give slides to the text that waits."""
        if self.words:
            self.begun = len(self.plans)
            words = tuple(self.words)
            best = self.planner.pour_best(self.layouts, words, self.planner.most)
            if self.section.kind == "statement" and len(best[1]) > 1:
                # A sentence is said once: it is whole in smaller type rather than on two slides.
                names = (*self.layouts, *_LONG_STATEMENT_LAYOUTS)
                best = self.planner.pour_best(names, words, ANY_NUMBER)
            for share in best[1]:
                self.add(best[0], FilledFrame(BODY, share))
            self.words = []

    def source(self, block: b.Paragraph) -> None:
        """Put a source at the foot of each slide of the block before it."""
        self.flush()
        line = SlideParagraph(block.text, 0, "")
        if self.begun == len(self.plans):
            self.words.append(replace(line, level=PLAIN))
        self.plans[self.begun :] = [
            self.with_source(each, line) for each in self.plans[self.begun :]
        ]

    def with_source(self, plan: SlidePlan, line: SlideParagraph) -> SlidePlan:
        """Add a source to a slide's foot, or to its notes where the foot has no room for it."""
        before = next((each.share for each in plan.texts if each.index == SOURCE), ())
        if plan.layout.has(SOURCE) and not _covers_source(plan):
            shares = self.planner.fit((*before, line), plan.layout.frame(SOURCE))
            if len(shares) == 1:
                texts = [each for each in plan.texts if each.index != SOURCE]
                return replace(plan, texts=(*texts, FilledFrame(SOURCE, shares[0])))
        return replace(plan, asides=(*plan.asides, line))

    def steps(self, block: b.Steps) -> None:
        """Set the short parts in groups; the details are for the speaker."""
        items = tuple(
            SlideParagraph(step.short, ITEM, "numbers", number)
            for number, step in enumerate(block.items, start=1)
        )
        name, shares = self.planner.pour_best(self.usable(_STEPS_LAYOUTS), items, _TASKS_ON_A_SLIDE)
        for share in shares:
            details = [block.items[each.number - 1] for each in share if not each.follows]
            notes = tuple(note for step in details for note in step_notes(step))
            self.add(name, FilledFrame(BODY, share), notes=notes)

    def callout(self, block: b.Callout) -> None:
        """Set a caution, a choice or a tip apart, on a slide of its own."""
        names = ("Caution with icon", "Caution") if block.kind == "caution" else ("Callout",)
        title, rest = self.titles.fit(block.title or self.title, names[0])
        paragraphs = (*_rest_of_title(rest), *flatten(block.blocks))
        name, shares = self.planner.pour_best(names, paragraphs, self.planner.most)
        for share in shares:
            self.add(name, FilledFrame(BODY, share), title=title)

    def contents(self) -> Iterator[SlideParagraph]:
        """List the other sections, each a link to its first slide."""
        for section in self.document.sections:
            if section.title and section is not self.section:
                link = f"#{section.name}"
                words = tuple(replace(span, link=link) for span in section.title)
                yield SlideParagraph(words, ITEM, "bullets")

    def columns(self, blocks: Sequence[b.Block]) -> Sequence[b.Block]:
        """Set two headed parts side by side; return the blocks that are in neither.

        Where one slide does not hold both, each part is read out in full before the other.
        """
        parts = part_columns(blocks)
        if parts is None:
            return blocks
        for block in parts.before:
            self.block(block)
        self.flush()
        self.begun = len(self.plans)
        slides = fill_columns(self.planner, parts)
        if len(slides) == 1:
            self.add("Two columns", *slides[0])
            return parts.others
        for head, side in zip(parts.heads, parts.sides, strict=True):
            self.words += [heading(head), *flatten(side)]
            self.flush_words()
        return parts.others

    # --- slides with a drawing -----------------------------------------------------------

    def cover(self, block: b.Cover) -> None:
        """Set title, tagline and art; what the title slide cannot hold goes on after it."""
        words = {SECOND: block.eyebrow, BODY: block.tagline, THIRD: block.foot}
        layout = choose_cover_layout(self.planner, self.titles, block.title, words)
        title, rest = self.titles.fit(block.title, layout.name)
        waiting = _rest_of_title(rest)
        texts: list[FilledFrame] = []
        for index, text in words.items():
            shares = part_line(self.planner, text, layout, index)
            if shares and layout.has(index):
                texts.append(FilledFrame(index, shares[0]))
                shares = shares[1:]
            waiting += [replace(each, level=PLAIN) for share in shares for each in share]
        assert layout.art is not None
        art = Art(block.seed, layout.art, b.plain_text(block.alt))
        self.add(layout.name, *texts, title=title, drawings=(art,))
        if waiting:
            own, self.title = self.title, title
            self.words += waiting
            self.flush()
            self.title = own

    def roadmap(self, block: b.Roadmap) -> None:
        """Draw the path, then set what each stage asks for."""
        path = read_path(block)
        self.take(plan_path(self.planner, path, b.plain_text(block.alt)))
        words = [tuple(_stage_words(rest)) for rest in path.rest]
        name = min(_STAGE_LAYOUTS, key=lambda name: self.planner.count_slides(name, words))
        for number, (stage, rest) in enumerate(zip(block.stages, path.rest, strict=True), start=1):
            trail = small_trail(self.planner, len(block.stages), number)
            self.stage(stage, rest, name, trail)

    def stage(
        self, stage: b.Stage, rest: Sequence[b.Block], name: str, trail: tuple[Drawing, ...]
    ) -> None:
        """Set a stage's text under the path, the details of its steps in the notes."""
        title, more = self.titles.fit(stage.title)
        words = (*_rest_of_title(more), *_stage_words(rest))
        steps = [step for block in rest if isinstance(block, b.Steps) for step in block.items]
        details = {step.short: step for step in steps}
        for used, share in self.stage_slides(words, name):
            steps = [details.pop(each.text) for each in share if each.text in details]
            notes = tuple(note for step in steps for note in step_notes(step))
            self.add(used, FilledFrame(BODY, share), title=title, drawings=trail, notes=notes)
        left = tuple(note for step in details.values() for note in step_notes(step))
        if left:
            # A step too long for a slide stands on several, on none of them whole.
            self.plans[-1] = replace(self.plans[-1], notes=(*self.plans[-1].notes, *left))
        for block in rest:
            if not is_text(block) and not isinstance(block, b.Steps):
                self.block(block)
        self.flush()

    def stage_slides(self, words: Share, name: str) -> list[tuple[str, Share]]:
        """Set a stage's text on one slide of a layout, as all stages that fit one are set.

        A longer text is parted at its headings, each part as large as its slides have room for it.
        """
        whole = [(name, share) for share in self.planner.pour(name, words)]
        if len(whole) <= 1:
            return whole
        parted: list[tuple[str, Share]] = []
        for part in part_at_headings(words):
            used, shares = self.planner.pour_best(_STAGE_LAYOUTS, part, self.planner.most)
            parted += [(used, share) for share in shares]
        return parted if len(parted) <= len(whole) else whole

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
        layout = self.planner.layout(name)
        if layout.art and not drawings:
            drawings = (Art(self.seed, layout.art, ""),)
        plan = self.planner.plan(layout, texts, drawings, notes)
        self.plans.append(replace(plan, title=title or self.title))

    def give_notes(self, section_notes: list[SlideParagraph]) -> None:
        """Put the speaker's words on the first slide; a slide without any says where they are.

        It repeats its own text as well, for who reads the notes alone.
        """
        if self.section.title and all(plan.title != self.title for plan in self.plans):
            # Every slide has a title of its own, as a cover's: the section's is for the speaker.
            named = SlideParagraph(self.section.title, 0, "", strong=True)
            section_notes = [named, *section_notes]
        for number, plan in enumerate(self.plans):
            notes = (*section_notes, *plan.notes) if number == 0 else plan.notes
            if not notes:
                before = self.document.notes_before if number else ()
                notes = (
                    *([SlideParagraph(before, 0, "")] if before else ()),
                    SlideParagraph(plan.title, 0, "", strong=True),
                    *(each for text in plan.texts for each in text.share),
                )
            flat = tuple(
                replace(each, level=0, keep=False, follows=False) for each in (*notes, *plan.asides)
            )
            icon = (
                "" if plan.layout.art else _ICON_OF_LAYOUT.get(plan.layout.name, self.section.icon)
            )
            self.plans[number] = replace(plan, notes=flat, asides=(), icon=icon)


def _stage_words(blocks: Iterable[b.Block]) -> Iterator[SlideParagraph]:
    """Write a stage's text, of its steps the short parts."""
    for block in blocks:
        if isinstance(block, b.Steps):
            yield from (SlideParagraph(step.short, ITEM, "bullets") for step in block.items)
        elif is_text(block):
            yield from flatten([block])


def _covers_source(plan: SlidePlan) -> bool:
    """Say whether a slide's text reaches down over the line of the source."""
    source = plan.layout.frame(SOURCE).box
    return any(each.box and each.box.y + each.box.height > source.y for each in plan.texts)


def _rest_of_title(rest: b.Inline) -> list[SlideParagraph]:
    return [heading(rest)] if rest else []
