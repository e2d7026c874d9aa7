"""The plans of a section's slides go in; the same with what the speaker says at each come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.document.spans import Inline
from careerkit.slides.contents import ComposedSection
from careerkit.slides.paragraphs import Paragraphs, SlideParagraph
from careerkit.slides.plan import SlidePlan


def give_notes(
    plans: Sequence[SlidePlan], section: ComposedSection, title: Inline, notes_before: Inline
) -> tuple[SlidePlan, ...]:
    """Put the speaker's words on the first slide; a slide without any says where they are.

    It repeats its own text as well, for who reads the notes alone. ``title`` is that of the
    section's slides, ``notes_before`` leads to the notes of a slide before, () for no words.
    """
    section_notes = section.notes
    if section.title and all(plan.title != title for plan in plans):
        # Every slide has a title of its own, as a cover's: the section's is for the speaker.
        section_notes = (SlideParagraph(section.title, 0, "", strong=True), *section_notes)
    noted: list[SlidePlan] = []
    for number, plan in enumerate(plans):
        notes = (*section_notes, *plan.notes) if number == 0 else plan.notes
        if not notes:
            notes = _repeat_slide(plan, notes_before if number else ())
        noted.append(replace(plan, notes=_flat(notes), asides=_flat(plan.asides)))
    return tuple(noted)


def _repeat_slide(plan: SlidePlan, before: Inline) -> Paragraphs:
    return (
        *([SlideParagraph(before, 0, "")] if before else ()),
        SlideParagraph(plan.title, 0, "", strong=True),
        *(each for text in plan.texts for each in text.paragraphs),
    )


def _flat(paragraphs: Paragraphs) -> Paragraphs:
    """Set paragraphs as notes have them: all at one level."""
    return tuple(replace(each, level=0, keep=False, follows=False) for each in paragraphs)
