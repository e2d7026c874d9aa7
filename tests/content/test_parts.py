"""A country's part of a career is read with what it lies over; what is wrong names its own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.content import ContentError, Profile, read_career_files, read_profile
from careerkit.content.career_name import CareerName, made_of
from careerkit.content.models.statement import Statement
from careerkit.content.problem import Place

SHARED = """\
schema: 1
title: Electrician
indefinite: an electrician
tagline: Bring power and light.
overview:
  work: You fit wires.
  abroad: You are needed.
daily_tasks: [Fit wires]
work: {setting: Houses}
skills: [Care]
glossary:
  - {term: Volt, meaning: A unit.}
  - {term: Circuit, meaning: A closed path.}
talk:
  - {section: cover, say: Look up.}
  - {section: pay, say: It is paid.}
sources:
  - {id: esco, title: ESCO}
"""
PART = """\
schema: 1
country: LK
tagline: Bring power to Lanka.
overview: {here: You learn at a college.}
work: {hours: 40 hours}
skills: []
subjects: [{name: Science, stage: O/L}]
glossary:
  - {term: NVQ, meaning: A ladder.}
  - {term: circuit, meaning: A ring.}
talk:
  - {section: pay, say: It is paid in rupees.}
  - {section: demand, say: Many are wanted.}
sources:
  - {id: tvec, title: TVEC}
"""


def write(folder: Path, **texts: str) -> Path:
    """Write files of a career by their names, with underscores for dots."""
    careers = folder / "careers"
    (folder / "locales").mkdir(exist_ok=True)
    careers.mkdir(exist_ok=True)
    for name, text in texts.items():
        stem = name.replace("__", "-").replace("_", ".")
        (careers / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return careers


def read(folder: Path, name: str = "electrician.LK") -> Profile:
    """Read a file of a career."""
    return read_profile(folder / "careers" / f"{name}.yaml", folder)


def problems(folder: Path, name: str = "electrician.LK") -> list[str]:
    """Return what is wrong with a career, its folder left out."""
    with pytest.raises(ContentError) as caught:
        read(folder, name)
    return [str(one).replace(f"{folder / 'careers'}/", "") for one in caught.value.problems]


def text_of(statement: Statement | None) -> str:
    """Return the words of a statement."""
    return str(statement.text) if statement else ""


def test_a_part_lies_over_the_shared_file(tmp_path: Path) -> None:
    """If a field stands in the part, then it is taken, whole; groups and four lists add up."""
    write(tmp_path, electrician=SHARED, electrician_LK=PART)
    career = read(tmp_path)
    assert career.id == "electrician-lk"
    assert (career.title, career.tagline) == ("Electrician", "Bring power to Lanka.")
    assert career.country == "LK"
    overview = career.overview
    assert (text_of(overview.work), text_of(overview.here), text_of(overview.abroad)) == (
        *("You fit wires.", "You learn at a college.", "You are needed."),
    )
    assert career.work is not None
    assert text_of(career.work.hours) == "40 hours"
    assert text_of(career.work.setting) == "Houses"
    assert career.skills == ()
    assert [(term.term, term.meaning) for term in career.glossary] == [
        ("Volt", "A unit."),
        ("circuit", "A ring."),
        ("NVQ", "A ladder."),
    ]
    assert [(cue.section, cue.say) for cue in career.talk] == [
        ("cover", "Look up."),
        ("pay", "It is paid in rupees."),
        ("demand", "Many are wanted."),
    ]
    assert [source.id for source in career.sources] == ["esco", "tvec"]


def test_a_field_left_empty_says_nothing(tmp_path: Path) -> None:
    """If a part leaves a field empty, alone or in a group, then what the shared file says stays."""
    part = PART.replace("[]", "").replace("40 hours}", "40 hours, setting: }")
    write(tmp_path, electrician=SHARED, electrician_LK=part)
    career = read(tmp_path)
    assert [str(skill.name) for skill in career.skills] == ["Care"]
    assert career.work is not None
    assert (text_of(career.work.setting), text_of(career.work.hours)) == ("Houses", "40 hours")


def test_what_stands_in_place_of_two_stands_once(tmp_path: Path) -> None:
    """If the shared file has two cues of a section, then a part's stand there once, all of them."""
    shared = SHARED.replace("sources:", "  - {section: pay, say: A.}\nsources:")
    shared = shared.replace("  - {section: cover, say: Look up.}\n", "")
    shared = shared.replace("sources:", "  - {section: day, say: B.}\nsources:")
    write(
        tmp_path,
        electrician=shared,
        electrician_LK=PART.replace("demand, say", "pay, say"),
    )
    assert [(cue.section, cue.say) for cue in read(tmp_path).talk] == [
        ("pay", "It is paid in rupees."),
        ("pay", "Many are wanted."),
        ("day", "B."),
    ]


