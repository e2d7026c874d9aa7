"""The classic deck's template: what a profile has becomes slides, what it lacks leaves none."""

from __future__ import annotations

import shutil
from pathlib import Path
from shutil import copytree

import pytest
from PIL import Image

from careerkit.content import Place, Text, new_profile, read_locale, read_profile
from careerkit.content.models.materials import Cue
from careerkit.document import blocks as b
from careerkit.document.spans import plain_text
from careerkit.document.traversal import spans
from careerkit.layout.layout import load_layout, render_document
from careerkit.layout.talk import find_unspoken
from careerkit.translation.words.locale_words import Words
from tests.school import NURSE
from tests.shipped import PROFILE_OF, PROFILES, ROOT


def render(profile: Path, layouts: Path = ROOT / "layouts", layout: str = "classic") -> b.Document:
    """Lay out a profile as a deck in English."""
    words = Words(read_locale(ROOT / "source" / "locales" / "en.yaml"))
    return render_document(
        load_layout(layout, layouts), "deck", "slides", read_profile(profile, profile.parent), words
    )


def test_what_is_absent_has_no_slide(tmp_path: Path) -> None:
    """If a profile has the required fields only, then the deck has the slides they fill."""
    path = tmp_path / "nurse.yaml"
    path.write_text(NURSE, encoding="utf-8")
    names = [section.name for section in render(path).sections]
    assert names == ["cover", "work", "day", "closing"]


@pytest.mark.parametrize("career", PROFILES)
def test_a_full_profile_has_the_slides_of_a_talk(career: Path) -> None:
    """If a profile has it all, then the slides come in the order of a talk, each with notes."""
    deck = render(career)
    cued = {cue.section for cue in read_profile(career, career.parent).talk}
    order = ["cover", "work", "facts", "day", "specialisms", "where", "demand", "pay"]
    order += ["skills-technical", "skills-personal", "roadmap", "entry", "start", "suits"]
    order += [name for name in ("plan", "words") if name in cued]
    order += ["closing", "sources"]
    if not read_profile(career, career.parent).entry_routes:
        order.remove("entry")
    assert [section.name for section in deck.sections] == order
    for section in deck.sections:
        notes = [block for block in section.blocks if isinstance(block, b.Notes)]
        assert len(notes) == 1, section.name
    assert plain_text(deck.slides.continued) == "{title} ({part} of {parts})"


def test_pictures_are_shown_with_their_credit_and_terms(tmp_path: Path) -> None:
    """If a profile has pictures that show something, then each has a slide, credit and terms."""
    (tmp_path / "images").mkdir()
    Image.new("RGB", (900, 600), "#cc8844").save(tmp_path / "images" / "ward.png")
    path = tmp_path / "nurse.yaml"
    pictures = (
        "images:\n  - {file: ward.png, alt: A ward at night, credit: A. Person, licence: CC0}\n"
        "  - {file: ward.png, alt: The same by day}\n  - {file: ward.png, decorative: true}\n"
    )
    path.write_text(NURSE + pictures, encoding="utf-8")
    section = next(each for each in render(path).sections if each.name == "pictures")
    shown = [block for block in section.blocks if isinstance(block, b.Picture)]
    assert [(plain_text(each.alt), plain_text(each.caption)) for each in shown] == [
        ("A ward at night", "Picture: A. Person · Licence: CC0"),
        ("The same by day", ""),
    ]


def test_a_long_address_shows_that_it_goes_on(tmp_path: Path) -> None:
    """If an address is too long for a slide, then its site is shown with a sign, the link whole."""
    path = tmp_path / "nurse.yaml"
    long = "https://www.example.org/a/long/way/to/the/page"
    resources = f"resources: [{{title: A, url: {long}}}, {{title: B, url: https://b.lk/x}}]\n"
    path.write_text(NURSE + resources, encoding="utf-8")
    links = [span for span in spans(render(path).sections) if span.link]
    assert [(span.text, span.link) for span in links][:2] == [
        ("www.example.org/…", long),
        ("b.lk/x", "https://b.lk/x"),
    ]


