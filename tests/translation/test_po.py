"""Translations go out as gettext PO files and come back, and what is wrong in one is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as read_with_babel
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerkit.content import Catalogue, Profile
from careerkit.content.problem import ContentError
from careerkit.translation.catalogues.catalogue_text import begin_catalogue, fields_of, write_entry
from careerkit.translation.po.merging import Merged, merge_po
from careerkit.translation.po.reading import read_po
from careerkit.translation.po.writing import write_po
from tests.strategies import texts
from tests.translation.catalogues import SINHALA, Source

FULL = (
    SINHALA
    + """\
  - source: They work in 3 shifts.
    target: |
      වැඩ "3" \\ එක

      දෙක
    status: reviewed
    note: |
      status: of shifts
      second line
  - {source: An old one that nobody needs, target: පරණ, context: tagline, note: keep}
"""
)

HEADER = 'msgid ""\nmsgstr ""\n"Language: si\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _merge(profile: Profile, catalogue: Catalogue, text: str, po: str) -> Merged:
    return merge_po(profile, catalogue, text, read_po(po.encode(), "nurse.po"))


def _entries(catalogue: Catalogue) -> list[dict[str, str | None]]:
    return [fields_of(entry) for entry in catalogue.entries]


def test_export(source: Source) -> None:
    """If a catalogue is exported, then each message has all that a translator's program shows."""
    po = write_po(source.profile(), "si", "Sinhala", source.catalogue(FULL))
    file = (source.folder / "careers" / "nurse.yaml").as_posix()
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n' in po
    assert '"Language: si\\n"\n' in po
    assert '"Last-Translator: Nimali\\n"\n' in po
    po, count = re.subn(r"#\. exported: [0-9a-f]{8}\n", "", po)
    assert count == po.count('msgid "') - 2  # each message has one, the header has none
    assert f"#. tagline, employers.name\n#: {file}:3\n#: {file}:16\n#, max-length:110\n" in po
    assert 'msgctxt "task"\nmsgid "Care for people."\nmsgstr "රැකබලා ගන්න"\n' in po
    assert (
        '#, fuzzy, max-length:110\n#| msgid "Give the medicine"\nmsgid "Give medicine"\n'
        'msgstr "බෙහෙත් දෙන්න"\n'
    ) in po
    assert "# status: reviewed\n# note: status: of shifts\n# second line\n#. overview.work\n" in po
    assert (
        '# keep\n#~ msgctxt "tagline"\n#~ msgid "An old one that nobody needs"\n#~ msgstr "පරණ"\n'
    ) in po


def test_a_region_is_named_as_gettext_does(source: Source) -> None:
    """If a language has a region, then the header has an underscore, and it is read back."""
    po = write_po(source.profile(), "si-LK", "Sinhala", source.catalogue())
    assert '"Language: si_LK\\n"' in po
    assert read_po(po.encode(), "x.po").language == "si_LK"


def test_babel_reads_it(source: Source, tmp_path: Path) -> None:
    """If another reader opens the file, then it finds the same messages."""
    path = tmp_path / "nurse.po"
    path.write_text(
        write_po(source.profile(), "si", "Sinhala", source.catalogue(FULL)), encoding="utf-8"
    )
    with path.open("rb") as stream:
        found = read_with_babel(stream, abort_invalid=True)
    messages = {(one.id, one.context): one for one in found}
    assert messages["Nurse", None].string == "හෙදිය"
    assert messages["Care for people.", "task"].string == "රැකබලා ගන්න"
    assert messages["Give medicine", None].fuzzy
    assert len(found.obsolete) == 1


def test_round_trip_changes_nothing(source: Source) -> None:
    """If an exported file comes back as it was, then not a byte of the catalogue changes."""
    profile, catalogue = source.profile(), source.catalogue(FULL)
    po = write_po(profile, "si", "Sinhala", catalogue)
    merged = _merge(profile, catalogue, FULL, po)
    assert (merged.text, merged.taken, merged.problems) == (FULL, 0, ())
    assert write_po(profile, "si", "Sinhala", source.catalogue(merged.text)) == po


