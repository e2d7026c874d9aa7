"""A career in parts is made for each country, in its languages, of no more than concerns it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.build.fingerprint import digest_ingredients
from careerkit.build.jobs import find_passed_over, plan
from careerkit.cli.command import main
from careerkit.content import read_catalogue, read_profile
from careerkit.project.choice import WrongArgument
from careerkit.project.folders import Folders
from careerkit.translation.catalogues.translated import find_missing, translate_profile
from tests.parts import BRITISH, LANKAN, SHARED, found_school_of_parts, write_catalogue
from tests.school import School


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with a career in two parts and three languages."""
    monkeypatch.chdir(tmp_path)
    return found_school_of_parts(tmp_path)


FOLDERS = Folders(Path("source"), Path("layouts"), Path("output"))
IN_ENGLISH = ["en/electrician-gb"]
IN_LANKA = [f"{tag}/electrician-lk" for tag in ("en", "si", "ta")]


def made(careers: list[str] | None = None, locales: list[str] | None = None) -> list[str]:
    """Return what is made, a deck of each."""
    jobs = plan(FOLDERS, careers or [], locales or [], ["deck"])
    return [job.target.relative_to("output").as_posix().removesuffix(".deck.pptx") for job in jobs]


@pytest.mark.usefixtures("school")
def test_each_part_is_made_in_the_languages_of_its_country() -> None:
    """If parts name no languages, then they are made in those that are official or much read."""
    assert made() == [*IN_ENGLISH, *IN_LANKA]
    assert made(["all"], ["all"]) == made()


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("electrician", [*IN_ENGLISH, *IN_LANKA]),
        ("electrician-gb", IN_ENGLISH),
        ("electrician.LK", IN_LANKA),
        ("source/careers/electrician.yaml", [*IN_ENGLISH, *IN_LANKA]),
        ("source/careers/electrician.LK.yaml", IN_LANKA),
    ],
)
def test_names_of_careers_and_of_parts(name: str, files: list[str]) -> None:
    """If a career is named, then its parts are made; if a part is, or its file, that one is."""
    assert made([name]) == files


def test_languages_that_a_part_names(school: School) -> None:
    """If a part names its languages, then it is made in those; a province's part as its country."""
    school.write_career("electrician.LK", LANKAN + "languages:\n  - ta # first\n  - en\n")
    school.write_career("electrician.LK-2", "schema: 1\ncountry: LK-2\n")
    two = [f"{tag}/electrician-lk" for tag in ("en", "ta")]
    assert made(["electrician-lk", "electrician-lk-2"]) == [*two, *(f"{one}-2" for one in two)]


def test_an_official_language_is_one_however_few_read_it(school: School) -> None:
    """If a language is official in a country, then a part is made in it: Tamil in Singapore."""
    school.write_career("electrician.SG", LANKAN.replace("LK", "SG"))
    assert made(["electrician-sg"]) == ["en/electrician-sg", "ta/electrician-sg"]


def test_a_country_whose_languages_are_not_there(school: School) -> None:
    """If none of the languages there is read in a country, then a part is made as written."""
    school.write_career("electrician.JP", LANKAN.replace("LK", "JP"))
    assert made(["electrician-jp"]) == ["en/electrician-jp"]


@pytest.mark.usefixtures("school")
def test_a_part_is_made_in_another_language_if_both_are_named() -> None:
    """If a part and a language are named, then that is made; a career's parts are passed over."""
    assert made(["electrician-gb"], ["si"]) == ["si/electrician-gb"]
    assert made(["electrician"], ["si"]) == ["si/electrician-lk"]
    assert made([], ["si"]) == ["si/electrician-lk"]
    jobs = plan(FOLDERS, ["electrician"], ["si"], ["deck"])
    assert find_passed_over(FOLDERS, jobs, ["electrician"], ["si"]) == (
        (
            "electrician-gb is not made in si: source/careers/electrician.GB.yaml is made in en",
            "name both the part and the language to make it: electrician-gb --locale si",
        ),
    )
    assert find_passed_over(FOLDERS, jobs, ["electrician"], []) == ()
    assert find_passed_over(FOLDERS, jobs, ["electrician"], ["all"]) == ()


