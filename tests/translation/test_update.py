"""A catalogue is brought up to its profile, and nothing that people wrote is lost."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerkit.content import Catalogue
from careerkit.content.models.content_model import walk_texts
from careerkit.translation.catalogues.catalogue_text import begin_catalogue, fields_of, write_entry
from careerkit.translation.catalogues.comparison import compare
from careerkit.translation.catalogues.translated import translate_profile
from careerkit.translation.catalogues.update import update_catalogue
from tests.strategies import profiles, texts
from tests.translation.catalogues import NURSE, SINHALA, Source

COMMENTED = """\
# who did this
career: nurse
translators: [Nimali]  # and friends
entries:
  # the first
  - source: Nurse   # a name
    target: හෙදිය
    status: reviewed

  # old
  - source: Give the medicine
    target: >-
      බෙහෙත්
      දෙන්න
    note: |
      # not a comment
      second line
  # the last
  - {source: Care for people., target: සේවය}
reviewers: []
"""


def _update(source: Source, text: str, profile: str = NURSE) -> str:
    return update_catalogue(source.profile(profile), source.catalogue(text), text).text


def _entries(catalogue: Catalogue) -> list[dict[str, str | None]]:
    return [fields_of(entry) for entry in catalogue.entries]


def test_begin(source: Source) -> None:
    """If there is no translation yet, then all texts are put down in the profile's order."""
    updated = update_catalogue(
        source.profile(), source.catalogue(begin_catalogue("nurse")), begin_catalogue("nurse")
    )
    assert (updated.added, updated.stale) == (7, 0)
    assert updated.text.startswith(
        "# yaml-language-server: $schema=../../catalogue.schema.json\n"
        "career: nurse\nstatus: draft\n"
        "translators: []\nreviewers: []\nentries:\n  - source: Nurse\n    target:\n"
        "  - source: Care for people.\n    target:\n"
    )
    assert [entry.source for entry in source.catalogue(updated.text).entries] == [
        "Nurse",
        "Care for people.",
        "Nurses look after people who are ill.",
        "They work in 3 shifts.",
        "Give medicine",
        "The right one.",
        "School",
    ]


def test_comments_and_fields_stay(source: Source) -> None:
    """If texts are added, then what was there stays as it was written, byte by byte."""
    text = _update(source, COMMENTED)
    assert text.startswith(COMMENTED[: COMMENTED.index("  - source: Give the")])
    assert text.endswith("reviewers: []\n")
    for comment in ("# who did this", "# and friends", "  # the first", "# a name", "  # old"):
        assert comment in text
    before, after = source.catalogue(COMMENTED), source.catalogue(text)
    kept = [entry for entry in _entries(after) if entry["target"]]
    assert kept == [
        {**entry, "nearest": "Give medicine"} if entry["source"] == "Give the medicine" else entry
        for entry in _entries(before)
    ]
    assert [str(entry.source) for entry in after.entries] == [
        "Nurse",
        "Give the medicine",
        "Give medicine",
        "Care for people.",
        "Nurses look after people who are ill.",
        "They work in 3 shifts.",
        "The right one.",
        "School",
    ]


def test_second_update_changes_nothing(source: Source) -> None:
    """If nothing has changed, then not one byte does."""
    for text in (COMMENTED, SINHALA, begin_catalogue("nurse")):
        once = _update(source, text)
        assert _update(source, once) == once


def test_complete_catalogue_stays(source: Source) -> None:
    """If all is there, then the file stays even in a form this program would not write."""
    full = "entries: [{source: Nurse, target: x}, {source: Care for people.},\n {source: Nurses look after people who are ill.}, {source: They work in 3 shifts.}, {source: Give medicine},\n {source: The right one.}, {source: School}]\ncareer: nurse"  # noqa: E501  # a file
    assert _update(source, full) == full


def test_entries_between_brackets(source: Source) -> None:
    """If entries stand between brackets, then the file is written anew with every field."""
    text = "# head\nentries: [{source: Nurse, target: x, note: why}]\n"
    text += "status: reviewed\ncareer: nurse\n"
    made = _update(source, text)
    assert made.startswith("# head\ncareer: nurse\nstatus: reviewed\n")
    assert "  - source: Nurse\n    target: x\n    note: why\n" in made
    assert len(source.catalogue(made).entries) == 7


def test_a_translated_successor_is_still_named(source: Source) -> None:
    """If the new text has been translated, then the stale entry still says what became of it."""
    text = _update(source, SINHALA).replace(
        "- source: Give medicine\n    target:", "- source: Give medicine\n    target: දෙන්න"
    )
    assert "nearest: Give medicine" in text
    assert _update(source, text) == text


def test_a_text_that_came_back_is_no_longer_stale(source: Source) -> None:
    """If the old sentence is back, then its entry is as before."""
    text = _update(source, SINHALA)
    back = _update(source, text, NURSE.replace("Give medicine", "Give the medicine"))
    entries = {str(entry.source): entry for entry in source.catalogue(back).entries}
    assert entries["Give the medicine"].nearest is None
    assert entries["Give the medicine"].target == "බෙහෙත් දෙන්න"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    texts(),
    st.lists(texts(), min_size=1, max_size=3).map("\n\n".join)
    | st.lists(texts(), min_size=1, max_size=3).map("\n".join),
    st.none() | texts(),
)
def test_any_entry_is_read_back(source: Source, first: str, target: str, note: str | None) -> None:
    """If an entry is written, then the strict reader gives the same entry back."""
    fields = {"source": first, "target": target, "context": None, "status": None, "note": note}
    text = "career: nurse\nentries:\n" + "".join(write_entry(fields, 2))
    (entry,) = source.catalogue(text).entries
    assert fields_of(entry) == {**fields, "nearest": None}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(profiles())
def test_any_profile_is_put_down_whole(source: Source, text: str) -> None:
    """If all that was put down is translated, then nothing of any profile is missing or stale."""
    profile = source.profile(text)
    empty = begin_catalogue("nurse")
    begun = update_catalogue(profile, source.catalogue(empty), empty)
    filled = begun.text.replace("    target:\n", "    target: ක\n")
    catalogue = source.catalogue(filled)
    found = compare(profile, catalogue)
    assert (found.missing, found.stale, len(found.messages)) == ((), (), begun.added)
    made = translate_profile(profile, "si", [catalogue])
    assert made.translation is not None
    assert made.translation.missing == 0
    for _, one, verbatim in walk_texts(made):
        if not verbatim:
            assert {part.language for part in one.paragraphs} <= {"si"}
    assert update_catalogue(profile, catalogue, filled).text == filled
