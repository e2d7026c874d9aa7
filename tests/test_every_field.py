"""What is put in comes out: every field of a profile is found in the booklet and in the deck.

The fields are those of the models, so a new one fails here until it has a place in both.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml

from careerkit.content import read_locale, read_profile
from careerkit.content.models.profile import Profile
from careerkit.document.traversal import spans
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words
from tests.every_field import Filler, leaves_of, optional_fields_of, walk_values, without
from tests.pages.extracted_text import squeezed
from tests.pages.tag_tree import TaggedPdf
from tests.pptx.reading import all_text
from tests.printed_fields import print_field
from tests.school import School, found_school
from tests.shipped import LAYOUTS, ROOT, WHOLE_TEMPLATES

# As many as there are words to choose from in the field that has the most.
TURNS = 6

# What fields of a certain shape hold.
GIVEN: dict[str, Any] = {
    "schema": 1,
    "language": "en",
    "accent": "plum",
    "country": "LK",
    "codes.isco08": "4831",
    "codes.onet": "49-3021.07",
    "pay.currency": "JPY",
    "facts.currency": "GBP",
    "sources.id": "first",
    "pay_compared.currency": "JPY",
    "daily_tasks.time": "05:43",
    "people.day.time": "06:17",
    "people.consent": True,
    "people.photo": "ward.png",
    "images.focus": [0.25, 0.5],
    "talk.ask_seconds": 37,
    "resources.language": "fr",
    "worksheet.lines": 7,
    "worksheet.minutes": 83,
    "talk.section": "day",
    "talk.seconds": 71,
    "about.reading_grade": 13,
    "images.file": "ward.png",
}
GIVEN |= {path: "first" for path in leaves_of(Profile) if path.endswith(".source")}
ALTERNATIVES = {
    "facts": (frozenset({"value"}), frozenset({"amount", "currency", "qualifier"})),
    "images": (frozenset({"decorative"}),),
}

# What is no text by its nature, and why it need not be found.
NOWHERE = {
    "schema": "the version of the format",
    "language": "the language of the files' text: tests of tags and of languages find it",
    "accent": "a colour",
    "indefinite": "for sentences of schools' own layouts; the classic one has none",
    "images.file": "the picture itself",
    "images.decorative": "says that there are no words for a picture",
    "images.place": "where a picture stands",
    "images.focus": "which part of a picture is shown",
    "people.photo": "the picture itself",
    "people.consent": "says that the person may be shown",
    "skills.icon": "a drawing",
    "specialisms.icon": "a drawing",
    "daily_tasks.icon": "a drawing",
    "sources.id": "a name inside the file; the source's title is printed",
}
NOT_IN_BOOKLET = {
    "talk.section": "the slide at which it is said",
    "talk.say": "what the speaker says",
    "talk.seconds": "how long the speaker takes",
    "talk.ask": "what the speaker asks",
    "talk.ask_seconds": "how long there is to answer",
    "talk.do": "what the speaker does",
    "talk.if_asked": "what the speaker answers",
    "daily_tasks.short": "stands in a drawing in place of the task, which is printed",
    "worksheet.lines": "lines are drawn",
}
NOT_IN_DECK = {
    "talk.section": "the slide at which it is said",
    "worksheet.lines": "nobody writes on a slide",
}


@dataclass(frozen=True)
class Made:
    """A profile with every field, and all that a reader finds in the files made of it."""

    profile: Profile
    booklet: str
    deck: str

    def expected(self) -> Iterator[tuple[str, str]]:
        """Give each field's path and what of it must be found."""
        words = Words(read_locale(ROOT / "source" / "locales" / "en.yaml"))
        for path, owner, value in walk_values(self.profile):
            if path not in NOWHERE and path not in NOT_IN_DECK:
                yield path, print_field(path, owner, value, words, self.profile)


