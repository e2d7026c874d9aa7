"""A catalogue is changed where it has to be, and whatever else a person wrote in it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerkit.content import read_catalogue
from careerkit.translation.catalogues.catalogue_text import (
    CatalogueText,
    begin_catalogue,
    fields_of,
    write_entry,
)
from careerkit.translation.yaml_fields import find_comments
from tests.strategies import texts
from tests.translation.catalogues import Source

COMMENTED = """\
# head
career: nurse
translators: [Nimali]  # and friends
reviewers:  # nobody
status: draft   # soon
entries:  # all of them
  # above
  - source: Nurse   # a name
    target: >-   # not a name
      one
      two
    # between
    note: old   # why "#"

  - target: "x # y"    # first
    source: School # last
  - {source: Care for people., target: Y} # c3
# end
"""


def _change(source: Source, text: str, position: int, **fields: str | None) -> str:
    changes = CatalogueText(text, source.catalogue(text))
    changes.change(position, fields)
    return changes.text()


@pytest.mark.parametrize(
    ("position", "fields", "old", "new"),
    [
        (1, {"target": "z"}, '"x # y"    # first', "z    # first"),
        (
            1,
            {"target": "a\nb", "status": "draft", "note": "n"},
            '  - target: "x # y"    # first\n    source: School # last\n',
            (
                "  # first\n  - target: |-\n      a\n      b\n    status: draft\n    note: n\n"
                "    source: School # last\n"
            ),
        ),
        (
            0,
            {"target": "three", "status": "reviewed"},
            "    target: >-   # not a name\n      one\n      two\n",
            "    target: three   # not a name\n    status: reviewed\n",
        ),
        (0, {"note": None}, '    note: old   # why "#"\n', '    # why "#"\n'),
        (
            2,
            {"target": "Z"},
            "  - {source: Care for people., target: Y} # c3\n",
            "  # c3\n  - source: Care for people.\n    target: Z\n",
        ),
    ],
)
def test_only_what_is_changed_changes(
    source: Source, position: int, fields: dict[str, str | None], old: str, new: str
) -> None:
    """If fields of an entry are changed, then all else stays byte by byte, and every comment."""
    assert old in COMMENTED
    assert _change(source, COMMENTED, position, **fields) == COMMENTED.replace(old, new)


def test_the_head_keeps_its_comments(source: Source) -> None:
    """If fields of the head are changed, then their comments stay, at their ends or above them."""
    changes = CatalogueText(COMMENTED, source.catalogue(COMMENTED))
    changes.change_head("translators", ["Nimali", "Ravi"])
    changes.change_head("status", "reviewed")
    changes.change_head("reviewers", ["Nimal"])
    assert changes.text() == COMMENTED.replace(
        "translators: [Nimali]  # and friends\nreviewers:  # nobody\nstatus: draft   # soon\n",
        "# and friends\ntranslators:\n- Nimali\n- Ravi\n# nobody\nreviewers:\n- Nimal\n"
        "status: reviewed   # soon\n",
    )


def test_a_field_that_the_head_lacks_goes_where_it_belongs(source: Source) -> None:
    """If the head is changed, then the entries stay entries, and a comment on them stays there."""
    entry = "entries:\n  - source: Nurse\n    target: x\n"
    text = f"{entry}career: nurse\n"
    changes = CatalogueText(text, source.catalogue(text))
    changes.change_head("status", "reviewed")
    assert changes.text() == f"status: reviewed\n{text}"
    text = f"career: nurse\ntranslators:\n  - A\n\n# All entries below are by A\n{entry}"
    changes = CatalogueText(text, source.catalogue(text))
    changes.change_head("translators", ["A", "B"])
    assert changes.text() == text.replace("\n  - A\n", "\n- A\n- B\n")


def test_line_breaks_stay(source: Source) -> None:
    """If a file has the line breaks of Windows, then the changed file has no others."""
    text = COMMENTED.replace("\n", "\r\n")
    made = _change(source, COMMENTED, 0, target="a\nb")
    catalogue = source.catalogue(COMMENTED)
    changes = CatalogueText(text, catalogue)
    changes.change(0, {"target": "a\nb"})
    assert changes.text() == made.replace("\n", "\r\n")
    assert CatalogueText(text, catalogue).text() == text


def test_comments_between_brackets(source: Source) -> None:
    """If a file has to be written anew, then each comment stands above what it stood at."""
    text = """\
