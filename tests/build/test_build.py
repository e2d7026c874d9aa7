"""The build as a whole: what is made, what is left alone, and the same bytes every time."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from shutil import copyfile

import pypdfium2
import pytest
from pptx import Presentation

from tests.content.test_picture import break_inside, draw
from tests.school import NURSE, School, found_school

PICTURES = Path(__file__).parents[1] / "content" / "pictures"


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with one small career."""
    return found_school(tmp_path)


def counts(made: dict[str, bytes]) -> dict[str, int]:
    """Pages and slides of the files made, counted by readers that did not write them."""
    found = {}
    for name, content in made.items():
        if name.endswith(".pdf"):
            found[name] = len(pypdfium2.PdfDocument(content))
        elif name.endswith(".pptx"):
            found[name] = len(Presentation(BytesIO(content)).slides)
    return found


# What is made of a career if nobody says what.
NURSES = {"en/nurse.booklet.pdf", "en/nurse.handout.pdf", "en/nurse.deck.pptx"}


def test_a_build_makes_booklet_handout_and_deck(school: School) -> None:
    """If nothing is named, then these three are made, and the pages told are theirs."""
    done = school.run()
    assert done.returncode == 0, done.stderr
    made = counts(school.made())
    assert made.keys() == NURSES
    booklet, handout, deck = done.stdout.splitlines()
    pages = f"output/en/nurse.booklet.pdf: {made['en/nurse.booklet.pdf']} pages"
    assert booklet.startswith(f"{pages}, ink on ")
    assert handout.startswith("output/en/nurse.handout.pdf: 2 sides, ink on ")
    assert deck == f"output/en/nurse.deck.pptx: {made['en/nurse.deck.pptx']} slides"
    assert done.stderr.splitlines()[-1] == (
        f"1 booklet made ({made['en/nurse.booklet.pdf']} pages), 1 handout made (2 sides), "
        f"1 deck made ({made['en/nurse.deck.pptx']} slides), no problems"
    )


def test_the_same_input_gives_the_same_bytes(school: School, tmp_path: Path) -> None:
    """If folder, hash seed, time zone, locale, umask and processes differ, the bytes do not."""
    other = found_school(tmp_path / "else where")
    first = school.run(environment={"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"})
    second = other.run(
        "--jobs",
        "2",
        environment={"PYTHONHASHSEED": "2", "TZ": "Asia/Colombo", "LC_ALL": "C.UTF-8"},
    )
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert len(school.made()) == 4
    assert school.made() == other.made()


def test_the_clock_leaves_no_trace(school: School) -> None:
    """If no date is asked for, then every date inside the files is the same fixed one."""
    school.run()
    made = school.made()
    with zipfile.ZipFile(BytesIO(made["en/nurse.deck.pptx"])) as deck:
        assert len({part.date_time for part in deck.infolist()}) == 1
        written = deck.read("docProps/core.xml").decode()
    import datetime as dt

    this_year = str(dt.datetime.now(dt.UTC).year)
    assert this_year not in written
    document = pypdfium2.PdfDocument(made["en/nurse.booklet.pdf"])
    metadata = document.get_metadata_dict()
    assert this_year not in metadata["CreationDate"] + metadata["ModDate"]


def test_source_date_epoch_sets_the_date(school: School) -> None:
    """If SOURCE_DATE_EPOCH is set, then both files carry that date."""
    done = school.run(environment={"SOURCE_DATE_EPOCH": "1700000000"})  # 2023-11-14 22:13:20 UTC
    assert done.returncode == 0, done.stderr
    made = school.made()
    metadata = pypdfium2.PdfDocument(made["en/nurse.booklet.pdf"]).get_metadata_dict()
    assert "20231114221320" in metadata["CreationDate"]
    created = Presentation(BytesIO(made["en/nurse.deck.pptx"])).core_properties.created
    assert created is not None
    assert created.strftime("%Y-%m-%d %H:%M:%S") == "2023-11-14 22:13:20"


