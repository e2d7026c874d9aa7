"""Facts, charts, pictures, tables and codes go in; the plans of their slides come out.

Each is set as large as the layout has it. What has more rows, or longer words, than a slide holds
goes on to a next one; words that do not fit beside a drawing go on as running text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from careerkit.deck.chart_figures import (
    CHART_MARGIN_PT,
    LEAST_FOR_BARS,
    end_text,
    figures_text,
    top_figure,
)
from careerkit.deck.flow import Share, pour
from careerkit.deck.frames import BODY, CODE_PT, MEDIA, SOURCE, Box, Frame, SlideLayout, Slides
from careerkit.deck.measure import Measurer, leading
from careerkit.deck.paragraphs import PLAIN, SlideParagraph, cut, flatten, join
from careerkit.deck.plan import Art, Chart, Code, Drawing, Figures, FilledFrame, Grid, Picture, SlidePlan
from careerkit.layout import blocks as b
from careerkit.layout.theme import DeckSizes

_LARGE_CODE_PT = 270.0
_CELL_MARGIN_PT = 6.0


class DrawnSlides:
    """Plans slides with a drawing for one section. A plan without a title takes the section's."""

    def __init__(
        self, section: str, slides: Slides, sizes: DeckSizes, measure: Measurer
    ) -> None:
        self.section, self.slides, self.measure = section, slides, measure
        self.most = sizes.items_on_a_slide
        self._codes: list[b.QRCode] = []

    # --- codes stand together --------------------------------------------------------------

    def gather(self, block: b.QRCode) -> None:
        """Keep a code until the others that follow it are known."""
        self._codes.append(block)

    def gathered(self) -> list[SlidePlan]:
        """Plan the slides of the codes kept so far: three side by side, or one with its words."""
        codes, self._codes = self._codes, []
        layout = self.slides.layouts["Links"]
        plans: list[SlidePlan] = []
        words = [_link_words(code) for code in codes]
        group: list[int] = []
        for number, code in enumerate(codes):
            frame = layout.frame(BODY)
            if len(codes) > 1 and len(self.fit(words[number], frame)) == 1:
                group.append(number)
                if len(group) == 3:
                    plans.append(self._code_columns(codes, words, group))
                    group = []
                continue
            if group:
                plans.append(self._code_columns(codes, words, group))
                group = []
            plans += self._single_code(code, words[number])
        if group:
            plans.append(self._code_columns(codes, words, group))
        return plans

    def _code_columns(
        self, codes: Sequence[b.QRCode], words: Sequence[Share], group: Sequence[int]
    ) -> SlidePlan:
        layout = self.slides.layouts["Links"]
        texts, drawings = [], []
        for place, number in enumerate(group):
            frame = layout.frame(BODY + place)
            box = Box(frame.box.x, frame.box.y - CODE_PT - 8, CODE_PT, CODE_PT)
            code = codes[number]
            drawings.append(Code(code.url, box, b.plain_text(code.alt)))
            texts.append(FilledFrame(BODY + place, words[number]))
        return self.plan(layout, texts, drawings)

    def _single_code(self, code: b.QRCode, words: Share) -> list[SlidePlan]:
        layout = self.slides.layouts["One link"]
        body = self.slides.layouts["List"].frame(BODY).box
        box = Box(body.x, body.y, _LARGE_CODE_PT, _LARGE_CODE_PT)
        drawing = Code(code.url, box, b.plain_text(code.alt))
        first, *more = self.fit(words, layout.frame(BODY)) if words else ((),)
        texts = [FilledFrame(BODY, first)] if first else []
        return [self.plan(layout, texts, [drawing]), *self.text_slides(more)]

    # --- facts ---------------------------------------------------------------------------

    def facts(self, block: b.FactGrid) -> list[SlidePlan]:
        """Set figures side by side where they are short, else in rows, else one to a slide."""
        words = [_fact_words(fact) for fact in block.items]
        for name, columns in (("Three facts", 3), ("Two facts", 2), ("Facts in rows", 2)):
            layout = self.slides.layouts[name]
            frame = layout.frame(BODY)
            if len(words) >= columns and all(self._is_whole(each, frame) for each in words):
                return [
                    self._fact_group(words[start : start + columns], layout)
                    for start in range(0, len(words), columns)
                ]
        return [plan for each in words for plan in self._single_fact(each)]

    def _fact_group(self, words: Sequence[Share], layout: SlideLayout) -> SlidePlan:
        if len(words) == 1:
            return self._single_fact(words[0])[0]
        texts = [FilledFrame(BODY + number, each) for number, each in enumerate(words)]
        return self.plan(layout, texts)

    def _single_fact(self, words: Share) -> list[SlidePlan]:
        layout = self.slides.layouts["One fact"]
        first, *more = self.fit(words, layout.frame(BODY))
        return [self.plan(layout, [FilledFrame(BODY, first)]), *self.text_slides(more)]

    def _is_whole(self, words: Share, frame: Frame) -> bool:
        figure = words[0].text
        one_line = self.measure.is_one_line(figure, frame.levels[0], frame.box.width)
        return one_line and len(self.fit(words, frame)) == 1

    # --- charts ----------------------------------------------------------------------------

    def chart(self, block: b.RangeChart) -> list[SlidePlan]:
        """Set a chart, over several slides where it has many rows or long labels."""
        layout = self.slides.layouts["Chart"]
        box = layout.frame(MEDIA).box
        small = layout.frame(BODY).levels[0]
        widest = max(self.measure.width(b.plain_text(row.label), small) for row in block.rows)
        label_width = min(widest + 4, box.width * 0.26)
        lines = [len(self.measure.line_ends(row.label, small, label_width)) for row in block.rows]
        room = int((box.height - 8) // leading(small))
        on_a_slide = max(1, min(self.most, room // max(lines)))
        plot = box.width - label_width - 2 * CHART_MARGIN_PT
        figures = self.figures(block.rows, plot)
        rows = [
            row
            if count <= room
            else replace(row, label=self.shorten(row.label, room, label_width, small))
            for row, count in zip(block.rows, lines, strict=True)
        ]
        caption = [part for part in (block.title, block.unit) if part]
        heading = SlideParagraph(join(caption, " · "), 0, "") if caption else None
        plans: list[SlidePlan] = []
        slides = -(-len(rows) // on_a_slide)
        share = -(-len(rows) // slides)
        for start in range(0, len(rows), share):
            shown = tuple(rows[start : start + share])
            whole = block.rows[start : start + share]
            chart = Chart(
                shown,
                box,
                b.plain_text(block.alt),
                b.plain_text(block.unit),
                block.rows[0].label[0].language if block.rows[0].label else "en",
                label_width,
                figures,
            )
            notes = tuple(_row_words(row) for row in whole)
            sources = tuple(dict.fromkeys(SlideParagraph(row.note, 0, "") for row in whole if row.note))
            plans += self.with_words(
                layout, [chart], ((BODY, (heading,) if heading else ()), (SOURCE, sources)), notes
            )
        if any(count > room for count in lines):
            plans += self.text_slides([tuple(flatten([block]))])
        return plans

    def figures(self, rows: Sequence[b.Range], plot_width: float) -> Figures:
        """Choose how a chart's figures are written: large and at both ends where there is room."""
        small = replace(self.slides.layouts["Chart"].frame(BODY).levels[0], bold=True)
        large = replace(small, size_pt=self.slides.body[0].size_pt)
        highest = max(top_figure(row) for row in rows) or 1.0
        for level in (large, small):
            width = max(self.measure.width(end_text(row), level) for row in rows)
            bars = plot_width - width - CHART_MARGIN_PT
            if bars < plot_width * LEAST_FOR_BARS:
                continue
            if all(
                self.measure.width(b.plain_text(row.low_text), level) + CHART_MARGIN_PT
                <= row.low / highest * bars
                for row in rows
                if row.high is not None
            ):
                return Figures(level.size_pt, width, at_both_ends=True)
        width = max(self.measure.width(figures_text(row), small) for row in rows)
        return Figures(small.size_pt, width, at_both_ends=False)

    # --- pictures and tables -----------------------------------------------------------------

    def figure(self, block: b.Figure) -> list[SlidePlan]:
        """Set a picture as large as the slide allows, its caption below it."""
        layout = self.slides.layouts["Picture"]
        picture = Picture(
            block.path, layout.frame(MEDIA).box, b.plain_text(block.alt), block.place
        )
        caption = (SlideParagraph(block.caption, 0, ""),) if block.caption else ()
        return self.with_words(layout, [picture], ((BODY, caption),))

    def table(self, block: b.Table) -> list[SlidePlan]:
        """Set a table, its head repeated on each slide; a row taller than a slide goes as text."""
        layout = self.slides.layouts["Table"]
        box = layout.frame(MEDIA).box
        small = layout.frame(BODY).levels[0]
        columns = len(block.rows[0]) if block.rows else len(block.head)
        width = box.width / columns - 2 * _CELL_MARGIN_PT
        bold = replace(small, bold=True)
        head = 0.0
        if block.head:
            head = self._row_height(block.head, width, lambda text: self.measure.height(
                text, bold, width))
        heights = [
            self._row_height(row, width, lambda text: self.measure.height(text, small, width))
            for row in block.rows
        ]
        plans: list[SlidePlan] = []
        group: list[int] = []

        def close() -> None:
            if group:
                tall = ([head] if block.head else []) + [heights[each] for each in group]
                rows = tuple(block.rows[each] for each in group)
                grid = Grid(block.head, rows, replace(box, height=sum(tall)), tuple(tall))
                plans.append(self.plan(layout, [], [grid]))
                group.clear()

        for number, height in enumerate(heights):
            if head + height > box.height:
                close()
                words = flatten([b.Table(block.head, (block.rows[number],))])
                plans.extend(self.text_slides([tuple(words)]))
                continue
            taken = sum(heights[each] for each in group)
            if len(group) == self.most or head + taken + height > box.height:
                close()
            group.append(number)
        close()
        if not block.rows and block.head:
            plans.extend(self.text_slides([tuple(flatten([block]))]))
        return plans

    def _row_height(
        self, row: Iterable[b.Inline], width: float, height: Callable[[b.Inline], float]
    ) -> float:
        del width
        return max(height(cell) for cell in row) + 2 * _CELL_MARGIN_PT

    # --- shared ------------------------------------------------------------------------------

    def art_box(self) -> Box:
        """Return the half of the title slide that is left for the art."""
        left = round(self.slides.width * 0.56)
        return Box(left, 0, self.slides.width - left, self.slides.height)

    def fit(self, words: Share, frame: Frame) -> tuple[Share, ...]:
        """Pour words into a frame, by its height alone."""
        return pour(words, frame, self.measure, 99, evenly=False)

    def shorten(self, text: b.Inline, lines: int, width: float, level: object) -> b.Inline:
        """Return as much of a text as so many lines hold, with an ellipsis."""
        from careerkit.deck.frames import Level

        assert isinstance(level, Level)
        ends = self.measure.line_ends(text, level, width)
        kept = cut(text, 0, max(1, ends[lines - 1] - 2))
        return (*kept[:-1], replace(kept[-1], text=kept[-1].text + "…"))

    def plan(
        self,
        layout: SlideLayout,
        texts: Sequence[FilledFrame],
        drawings: Sequence[Drawing] = (),
        notes: Share = (),
    ) -> SlidePlan:
        """Plan a slide under the section's title."""
        return SlidePlan(layout, self.section, (), tuple(texts), tuple(drawings), notes)

    def with_words(
        self,
        layout: SlideLayout,
        drawings: Sequence[Drawing],
        words: Iterable[tuple[int, Share]],
        notes: Share = (),
    ) -> list[SlidePlan]:
        """Plan a drawing with words in its frames; words too long for one go on as text."""
        texts: list[FilledFrame] = []
        more: list[Share] = []
        for index, share in words:
            if share:
                first, *rest = self.fit(share, layout.frame(index))
                texts.append(FilledFrame(index, first))
                more += rest
        return [self.plan(layout, texts, drawings, notes), *self.text_slides(more)]

    def text_slides(self, shares: Sequence[Share]) -> list[SlidePlan]:
        """Plan slides of running text for words that found no room beside a drawing."""
        words = [
            replace(each, level=PLAIN, bullet="") if each.level < PLAIN else each
            for share in shares
            for each in share
        ]
        if not words:
            return []
        layout = self.slides.layouts["List"]
        poured = pour(words, layout.frame(BODY), self.measure, self.most)
        return [self.plan(layout, [FilledFrame(BODY, share)]) for share in poured]


def _link_words(code: b.QRCode) -> Share:
    words = list(flatten(code.blocks))
    if words:
        words[0] = replace(words[0], level=0, bullet="", heading=False)
    return tuple(words)


def _fact_words(fact: b.Fact) -> Share:
    parts = (fact.figure, fact.label, fact.note)
    return tuple(SlideParagraph(text, level, "") for level, text in enumerate(parts) if text)


def _row_words(row: b.Range) -> SlideParagraph:
    return SlideParagraph(join([part for part in (row.label, row.summary) if part], ": "), 0, "")