def test_what_is_passed_over_is_said(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a part is not made in a language that was named, then that is said, and is no failure."""
    assert main(["check", "electrician", "--locale", "si", "--edition", "deck"]) == 0
    assert "electrician-gb is not made in si: " in capsys.readouterr().err
    (school.folder / "source" / "careers" / "electrician.LK.yaml").unlink()
    assert main(["electrician", "--locale", "si"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "electrician-gb is not made in si: source/careers/electrician.GB.yaml is made in en",
        "  hint: name both the part and the language to make it: electrician-gb --locale si",
    ]


@pytest.mark.usefixtures("school")
def test_a_name_that_is_near() -> None:
    """If a name is not there, then the parts near to it are."""
    with pytest.raises(WrongArgument) as caught:
        made(["electrician-l"])
    assert caught.value.hint == 'did you mean "electrician-lk" or "electrician-gb"?'


def test_a_part_whose_name_ends_otherwise(school: School) -> None:
    """If a part's file is named .yml, then whoever asks for it is told."""
    careers = school.folder / "source" / "careers"
    (careers / "electrician.LK.yaml").rename(careers / "electrician.LK.yml")
    with pytest.raises(WrongArgument) as caught:
        made(["electrician-lk"])
    assert caught.value.hint == "rename electrician.LK.yml to electrician.LK.yaml"


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ("careers/electrician.yaml", {"electrician-gb", "electrician-lk"}),
        ("careers/electrician.LK.yaml", {"electrician-lk"}),
        ("locales/si/electrician.yaml", {"electrician-gb", "electrician-lk"}),
        ("locales/si/electrician.LK.yaml", {"electrician-lk"}),
        ("careers/electrician-lk.yaml", {"electrician-lk"}),
    ],
)
def test_what_makes_a_part_anew(change: str, parts: set[str], school: School) -> None:
    """If the shared file changes, then all parts are made anew; if a part does, that one is."""
    jobs = plan(FOLDERS)
    before = digest_ingredients(FOLDERS, jobs)
    with (school.folder / "source" / change).open("a", encoding="utf-8") as file:
        file.write("\n")
    after = digest_ingredients(FOLDERS, jobs)
    assert {job.career for job in jobs if before[job] != after[job]} == parts