def test_what_is_up_to_date_is_left_alone(school: School) -> None:
    """If nothing changed, then nothing is made; ``--force`` makes the same bytes again."""
    school.run()
    before = {path: path.stat().st_mtime_ns for path in school.output.rglob("nurse.*")}
    bytes_before = school.made()
    again = school.run()
    assert [line.split(", ")[-1] for line in again.stdout.splitlines()] == ["up to date"] * 3
    assert again.stderr.splitlines()[-1] == "3 files up to date, no problems"
    assert {path: path.stat().st_mtime_ns for path in before} == before
    forced = school.run("--force")
    assert "up to date" not in forced.stdout
    assert all(path.stat().st_mtime_ns > before[path] for path in before)
    assert school.made() == bytes_before


@pytest.mark.parametrize("options", [[], ["--strict"], ["--json"]])
def test_what_was_told_of_a_file_is_told_again_though_it_is_not_made(
    school: School, options: list[str]
) -> None:
    """If there were warnings, then a second run makes nothing, and says and ends as the first."""
    other = "pay: [{region: Here, low: 1, high: 2, currency: LKR, period: month}]\n"
    school.write_career("diver", NURSE.replace("comfort.", "comfort 😀.") + other)
    first = school.run()
    assert ", 3 warnings" in first.stderr
    before = {path: path.stat().st_mtime_ns for path in school.output.rglob("*.p*")}
    made_strict = school.run("--output", "strict", *options)
    again = school.run(*options)
    checked = school.run("check", *options)
    expected = first.stderr.splitlines()[:-1]
    for done in (made_strict, again, checked):
        assert done.returncode == (options == ["--strict"])
        assert done.stderr.splitlines()[:-1] == expected
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert len(before) == 6
    if not options:
        assert again.stderr.splitlines()[-1] == "6 files up to date, 3 warnings"


def test_a_remark_is_told_of_a_file_that_is_up_to_date(school: School) -> None:
    """If something is to be known of a file that is fine, then a second run tells it as well."""
    options = ("--edition", "press", "--json")
    told = [
        [json.loads(line) for line in school.run(*options).stdout.splitlines()] for _ in range(2)
    ]
    assert [event["fresh"] for events in told for event in events] == [False, True]
    for events in told:
        for event in events:
            del event["fresh"]
    assert told[0] == told[1]


def test_a_list_of_what_is_missing_is_made_anew(school: School) -> None:
    """If each missing text is asked for, then what was told in short is not taken for it."""
    english = school.folder / "source" / "locales" / "en.yaml"
    french = english.with_name("fr.yaml")
    text = english.read_text(encoding="utf-8").replace("name: English", "name: Français", 1)
    french.write_text(text, encoding="utf-8")
    school.run()
    short, listed = school.run("check").stderr, school.run("check", "--list").stderr
    assert len(listed.splitlines()) > len(short.splitlines()) + 3
    (school.output / ".made.json").unlink()
    assert school.run("check", "--list").stderr == listed


def test_what_changed_is_made_again(school: School) -> None:
    """If one career changes, then its files are made again and no other's."""
    school.write_career("diver", NURSE.replace("Nurse", "Diver"))
    school.run()
    school.write_career("diver", NURSE.replace("Nurse", "Deep-sea diver"))
    done = school.run()
    lines = {line.split(":")[0]: line for line in done.stdout.splitlines()}
    assert all(("up to date" in line) == ("nurse" in file) for file, line in lines.items())
    deck = Presentation(BytesIO(school.made()["en/diver.deck.pptx"]))
    assert any(
        "Deep-sea diver" in shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )


def test_an_output_that_was_edited_is_made_again(school: School) -> None:
    """If a file is damaged or edited after it was made, then it is made again."""
    school.run()
    whole = school.made()
    target = school.output / "en" / "nurse.booklet.pdf"
    target.write_bytes(whole["en/nurse.booklet.pdf"][:100])
    school.run()
    assert school.made() == whole


def test_every_problem_of_every_file_is_told_and_nothing_is_made(school: School) -> None:
    """If several files have errors, then all are told, sorted, and nothing is written."""
    school.write_career("nurse", NURSE.replace("tagline", "tagllne"))
    school.write_career("diver", NURSE.replace("schema: 1", "schema: one"))
    done = school.run()
    assert done.returncode == 1
    assert done.stdout == ""
    places = [line for line in done.stderr.splitlines() if line.startswith("source/")]
    assert places == sorted(places)
    assert {line.split(":")[0] for line in places} == {
        "source/careers/diver.yaml",
        "source/careers/nurse.yaml",
    }
    assert any("nurse.yaml:3:1: tagllne: unknown field" in line for line in places)
    assert done.stderr.splitlines()[-1].endswith("errors; nothing was made")
    assert "Traceback" not in done.stderr
    assert not school.output.exists()


