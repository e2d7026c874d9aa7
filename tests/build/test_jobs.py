"""Names from the command line: what they choose, and what is said of those that are not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerkit.build.jobs import plan
from careerkit.editions import EDITIONS
from careerkit.project.choice import WrongArgument, choose_layout
from careerkit.project.folders import Folders

# What is told where an edition is not known.
EDITION_NAMES = ", ".join(sorted(edition.name for edition in EDITIONS))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Three careers, two languages, one layout; the files are empty, as only names count here."""
    names = {
        "source/careers": ["electrician.yaml", "marine-biologist.yaml", "nurse.yaml"],
        "source/locales": ["en.yaml", "si.yaml"],
        "layouts/classic": ["theme.yaml"],
    }
    for folder, files in names.items():
        (tmp_path / folder).mkdir(parents=True)
        for file in files:
            (tmp_path / folder / file).touch()
    return Folders(tmp_path / "source", tmp_path / "layouts", tmp_path / "output")


def names(folders: Folders, *args: list[str]) -> list[str]:
    """The files a plan would make, below the output folder."""
    return [job.target.relative_to(folders.output).as_posix() for job in plan(folders, *args)]


def test_no_names_mean_everything(folders: Folders) -> None:
    """If nothing is named, then every career is made in every language and edition, in order."""
    made = names(folders)
    assert len(made) == 3 * 2 * 3
    assert made[:6] == [
        "en/electrician.booklet.pdf",
        "en/electrician.handout.pdf",
        "en/electrician.deck.pptx",
        "si/electrician.booklet.pdf",
        "si/electrician.handout.pdf",
        "si/electrician.deck.pptx",
    ]


def test_names_choose(folders: Folders) -> None:
    """If career, language and edition are named, then that one file is made."""
    assert names(folders, ["nurse"], ["si"], ["deck"]) == ["si/nurse.deck.pptx"]


def test_all_is_a_name_for_all(folders: Folders) -> None:
    """If ``all`` is given, then it means the same as no names; of editions, every one."""
    assert names(folders, ["all"], ["all"]) == names(folders)
    every = names(folders, ["nurse"], ["si"], ["all"])
    usual = names(folders, ["nurse"], ["si"])
    assert [each.split(".")[1] for each in every] == [edition.name for edition in EDITIONS]
    assert usual == [
        f"si/nurse.{edition.name}.{edition.suffix}" for edition in EDITIONS if edition.is_default
    ]


def test_a_pseudo_language_is_made_when_it_is_named(folders: Folders) -> None:
    """If a pseudo-language is named, then it is made, beside others; ``all`` does not mean it."""
    deck = ["nurse"], ["en-XA"], ["deck"]
    assert names(folders, *deck) == ["en-XA/nurse.deck.pptx"]
    assert names(folders, ["nurse"], ["ar-XB", "si"], ["deck"]) == [
        "si/nurse.deck.pptx",
        "ar-XB/nurse.deck.pptx",
    ]
    assert len(names(folders, ["nurse"], ["all"], ["deck"])) == 2


def test_a_path_is_a_career(folders: Folders, tmp_path: Path) -> None:
    """If a path is given, then that profile is made, wherever it lies."""
    draft = tmp_path / "diver.yaml"
    draft.touch()
    assert names(folders, [str(draft)], ["en"], ["deck"]) == ["en/diver.deck.pptx"]


def test_a_career_named_twice_is_made_once(folders: Folders) -> None:
    """If a career is given by name and by path, then it is made once."""
    path = str(folders.careers / "nurse.yaml")
    assert names(folders, ["nurse", path, "nurse"], ["en"], ["deck"]) == ["en/nurse.deck.pptx"]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ((["nurze"],), 'no career "nurze"', 'did you mean "nurse"?'),
        ((["biologist"],), 'no career "biologist"', 'did you mean "marine-biologist"?'),
        ((["Nurse"],), 'no career "Nurse"', 'did you mean "nurse"?'),
        (
            (["pilot"],),
            'no career "pilot"',
            "there are: electrician, marine-biologist, nurse",
        ),
        (([], ["ta"]), 'no language "ta"', "there are: en, si"),
        (([], [], ["pdf"]), 'no edition "pdf"', f"there are: {EDITION_NAMES}"),
        (
            (["drafts/diver.yaml"],),
            "no file drafts/diver.yaml",
            "give a career's name, or the path of its profile",
        ),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_those_that_are(
    folders: Folders, arguments: tuple[list[str], ...], message: str, hint: str
) -> None:
    """If a name is not there, then the message says so and the hint gives the nearest."""
    with pytest.raises(WrongArgument) as caught:
        plan(folders, *arguments)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_two_careers_for_one_file_are_refused(folders: Folders, tmp_path: Path) -> None:
    """If two profiles would be made into the same files, then both are named."""
    other = tmp_path / "nurse.yaml"
    other.touch()
    with pytest.raises(WrongArgument, match="would be made into the same files"):
        plan(folders, ["nurse", str(other)])


def test_a_folder_without_careers_says_what_to_do(folders: Folders) -> None:
    """If there is no career at all, then the hint names the commands that give one."""
    for path in folders.careers.iterdir():
        path.unlink()
    with pytest.raises(WrongArgument) as caught:
        plan(folders)
    assert caught.value.hint == "`init` lays out examples, `new` makes a profile to fill in"


def test_a_layout_that_is_not_there_is_answered_with_the_nearest(folders: Folders) -> None:
    """If a layout is misspelled, then the hint gives the right name."""
    assert choose_layout(folders, "classic") == "classic"
    with pytest.raises(WrongArgument) as caught:
        choose_layout(folders, "clasic")
    assert caught.value.hint == 'did you mean "classic"?'


def test_a_name_whose_file_is_to_be_renamed_is_answered_with_that(folders: Folders) -> None:
    """If a career's or a language's file ends in .yml, then the hint says how to rename it."""
    (folders.careers / "diver.yml").touch()
    (folders.locales / "ta.YAML").touch()
    for arguments, hint in [
        ((["diver"],), "rename diver.yml to diver.yaml"),
        (([], ["ta"]), "rename ta.YAML to ta.yaml"),
    ]:
        with pytest.raises(WrongArgument) as caught:
            plan(folders, *arguments)
        assert caught.value.hint == hint
    for path in folders.careers.glob("*.yaml"):
        path.unlink()
    with pytest.raises(WrongArgument) as caught:
        plan(folders)
    assert caught.value.message == f"no career in {folders.careers.as_posix()}"
    assert caught.value.hint == "rename diver.yml to diver.yaml"


@pytest.mark.parametrize(
    ("folder", "message", "hint"),
    [
        (
            "layouts",
            "no layout in {}",
            "a layout is a folder there with a theme.yaml: `init` lays one out",
        ),
        ("source/locales", "no language in {}", "a language is a file there, such as en.yaml"),
    ],
)
def test_a_folder_without_languages_or_layouts_says_what_to_do(
    folders: Folders, tmp_path: Path, folder: str, message: str, hint: str
) -> None:
    """If there is no language or no layout at all, then the hint says what one is."""
    shutil.rmtree(tmp_path / folder)
    with pytest.raises(WrongArgument) as caught:
        plan(folders) if choose_layout(folders, "classic") else None
    assert caught.value.message == message.format((tmp_path / folder).as_posix())
    assert caught.value.hint == hint