def test_round_trip_into_an_empty_catalogue(source: Source) -> None:
    """If an exported file comes where nothing is, then all but the order is as it was."""
    profile, catalogue = source.profile(), source.catalogue(FULL)
    po = write_po(profile, "si", "Sinhala", catalogue)
    begun = begin_catalogue("nurse")
    merged = _merge(profile, source.catalogue(begun), begun, po)
    made = source.catalogue(merged.text)
    assert made.translators == ("Nimali",)
    key = str
    expected = [one for one in _entries(catalogue) if one["source"] != "Give the medicine"]
    found = [one for one in _entries(made) if one["source"] != "Give medicine"]
    assert sorted(found, key=key) == sorted(expected, key=key)
    # What was fuzzy is a draft where the old text is not known, and said to be so.
    assert [problem.message for problem in merged.problems if "fuzzy" in problem.message] == [
        '"Give medicine" is marked as fuzzy'
    ]
    assert merged.text.count("status: draft") == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(texts(), texts(), st.none() | texts()), max_size=4))
def test_any_catalogue_comes_back(
    source: Source, given_entries: list[tuple[str, str, str | None]]
) -> None:
    """If any catalogue goes out and comes back, then it is the same, byte by byte."""
    by_source = {" ".join(one.split()): (target, note) for one, target, note in given_entries}
    lines = "".join(
        "".join(write_entry({"source": one, "target": target, "note": note}, 2))
        for one, (target, note) in by_source.items()
    )
    text = f"career: nurse\nentries:\n{lines}" if lines else begin_catalogue("nurse")
    profile, catalogue = source.profile(), source.catalogue(text)
    po = write_po(profile, "si", "Sinhala", catalogue)
    merged = _merge(profile, catalogue, text, po)
    assert (merged.text, merged.problems) == (text, ())
    assert write_po(profile, "si", "Sinhala", source.catalogue(merged.text)) == po


def test_work_is_taken_over(source: Source) -> None:
    """If a translator changes, adds and answers, then the catalogue has it, and who did it."""
    profile, catalogue = source.profile(), source.catalogue(SINHALA)
    po = write_po(profile, "si", "Sinhala", catalogue)
    po = po.replace('msgstr "සේවය"', 'msgstr "සේවාව"')
    po = po.replace('msgid "School"\nmsgstr ""', 'msgid "School"\nmsgstr "පාසල"')
    po = po.replace("#, fuzzy, max", "#, max").replace('#| msgid "Give the medicine"\n', "")
    po = po.replace("Last-Translator: Nimali", "Last-Translator: Ravi <ravi@example.org>")
    merged = _merge(profile, catalogue, SINHALA, po)
    made = source.catalogue(merged.text)
    targets = {str(entry.source): str(entry.target) for entry in made.entries}
    assert (merged.taken, merged.problems, made.translators) == (3, (), ("Nimali", "Ravi"))
    assert (targets["School"], "target: සේවාව\n" in merged.text) == ("පාසල", True)
    assert targets["Give medicine"] == targets["Give the medicine"] == "බෙහෙත් දෙන්න"
    assert merged.text.startswith("career: nurse\ntranslators:\n- Nimali\n- Ravi\nentries:\n")


REVIEWED = """\
career: nurse
status: reviewed
reviewers: [Nimal]
entries:
  - source: Nurse
    target: GOOD
    status: reviewed
    note: checked by Nimal
  - source: Care for people.
    target: good
  - source: School
    target: fair
    status: draft
"""


