"""A profile goes in; a warning for each source that nothing in it names comes out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem, warn

_FIELD = "source"


def find_uncited(profile: Profile) -> Iterator[Problem]:
    """Yield a warning at each source that no statement and no figure names.

    Of a career told in parts a statement counts that a part replaces: another part may print it.
    """
    cited = {name for file in profile.files for name in _find_cited(file)}
    for index, source in enumerate(profile.sources):
        if str(source.id) not in cited:
            hint = f"write source: {source.id} at what is taken from it, or take it out"
            yield warn(source.place, f"sources[{index}]", "nothing names this source", hint)


def _find_cited(part: ContentModel) -> Iterator[str]:
    """Give each id that a part, or one in it, has as its source."""
    for name in type(part).model_fields:
        value = getattr(part, name, None)
        if name == _FIELD and isinstance(value, tuple):
            yield from map(str, value)
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, ContentModel):
                yield from _find_cited(item)