# head
career: nurse # our own
entries: [
  # one
  {source: Nurse, target: a}, # two
  # three
  {source: School, # four
   target: b},
  # five
]
# six
"""
    assert _change(source, text, 0, target="c") == (
        "# head\n# our own\ncareer: nurse\nstatus: draft\ntranslators: []\nreviewers: []\n"
        "entries:\n  # one\n  # two\n  - source: Nurse\n    target: c\n  # three\n  # four\n"
        "  - source: School\n    target: b\n# five\n# six\n"
    )


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "career: nurse\nentries: []  # none yet\nstatus: draft\n",
            "career: nurse\nstatus: reviewed\n# none yet\nentries:\n  - source: a\n    target: b\n",
        ),
        (
            "{career: nurse, entries: []} # short\n",
            (
                "# short\ncareer: nurse\nstatus: reviewed\ntranslators: []\nreviewers: []\n"
                "entries:\n  - source: a\n    target: b\n"
            ),
        ),
    ],
)
def test_a_catalogue_without_entries(source: Source, text: str, made: str) -> None:
    """If there is no entry yet, then the first one is added, and the comments stay."""
    changes = CatalogueText(text, source.catalogue(text))
    changes.insert(-1, {"source": "a", "target": "b"})
    changes.change_head("status", "reviewed")
    assert changes.text() == made


FIELDS = st.sampled_from(["target", "status", "note", "nearest"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.lists(st.sampled_from(["  # c", "", "   #x: y"]), min_size=4, max_size=4),
    st.dictionaries(FIELDS, texts(), max_size=3),
    st.dictionaries(FIELDS, texts(), min_size=1),
)
def test_any_change_is_read_back(
    source: Source, comments: list[str], old: dict[str, str], new: dict[str, str]
) -> None:
    """If any fields are set in an entry of any form, then they are read back, with the comments."""
    old, new = ({**one, **({"status": "draft"} if "status" in one else {})} for one in (old, new))
    first = CatalogueText(
        "career: nurse\nentries: []\n", source.catalogue("career: nurse\nentries: []\n")
    )
    first.insert(-1, {"source": "School", **old})
    lines = first.text().splitlines()
    for number, comment in zip(range(2, len(lines)), comments, strict=False):
        if ": " in lines[number] and lines[number][-1] not in "|-":
            lines[number] += comment
    text = "\n".join(lines) + "\n"
    catalogue = source.catalogue(text)
    (before,) = map(fields_of, catalogue.entries)
    changes = CatalogueText(text, catalogue)
    changes.change(0, new)
    made = changes.text()
    (after,) = map(fields_of, source.catalogue(made).entries)
    expected = {**before, **{name: value.strip() for name, value in new.items()}}
    assert after == expected
    words = [comment.words for comment in find_comments(text)]
    assert sorted(comment.words for comment in find_comments(made)) == sorted(words)


@pytest.mark.parametrize(
    "target", ["“බේකරි”", "«Ça va»", "පාන් - " * 30, "‘බේකරි’", "C # සහ D", "null", "~"]
)
def test_what_is_written_is_not_doubted(tmp_path: Path, target: str) -> None:
    """If a translation looks like a mistake of YAML, then it is written so that it is none."""
    folder = tmp_path / "si"
    folder.mkdir()
    text = begin_catalogue("nurse").replace("entries: []\n", "entries:\n")
    text += "".join(write_entry({"source": "a", "target": target.strip()}, 2))
    (folder / "nurse.yaml").write_text(text, encoding="utf-8")
    catalogue = read_catalogue(folder / "nurse.yaml")
    assert catalogue.entries[0].target == target.strip()
    assert catalogue.warnings == ()
