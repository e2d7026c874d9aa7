"""YAML files go in; profiles and locales come out, every value knowing where it was written.

``reader`` is the way through: ``yaml`` gives a tree of ``text`` with its places, ``models`` take it
value by value (``web_address``, ``digit_systems``, ``language_tag``), ``explain`` puts what they
refuse in plain words (``nearest``, ``excerpt``, ``characters``), as a ``problem``. ``checks`` finds
what is wrong or suspicious about what is said, with ``text_faults`` of copied and misread letters;
``pictures`` makes picture files safe (``file_kind``). ``profile_template`` begins a career
(``reserved_names``), ``schema`` describes all files to editors. ``source_date`` is the date of all
that is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerkit.content.checks.profile_check import check_profile as check_profile
    from careerkit.content.checks.references import check_pictures as check_pictures
    from careerkit.content.checks.school_check import doubt_school as doubt_school
    from careerkit.content.models.catalogue import Catalogue as Catalogue
    from careerkit.content.models.catalogue import Terms as Terms
    from careerkit.content.models.locale import Locale as Locale
    from careerkit.content.models.profile import CareerFile as CareerFile
    from careerkit.content.models.profile import Profile as Profile
    from careerkit.content.models.school import School as School
    from careerkit.content.models.school import SchoolFile as SchoolFile
    from careerkit.content.part_template import new_part as new_part
    from careerkit.content.problem import ContentError as ContentError
    from careerkit.content.problem import Place as Place
    from careerkit.content.problem import Problem as Problem
    from careerkit.content.profile_template import new_profile as new_profile
    from careerkit.content.reader import read_career_files as read_career_files
    from careerkit.content.reader import read_catalogue as read_catalogue
    from careerkit.content.reader import read_locale as read_locale
    from careerkit.content.reader import read_profile as read_profile
    from careerkit.content.reader import read_terms as read_terms
    from careerkit.content.schema import write_schemas as write_schemas
    from careerkit.content.school_reader import read_school as read_school
    from careerkit.content.text import Text as Text

_HOMES = {
    "CareerFile": "models.profile",
    "Catalogue": "models.catalogue",
    "ContentError": "problem",
    "Locale": "models.locale",
    "Place": "problem",
    "Problem": "problem",
    "Profile": "models.profile",
    "School": "models.school",
    "SchoolFile": "models.school",
    "Terms": "models.catalogue",
    "Text": "text",
    "check_pictures": "checks.references",
    "check_profile": "checks.profile_check",
    "doubt_school": "checks.school_check",
    "new_part": "part_template",
    "new_profile": "profile_template",
    "read_career_files": "reader",
    "read_catalogue": "reader",
    "read_locale": "reader",
    "read_profile": "reader",
    "read_school": "school_reader",
    "read_terms": "reader",
    "write_schemas": "schema",
}


def __getattr__(name: str) -> object:
    """Fetch a public name when it is first used: rooms that only report problems skip pydantic."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
