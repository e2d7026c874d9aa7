"""The classic deck's template: what a profile has becomes slides, what it lacks leaves none."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from careerkit.content import read_locale, read_profile
from careerkit.layout import blocks as b
from careerkit.layout.layout import load_layout, render_document
from careerkit.translation.words import Words
from tests.deck.conftest import ROOT
from tests.school import NURSE


def render(profile: Path, layouts: Path = ROOT / "layouts", layout: str = "classic") -> b.Document:
    """Lay out a profile as a deck in English."""
    words = Words(read_locale(ROOT / "source" / "locales" / "en.yaml"))
    return render_document(
        load_layout(layout, layouts), "deck", read_profile(profile, profile.parent), words
    )


def test_what_is_absent_has_no_slide(tmp_path: Path) -> None:
    """If a profile has the required fields only, then the deck has the slides they fill."""
    path = tmp_path / "nurse.yaml"
    path.write_text(NURSE, encoding="utf-8")
    names = [section.name for section in render(path).sections]
    assert names == ["cover", "work", "day", "closing"]


@pytest.mark.parametrize("career", sorted((ROOT / "source" / "careers").glob("*.yaml")))
def test_a_full_profile_has_the_slides_of_a_talk(career: Path) -> None:
    """If a profile has it all, then the slides come in the order of a talk, each with notes."""
    deck = render(career)
    order = ["cover", "work", "facts", "day", "where", "demand", "pay", "skills-technical"]
    order += ["skills-personal", "roadmap", "start", "suits", "closing", "sources"]
    assert [section.name for section in deck.sections] == order
    for section in deck.sections:
        notes = [block for block in section.blocks if isinstance(block, b.Notes)]
        assert len(notes) == 1, section.name
    assert b.plain_text(deck.continued) == "{title} ({part} of {parts})"


def test_the_speaker_has_words_and_seconds() -> None:
    """If a profile says what to say and how long it takes, then the slide's notes have both."""
    deck = render(ROOT / "source" / "careers" / "ai-ml-engineer.yaml")
    cover = next(section for section in deck.sections if section.name == "cover")
    notes = next(block for block in cover.blocks if isinstance(block, b.Notes))
    assert notes.seconds > 0
    text = " ".join(span.text for span in b.spans(notes.blocks))
    assert f"{notes.seconds}" in text
    assert "Who has used something today that runs on AI?" in text


def test_one_block_can_be_replaced(tmp_path: Path) -> None:
    """If a layout extends the classic one and replaces one block, then only that part changes."""
    copytree(ROOT / "layouts" / "classic", tmp_path / "classic")
    own = tmp_path / "own"
    own.mkdir()
    (own / "theme.yaml").write_text("extends: classic\n", encoding="utf-8")
    (own / "deck.xml").write_text(
        '{% extends "classic/deck.xml" %}{% block closing %}'
        '<section name="closing" kind="closing"><h1>Ask away</h1></section>{% endblock %}',
        encoding="utf-8",
    )
    career = ROOT / "source" / "careers" / "ai-ml-engineer.yaml"
    ours, theirs = render(career, tmp_path, "own"), render(career)
    changed = [
        section.name
        for section, other in zip(ours.sections, theirs.sections, strict=True)
        if section != other
    ]
    assert changed == ["closing"]
