"""What a counsellor should look at again is a warning, never an error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from careerkit.content import Profile, check_profile
from careerkit.content.checks.reading_grade import count_syllables, measure
from tests.content.test_explain import HEAD

Read = Callable[[str], Profile]
TODAY = date(2026, 11, 22)


def _warn(profile: Profile, today: date = TODAY) -> list[str]:
    folder = f"{profile.source_folder}/"
    found = check_profile(profile, today)
    assert all(problem.severity == "warning" for problem in found)
    return [str(problem).replace(folder, "") for problem in found]


def test_nothing_to_warn_of(read: Read) -> None:
    """If nothing is doubtful, then there is no warning."""
    assert _warn(read(HEAD)) == []


@pytest.mark.parametrize(
    ("review_by", "today", "late"),
    [
        ("2026-11-22", date(2026, 11, 22), False),
        ("2026-11-22", date(2026, 11, 23), True),
        ("2026-11", date(2026, 11, 30), False),
        ("2026-11", date(2026, 12, 1), True),
        ("2026", date(2026, 12, 31), False),
    ],
)
def test_review_date(read: Read, review_by: str, today: date, late: bool) -> None:
    """If the last day to review a profile is past, then it is told."""
    told = [
        (
            f"baker.yaml:6:20: warning: about.review_by: "
            f"the profile was to be reviewed by {review_by}\n"
            "  hint: check its facts, then put the new dates into reviewed_on: and review_by:"
        )
    ]
    profile = read(HEAD + f"about: {{review_by: {review_by}}}\n")
    assert _warn(profile, today) == (told if late else [])


def test_date_of_the_build(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """If SOURCE_DATE_EPOCH is set, then it is the day that counts."""
    profile = read(HEAD + "about: {review_by: 2001-09-08}\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "999993600")
    assert len(check_profile(profile)) == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "999907200")
    assert check_profile(profile) == ()


def test_sources_without_date_or_licence(read: Read) -> None:
    """If a source has no date, or does not say if it has terms, then that is told."""
    whole = "{id: a, title: A, retrieved: 2026, licence: none}, {id: b, title: B, published: 2025, "
    cited = "suits: [{text: a, source: [a, b, c]}]\n"
    profile = read(HEAD + f"sources: [{whole}licence: CC BY 4.0}}, {{id: c, title: C}}]\n{cited}")
    assert [each.split(": ", 1)[1].split("\n") for each in _warn(profile)] == [
        [
            "warning: sources[2]: source without a date",
            "  hint: say in retrieved: when you read it, or in published: when it came out",
        ],
        [
            "warning: sources[2]: source without a licence",
            "  hint: name its terms in licence:, or write none if it names none",
        ],
    ]


def test_a_figure_may_say_that_its_source_gives_no_date(read: Read) -> None:
    """If ``as_of`` is ``unknown``, then that is an answer, and nothing is asked."""
    pay = "pay: [{region: A, low: 1, currency: USD, period: year, as_of: unknown, source: a}]\n"
    rest = (
        "demand: {rating: high, as_of: unknown, source: a}\n"
        "sources: [{id: a, title: A, retrieved: 2026, licence: none}]\n"
    )
    assert _warn(read(HEAD + pay + rest)) == []
    asked = _warn(read(HEAD + (pay + rest).replace("as_of: unknown, ", "")))
    assert [each.split("\n")[0] for each in asked] == [
        "baker.yaml:6:7: warning: pay[0]: figure without a date",
        "baker.yaml:7:9: warning: demand: figure without a date",
    ]


def test_a_repeat_is_told_once(read: Read) -> None:
    """If an item stands twice, then a check says so, and says it once."""
    (told,) = _warn(read(HEAD + "tools: [A, A]\n"))
    assert told.startswith("baker.yaml:6:12: warning: tools[1]: ")


def test_dates_to_come(read: Read) -> None:
    """If something is dated on a day to come, then that is told; a review may be planned."""
    text = (
        "demand: {rating: high, as_of: 9999-12-31, source: a}\n"
        "sources: [{id: a, title: A, published: 2027, retrieved: 2026-11-23, licence: none}]\n"
        "about: {reviewed_on: 2026-12, review_by: 2029}\n"
    )
    hint = "\n  hint: correct the date: a figure or a page is from a day that has been"
    assert _warn(read(HEAD + text)) == [
        f"baker.yaml:{line}: {told} is still to come{hint}"
        for line, told in (
            ("6:31", "warning: demand.as_of: 9999-12-31"),
            ("7:40", "warning: sources[0].published: 2027"),
            ("7:57", "warning: sources[0].retrieved: 2026-11-23"),
            ("8:22", "warning: about.reviewed_on: 2026-12"),
        )
    ]
    today = text.replace("9999-12-31", "2026").replace("2027", "2026-11").replace("-23", "-22")
    assert _warn(read(HEAD + today.replace("2026-12", "2026-11-22"))) == []


def test_reading_grade(read: Read) -> None:
    """If the text is harder than promised, then the hardest lines are named."""
    hard = (
        "Consequently, professionals continuously investigate sophisticated methodologies "
        "demonstrating considerable organisational responsibility, notwithstanding "
        "contradictory institutional expectations regarding interdisciplinary communication "
        "and accountability throughout their extraordinarily complicated administrative careers."
    )
    text = HEAD.replace("work: Baking", f'work: "{hard}"') + "about: {reading_grade: 9}\n"
    (told,) = _warn(read(text))
    assert told.startswith("baker.yaml:6:24: warning: about.reading_grade: the text reads at grade")
    assert ", above 9\n  hint: use shorter sentences and plainer words, first in line 4" in told
    plain = text.replace(
        hard, "The baker gets up at four. She lights the oven and bakes the bread."
    )
    assert _warn(read(plain)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("engineer", 3),
        ("tables", 2),
        ("baked", 1),
        ("wanted", 2),
        ("people", 2),
        ("science", 2),
        ("nation", 2),
        ("area", 3),
        ("boxes", 2),
        ("university", 5),
        ("the", 1),
        ("various", 3),
    ],
)
def test_syllables(word: str, count: int) -> None:
    """If a word is counted, then its syllables are those one hears."""
    assert count_syllables(word) == count


def test_grade_is_the_published_formula() -> None:
    """If a sentence has ten words of a syllable each, then its grade follows by hand."""
    counted = measure("The cat sat on the mat and the dog ran.")
    assert (counted.sentences, counted.words, counted.syllables) == (1, 10, 10)
    assert counted.grade == pytest.approx(max(0.0, 0.39 * 10 + 11.8 - 15.59))


def test_names_do_not_make_a_text_hard() -> None:
    """If a sentence names a long tool, then it grades as if the name were short."""
    plain = measure("You write your code with a good tool each day.")
    named = measure("You write your code with a Kubernetes tool each day.", ["kubernetes"])
    assert named.grade == pytest.approx(plain.grade, abs=0.5)


def test_coarse_image(read: Read, tmp_path: Path) -> None:
    """If an image is too coarse for print, as it is shown, then it is told; a good one is not."""
    folder = tmp_path / "images"
    folder.mkdir()
    on_its_side = Image.Exif()
    on_its_side[0x0112] = 6
    Image.new("RGB", (400, 300)).save(folder / "small.png")
    Image.new("RGB", (1200, 300)).save(folder / "good.jpg")
    Image.new("RGB", (1200, 300)).save(folder / "turned.jpg", exif=on_its_side)
    names = ("small.png", "good.jpg", "turned.jpg")
    items = "".join(f"  - {{file: {name}, decorative: true}}\n" for name in names)
    assert [one.split(": ", 2)[2] for one in _warn(read(HEAD + "images:\n" + items))] == [
        (
            f"images[{index}].file: image too coarse for print: {width} pixels wide\n"
            "  hint: use one at least 882 pixels wide"
        )
        for index, width in ((0, 400), (2, 300))
    ]