def test_an_error_leaves_the_files_of_the_last_build(school: School) -> None:
    """If a career has an error, then the files made before it are as they were."""
    school.run()
    before = school.made()
    school.write_career("nurse", NURSE + "tite: x\n")
    assert school.run().returncode == 1
    assert school.made() == before


def test_a_missing_glyph_is_told_with_its_place(school: School) -> None:
    """If no font has a character, then file, line, column and character are told, each run."""
    school.write_career("nurse", NURSE.replace("comfort.", "comfort 😀\U0001f9d1."))
    for _ in range(2):
        done = school.run()
        assert done.returncode == 0, done.stderr
        warnings = [line for line in done.stderr.splitlines() if "warning" in line]
        assert warnings[0] == (
            "source/careers/nurse.yaml:5:9: warning: missing glyph: "
            "U+1F600 (grinning face), U+1F9D1 (adult)"
        )
        assert "hint: write it in words, or put a font that has it" in done.stderr
    assert "1 warning" in done.stderr.splitlines()[-1]


def test_strict_makes_a_missing_glyph_an_error(school: School) -> None:
    """If ``--strict`` is given and a glyph is missing, then its files are not made."""
    school.write_career("nurse", NURSE.replace("comfort.", "comfort 😀."))
    done = school.run("--strict")
    assert done.returncode == 1
    assert "U+1F600" in done.stderr
    assert done.stderr.splitlines()[-1] == "1 warning, and --strict was given; nothing was made"
    assert not school.output.exists()


def test_broken_fonts_are_told_before_anything_is_made(school: School) -> None:
    """If a font is broken, or a bold one missing, then its file is named, and by each build."""
    fonts = school.folder / "layouts" / "fonts"
    (fonts / "NotoSans-Bold.ttf").unlink()
    for arguments in (("check",), (), ()):
        done = school.run(*arguments)
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith(
            'layouts/fonts/NotoSans-Regular.ttf: warning: the family "Noto Sans" has no bold face'
        )
    (fonts / "Arimo-Regular.ttf").write_bytes(b"no font")
    before = school.made()
    for arguments in (("check",), ("--embed-fonts",)):
        done = school.run(*arguments)
        assert done.returncode == 1
        assert "layouts/fonts/Arimo-Regular.ttf: this is not a font file\n" in done.stderr
    del before[".made.json"]  # the booklet was made again, of another folder of fonts
    assert {name: school.made()[name] for name in before} == before


def test_broken_pictures_stop_the_careers_that_have_them(school: School) -> None:
    """If careers have pictures that cannot be used, then all are told; the others are made."""
    (school.folder / "source" / "images" / "cut.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    for career, file in (("apple", "gone.png"), ("baker", "cut.jpg")):
        school.write_career(career, NURSE + f"images: [{{file: {file}, alt: A picture}}]\n")
    for command in ("check", "build"):
        done = school.run(command)
        assert done.returncode == 1
        told = [line for line in done.stderr.splitlines() if not line.startswith("  hint")]
        assert told[0] == (
            "source/careers/apple.yaml:10:17: images[0].file: "
            "there is no file source/images/gone.png"
        )
        assert told[1].startswith("source/careers/baker.yaml:10:17: images[0].file: ")
        assert len(told) == 3
    assert {name for name in school.made() if name.startswith("en/")} == NURSES


def test_what_only_unpacking_finds_is_told_at_the_pictures_name(school: School) -> None:
    """If a picture begins well and is broken inside, then check and build name it and its line."""
    images = school.folder / "source" / "images"
    for name in ("hdr7700.jpg", "thin.png", "gps.jpg"):
        copyfile(PICTURES / name, images / name)
    break_inside(draw(images / "inside.png", size=(900, 900)))
    names = ("gps.jpg", "hdr7700.jpg", "inside.png", "thin.png")
    for name in names:
        career = name.partition(".")[0]
        school.write_career(career, NURSE + f"images: [{{file: {name}, alt: A picture}}]\n")
    for command in ("check", "build"):
        done = school.run(command)
        assert done.returncode == 1
        told = [line for line in done.stderr.splitlines() if "images[0].file: " in line]
        places = [line.partition(": ")[0] for line in told if "coarse" not in line]
        assert places == [
            f"source/careers/{career}.yaml:10:17" for career in ("hdr7700", "inside", "thin")
        ]
    two = "images: [{file: thin.png, alt: a}, {file: inside.png, alt: b}]\n"
    school.write_career("inside", NURSE + two)
    both = school.run("check", "inside").stderr
    assert "images[0].file: the picture has 1 by 50,000,000 pixels: it would be a line" in both
    assert "images[1].file: the picture is damaged: it cannot be unpacked" in both
    assert {name for name in school.made() if name.startswith("en/")} == {
        name.replace("nurse", career) for name in NURSES for career in ("nurse", "gps")
    }


def test_a_target_that_cannot_be_written_is_named_and_the_others_are_made(school: School) -> None:
    """If one file's place is taken by a folder, then it is named, the others made, exit 3."""
    (school.output / "en" / "nurse.booklet.pdf" / "taken").mkdir(parents=True)
    done = school.run("--json")
    assert done.returncode == 3
    assert "output/en/nurse.booklet.pdf: " in done.stderr
    assert "\n  hint: " in done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(event["event"], event["edition"]) for event in events] == [
        ("failed", "booklet"),
        ("made", "handout"),
        ("made", "deck"),
    ]
    assert counts(school.made()).keys() == NURSES - {"en/nurse.booklet.pdf"}
    assert not list(school.output.rglob("*.part"))


