"""The deck: slides for a teacher's talk, to be edited in PowerPoint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from careerkit.content.problem import Problem
from careerkit.editions.edition import Edition, Prepared, Rendered
from careerkit.editions.length import LengthLimits, check_length

if TYPE_CHECKING:
    from careerkit.content import Profile
    from careerkit.document.blocks import Document
    from careerkit.editions.task import RenderTask


_LIMITS = LengthLimits("slide", 60, 300, "a talk has no time for more than 60 slides")


def _load() -> None:
    import careerkit.pptx.presentation
    import careerkit.preflight.pptx.file  # noqa: F401  # loading them is all


def _prepare(task: RenderTask) -> Prepared:
    from careerkit.pptx import write_pptx
    from careerkit.slides import plan_deck

    planned = plan_deck(
        task.document,
        task.theme,
        task.style,
        task.library,
        embed_fonts=task.variant.embed_fonts,
    )
    warnings = check_length(task, planned.slide_count, planned.slides_by_section(), _LIMITS)

    def render() -> Rendered:
        target = BytesIO()
        write_pptx(planned, target)
        return Rendered(target.getvalue(), planned.slide_count)

    return Prepared(render, warnings)


def _inspect(task: RenderTask, content: bytes, _missing: Sequence[str]) -> Iterable[Problem]:
    from careerkit.preflight.pptx.file import preflight_pptx

    return preflight_pptx(content, file=task.target.as_posix())


def _find_doubts(profile: Profile, document: Document) -> Iterable[Problem]:
    from careerkit.layout.talk import find_unspoken

    return find_unspoken(profile.talk, document)


DECK = Edition(
    name="deck",
    noun="deck",
    suffix="pptx",
    medium="slides",
    template="deck",
    unit="slide",
    is_default=True,
    varies_by=frozenset({"embed_fonts"}),
    load=_load,
    families=lambda theme, style: (theme.deck.measured_with, *style.families),
    doubts=_find_doubts,
    prepare=_prepare,
    inspect=_inspect,
)
