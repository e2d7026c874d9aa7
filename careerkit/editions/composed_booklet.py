"""A task goes in; the composed pages of its booklet come out, for every edition made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from careerkit.document.blocks import Document
    from careerkit.document.theme import BookletSizes
    from careerkit.editions.task import RenderTask
    from careerkit.pages import ComposedPages
    from careerkit.typography import FontLibrary, LocaleStyle


class _Kept(NamedTuple):
    """What was composed of a document, and in which measures."""

    document: Document
    library: FontLibrary
    measures: tuple[BookletSizes, LocaleStyle, int | None]
    composed: ComposedPages


_kept: list[_Kept] = []


def compose_booklet(
    task: RenderTask, sizes: BookletSizes, *, page_multiple: int | None = 4
) -> ComposedPages:
    """Compose a task's document on pages of some measures. Raises ContentError.

    Several editions in a row are made of the same pages: those of the last document are kept.
    """
    from careerkit.pages import IconSet, compose_pages

    measures = sizes, task.style, page_multiple
    if _kept and not (_kept[0].document is task.document and _kept[0].library is task.library):
        _kept.clear()
    for kept in _kept:
        if kept.measures == measures:
            return kept.composed
    icons = IconSet(task.theme.icons, task.theme.icon_stroke)
    composed = compose_pages(
        task.document, sizes, task.style, task.library, icons=icons, page_multiple=page_multiple
    )
    _kept.append(_Kept(task.document, task.library, measures, composed))
    return composed
