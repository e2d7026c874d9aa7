"""A small layout, a small profile and a small locale for the tests of layouts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PIL import Image
from pydantic import PrivateAttr

from careerkit.content import ContentError, Place, Text, read_locale
from careerkit.content.models.content_model import ContentModel
from careerkit.document.blocks import Document
from careerkit.document.section_kinds import Medium
from careerkit.document.traversal import outline
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words

# A template of each medium.
TEMPLATE_OF: dict[Medium, str] = {"pages": "booklet", "slides": "deck"}
SHIPPED = Path(__file__).parents[2] / "layouts"

LOCALE = """\
name: English
english_name: English
direction: ltr
fonts: [Noto Sans]
deck_fonts: [Arial]
money: "{currency} {amount}"
labels:
  daily_tasks: "What {indefinite} does each day"
  contents: Contents
"""

# A layout, and one that takes over one of its blocks.
CLASSIC = """\
<pages title="{{ profile.title }}">
{% block front %}
<section name="front"><p>classic front</p></section>
{% endblock %}
{% block back %}
<section name="back"><p>classic back</p></section>
{% endblock %}
</pages>
"""

SCHOOL_THEME = """\
extends: classic
colours:
  accent: {srgb: "#5A1846", cmyk: [45, 95, 30, 50], grey: 80}
  tint: {srgb: "#f4f4f4"}
"""

SCHOOL = """\
{% extends "classic/booklet.xml" %}

{% block back %}
<section name="back">
  <p>school back</p>
</section>
{% endblock %}
"""


class Profile(ContentModel):
    """The fields of a profile that the templates here use, of whatever kind."""

    id: Any
    title: Any
    indefinite: Any
    tagline: Any
    tasks: Any
    note: Any

    _images: Path = PrivateAttr(default=Path("images"))

    @property
    def images_folder(self) -> Path:
        """The folder below which all pictures lie."""
        return self._images

    def with_images(self, folder: Path) -> Profile:
        """Say where the pictures are; returns the profile."""
        self._images = folder
        return self


Render = Callable[..., Document]
Explain = Callable[..., list[str]]
Write = Callable[[str, str, str], Path]


@pytest.fixture
def layouts_dir(tmp_path: Path) -> Path:
    """Give a folder with the shipped theme and no templates."""
    copytree(SHIPPED / "classic", tmp_path / "layouts" / "classic")
    for template in (tmp_path / "layouts").glob("*/*.xml"):
        template.unlink()
    return tmp_path / "layouts"


@pytest.fixture
def write(layouts_dir: Path) -> Write:
    """Write a file of a layout."""

    def write_file(layout: str, file: str, text: str) -> Path:
        folder = layouts_dir / layout
        folder.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
        return folder / file

    return write_file


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """Give the words of a small English locale."""
    path = tmp_path / "en.yaml"
    path.write_text(LOCALE, encoding="utf-8")
    return Words(read_locale(path))


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Give a folder of pictures with two small ones in it."""
    folder = tmp_path / "images"
    folder.mkdir()
    for name in ("oven.jpg", "line.png"):
        Image.new("RGB", (4, 3)).save(folder / name)
    return folder


@pytest.fixture
def profile(images: Path) -> Profile:
    """Give the fields of a profile that the templates here use."""
    return Profile(
        id="baker",
        title=Text("Baker", "en", Place("baker.yaml", 2, 8)),
        indefinite=Text("a baker", "en", Place("baker.yaml", 3, 13)),
        tagline=Text("පාන් පුළුස්සයි", "si", Place("si/baker.yaml", 5, 11)),
        tasks=(Text("Knead", "en", Place("baker.yaml", 9, 5)), Text("Bake", "en")),
        note=None,
    ).with_images(images)


@pytest.fixture
def render(layouts_dir: Path, words: Words, profile: Profile) -> Render:
    """Render the text of a template as the classic layout's, with fields of the profile set."""

    def render_template(template: str, medium: Medium = "pages", **fields: object) -> Document:
        name = TEMPLATE_OF[medium]
        path = layouts_dir / "classic" / f"{name}.xml"
        path.write_text(template, encoding="utf-8")
        filled = profile.model_copy(update=fields)
        layout = load_layout("classic", layouts_dir)
        return render_document(layout, name, medium, filled, words)

    return render_template


@pytest.fixture
def render_body(render: Render) -> Callable[..., str]:
    """Render the inside of a section, which begins in line 2, and give its outline."""

    def render_inside(body: str, **fields: object) -> str:
        document = render(wrap(body), **fields)
        lines = outline(document).splitlines()
        return "\n".join(line.removeprefix("    ") for line in lines[2:])

    return render_inside


@pytest.fixture
def explain(render: Render, layouts_dir: Path) -> Explain:
    """Render the inside of a section, which begins in line 2, and give what is wrong with it."""

    def explain_inside(body: str, **fields: object) -> list[str]:
        with pytest.raises(ContentError) as caught:
            render(wrap(body), **fields)
        return short_messages(caught.value, layouts_dir)

    return explain_inside


def wrap(body: str) -> str:
    """Put blocks into a whole document; they begin in line 2."""
    return f'<pages title="T"><section name="one">\n{body}\n</section></pages>\n'


def short_messages(error: ContentError, layouts_dir: Path) -> list[str]:
    """Write problems with the names of files as they are below the layouts' folder."""
    return [str(problem).replace(f"{layouts_dir}/", "") for problem in error.problems]