def test_two_files_that_would_be_made_into_one(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a career has the name of a part, then neither is made, both are told, and others are."""
    school.write_career("electrician-lk", SHARED)
    assert main(["--edition", "handout", "--locale", "en"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("output/en/electrician-gb.handout.pdf: ")
    assert "source/careers/electrician-lk.yaml: electrician.LK.yaml lies beside it" in told.err
    assert "source/careers/electrician.LK.yaml: electrician-lk.yaml lies beside it" in told.err


def test_what_was_made_before_there_were_parts(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a career is parted, then what was made of all of it is left over, and is taken away."""
    careers = school.folder / "source" / "careers"
    for name in ("GB", "LK"):
        (careers / f"electrician.{name}.yaml").unlink()
    assert main(["--edition", "handout", "--locale", "en"]) == 0
    school.write_career("electrician.GB", BRITISH)
    capsys.readouterr()
    assert main(["--edition", "handout", "--locale", "en", "--prune"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[-1] == (
        'output/en/electrician.handout.pdf: taken away, for "electrician" is made in parts now'
    )
    (careers / "electrician.GB.yaml").rename(careers / "electrician.IE.yaml")
    (careers / "electrician.IE.yaml").write_text(BRITISH.replace("GB", "IE"), encoding="utf-8")
    assert main(["--edition", "handout", "--locale", "en", "--prune"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "output/en/electrician-gb.handout.pdf: taken away, for there is no career "
        '"electrician-gb" any more'
    )


def test_each_text_is_translated_by_the_catalogue_of_its_file(school: School) -> None:
    """If a text stands in the part, then the part's translation has it, and no other."""
    source = school.folder / "source"
    shared = write_catalogue(school, "electrician", "si", Electrician="ව", Science="ශ")
    part = write_catalogue(school, "electrician.LK", "si", Fit_wires="ස", Science="විද්‍යාව")
    career = read_profile(source / "careers" / "electrician.LK.yaml", source)
    catalogues = [read_catalogue(shared), read_catalogue(part)]
    made = translate_profile(career, "si", catalogues)
    assert (made.title, made.subjects[0].name) == ("ව", "විද්‍යාව")
    assert made.daily_tasks[0].task == "Fit wires"
    missing = {unit.source for unit in find_missing(career, "si", catalogues)}
    assert "Fit wires" in missing
    assert "Electrician" not in missing
    assert made.translation is not None
    assert made.translation.missing == len(missing)


def test_gaps_are_told_of_each_file(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If translations lack texts or are stale, then each file's are told, one shared file's once.

    What a part says in place of the shared file is to be translated for the others all the same.
    """
    write_catalogue(
        school, "electrician", "si", Electrician="ව", Bring_power_and_light_to_all="බ", Wire="ක"
    )
    write_catalogue(school, "electrician.LK", "si", Science="විද්‍යාව", Physics="භ")
    write_catalogue(school, "electrician.GB", "si", Gone="ග")
    assert main(["check", "--locale", "si", "--edition", "deck"]) == 0
    told = capsys.readouterr().err
    assert told.count("source/locales/si/electrician.yaml: warning: ") == 1
    assert (
        "source/locales/si/electrician.yaml: warning: 7 of 8 texts are not translated into English"
        " and are set in another language; 2 translations are stale"
    ) in told
    assert (
        "source/locales/si/electrician.LK.yaml: warning: 2 of 3 texts are not translated into "
        "English and are set in another language; 1 translation is stale"
    ) in told
    assert "electrician.GB.yaml: warning" not in told
    assert main(["check", "--locale", "si", "--edition", "deck", "--list", "electrician-lk"]) == 0
    told = capsys.readouterr().err
    for place in ("electrician.LK.yaml:5:10", "electrician.yaml:3:10"):
        assert f"source/careers/{place}: warning: tagline: missing translation: " in told
    assert 'stale translation: no text here reads "Physics"' in told


def test_a_translation_of_no_part(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a translation is named as what is made, then it is said what it is to be named as."""
    write_catalogue(school, "electrician-lk", "si", Science="විද්‍යාව")
    assert main(["check", "--locale", "en", "--edition", "deck"]) == 0
    assert (
        'si/electrician-lk.yaml: warning: there is no career "electrician-lk"\n'
        "  hint: call it electrician.LK.yaml, as the file that it translates\n"
    ) in capsys.readouterr().err


def warnings_of(capsys: pytest.CaptureFixture[str], *names: str) -> str:
    """Return what a check in English has to say."""
    main(["check", *names, "--locale", "en", "--edition", "deck"])
    return capsys.readouterr().err


def test_a_language_that_few_read_there(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a part names a language that is not at home there, then the check wonders."""
    assert "languages[" not in warnings_of(capsys)
    school.write_career("electrician.GB", BRITISH + "languages: [en, si]\n")
    assert (
        'electrician.GB.yaml:6:17: warning: languages[1]: "si" is not official in GB, and read by '
        "fewer than 5 per cent there (CLDR)\n"
        "  hint: take it out; who needs it can ask for it: electrician-gb --locale si\n"
    ) in warnings_of(capsys)


def test_a_part_that_lacks_what_others_have(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If other parts have a field of a country, then one without it is told, unless it says so."""
    assert "lacks" not in warnings_of(capsys)
    school.write_career("electrician.GB", BRITISH + "employers: [Builders]\n")
    told = (
        "source/careers/electrician.LK.yaml: warning: the part lacks what others have: employers "
        "(electrician.GB.yaml)\n"
        "  hint: write them; if there is nothing to say here, leave one empty, as `employers:`\n"
    )
    assert told in warnings_of(capsys)
    assert told in warnings_of(capsys, "electrician-gb")
    school.write_career("electrician.LK", LANKAN + "employers:\n")
    assert "lacks" not in warnings_of(capsys)


def test_what_a_part_has_from_a_file_below_it_is_not_lacking(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the shared file has what others have, or a province's country, then nothing is lacking."""
    school.write_career("electrician", SHARED + "employers: [Builders]\n")
    school.write_career("electrician.GB", BRITISH + "employers: [Fitters]\n")
    school.write_career("electrician.LK-2", "schema: 1\ncountry: LK-2\n")
    assert "lacks" not in warnings_of(capsys)


def test_a_field_of_a_country_in_the_shared_file(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If what belongs to a country stands in the file for all, then the check wonders, once."""
    text = SHARED.replace("overview:", "overview:\n  here: In Kandy.") + "employers: [Builders]\n"
    school.write_career("electrician", text)
    told = warnings_of(capsys)
    hint = "  hint: move it into the parts, each with what is true in its country\n"
    message = "this belongs to a country, and stands in the file for all\n"
    assert f"electrician.yaml:5:9: warning: overview.here: {message}{hint}" in told
    assert told.count(f"electrician.yaml:9:12: warning: employers: {message}{hint}") == 1


def test_a_part_that_says_the_same(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """If a part repeats the shared file word for word, then it will stay behind: that is told."""
    own = LANKAN + (
        "title: Electrician\nglossary: [{term: Volt, meaning: A unit.}]\ndaily_tasks: [Fit wires]\n"
    )
    own = own.replace(
        "overview: {", "overview: {work: Electricians fit wires and look for faults., "
    )
    school.write_career("electrician.LK", own)
    told = warnings_of(capsys)
    for place, field in (("3:18", "overview.work"), ("6:8", "title"), ("7:12", "glossary[0]")):
        assert (
            f"electrician.LK.yaml:{place}: warning: {field}: electrician.yaml says the same\n"
            "  hint: take it out here, or it stays behind when that is changed\n"
        ) in told
    assert "daily_tasks: electrician" not in told


def test_a_part_that_was_reviewed_before(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the shared file was reviewed after a part, then the part is to be looked at again."""
    school.write_career("electrician", SHARED + "about: {reviewed_on: 2026-03-02}\n")
    school.write_career("electrician.LK", LANKAN + "about: {reviewed_on: 2026-03-01}\n")
    school.write_career("electrician.GB", BRITISH + "about: {reviewed_on: 2026-03}\n")
    told = warnings_of(capsys)
    assert (
        "electrician.LK.yaml:6:22: warning: about.reviewed_on: electrician.yaml was reviewed after "
        "this part, on 2026-03-02\n"
        "  hint: see what was changed there, and whether it holds here, then write the new date\n"
    ) in told
    assert "electrician.GB.yaml:" not in told


def test_a_field_is_named_as_in_its_own_file(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    """If something is doubtful in an item that a part adds, then its place there is named."""
    school.write_career("electrician", SHARED + "sources: [{id: a, title: A, retrieved: 2026}]\n")
    school.write_career("electrician.LK", LANKAN + "sources: [{id: b, title: B}]\n")
    told = warnings_of(capsys)
    assert "electrician.LK.yaml:6:11: warning: sources[0]: source without a date" in told
    assert "electrician.yaml:8:11: warning: sources[0]: source without a licence" in told