def test_every_value_knows_its_file_and_line(tmp_path: Path) -> None:
    """If a value is looked at, then it says which of the files it was written in."""
    careers = write(tmp_path, electrician=SHARED, electrician_LK=PART)
    career = read(tmp_path)
    shared, part = str(careers / "electrician.yaml"), str(careers / "electrician.LK.yaml")
    assert career.title.place == Place(shared, 2, 8)
    assert career.tagline.place == Place(part, 3, 10)
    assert career.overview.work.place == Place(shared, 6, 9)
    assert career.overview.place_of("here") == Place(part, 4, 18)
    assert [source.place.file for source in career.sources] == [shared, part]
    assert [file.id for file in career.files] == ["electrician", "electrician.LK"]


def test_a_title_of_the_part_is_said_in_its_own_way(tmp_path: Path) -> None:
    """If a part has another title, then the shared one is not said in sentences."""
    write(tmp_path, electrician=SHARED, electrician_LK=PART + "title: Wireman\n")
    assert read(tmp_path).indefinite == "a Wireman"


def test_a_province_lies_over_its_country(tmp_path: Path) -> None:
    """If a province has its own part, then it lies over that of the country."""
    own = "schema: 1\ncountry: LK-2\noverview: {here: In Kandy.}\n"
    write(tmp_path, electrician=SHARED, electrician_LK=PART, electrician_LK__2=own)
    career = read(tmp_path, "electrician.LK-2")
    assert career.id == "electrician-lk-2"
    assert career.country == "LK"
    assert text_of(career.overview.here) == "In Kandy."
    assert career.tagline == "Bring power to Lanka."
    assert [file.id for file in career.files] == [
        *("electrician", "electrician.LK", "electrician.LK-2")
    ]


def test_errors_of_both_files_are_told_in_one_run(tmp_path: Path) -> None:
    """If both files have errors, then each is told at its own place, by its own field."""
    write(
        tmp_path,
        electrician=SHARED.replace("skills:", "skils:").replace("Fit wires", ""),
        electrician_LK=PART.replace("id: tvec", "id: t v e c") + "pay: cheap\n",
    )
    assert problems(tmp_path) == [
        (
            'electrician.LK.yaml:15:10: sources[0].id: expected a short name, found "t v e c"\n'
            "  hint: use letters, digits and hyphens without spaces, for example onet-2025"
        ),
        (
            'electrician.LK.yaml:16:6: pay: expected a list, found "cheap"\n'
            '  hint: put each item on a line of its own, after "- "'
        ),
        'electrician.yaml:10:1: skils: unknown field\n  hint: did you mean "skills"?',
    ]


def test_warnings_of_both_files_are_told(tmp_path: Path) -> None:
    """If words were lost in one file, then that is told, whether or not the other has an error."""
    shared = SHARED.replace("You fit wires.", "You fit wires. # and more")
    careers = write(tmp_path, electrician=shared, electrician_LK=PART)
    (told,) = read(tmp_path).warnings
    assert (told.place.file, told.place.line) == (str(careers / "electrician.yaml"), 6)
    write(tmp_path, electrician_LK=f"{PART}pay: cheap\n")
    assert [one.partition(": ")[0] for one in problems(tmp_path)] == [
        *("electrician.LK.yaml:16:6", "electrician.yaml:6:24")
    ]