def _targets(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    return {
        str(one.source): (str(one.target), catalogue.status_of(one)) for one in catalogue.entries
    }


def test_a_reviewed_translation_stays(source: Source) -> None:
    """If a PO file differs from what was reviewed, then that stays, and both are told."""
    catalogue = source.catalogue(REVIEWED)
    po = HEADER.replace("\n\n", '\n"X-Status: draft\\n"\n\n')
    po += '# what he said\nmsgid "Nurse"\nmsgstr "BAD"\n\nmsgid "Care for people."\nmsgstr "bad"\n'
    merged = _merge(source.profile(), catalogue, REVIEWED, po)
    assert (merged.text, merged.taken, merged.kept) == (REVIEWED, 0, 2)
    file = (source.folder / "locales" / "si" / "nurse.yaml").as_posix()
    hint = "  hint: if this one is better, write it there, or import with --force"
    told, care = "warning: the translation of", "Care for people."
    assert "\n".join(map(str, merged.problems)).splitlines() == [
        f'nurse.po:8: {told} "Nurse" is reviewed and stays "GOOD" ({file}:6:13), not "BAD"',
        hint,
        f'nurse.po:11: {told} "{care}" is reviewed and stays "good" ({file}:10:13), not "bad"',
        hint,
    ]


def test_a_changed_translation_is_a_draft(source: Source) -> None:
    """If a PO file brings a new text, then it is a draft, whatever the head of either says."""
    catalogue = source.catalogue(REVIEWED)
    po = write_po(source.profile(), "si", "Sinhala", catalogue)
    assert "X-Status: reviewed" in po
    po = po.replace('msgstr "fair"', 'msgstr "fairer"')
    po = po.replace('msgid "Give medicine"\nmsgstr ""', 'msgid "Give medicine"\nmsgstr "new"')
    merged = _merge(source.profile(), catalogue, REVIEWED, po)
    made = source.catalogue(merged.text)
    assert (merged.taken, merged.kept, merged.problems, made.status) == (2, 0, (), "reviewed")
    targets = _targets(made)
    assert (targets["School"], targets["Give medicine"]) == (("fairer", "draft"), ("new", "draft"))
    assert targets["Nurse"] == ("GOOD", "reviewed")


def test_an_older_file_undoes_nothing(source: Source) -> None:
    """If a text is changed or reviewed after an export, then the file that comes back leaves it."""
    before = REVIEWED.replace("reviewed", "draft")
    profile = source.profile()
    po = write_po(profile, "si", "Sinhala", source.catalogue(before))
    po = po.replace('msgid "Give medicine"\nmsgstr ""', 'msgid "Give medicine"\nmsgstr "new"')
    now = REVIEWED.replace("GOOD", "BETTER").replace("fair", "fairer")
    merged = _merge(profile, source.catalogue(now), now, po)
    assert (merged.taken, merged.kept, merged.problems) == (1, 0, ())
    assert merged.text.startswith(now.partition("entries:")[0])
    assert _targets(source.catalogue(merged.text)) == {
        "Nurse": ("BETTER", "reviewed"),
        "Care for people.": ("good", "reviewed"),
        "School": ("fairer", "draft"),
        "Give medicine": ("new", "draft"),
    }


def test_a_draft_changed_on_both_sides_stays(source: Source) -> None:
    """If a draft is changed here and in the PO file, then it stays, and both are told."""
    profile = source.profile()
    po = write_po(profile, "si", "Sinhala", source.catalogue(REVIEWED))
    po = po.replace('msgstr "fair"', 'msgstr "fairest"')
    now = REVIEWED.replace("fair", "fairer")
    merged = _merge(profile, source.catalogue(now), now, po)
    assert (merged.text, merged.kept) == (now, 1)
    (problem,) = merged.problems
    assert problem.message.startswith(
        'the translation of "School" has changed since this file was exported and stays "fairer" ('
    )


@pytest.mark.parametrize("has_marks", [True, False])
def test_a_reviewers_file_is_taken_if_forced(source: Source, has_marks: bool) -> None:
    """If a reviewer's file is forced, then its texts and what it says of them are taken."""
    profile, catalogue = source.profile(), source.catalogue(REVIEWED)
    po = write_po(profile, "si", "Sinhala", catalogue)
    po = po.replace('msgstr "GOOD"', 'msgstr "BETTER"').replace('msgstr "good"', 'msgstr "better"')
    po = po.replace('msgstr "fair"', 'msgstr "fairer"').replace("checked by Nimal", "seen")
    if not has_marks:
        po = re.sub(r"#\. exported: .*\n", "", po)
    merged = merge_po(profile, catalogue, REVIEWED, read_po(po.encode(), "x.po"), force=True)
    made = source.catalogue(merged.text)
    assert (merged.taken, merged.kept, merged.problems, made.status) == (3, 0, (), "reviewed")
    assert _targets(made) == {
        "Nurse": ("BETTER", "reviewed"),
        "Care for people.": ("better", "reviewed"),
        "School": ("fairer", "draft"),
    }
    assert "note: seen" in merged.text


def test_the_note_of_a_reviewed_translation_stays(source: Source) -> None:
    """If a PO file has another note on a reviewed text, then the note stays, and both are told."""
    po = HEADER + '# old words\nmsgid "Nurse"\nmsgstr "GOOD"\n'
    merged = _merge(source.profile(), source.catalogue(REVIEWED), REVIEWED, po)
    assert (merged.text, merged.kept) == (REVIEWED, 1)
    assert [one.message.partition(" (")[0] for one in merged.problems] == [
        'the note on "Nurse" is reviewed and stays "checked by Nimal"'
    ]


def test_a_file_marked_as_reviewed(source: Source) -> None:
    """If a PO file says it is reviewed, then the catalogue is where all of it is the same."""
    text = REVIEWED.replace("reviewed", "draft").replace("    status: draft\n", "")
    po = HEADER.replace("\n\n", '\n"X-Status: reviewed\\n"\n\n')
    for source_text, target in (("Nurse", "GOOD"), ("Care for people.", "good")):
        po += f'msgid "{source_text}"\nmsgstr "{target}"\n\n'
    merged = _merge(source.profile(), source.catalogue(text), text, po)
    made = source.catalogue(merged.text)
    assert (made.status, _targets(made)["School"]) == ("draft", ("fair", "draft"))
    assert _targets(made)["Nurse"] == ("GOOD", "reviewed")
    po += 'msgid "School"\nmsgstr "fair"\n'
    merged = _merge(source.profile(), source.catalogue(text), text, po)
    assert merged.text == text.replace("status: draft", "status: reviewed")


def test_long_texts_are_told_from_where_they_differ(source: Source) -> None:
    """If two long translations begin alike, then what is told of them is not the same."""
    begin = "one two three four five six seven eight nine ten "
    text = REVIEWED.replace("GOOD", begin + "eleven")
    po = HEADER + f'msgid "Nurse"\nmsgstr "{begin}twelve"\n'
    merged = _merge(source.profile(), source.catalogue(text), text, po)
    assert 'stays "... eleven" (' in merged.problems[0].message
    assert merged.problems[0].message.endswith('), not "... twelve"')


def test_what_is_left_empty_stays(source: Source) -> None:
    """If a translation is taken out in the PO file, then the catalogue keeps its own."""
    po = HEADER + 'msgid "Nurse"\nmsgstr ""\n'
    merged = _merge(source.profile(), source.catalogue(), SINHALA, po)
    assert (merged.text, merged.taken, merged.problems) == (SINHALA, 0, ())


def test_a_context_of_its_own(source: Source) -> None:
    """If the PO file parts a text by a context, then the catalogue does."""
    po = HEADER + 'msgctxt "employers"\nmsgid "Care for people."\nmsgstr "සමාගම"\n'
    merged = _merge(source.profile(), source.catalogue(), SINHALA, po)
    assert merged.problems == ()
    (entry,) = [one for one in source.catalogue(merged.text).entries if one.context == "employers"]
    assert entry.target == "සමාගම"


def test_an_unknown_source_is_kept_as_stale(source: Source) -> None:
    """If a source text is not in the profile, then its translation is kept, and that is told."""
    po = HEADER + 'msgid "They work in 2 shifts."\nmsgstr "වැඩ"\n'
    merged = _merge(source.profile(), source.catalogue(), SINHALA, po)
    assert [str(problem) for problem in merged.problems] == [
        (
            'nurse.po:6: warning: no text of this career reads "They work in 2 shifts."\n'
            '  hint: it is kept as stale; the nearest is "They work in 3 shifts."'
        )
    ]
    assert "  - source: They work in 2 shifts.\n    target: වැඩ\n" in merged.text


def test_a_missing_hole_makes_a_draft(source: Source) -> None:
    """If a hole is missing, then the translation is a draft, and that is told."""
    profile = source.profile().model_copy(update={"tagline": source.profile().tagline})
    po = HEADER + 'msgid "Dear {name}"\nmsgstr "x"\n'
    merged = _merge(profile, source.catalogue(), SINHALA, po)
    assert "{name} of the source text is missing" in [one.message for one in merged.problems]
    assert "    status: draft\n" in merged.text


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            b'msgid "Nurse"\nmsgstr "\xe0\xb7"\n',
            (
                "nurse.po:6: this is not in the encoding that the file names\n"
                "  hint: save the file as UTF-8, and let its header say charset=UTF-8"
            ),
        ),
        (
            b'msgid "Nurse"\nmsgstr "a "b""\n',
            (
                "nurse.po:7: msgstr is not between two quotation marks\n"
                '  hint: put a backslash before a quotation mark inside the text: \\"'
            ),
        ),
        (
            b'msgid "Nurse"\nmsgid_plural "Nurses"\nmsgstr[0] "a"\nmsgstr[1] "b"\n',
            (
                "nurse.po:6: this has plural forms, which texts of careers have not\n"
                "  hint: write one translation, as msgstr, without msgid_plural"
            ),
        ),
        (
            b'msgid "Nurse"\n',
            "nurse.po:6: msgstr is missing\n  hint: each entry is a msgid and a msgstr",
        ),
        (
            b'msgstr "a"\n',
            (
                "nurse.po:6: msgstr stands here without a msgid before it\n"
                "  hint: each entry is a msgid and a msgstr"
            ),
        ),
        (
            b'msgfoo "a"\n',
            (
                'nurse.po:6: "msgfoo "a"" means nothing here\n'
                "  hint: each entry is a msgid and a msgstr"
            ),
        ),
        (
            b'msgid "Nurse"\nmsgstr "\xe2\x80\xa8"\n',
            (
                "nurse.po:6: the character U+2028 (line separator) is not allowed\n"
                "  hint: take it out: it cannot be seen"
            ),
        ),
        (
            b'msgid "School"\nmsgstr "b"\n',
            (
                'nurse.po:9: "School" is translated twice\n  hint: line 6 is used: keep one of the'
                " two, or give each a msgctxt"
            ),
        ),
    ],
)
def test_a_broken_entry_is_told_and_the_others_are_taken(
    source: Source, body: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If an entry is broken, then it is told with its line, and what is around it is read."""
    po = HEADER.encode() + body + b'\nmsgid "School"\nmsgstr "\xe0\xb6\xb4"\n'
    read = read_po(po, "nurse.po")
    assert [str(problem) for problem in read.problems] == [told]
    merged = merge_po(source.profile(), source.catalogue(), SINHALA, read)
    targets = {str(entry.source): entry.target for entry in source.catalogue(merged.text).entries}
    assert targets["Nurse"] == "හෙදිය"
    assert targets["School"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("charset", ["ISO-8859-1", "UTF-16", "CHARSET", "idna", "undefined"])
def test_other_encodings(charset: str) -> None:
    """If a file is in another encoding and says so, then it is read; in one of no texts, too."""
    text = HEADER.replace("UTF-8", charset) + 'msgid "a"\nmsgstr "é"\n'
    data = text.encode(charset if charset in ("ISO-8859-1", "UTF-16") else "utf-8")
    read = read_po(data, "x.po")
    assert read.problems == ()
    assert [(one.source, one.target) for one in read.messages] == [("a", "é")]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('msgid "Baker\nmsgstr "x"\n', "x.po:6: msgid is not between two quotation marks"),
        ('msgid ""\n"Baker\nmsgstr "x"\n', "x.po:7: the text is not between two quotation marks"),
        (
            'msgid ""\nmsgstr "Language: ta\\n"\n',
            "x.po:6: a second header stands here\n  hint: line 1 is used: take this one out",
        ),
        (
            'msgctxt "a"\nmsgid ""\nmsgstr "x"\n',
            "x.po:7: msgid is empty\n  hint: put the source text there",
        ),
    ],
)
def test_the_header_is_not_lost(body: str, told: str) -> None:
    """If an entry has no readable source text, then it is told, and is not taken for a header."""
    read = read_po((HEADER + body).encode(), "x.po")
    assert (read.language, read.place.line, read.messages) == ("si", 1, ())
    (problem,) = read.problems
    assert str(problem).startswith(told)


LINES = st.sampled_from(
    [
        *('msgid "a"', 'msgid ""', 'msgid "', "msgid", 'msgid_plural "b"', 'msgctxt "c"', '"more"'),
        *('msgstr "d"', 'msgstr ""', 'msgstr[0] "e"', 'msgstr[x] "f"', 'msgstr[9] "g"', "msgstr"),
        *("# note", "#. auto", "#: a:b:1", "#: \u2068x", "#, fuzzy, c-format", '#| msgid "old"'),
        *('#~ msgid "h"', '#~ msgstr "i"', '#~| msgid "j"', '#~ "k"', "#", "", "garbage", '"\\'),
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Plural-Forms: nplurals=x\\n"',
        '"Language: \\n"',
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join).map(str.encode) | st.binary(max_size=60))
def test_any_file_is_read_or_told(data: bytes) -> None:
    """If a file is anything at all, then it is read, and what is not is told with its line."""
    try:
        read = read_po(data, "x.po")
    except ContentError as error:
        assert len(error.problems) == 1  # noqa: PT017  # a whole file is refused in one line
        return
    assert all(problem.place.line > 0 for problem in read.problems)
    assert all(message.source for message in read.messages)


def test_many_mistakes_of_one_kind_are_one_line() -> None:
    """If many entries have the same mistake, then it is told once, with how many there are."""
    body = "".join(f'msgid "{number}" x"\nmsgstr "y"\n\n' for number in range(12))
    good = "".join(f'msgid "good {number}"\nmsgstr "y"\n\n' for number in range(12))
    (problem,) = read_po((HEADER + body + good).encode(), "x.po").problems
    assert str(problem) == (
        "x.po:6: msgid is not between two quotation marks, and the like in 11 other places, down to"
        ' line 39\n  hint: put a backslash before a quotation mark inside the text: \\"'
    )


def test_a_file_of_mistakes_is_one_line() -> None:
    """If there is little but mistakes in a file, of any kind, then one line refuses it."""
    body = "".join(f'msgid "{number}" x"\nmsgfoo "y"\n\n' for number in range(40))
    with pytest.raises(ContentError) as caught:
        read_po((HEADER + body).encode(), "x.po")
    (problem,) = caught.value.problems
    assert problem.place.line == 6
    assert re.fullmatch(
        r"\d+ lines are no PO; the first: msgid is not between two quotation marks", problem.message
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xde\x12\x04\x95\0\0\0\0", "x: this is a compiled MO file, not a PO file"),
        (b"PK\x03\x04\x14\0", "x: this is a packed file (ZIP), not a PO file"),
        (b"{\\rtf1 words}", "x: this is a text of a word processor (RTF), not a PO file"),
        (
            b'<?xml version="1.0"?>\n<xliff version="1.2"><file original="msgid"/></xliff>\n',
            "x: this is an XLIFF file, not a PO file",
        ),
        (b"\n<!DOCTYPE html>\n<p>msgid</p>", "x: this is a web page (HTML), not a PO file"),
        (b"<resources></resources>", "x: this is an XML file, not a PO file"),
        (b'{"Nurse": "x"}', "x: this is a JSON file, not a PO file"),
        (b"# head\ncareer: nurse\nentries:\n", "x: this is a YAML file, not a PO file"),
        (b"- source: Nurse\n  target: x\n", "x: this is a YAML file, not a PO file"),
        (b"source,target\nNurse,x\n", "x: this is a CSV file, not a PO file"),
        (b"source\ttarget\nNurse\tx\n", "x: this is a CSV file, not a PO file"),
        (b"Dear all\nplease find", "x: this is another kind of file, not a PO file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "x: this is a picture (PNG), not a PO file"),
    ],
)
def test_what_is_no_po_file_is_named(data: bytes, told: str) -> None:
    """If a file is of another kind, then one line says of which."""
    with pytest.raises(ContentError) as caught:
        read_po(data, "x")
    hint = "give the PO file (gettext): most translation programs can save or export one"
    assert [str(one) for one in caught.value.problems] == [f"{told}\n  hint: {hint}"]


def test_a_wrong_charset_is_one_line() -> None:
    """If the header names another encoding than the file is in, then one line says so."""
    entries = "".join(f'msgid "{number}"\nmsgstr "café à Genève"\n\n' for number in range(9))
    with pytest.raises(ContentError) as caught:
        read_po((HEADER.replace("UTF-8", "ISO-8859-1") + entries).encode(), "x.po")
    assert str(caught.value) == (
        "x.po:4: the header says ISO-8859-1, but the file is in UTF-8\n"
        "  hint: write charset=UTF-8 there"
    )
    for header in (HEADER, HEADER.replace("UTF-8", "CHARSET")):
        with pytest.raises(ContentError) as caught:
            read_po((header + entries).encode("cp1252"), "x.po")
        assert str(caught.value) == (
            "x.po:7: 9 lines are not in the encoding that the file names (UTF-8)\n"
            "  hint: save the file as UTF-8, and let its header say charset=UTF-8"
        )
    header = HEADER.replace("UTF-8", "windows-1252")
    read = read_po((header + entries).encode("cp1252"), "x.po")
    assert {one.target for one in read.messages} == {"café à Genève"}


def test_a_file_without_a_text_of_the_career_is_refused(source: Source) -> None:
    """If a long file has no text of the career at all, then it is one for another career."""
    body = "".join(f'msgid "word {number}"\nmsgstr "x"\n\n' for number in range(30))
    with pytest.raises(ContentError) as caught:
        _merge(source.profile(), source.catalogue(), SINHALA, HEADER + body)
    assert str(caught.value) == (
        "nurse.po:1: none of its 30 texts is one of the career nurse\n"
        "  hint: give the file the name of its career, or put that behind Project-Id-Version:"
    )
    body += 'msgid "Nurse"\nmsgstr "x"\n'
    merged = _merge(source.profile(), source.catalogue(), SINHALA, HEADER + body)
    told = [one.message for one in merged.problems if one.message.startswith("no text")]
    assert told == [
        'no text of this career reads "word 0", and the like in 29 other places, down to line 93'
    ]


def test_a_draft_that_a_file_from_elsewhere_replaces_is_told(source: Source) -> None:
    """If a file has no marks of an export, then what it replaces is told, a reviewed one stays."""
    po = HEADER + 'msgid "Care for people."\nmsgstr "රැකවරණය"\n'
    merged = _merge(source.profile(), source.catalogue(), SINHALA, po)
    assert merged.taken == 1
    told = [str(one) for one in merged.problems if "Care" in one.message]
    place = next(
        entry.target.place
        for entry in source.catalogue().entries
        if entry.source == "Care for people." and entry.context is None and entry.target
    )
    assert told == [
        (
            f'nurse.po:6: warning: the translation of "Care for people." was "සේවය" ({place})\n'
            "  hint: drafts are replaced by a file that does not say what it was exported from"
        )
    ]