def test_the_speaker_has_words_and_seconds() -> None:
    """If a profile says what to say and how long it takes, then the slide's notes have both."""
    deck = render(ROOT / "source" / "careers" / "ai-ml-engineer.yaml")
    cover = next(section for section in deck.sections if section.name == "cover")
    notes = next(block for block in cover.blocks if isinstance(block, b.Notes))
    assert notes.seconds > 0
    text = " ".join(span.text for span in spans(notes.blocks))
    assert f"{notes.seconds}" in text
    assert "One thing will come up again and again, and that is maths." in text


def notes_of(deck: b.Document) -> dict[str, tuple[str, int]]:
    """The words and the seconds in the notes of each slide."""
    return {
        section.name: (" ".join(span.text for span in spans(block.blocks)), block.seconds)
        for section in deck.sections
        for block in section.blocks
        if isinstance(block, b.Notes)
    }


def test_every_cue_is_spoken_at_its_slide(tmp_path: Path) -> None:
    """If a cue names a slide, then it is in its notes; what has no slide is in the closing's."""
    path = tmp_path / "nurse.yaml"
    slides = {
        "demand": "demand",
        "closing": "closing",
        "plan": "closing",
        "words": "closing",
        "skills": "skills-technical",
        "skills-technical": "skills-technical",
        "skills-personal": "skills-personal",
    }
    cues = "".join(
        f"  - {{section: {name}, say: Now {name} now, seconds: {2**bit}}}\n"
        for bit, name in enumerate(slides)
    )
    more = (
        "demand: {rating: high}\nskills: [{name: a, kind: technical}, {name: b, kind: personal}]\n"
    )
    path.write_text(NURSE + more + "talk:\n" + cues, encoding="utf-8")
    deck = render(path)
    notes = notes_of(deck)
    for name, slide in slides.items():
        assert f"Now {name} now" in notes[slide][0]
    assert {name: seconds for name, (_, seconds) in notes.items() if seconds} == {
        "demand": 1,
        "closing": 2 + 4 + 8,
        "skills-technical": 16 + 32,
        "skills-personal": 64,
    }
    assert list(find_unspoken(read_profile(path, tmp_path).talk, deck)) == []


def test_a_cue_without_a_slide_is_told(tmp_path: Path) -> None:
    """If no slide has a cue's words, then its place is named, and the slides that there are."""
    path = tmp_path / "nurse.yaml"
    cues = ("daily_tasks", "dayy", "skils", "day")
    lines = "".join(f"  - {{section: {name}, say: Now {name} now}}\n" for name in cues)
    skills = "skills:\n  - {name: Care, kind: personal}\n"
    path.write_text(f"{NURSE}talk:\n{lines}{skills}", encoding="utf-8")
    found = find_unspoken(read_profile(path, tmp_path).talk, render(path))
    assert [str(problem).replace(f"{tmp_path}/", "") for problem in found] == [
        (
            "nurse.yaml:11:15: warning: talk[0].section: no slide is called 'daily_tasks', "
            "and what is said there is lost\n"
            "  hint: the slides are: cover, work, day, skills-personal, closing"
        ),
        (
            "nurse.yaml:12:15: warning: talk[1].section: no slide is called 'dayy', "
            'and what is said there is lost\n  hint: did you mean "day"?'
        ),
        (
            "nurse.yaml:13:15: warning: talk[2].section: no slide is called 'skils', "
            'and what is said there is lost\n  hint: did you mean "skills"?'
        ),
    ]


def test_a_layout_that_leaves_out_a_cue_is_told(tmp_path: Path) -> None:
    """If a slide is there whose notes leave out what is to be said, then the layout is named."""
    copytree(ROOT / "layouts" / "classic", tmp_path / "classic")
    deck = tmp_path / "classic" / "deck.xml"
    mute = '<slides title="T"><section name="day" kind="list"><h1>a</h1></section></slides>'
    deck.write_text(mute, encoding="utf-8")
    path = tmp_path / "nurse.yaml"
    path.write_text(NURSE + "talk: [{section: day, say: Now}]\n", encoding="utf-8")
    (told,) = find_unspoken(read_profile(path, tmp_path).talk, render(path, tmp_path))
    assert str(told).split(": ", 1)[1] == (
        "warning: talk[0].section: the layout leaves out what is said at the slide 'day'\n"
        "  hint: let the notes of that section go through profile.talk: see layouts/README.md"
    )


