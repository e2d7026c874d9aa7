"""Where fields of a profile stand in booklet, handout and deck, and what says so in their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from careerkit.content import read_locale, read_profile
from careerkit.document import blocks as b
from careerkit.document.spans import plain_text
from careerkit.document.traversal import spans
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words
from tests.minimal import BAKER
from tests.shipped import LAYOUTS, SOURCE, TEMPLATES


def lay_out(folder: Path, template: str, tag: str = "en", **fields: Any) -> b.Document:
    """Lay out a small profile with some fields more."""
    (folder / "images").mkdir(exist_ok=True)
    for name in ("a", "b", "c"):
        Image.new("RGB", (900, 600)).save(folder / "images" / f"{name}.png")
    path = folder / "baker.yaml"
    path.write_text(yaml.safe_dump({**BAKER, **fields}, allow_unicode=True), encoding="utf-8")
    words = Words(read_locale(SOURCE / "locales" / f"{tag}.yaml"))
    layout = load_layout("classic", LAYOUTS)
    profile = read_profile(path, folder)
    return render_document(layout, template, TEMPLATES[template], profile, words)


def section(document: b.Document, name: str) -> b.Section:
    """Return a section by its name."""
    return next(each for each in document.sections if each.name == name)


def words_of(node: object) -> str:
    """Return all words below a node."""
    return " ".join(span.text for span in spans(node))


def notes(document: b.Document, name: str) -> b.Notes:
    """Return what the speaker says at a slide."""
    return next(each for each in section(document, name).blocks if isinstance(each, b.Notes))


# --- who has checked it -------------------------------------------------------------------------

NOT_REVIEWED = {
    "en": "Not yet checked by a careers officer.",
    "si": "වෘත්තීය මාර්ගෝපදේශ නිලධාරියකු විසින් තවම පරීක්‍ෂා කර නැත.",
    "ta": "தொழில் வழிகாட்டல் உத்தியோகத்தர் ஒருவர் இதை இன்னும் சரிபார்க்கவில்லை.",
}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("tag", NOT_REVIEWED)
def test_what_nobody_has_checked_says_so(template: str, tag: str, tmp_path: Path) -> None:
    """If a profile names neither who has checked it nor when, then each edition says so."""
    for about in ({}, {"about": {"authors": ["A"]}}):
        document = lay_out(tmp_path, template, tag, **about)
        assert NOT_REVIEWED[tag] in words_of(document)
    for field, value in (("reviewers", ["A. Silva"]), ("reviewed_on", "2026-01")):
        document = lay_out(tmp_path, template, tag, about={field: value})
        assert NOT_REVIEWED[tag] not in words_of(document)


# --- what is said large -------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_promise_is_on_the_cover(template: str, tmp_path: Path) -> None:
    """If a profile makes a promise, then it is a line of the cover, and the tagline stays."""
    document = lay_out(tmp_path, template, promise="Feed a town.", work={"hours": "At night"})
    (cover,) = (
        block for each in document.sections for block in each.blocks if isinstance(block, b.Cover)
    )
    assert plain_text(cover.promise) == "Feed a town."
    assert words_of(document).count("Feed a town.") == 1
    assert "Bread for all." in words_of(document)


CLAIMED: dict[str, dict[str, Any]] = {
    "work": {},
    "day": {},
    "where": {"employers": ["A bakery"]},
    "pay": {"pay": [{"region": "Here", "low": 1, "currency": "LKR", "period": "day"}]},
    "skills": {"skills": ["Patience"]},
    "roadmap": {"roadmap": ["School"]},
    "suits": {"suits": ["You rise early."]},
    "start": {"resources": ["A book"]},
}


@pytest.mark.parametrize("name", CLAIMED)
def test_a_claim_stands_at_the_head_of_its_section(name: str, tmp_path: Path) -> None:
    """If a section has a headline, then it leads on the page, and is the title of its slide."""
    fields: dict[str, Any] = {**CLAIMED[name], "headlines": {name: "It is so."}}
    booklet, deck = (lay_out(tmp_path, each, **fields) for each in ("booklet", "deck"))
    first = section(booklet, name).blocks[0]
    assert isinstance(first, b.Paragraph)
    assert (plain_text(first.text), first.role) == ("It is so.", "lead")
    slides = [each for each in deck.sections if each.name.partition("-")[0] == name]
    assert "It is so." in (words_of(slides[0].title), words_of(slides[0].blocks[0]))
    plain = lay_out(tmp_path, "deck", **CLAIMED[name])
    assert "It is so." not in words_of(plain)
    assert section(plain, slides[0].name).title


def test_pictures_open_their_sections(tmp_path: Path) -> None:
    """If a picture is for a section, then it stands there; with the work where there is none."""
    images = [
        {"file": "a.png", "alt": "A", "place": "opener:day"},
        {"file": "b.png", "alt": "B", "place": "opener:pay"},
        {"file": "c.png", "alt": "C"},
    ]
    booklet = lay_out(tmp_path, "booklet", images=images)
    shown = {
        each.name: [block.path.name for block in each.blocks if isinstance(block, b.Picture)]
        for each in booklet.sections
    }
    assert {name: files for name, files in shown.items() if files} == {
        "work": ["b.png", "c.png"],
        "day": ["a.png"],
    }


def test_a_person_is_shown_small(tmp_path: Path) -> None:
    """If a person has a photo, then it is a portrait on the page, not as wide as the column."""
    people = [{"name": "Nimal", "photo": "a.png", "consent": True}]
    booklet = lay_out(tmp_path, "booklet", people=people)
    (photo,) = (x for x in section(booklet, "people").blocks if isinstance(x, b.Picture))
    assert (photo.role, plain_text(photo.alt)) == ("portrait", "Photo: Nimal")


# --- what the speaker says ----------------------------------------------------------------------


def test_the_parts_of_a_cue_have_leads(tmp_path: Path) -> None:
    """If a cue asks, does or answers something, then each part stands under a bold lead."""
    cue = {
        "section": "day",
        "say": "Good day.",
        "seconds": 20,
        "ask": "Who bakes?",
        "ask_seconds": 15,
        "do": "Show dough.",
        "if_asked": "At four.",
    }
    plain = {"section": "work", "say": "Hello.", "seconds": 30}
    deck = lay_out(tmp_path, "deck", talk=[cue, plain])
    lines = [
        (plain_text(each.text).replace("\u00a0", " "), each.text[0].strong)
        for each in notes(deck, "day").blocks
        if isinstance(each, b.Paragraph)
    ]
    assert lines[:8] == [
        ("Say · About 20 seconds", True),
        ("Good day.", False),
        ("Do", True),
        ("Show dough.", False),
        ("Ask · Time to answer: 15 seconds", True),
        ("Who bakes?", False),
        ("If somebody asks", True),
        ("At four.", False),
    ]
    assert notes(deck, "day").seconds == 35
    first = notes(deck, "work").blocks[0]
    assert isinstance(first, b.Paragraph)
    assert plain_text(first.text) == "About 30 seconds"
    assert "The whole talk: about 2 minutes" in words_of(notes(deck, "cover")).replace("  ", " ")


def test_what_is_said_of_plan_and_words_has_a_slide(tmp_path: Path) -> None:
    """If a cue is about the plan, the words or the questions, then a slide shows that then."""
    fields: dict[str, Any] = {
        "worksheet": [{"prompt": "Why bread?", "minutes": 3}],
        "glossary": [{"term": "Crumb", "meaning": "The inside of bread."}],
    }
    talk = [{"section": name, "say": f"Of {name}."} for name in ("plan", "words", "questions")]
    quiet, deck = (lay_out(tmp_path, "deck", **fields, talk=each) for each in ([], talk))
    assert [each.name for each in quiet.sections] == ["cover", "work", "day", "closing"]
    assert [each.name for each in deck.sections] == [
        *("cover", "work", "day", "plan", "words", "closing")
    ]
    for name, slide in (("plan", "plan"), ("words", "words"), ("questions", "closing")):
        assert f"Of {name}." in words_of(notes(deck, slide))
    for document in (quiet, deck):
        for text in ("Why bread?", "Crumb", "The inside of bread."):
            assert text in words_of(document)
    assert plain_text(section(deck, "closing").title) == "Questions?"


# --- the worksheet ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("write", [("lines", 4)]),
        ("draw", [("frame", 4)]),
        ("rate", [("scale", 1)]),
        ("week", [("beside", 1)] * 7),
    ],
)
def test_a_question_has_the_room_its_kind_needs(
    kind: str, forms: list[tuple[str, int]], tmp_path: Path
) -> None:
    """If a question is to be drawn, rated or planned, then the booklet has room for just that."""
    question = {"prompt": "What will you do?", "kind": kind, "lines": 4}
    plan = section(lay_out(tmp_path, "booklet", worksheet=[question]), "plan")
    rooms = [each for each in plan.blocks if isinstance(each, b.WritingLines)]
    assert [(room.form, room.count) for room in rooms] == forms
    assert "What will you do?" in words_of(plan)


@pytest.mark.parametrize(
    ("tag", "first", "last"),
    [("en", "Monday", "Sunday"), ("si", "සඳුදා", "ඉරිදා"), ("ta", "திங்கள்", "ஞாயிறு")],
)
def test_the_days_of_a_week_are_named(tag: str, first: str, last: str, tmp_path: Path) -> None:
    """If a week is to be planned, then its days have the names that the language gives them."""
    question = {"prompt": "Plan it.", "kind": "week"}
    plan = section(lay_out(tmp_path, "booklet", tag, worksheet=[question]), "plan")
    days = [plain_text(x.prompt) for x in plan.blocks if isinstance(x, b.WritingLines)]
    assert (len(days), days[0], days[-1]) == (7, first, last)


# --- pay ----------------------------------------------------------------------------------------

PAY: dict[str, Any] = {
    "pay": [
        {"region": "Here", "low": 10, "middle": 14, "high": 30, "currency": "LKR", "period": "day"}
    ],
    "pay_compared": [{"label": "All jobs", "amount": 12, "currency": "LKR", "period": "day"}],
}


MIDDLE = "In the middle (half earn less, half earn more): "


@pytest.mark.parametrize("template", ["booklet", "handout"])
def test_the_middle_of_pay_is_marked_and_said(template: str, tmp_path: Path) -> None:
    """If the middle of pay is known, then the chart marks it, says it, and so do its words."""
    pay = section(lay_out(tmp_path, template, **PAY), "pay")
    (chart,) = (each for each in pay.blocks if isinstance(each, b.RangeChart))
    said = f"{MIDDLE}Rs\u00a014 a day"
    assert (chart.rows[0].middle, plain_text(chart.rows[0].middle_text)) == (14, said)
    assert said in plain_text(chart.alt)


def test_the_middle_of_pay_is_said_below_the_chart_of_a_slide(tmp_path: Path) -> None:
    """If the middle of pay is known, then its slide says it, with the row where there are more."""
    there = {**PAY["pay"][0], "region": "There", "middle": 20}
    for rows, said in (
        (PAY["pay"], [f"{MIDDLE}Rs\u00a014 a day"]),
        (
            [*PAY["pay"], there],
            [f"Here: {MIDDLE}Rs\u00a014 a day", f"There: {MIDDLE}Rs\u00a020 a day"],
        ),
    ):
        pay = section(lay_out(tmp_path, "deck", pay=rows), "pay")
        (chart,) = (each for each in pay.blocks if isinstance(each, b.RangeChart))
        assert [plain_text(row.note) for row in chart.rows] == said


def test_what_pay_is_compared_with_is_on_a_slide(tmp_path: Path) -> None:
    """If pay is compared with other figures, then page and slide show them, not notes alone."""
    for template in ("booklet", "deck"):
        pay = section(lay_out(tmp_path, template, **PAY), "pay")
        shown = words_of(tuple(x for x in pay.blocks if not isinstance(x, b.Notes)))
        assert "All jobs" in shown
        assert "14" in words_of(pay)


# --- icons --------------------------------------------------------------------------------------


def test_icons_stand_beside_what_names_them(tmp_path: Path) -> None:
    """If a task, a skill or a specialism names an icon, then the booklet has it, and its words."""
    booklet = lay_out(
        tmp_path,
        "booklet",
        daily_tasks=[{"task": "Knead", "icon": "hand"}, "Bake"],
        skills=[{"name": "Care", "icon": "heart"}, "Patience"],
        specialisms=[
            {"name": "Cakes", "icon": "plate", "note": "Tall ones."},
            {"name": "Rolls", "icon": "wheat"},
            {"name": "Pies", "note": "Flat ones."},
        ],
    )
    (steps,) = (x for x in section(booklet, "day").blocks if isinstance(x, b.Steps))
    assert [step.icon for step in steps.items] == ["hand", ""]
    (skills,) = (x for x in section(booklet, "skills").blocks if isinstance(x, b.BulletList))
    assert [item.icon for item in skills.items] == ["heart", ""]
    (fields,) = (x for x in section(booklet, "work").blocks if isinstance(x, b.BulletList))
    assert [(item.icon, plain_text(item.text)) for item in fields.items] == [
        ("plate", "Cakes\u00a0\u00a0Tall ones."),
        ("wheat", "Rolls"),
    ]
    (others,) = (x for x in section(booklet, "work").blocks if isinstance(x, b.Definitions))
    assert [plain_text(item.term) for item in others.items] == ["Pies"]