def test_what_neither_file_has_is_missing(tmp_path: Path) -> None:
    """If a field is required and in neither file, then it is told once, at the shared file."""
    shared = SHARED.replace("tagline: Bring power and light.\n", "")
    write(tmp_path, electrician=shared, electrician_LK=PART.replace("tagline:", "# tagline:"))
    assert problems(tmp_path) == [
        (
            "electrician.yaml:1:1: tagline: required, but missing\n"
            '  hint: add "tagline:", one sentence for the cover'
        )
    ]


@pytest.mark.parametrize(
    ("files", "name", "told"),
    [
        (
            {"electrician_LK": PART},
            "electrician.LK",
            (
                "electrician.LK.yaml: there is no electrician.yaml, which this is a part of\n"
                "  hint: put there what is true everywhere; a career that is told in one file "
                "has no "
                "country in its name: electrician-lk.yaml"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK__2": PART.replace("LK", "LK-2")},
            "electrician.LK-2",
            (
                "electrician.LK-2.yaml: there is no electrician.LK.yaml, which this is a part of\n"
                "  hint: put there what is true in all of the country"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_GB": PART},
            "electrician.GB",
            (
                'electrician.GB.yaml:2:10: country: the file is for "GB", not "LK"\n'
                '  hint: write "country: GB", or give the file the name of its country'
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK": PART.replace("country: LK\n", "")},
            "electrician.LK",
            (
                "electrician.LK.yaml:1:1: country: required, but missing\n"
                '  hint: add "country:", the country, as in the file\'s name: ISO 3166-1, or '
                "3166-2 for"
                " a province"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK": PART + "accent: rust\n"},
            "electrician.LK",
            (
                "electrician.LK.yaml:16:1: accent: a part cannot have this field\n"
                "  hint: take it out, or put it into electrician.yaml, where it holds for all "
                "countries"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK": PART.replace("id: tvec", "id: esco")},
            "electrician.LK",
            (
                'electrician.LK.yaml:15:10: sources[0].id: the id "esco" is given twice\n'
                "  hint: it stands in electrician.yaml:18:10 already: give each source its own"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_UK": PART.replace("LK", "UK", 1)},
            "electrician.UK",
            (
                'electrician.UK.yaml: there is no country "UK"\n'
                "  hint: name the file by two letters of ISO 3166, such as LK, or GB for the "
                "United "
                "Kingdom"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK_old": "schema: 1\ncountry: LK\n"},
            "electrician.LK.old",
            (
                'electrician.LK.old.yaml: this is read as a career of its own, for "old" is no '
                "code of a country\n"
                "  hint: call a part of electrician by two letters of ISO 3166, such as "
                "electrician.LK.yaml"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LKA": "schema: 1\ncountry: LKA\n"},
            "electrician.LKA",
            (
                'electrician.LKA.yaml: this is read as a career of its own, for "LKA" is no code '
                "of a country\n"
                "  hint: call a part of electrician by two letters of ISO 3166, such as "
                "electrician.LK.yaml"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_lk": PART.replace("country: LK", "country: XX")},
            "electrician.lk",
            (
                'electrician.lk.yaml: "lk" in the name of this file is not in capitals\n'
                "  hint: call a country's part electrician.LK.yaml"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK": PART, "electrician_LK_GB": PART},
            "electrician.LK.GB",
            (
                "electrician.LK.GB.yaml: a country's part has no part of another country\n"
                "  hint: call a province's part as ISO 3166-2 does: electrician.LK-2.yaml"
            ),
        ),
        (
            {"electrician": SHARED, "electrician_LK": PART + "languages: []\n"},
            "electrician.LK",
            "electrician.LK.yaml:16:12: languages: expected at least one item, found an empty list",
        ),
        (
            {"electrician": "- a\n", "electrician_LK": PART},
            "electrician.LK",
            (
                "electrician.yaml:1:1: expected a group of fields, found a list\n"
                "  hint: the fields are schema, language, title, indefinite, other_titles, "
                "codes, country,"
                " accent, tagline, promise, headlines, overview and others: see the schema"
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_part(
    files: dict[str, str], name: str, told: str, tmp_path: Path
) -> None:
    """If a part's name, country or fields cannot be, then that is told, and what to do."""
    write(tmp_path, **files)
    assert told in problems(tmp_path, name)


@pytest.mark.parametrize("region", ["LK", "LK-2"])
def test_a_career_of_the_name_of_a_part(region: str, tmp_path: Path) -> None:
    """If a career's own file would be made into what a part is, then that is told of either."""
    province = "schema: 1\ncountry: LK-2\n"
    write(tmp_path, electrician=SHARED, electrician_LK=PART, electrician_LK__2=province)
    part, made = f"electrician.{region}", f"electrician-{region.lower()}"
    (tmp_path / "careers" / f"{made}.yaml").write_text(SHARED, encoding="utf-8")
    for name, other in ((part, made), (made, part)):
        told = (
            f"{name}.yaml: {other}.yaml lies beside it, and both would be made into {made}\n"
            f"  hint: put what belongs to the country into {part}.yaml, and take the other "
            "file away or give it another name"
        )
        assert told in problems(tmp_path, name)


def test_a_language_that_there_is_not(tmp_path: Path) -> None:
    """If a part is to be made in a language without a file, then that is told."""
    write(tmp_path, electrician=SHARED, electrician_LK=PART + "languages: [en, sii]\n")
    for tag in ("en", "si"):
        (tmp_path / "locales" / f"{tag}.yaml").touch()
    assert problems(tmp_path) == [
        (
            'electrician.LK.yaml:16:17: languages[1]: there is no language "sii"\n'
            '  hint: did you mean "si"?'
        )
    ]


def test_a_language_that_a_file_of_its_lineage_is_for(tmp_path: Path) -> None:
    """If a part is made in the Sinhala of Sri Lanka, then a file for Sinhala is enough."""
    write(tmp_path, electrician=SHARED, electrician_LK=PART + "languages: [si-LK]\n")
    (tmp_path / "locales" / "si.yaml").touch()
    assert read(tmp_path).made_in == ("si-LK",)


def test_a_translation_that_lies_among_the_careers(tmp_path: Path) -> None:
    """If a file is named as a translation might be, then it is said where translations lie."""
    write(tmp_path, electrician=SHARED, electrician_si=PART.replace("LK", "SI"))
    (tmp_path / "locales" / "si.yaml").touch()
    (told, *_) = problems(tmp_path, "electrician.si")
    assert told == (
        'electrician.si.yaml: "si" in the name of this file is not in capitals\n'
        "  hint: call a country's part electrician.SI.yaml; a translation is "
        f"{(tmp_path / 'locales' / 'si' / 'electrician.yaml').as_posix()}"
    )


def test_files_are_read_each_by_itself_to_be_translated(tmp_path: Path) -> None:
    """If a shared file is not whole by itself, then it can be translated all the same."""
    careers = write(tmp_path, electrician="schema: 1\ntitle: Electrician\n", electrician_LK=PART)
    (shared,) = read_career_files(careers / "electrician.yaml", tmp_path)
    assert shared.id == "electrician"
    shared, part = read_career_files(careers / "electrician.LK.yaml", tmp_path)
    assert (shared.id, part.id, part.language) == ("electrician", "electrician.LK", "en")


def test_what_is_made_of_a_folder() -> None:
    """If a career has parts, then those are made; the shared file alone is not."""
    names = ["a.yaml", "b.yaml", "b.GB.yaml", "b.LK.yaml", "b.LK-2.yaml", "c.v2.yaml", "d.old.yaml"]
    made = [CareerName.of(path).made for path in made_of(map(Path, names))]
    assert made == ["a", "b-gb", "b-lk", "b-lk-2", "c.v2", "d.old"]
