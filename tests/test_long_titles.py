"""A title of 120 characters and a tagline of 500 are whole where they are first met."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from careerkit.translation.pseudo_language import pseudo_text
from tests.school import School, found_school

TITLE = (
    "Grinding, Lapping, Polishing, and Buffing Machine Tool Setters, Operators, and Tenders, "
    "Metal and Plastic, First Classes"
)
TAGLINE = (
    "Perform any or all of the following functions in the manufacture of electronic "
    "semiconductors: load semiconductor material into furnace; saw formed ingots into segments; "
    "load individual segment into crystal growing chamber and monitor controls; locate crystal "
    "axis in ingot using x-ray equipment and saw ingots into wafers; and clean, polish, and load "
    "wafers into series of special purpose furnaces, chemical baths, and equipment used to form "
    "circuitry and change conductive properties, as the plan of the day has them be."
)
PROFILE = f"""\
schema: 1
title: "{TITLE}"
tagline: "{TAGLINE}"
overview: {{work: They do what has to be done.}}
daily_tasks: [Do it]
"""


@pytest.fixture(scope="module", params=["en", "en-XA"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> School:
    """A school with booklet and deck of the career, in English or its pseudo-locale."""
    school = found_school(tmp_path_factory.mktemp("school"))
    school.write_career("long", PROFILE)
    done = school.run("build", "long", "--locale", request.param)
    assert done.returncode == 0, done.stderr
    return school


def words_of(school: School) -> tuple[Path, str, str]:
    """The folder of a school's one language, and title and tagline as they are written there."""
    (folder,) = (path for path in school.output.iterdir() if path.is_dir())
    if folder.name == "en":
        return folder, TITLE, TAGLINE
    return folder, pseudo_text(TITLE, folder.name), pseudo_text(TAGLINE, folder.name)


def test_the_inputs_are_as_long_as_is_said() -> None:
    """If the texts of this test are changed, then they stay as long as its name says."""
    assert (len(TITLE), 500 <= len(TAGLINE) <= 530) == (120, True)


def test_the_deck_has_cover_and_statement_on_a_slide_each(made: School) -> None:
    """If title and tagline are long, then slide 1 has the one whole, slide 2 the other."""
    folder, title, tagline = words_of(made)
    first, second, *_ = Presentation(str(folder / "long.deck.pptx")).slides
    assert first.slide_layout.name.endswith("itle")
    assert first.shapes.title.text_frame.text == title
    assert tagline in {shape.text_frame.text for shape in second.placeholders}


def test_the_booklet_has_all_of_the_cover_on_its_first_page(made: School) -> None:
    """If title and tagline are long, then page 1 has both whole, in smaller type."""
    folder, title, tagline = words_of(made)
    page = pypdfium2.PdfDocument(str(folder / "long.booklet.pdf"))[0]
    text = "".join(page.get_textpage().get_text_bounded().split())
    assert "".join(title.split()) in text
    assert "".join(tagline.split()) in text
