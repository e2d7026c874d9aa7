"""A profile and a change go in; the same profile with each of its units changed comes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from careerkit.content.models.content_model import ContentModel, Stays
from careerkit.content.text import MixedText, Text
from careerkit.translation.catalogues.units import Unit, units_of

Change: TypeAlias = Callable[[Unit], Text]
Part = TypeVar("Part", bound=ContentModel)


def change_texts(part: Part, change: Change, path: str = "") -> Part:
    """Return a copy of a profile, or of a part of it, with each unit replaced by its change.

    A text of several paragraphs keeps the language and place that each of them got. What is
    verbatim stays. Fields are changed in their order: the title before all that names it.
    """
    changed: dict[str, object] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        where = part.path_to(path, name)
        if isinstance(value, ContentModel):
            changed[name] = change_texts(value, change, where)
        elif isinstance(value, Text):
            changed[name] = _change_text(value, change, where, part.stays(name))
        elif isinstance(value, tuple) and value:
            stays = part.stays(name)
            changed[name] = tuple(_change_item(item, change, where, stays) for item in value)
    return part.model_copy(update=changed)


def _change_item(item: object, change: Change, path: str, stays: Stays) -> object:
    if isinstance(item, ContentModel):
        return change_texts(item, change, path)
    return _change_text(item, change, path, stays) if isinstance(item, Text) else item


def _change_text(text: Text, change: Change, path: str, stays: Stays) -> Text:
    paragraphs = tuple(change(unit) for unit in units_of(text, path, stays))
    return MixedText.of(paragraphs) if paragraphs else text
