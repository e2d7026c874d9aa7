"""A career goes in; a warning for each language that few in its country read comes out."""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem, warn
from careerkit.translation.words.country_languages import FEWEST_READERS_PER_CENT, is_at_home_in


def lint_made_in(profile: Profile) -> Iterator[Problem]:
    """Yield a warning for each language named that is neither official there nor read by many."""
    for index, tag in enumerate(profile.made_in):
        country = profile.country or ""
        if not is_at_home_in(tag, country):
            message = (
                f'"{tag}" is not official in {country}, and read by fewer than'
                f" {FEWEST_READERS_PER_CENT} per cent there (CLDR)"
            )
            hint = f"take it out; who needs it can ask for it: {profile.id} --locale {tag}"
            yield warn(tag.place, f"languages[{index}]", message, hint)