def missing(made: Made, text: str, exceptions: Mapping[str, str]) -> list[str]:
    """Return the paths of what is not in a text."""
    return [
        path
        for path, expected in made.expected()
        if path not in exceptions and squeezed(expected) not in text
    ]


def write(school: School, name: str, turn: int) -> Path:
    """Write a profile that has every field."""
    data = Filler(GIVEN, ALTERNATIVES, turn).fill(Profile)
    return school.write_career(name, yaml.safe_dump(data, sort_keys=False, allow_unicode=True))


def read_made(school: School, career: Path, layouts: str = "output") -> Made:
    """Read what was made of a career: pages, alternatives to pictures, slides and notes."""
    folder = school.folder / layouts / "en"
    pdf = (folder / f"{career.stem}.booklet.pdf").read_bytes()
    document = pypdfium2.PdfDocument(pdf)
    pages = "\n".join(page.get_textpage().get_text_range() for page in document)
    with pikepdf.open(folder / f"{career.stem}.booklet.pdf") as opened:
        alternatives = "\n".join(each.alt for each in TaggedPdf(opened).root.walk() if each.alt)
    deck = all_text((folder / f"{career.stem}.deck.pptx").read_bytes())
    profile = read_profile(career, school.folder / "source")
    return Made(profile, squeezed(pages + alternatives), squeezed(deck))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Lay out a school with a profile for each word that a field may have."""
    school = found_school(tmp_path_factory.mktemp("every-field"))
    (school.folder / "source" / "careers" / "nurse.yaml").unlink()
    picture = ROOT / "tests" / "content" / "profiles" / "images" / "wards" / "ward.png"
    shutil.copyfile(picture, school.folder / "source" / "images" / "ward.png")
    for turn in range(TURNS):
        write(school, f"turn-{turn}", turn)
    done = school.run("build", "--locale", "en")
    assert done.returncode == 0, done.stderr
    return school


@pytest.fixture(scope="module", params=range(TURNS))
def made(school: School, request: pytest.FixtureRequest) -> Made:
    """Give one profile and what was made of it."""
    career = school.folder / "source" / "careers" / f"turn-{request.param}.yaml"
    return read_made(school, career)


def test_every_field_is_filled(made: Made) -> None:
    """If a field is in the models, then the profiles of this test have it."""
    filled = {path for path, _, _ in walk_values(made.profile)}
    assert set(leaves_of(Profile)) - filled == set()


def test_every_exception_is_a_field() -> None:
    """If a field goes, then its exception here goes too."""
    exceptions = {**NOWHERE, **NOT_IN_BOOKLET, **NOT_IN_DECK}
    assert set(exceptions) - set(leaves_of(Profile)) == set()


def test_every_word_to_choose_from_has_its_turn() -> None:
    """If a field's words are listed, then there are as many profiles as the longest list has."""
    seen: dict[str, set[str]] = {}
    for turn in range(TURNS + 1):
        data = Filler(GIVEN, ALTERNATIVES, turn).fill(Profile)
        for resource in data["resources"]:
            seen.setdefault("kind", set()).add(resource["kind"])
        seen.setdefault("rating", set()).add(data["demand"]["rating"])
    assert (len(seen["kind"]), len(seen["rating"])) == (6, 5)


def test_every_field_is_in_the_booklet(made: Made) -> None:
    """If a field is filled, then a reader of the booklet finds what it says."""
    assert missing(made, made.booklet, NOT_IN_BOOKLET) == []


def test_every_field_is_in_the_deck(made: Made) -> None:
    """If a field is filled, then slides, notes or alternative texts say it."""
    assert missing(made, made.deck, NOT_IN_DECK) == []


# --- whatever else is absent ------------------------------------------------------------------