def test_an_output_folder_that_cannot_be_made_is_told(school: School) -> None:
    """If a file stands where the output folder should be, then each target is named, exit 3."""
    school.output.write_bytes(b"")
    done = school.run()
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == (
        "output/en/nurse.booklet.pdf: output is a file where a folder has to be\n"
        "  hint: rename the file, or choose another folder with --output\n"
        "output/en/nurse.handout.pdf: output is a file where a folder has to be\n"
        "  hint: rename the file, or choose another folder with --output\n"
        "output/en/nurse.deck.pptx: output is a file where a folder has to be\n"
        "  hint: rename the file, or choose another folder with --output\n"
        "3 files not made\n"
    )


def test_many_processes_make_the_same_bytes(school: School, tmp_path: Path) -> None:
    """If files are drawn by several processes, then they are the same and in the same order."""
    for name in ("diver", "pilot", "tailor"):
        school.write_career(name, NURSE.replace("Nurse", name.title()))
    one = school.run("--jobs", "1", "--output", str(tmp_path / "one"))
    three = school.run("--jobs", "3", "--output", str(tmp_path / "three"))
    assert (one.returncode, three.returncode) == (0, 0), one.stderr + three.stderr
    assert one.stdout.replace("/one/", "/three/") == three.stdout
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.p*"))
    assert len(files) == 12
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "three" / file).read_bytes()


def test_a_missing_glyph_is_told_once_for_booklet_and_deck(school: School) -> None:
    """If the deck's fonts have some of the characters, then a place still has one warning."""
    school.write_career("nurse", NURSE.replace("comfort.", "comfort \u03e2 😀."))
    done = school.run()
    assert [line for line in done.stderr.splitlines() if "warning: " in line] == [
        (
            "source/careers/nurse.yaml:5:9: warning: missing glyph: "
            "U+03E2 (coptic capital letter shei), U+1F600 (grinning face)"
        )
    ]


def test_files_that_are_passed_over_are_told(school: School) -> None:
    """If editors leave files of their own, then they are passed over; a misnamed one is told."""
    careers, locales = school.folder / "source" / "careers", school.folder / "source" / "locales"
    (careers / "._nurse.yaml").write_bytes(b"\0\5\x16\7")
    (careers / ".#nurse.yaml").symlink_to("nowhere")
    (locales / "._en.yaml").write_bytes(b"\0\5\x16\7")
    (careers / "diver.yml").write_text(NURSE, encoding="utf-8")
    done = school.run()
    assert done.returncode == 0
    assert done.stderr.startswith(
        "source/careers/diver.yml: warning: passed over, for its name does not end in .yaml\n"
        "  hint: rename diver.yml to diver.yaml\n"
    )
    assert counts(school.made()).keys() == NURSES
