"""Finds what a counsellor should look at again: a profile goes in, warnings come out.

What makes a profile unusable is an error, found when it is read; this is what is suspicious.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from careerkit.content.checks.citations import find_uncited
from careerkit.content.checks.freshness import check_figures, figures_of
from careerkit.content.checks.part_doubts import doubt_parts
from careerkit.content.checks.picture_doubts import doubt_picture
from careerkit.content.checks.reading_grade import Measure, measure
from careerkit.content.checks.repeats import find_repeats
from careerkit.content.checks.talk_check import check_talk
from careerkit.content.models.content_model import ContentModel, walk_texts
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem, warn
from careerkit.content.profile_template import is_placeholder
from careerkit.content.source_date import source_date

_PICTURE_WIDTH_MM = 112  # of the booklet's text
_FEWEST_WORDS = 25
_HARDEST_SHOWN = 3
_LONGEST_PROMISE = 90


def check_profile(profile: Profile, today: date | None = None) -> tuple[Problem, ...]:
    """Return the warnings about a profile, sorted by place.

    ``today`` is the day by which a profile is out of date; unless given, that of the environment
    variable SOURCE_DATE_EPOCH, or the clock's.
    """
    day = today or _today()
    found = [
        *profile.warnings,
        *_check_review(profile, day),
        *check_figures(profile, day),
        *find_uncited(profile),
        *check_talk(profile),
        *_check_claims(profile),
        *_check_sources(profile),
        *_check_dates(profile, day),
        *_check_reading(profile),
        *_check_images(profile),
        *_check_placeholders(profile),
        *find_repeats(profile),
        *doubt_parts(profile),
    ]
    return tuple(sorted(found))


def _today() -> date:
    return (source_date() or datetime.now(UTC)).date()


def _check_review(profile: Profile, today: date) -> Iterator[Problem]:
    about = profile.about
    if about is None or about.review_by is None or about.review_by.last_day >= today:
        return
    yield warn(
        about.place_of("review_by"),
        "about.review_by",
        f"the profile was to be reviewed by {about.review_by}",
        "check its facts, then put the new dates into reviewed_on: and review_by:",
    )


def _check_sources(profile: Profile) -> Iterator[Problem]:
    for index, source in enumerate(profile.sources):
        path = f"sources[{index}]"
        if source.published is None and source.retrieved is None:
            hint = "say in retrieved: when you read it, or in published: when it came out"
            yield warn(source.place, path, "source without a date", hint)
        if source.licence is None:
            hint = "name its terms in licence:, or write none if it names none"
            yield warn(source.place, path, "source without a licence", hint)


def _check_dates(profile: Profile, today: date) -> Iterator[Problem]:
    """Warn of days to come in what has to have happened: only a review may be planned."""
    parts: list[tuple[str, ContentModel | None]] = [
        *figures_of(profile),
        *((f"sources[{index}]", entry) for index, entry in enumerate(profile.sources)),
        ("about", profile.about),
    ]
    for path, entry in parts:
        for field in ("as_of", "published", "retrieved", "reviewed_on"):
            day = getattr(entry, field, None)
            if entry is not None and isinstance(day, date) and day > today:
                hint = "correct the date: a figure or a page is from a day that has been"
                message = f"{day} is still to come"
                yield warn(entry.place_of(field), f"{path}.{field}", message, hint)


def _check_claims(profile: Profile) -> Iterator[Problem]:
    """Warn of a promise with no room on a cover, and of a headline whose section is not there."""
    if profile.promise is not None and len(profile.promise) > _LONGEST_PROMISE:
        message = f"a cover has room for {_LONGEST_PROMISE} characters, and these are"
        hint = "say the one thing that makes people open the guide"
        yield warn(profile.promise.place, "promise", f"{message} {len(profile.promise)}", hint)
    if profile.headlines is None:
        return
    overview = profile.overview
    needed = {
        "where": (overview.here, overview.abroad, profile.employers, profile.demand),
        "pay": (profile.pay, profile.pay_compared),
        "skills": (profile.skills, profile.tools, profile.subjects),
        "roadmap": (profile.roadmap,),
        "suits": (
            *(profile.suits, profile.may_not_suit, profile.interests),
            *(profile.related, profile.progression),
        ),
        "start": (profile.resources,),
    }
    for section, fields in needed.items():
        headline = getattr(profile.headlines, section)
        if headline is not None and not any(fields):
            message = "there is nothing in this section, and its headline is not printed"
            hint = "write what belongs there, or take the headline out"
            yield warn(headline.place, f"headlines.{section}", message, hint)


def _check_reading(profile: Profile) -> Iterator[Problem]:
    about = profile.about
    if about is None or about.reading_grade is None:
        return
    names = {word.lower() for tool in profile.tools for word in re.findall("[A-Za-z]+", tool)}
    total = Measure()
    passages: list[tuple[float, int]] = []
    for _, text, verbatim in walk_texts(profile):
        if verbatim or text.language.partition("-")[0] != "en":
            continue
        for paragraph in text.paragraphs:
            counted = measure(paragraph, names)
            total += counted
            if counted.words >= _FEWEST_WORDS and counted.grade > about.reading_grade:
                passages.append((counted.grade, paragraph.place.line))
    if total.grade < about.reading_grade + 0.5:
        return
    hardest = sorted(sorted(passages, reverse=True)[:_HARDEST_SHOWN], key=lambda one: one[1])
    lines = ", ".join(f"line {line} (grade {grade:.0f})" for grade, line in hardest)
    yield warn(
        about.place_of("reading_grade"),
        "about.reading_grade",
        f"the text reads at grade {total.grade:.1f}, above {about.reading_grade}",
        "use shorter sentences and plainer words" + (f", first in {lines}" if lines else ""),
    )


def _check_images(profile: Profile) -> Iterator[Problem]:
    for index, image in enumerate(profile.images):
        path, field = profile.image_path(image), f"images[{index}].file"
        yield from doubt_picture(path, image.file.place, field, _PICTURE_WIDTH_MM)


def _check_placeholders(profile: Profile) -> Iterator[Problem]:
    for path, text, _ in walk_texts(profile):
        if is_placeholder(text):
            hint = "write your own words in its place"
            yield warn(text.place, path, "this is still to be written", hint)