OPTIONAL = sorted(optional_fields_of(Profile))
REFERENCES = {path for path in OPTIONAL if path.endswith(".source")}
NEEDED_BY = {
    # A headline stands in its section; a question has a time to answer it.
    "resources": {"headlines.start"},
    "roadmap": {"headlines.roadmap"},
    "sources.read_in_copy": {"sources.via"},
    "talk.ask": {"talk.ask_seconds"},
    "talk.ask_seconds": {"talk.ask"},
}
SOMETHING_IN_IT = {
    # A part of which nothing is required says nothing on its own.
    "codes": "codes.onet",
    "headlines": "headlines.work",
    # A section's headline needs the section, the middle of a range its ends.
    "headlines.where": "employers",
    "headlines.pay": "pay",
    "headlines.skills": "skills",
    "headlines.roadmap": "roadmap",
    "headlines.suits": "suits",
    "headlines.start": "resources",
    "pay.middle": "pay.high",
    "sources.via": "sources.read_in_copy",
    "talk.ask": "talk.ask_seconds",
    "talk.ask_seconds": "talk.ask",
    "work": "work.hours",
    "about": "about.licence",
    "facts": "facts.value",
    "facts.note": "facts.value",
    "facts.currency": "facts.amount",
    "facts.qualifier": "facts.amount",
    "images": "images.alt",
    "images.credit": "images.alt",
    "images.licence": "images.alt",
}


def lay_out(data: dict[str, Any], folder: Path) -> tuple[Profile, dict[str, str]]:
    """Read a profile; give it with all words of its booklet and of its deck."""
    path = folder / "any.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    profile = read_profile(path, folder)
    words = Words(read_locale(ROOT / "source" / "locales" / "en.yaml"))
    layout = load_layout("classic", LAYOUTS)
    return profile, {
        edition: squeezed("".join(span.text for span in spans(document)))
        for edition, medium in WHOLE_TEMPLATES.items()
        for document in [render_document(layout, edition, medium, profile, words)]
    }


def lost(data: dict[str, Any], folder: Path) -> list[str]:
    """Return what of a profile's fields is in neither slide nor page, by edition and path."""
    (folder / "images").mkdir(exist_ok=True)
    picture = ROOT / "tests" / "content" / "profiles" / "images" / "wards" / "ward.png"
    shutil.copyfile(picture, folder / "images" / "ward.png")
    profile, texts = lay_out(data, folder)
    made = Made(profile, texts["booklet"], texts["deck"])
    return [f"booklet: {path}" for path in missing(made, made.booklet, NOT_IN_BOOKLET)] + [
        f"deck: {path}" for path in missing(made, made.deck, NOT_IN_DECK)
    ]


@pytest.mark.parametrize("absent", OPTIONAL)
def test_nothing_is_lost_where_a_field_is_absent(absent: str, tmp_path: Path) -> None:
    """If one field is absent, then all others are still printed, whatever it stood beside."""
    gone = {absent, *(REFERENCES if absent == "sources" else ()), *NEEDED_BY.get(absent, ())}
    if absent in ("facts.amount", "facts.value"):
        gone.add("facts")
    if absent == "images.alt":
        gone.add("images")
    data = Filler(GIVEN, ALTERNATIVES).fill(Profile)
    assert lost(without(data, gone.__contains__), tmp_path) == []


@pytest.mark.parametrize("present", OPTIONAL)
def test_a_field_is_printed_on_its_own(present: str, tmp_path: Path) -> None:
    """If a profile has what is required and one field more, then that is printed too."""
    parts = present.split(".")
    kept = {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
    kept |= {SOMETHING_IN_IT[each] for each in set(kept) if each in SOMETHING_IN_IT}
    kept |= {"sources"} if kept & REFERENCES else set()
    optional = set(OPTIONAL) - kept
    data = without(Filler(GIVEN, ALTERNATIVES).fill(Profile), optional.__contains__)
    if "facts" in data:
        data["facts"] = [
            fact for fact in data["facts"] if len({"amount", "value"} & set(fact)) == 1
        ]
    assert lost(data, tmp_path) == []