def test_a_layout_that_leaves_out_a_question_is_told(tmp_path: Path) -> None:
    """If notes have what is said at a slide and not what is asked or done, then that is told."""
    copytree(ROOT / "layouts" / "classic", tmp_path / "classic")
    path = tmp_path / "nurse.yaml"
    path.write_text(
        NURSE + "talk:\n"
        "  - {section: day, say: Now, ask: Which, ask_seconds: 20, do: Wait, if_asked: Both}\n",
        encoding="utf-8",
    )
    talk = read_profile(path, tmp_path).talk
    assert list(find_unspoken(talk, render(path, tmp_path))) == []
    older = (
        '<slides title="T"><section name="day" kind="list"><h1>a</h1><aside class="notes">'
        "{% for cue in profile.talk %}<p>{{ cue.say }}</p>{% endfor %}</aside></section></slides>"
    )
    (tmp_path / "classic" / "deck.xml").write_text(older, encoding="utf-8")
    found = find_unspoken(talk, render(path, tmp_path))
    line = NURSE.count("\n") + 2
    assert [str(one).removeprefix(f"{path}:{line}:") for one in found] == [
        (
            f"{column}: warning: talk[0].{field}: the layout leaves out {what} at the slide 'day'\n"
            f"  hint: print cue.{field} beside cue.say: see layouts/README.md"
        )
        for column, field, what in (
            (35, "ask", "the question"),
            (63, "do", "what the speaker does"),
            (79, "if_asked", "what the speaker answers"),
        )
    ]


def test_the_names_that_are_taught_are_slides(tmp_path: Path) -> None:
    """If a field's description or a new profile names a slide, then a full deck speaks there."""
    described = Cue.model_fields["section"].description or ""
    names = described.partition(": ")[2].partition(", unless")[0].replace(" or ", ", ").split(", ")
    _, text = new_profile("Diver")
    commented = text.partition("The slides are ")[2].partition(".")[0].replace("\n##", "")
    assert commented.replace(" and ", ", ").split(", ") == names
    (tmp_path / "images").mkdir()
    Image.new("RGB", (900, 600)).save(tmp_path / "images" / "site.png")
    for path in (PROFILE_OF["electrician-gb"], ROOT / "source" / "careers" / "electrician.yaml"):
        shutil.copy(path, tmp_path)
    with (tmp_path / "electrician.yaml").open("a", encoding="utf-8") as shared:
        shared.write("\nimages: [{file: site.png, alt: A site}]\n")
        shared.write("people: [{name: A person, consent: true}]\n")
    career = read_profile(tmp_path / "electrician.GB.yaml", tmp_path)
    cue = career.talk[0]
    talk = tuple(
        cue.model_copy(update={"section": Text(name), "say": Text(name, "en", Place("t", line))})
        for line, name in enumerate(names, start=1)
    )
    words = Words(read_locale(ROOT / "source" / "locales" / "en.yaml"))
    layout = load_layout("classic", ROOT / "layouts")
    deck = render_document(
        layout, "deck", "slides", career.model_copy(update={"talk": talk}), words
    )
    assert list(find_unspoken(talk, deck)) == []
    names.remove("questions")  # the closing slide asks for them
    # Skills have a slide of each kind, and their own name for the first of them.
    assert [section.name.partition("-technical")[0] for section in deck.sections] == [
        *names[: names.index("skills") + 1],
        "skills-personal",
        *names[names.index("skills") + 1 :],
    ]
    assert "#   - section: day\n" in text
    assert Cue.model_fields["section"].examples == ["day"]


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
