"""A composed section goes in; the plans of its slides come out, with nothing lost or too long.

Of the layouts of a role the first in which a text needs no more slides than in another is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from careerkit.document.blocks import Document
from careerkit.document.spans import Inline, Span
from careerkit.slides.contents import (
    ChartContent,
    CodesContent,
    ColumnsContent,
    ComposedSection,
    Content,
    CoverContent,
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
    PLAIN,
    Paragraphs,
    SlideParagraph,
    heading,
    part_at_headings,
)
from careerkit.slides.place_icon import place_icon
from careerkit.slides.plan import PlacedArt, PlacedGraphic, PlacedText, SlidePlan
from careerkit.slides.plan_chart import plan_chart
from careerkit.slides.plan_codes import plan_codes
from careerkit.slides.plan_columns import plan_columns
from careerkit.slides.plan_cover import plan_cover
from careerkit.slides.plan_facts import plan_facts
from careerkit.slides.plan_media import place_logo, plan_picture, plan_table
from careerkit.slides.plan_roadmap import plan_roadmap, plan_small_roadmap
from careerkit.slides.planner import ANY_NUMBER, Planner
from careerkit.slides.slide_layout import Area, SlideLayout
from careerkit.slides.speaker_notes import give_notes
from careerkit.slides.titles import Titles

_TASKS_ON_A_SLIDE = 4
# A caution shows that it is one, whatever section it stands in.
_CAUTION_ICON = "caution"


class SectionPlanner:
    """Plans the slides of one section; ``icons`` are the theme's, ``seed`` is that of its art."""

    def __init__(
        self,
        document: Document,
        section: ComposedSection,
        planner: Planner,
        titles: Titles,
        icons: Mapping[str, str],
        seed: str,
    ) -> None:
        """Choose the layouts of running text, and what of the title they hold."""
        self.document, self.section = document, section
        self.planner, self.titles = planner, titles
        self.icons, self.seed = icons, seed
        self.plans: list[SlidePlan] = []
        self.layouts = planner.layouts(section.role)
        self.title, self.rest = titles.fit(section.title, self.layouts[0])
        if self.rest and section.label:
            self.title, self.rest = section.label, section.title
        if not section.title:
            # Every slide has a title; the document's own stands whole on the cover.
            whole = (Span(document.title, document.language),)
            self.title = titles.shorten(whole, self.layouts[0])

    def plan(self) -> tuple[SlidePlan, ...]:
        """Plan the slides: the rest of the title, topics in their order, then notes."""
        topics = list(self.section.topics)
        if self.rest:
            # What the title has no room for begins the text below it.
            begun: Paragraphs = (heading(self.rest),)
            if topics and isinstance(text := topics[0].content, TextContent):
                begun += text.paragraphs
                topics[0] = replace(topics[0], content=TextContent(begun))
            else:
                topics.insert(0, Topic(TextContent(begun)))
        for topic in topics:
            self.add_topic(topic)
        if not self.plans:
            self.add(self.layouts[0])
        for logo in self.section.logos:
            self.add_logo(logo)
        return give_notes(self.plans, self.section, self.title, self.document.slides.notes_before)

    def add_topic(self, topic: Topic) -> None:
        """Plan a topic, its sources at the foot of each of its slides."""
        begun = len(self.plans)
        self.add_content(topic.content)
        if begun == len(self.plans) and topic.sources:
            self.add_text(tuple(replace(each, level=PLAIN) for each in topic.sources))
            return
        for line in topic.sources:
            self.plans[begun:] = [self.with_source(each, line) for each in self.plans[begun:]]

    def add_content(self, content: Content) -> None:  # noqa: C901  # one case for each
        """Plan the slides of a content."""
        match content:
            case TextContent():
                self.add_text(content.paragraphs)
            case StepsContent():
                self.add_steps(content)
            case SetApartContent():
                self.add_set_apart(content)
            case CoverContent():
                self.add_cover(content)
            case ColumnsContent():
                self.add_columns(content)
            case FactsContent():
                self.take(plan_facts(self.planner, content))
            case ChartContent():
                self.take(plan_chart(self.planner, content))
            case CodesContent():
                self.take(plan_codes(self.planner, content))
            case PictureContent():
                self.take(plan_picture(self.planner, content))
            case TableContent():
                self.take(plan_table(self.planner, content))
            case RoadmapContent():
                self.add_roadmap(content)
            case _:
                assert_never(content)

    # --- contents ------------------------------------------------------------------------

    def add_text(self, words: Paragraphs) -> None:
        """Set running text in the layouts of the section."""
        layout, shares = self.planner.pour_best(self.layouts, words, self.planner.most)
        if self.section.role == "statement" and len(shares) > 1:
            # A sentence is said once: it is whole in smaller type rather than on two slides.
            smaller = (*self.layouts, *self.planner.layouts("long statement"))
            layout, shares = self.planner.pour_best(smaller, words, ANY_NUMBER)
        for share in shares:
            self.add(layout, PlacedText(layout.body, share))

    def add_steps(self, content: StepsContent) -> None:
        """Set tasks in groups, what the speaker says of them in the notes of their slides."""
        layouts = self.planner.layouts("steps")
        layout, shares = self.planner.pour_best(layouts, content.items, _TASKS_ON_A_SLIDE)
        for share in shares:
            told = [content.notes[each.number - 1] for each in share if not each.follows]
            notes = tuple(note for each in told for note in each)
            self.add(layout, PlacedText(layout.body, share), notes=notes)

    def add_set_apart(self, content: SetApartContent) -> None:
        """Set a caution, a choice or a tip apart, on a slide of its own."""
        icon = _CAUTION_ICON if content.role == "caution" else self.section.icon
        layouts = self.planner.layouts(content.role, has_icon=bool(icon))
        title, most = content.title or self.title, self.planner.most
        layout, shares = self.planner.pour_best(layouts, content.paragraphs, most)
        if not self.titles.has_room(title, layout, len(shares)):
            # Whole, it heads the text; the slide has the title of what it belongs to.
            words = (heading(title), *content.paragraphs)
            title = self.titles.shorten(self.title, layout)
            layout, shares = self.planner.pour_best(layouts, words, most)
        for share in shares:
            self.add(layout, PlacedText(layout.body, share), title=title, icon=icon)

    def add_cover(self, content: CoverContent) -> None:
        """Set title, lines and art; what the title slide cannot hold goes on after it."""
        plan, rest, waiting = plan_cover(self.planner, self.titles, content)
        self.take([plan])
        if rest or waiting:
            own, self.title = self.title, plan.title
            self.add_text((*_rest_of_title(rest), *waiting))
            self.title = own

    def add_columns(self, content: ColumnsContent) -> None:
        """Set two texts side by side.

        Where one slide does not hold both, each is read out in full before the other.
        """
        if plan := plan_columns(self.planner, content):
            self.take([plan])
            return
        for head, side in zip(content.heads, content.sides, strict=True):
            self.add_text((heading(head), *side))

    def add_logo(self, content: PictureContent) -> None:
        """Set a logo on the first slide that has room for it, else on one of its own."""
        for number, plan in enumerate(self.plans):
            if (placed := place_logo(plan, content)) is not None:
                self.plans[number] = placed
                return
        self.take(plan_picture(self.planner, content))

    def add_roadmap(self, content: RoadmapContent) -> None:
        """Draw the roadmap, then set what each stage asks for."""
        self.take(plan_roadmap(self.planner, content))
        layouts = self.planner.layouts("stage")
        layout = min(
            layouts,
            key=lambda each: sum(
                len(self.planner.pour(each, stage.paragraphs)) for stage in content.stages
            ),
        )
        for number, stage in enumerate(content.stages, start=1):
            self.add_stage(stage, layout, number, len(content.stages))

    def add_stage(self, stage: StageContent, layout: SlideLayout, number: int, count: int) -> None:
        """Set a stage's text under the roadmap, the details of its steps in the notes."""
        title, more = self.titles.fit(stage.title, self.planner.master.plain)
        words = (*_rest_of_title(more), *stage.paragraphs)
        details = dict(stage.details)
        for used, share in self.stage_slides(words, layout):
            told = [details.pop(each.text) for each in share if each.text in details]
            notes = tuple(note for each in told for note in each)
            line = plan_small_roadmap(used, count, number)
            text = PlacedText(used.body, share)
            self.add(used, text, title=title, graphics=line, notes=notes)
        left = tuple(note for each in details.values() for note in each)
        if left:
            # A step too long for a slide stands on several, on none of them whole.
            self.plans[-1] = replace(self.plans[-1], notes=(*self.plans[-1].notes, *left))
        own, self.title = self.title, title
        for topic in stage.topics:
            self.add_topic(topic)
        self.title = own

    def stage_slides(
        self, words: Paragraphs, layout: SlideLayout
    ) -> list[tuple[SlideLayout, Paragraphs]]:
        """Set a stage's text on one slide of a layout, as all stages that fit one are set.

        A longer text is parted at its headings, each part as large as its slides have room for it.
        """
        whole = [(layout, share) for share in self.planner.pour(layout, words)]
        if len(whole) <= 1:
            return whole
        parted: list[tuple[SlideLayout, Paragraphs]] = []
        for part in part_at_headings(words):
            layouts = self.planner.layouts("stage")
            used, shares = self.planner.pour_best(layouts, part, self.planner.most)
            parted += [(used, share) for share in shares]
        return parted if len(parted) <= len(whole) else whole

    # --- slides --------------------------------------------------------------------------

    def take(self, plans: Iterable[SlidePlan]) -> None:
        """Add plans with the section's icon; those without a title get the section's."""
        for plan in plans:
            titled = plan if plan.title else replace(plan, title=self.title)
            self.plans.append(place_icon(titled, self.icons.get(self.section.icon)))

    def add(
        self,
        layout: SlideLayout,
        *texts: PlacedText,
        title: Inline = (),
        graphics: Sequence[PlacedGraphic] = (),
        notes: Paragraphs = (),
        icon: str | None = None,
    ) -> None:
        """Add a slide of a layout; its icon is the section's unless it has another."""
        if layout.art and not graphics:
            graphics = (PlacedArt(self.seed, layout.art, ""),)
        plan = replace(self.planner.plan(layout, texts, graphics, notes), title=title or self.title)
        name = self.section.icon if icon is None else icon
        self.plans.append(place_icon(plan, self.icons.get(name)))

    def with_source(self, plan: SlidePlan, line: SlideParagraph) -> SlidePlan:
        """Add a source to a slide's foot, or to its notes where the foot has no room for it."""
        foot = plan.layout.find("source")
        if foot and not any(_reaches_over(each, foot.box) for each in plan.texts):
            before = next((each.paragraphs for each in plan.texts if each.placeholder == foot), ())
            shares = self.planner.fit((*before, line), foot)
            if len(shares) == 1:
                texts = [each for each in plan.texts if each.placeholder != foot]
                return replace(plan, texts=(*texts, PlacedText(foot, shares[0])))
        return replace(plan, asides=(*plan.asides, line))


def _reaches_over(text: PlacedText, foot: Area) -> bool:
    """Say whether a slide's text reaches down over the line of the source."""
    return bool(text.box) and text.area.y + text.area.height > foot.y


def _rest_of_title(rest: Inline) -> Paragraphs:
    return (heading(rest),) if rest else ()
