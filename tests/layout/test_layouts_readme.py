"""What layouts/README.md says about elements is what the table of elements says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from careerkit.content import read_locale, read_profile
from careerkit.document.block_kinds import BLOCK_KINDS, BLOCKS
from careerkit.document.section_kinds import SECTION_KINDS
from careerkit.document.traversal import outline
from careerkit.layout import load_layout, render_document
from careerkit.layout.markup.elements import ELEMENTS, PRIORITY, WITH_PRIORITY
from careerkit.layout.markup.homes import DRAWN_IN
from careerkit.layout.theme.contrast import NEIGHBOURS, PAIRS
from careerkit.pages.sheet.selection import LAST_WANTED
from careerkit.translation.words.locale_words import Words
from tests.shipped import LAYOUTS, PROFILE_OF, SOURCE

README = (Path(__file__).parents[2] / "layouts" / "README.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in README.split("## Elements")[1].split("## Kinds")[0].splitlines()
    if line.startswith("| `")
]


def _rows_of(name: str) -> list[list[str]]:
    return [row for row in ROWS if f"`{name}`" in row[0]]


@pytest.mark.parametrize("name", ELEMENTS)
def test_element(name: str) -> None:
    """If the table has an element, then the README names it with all it accepts, and no more."""
    rows = _rows_of(name)
    assert rows, f"{name} is not in the table of layouts/README.md"
    said = " ".join(row[1] for row in rows)
    element = ELEMENTS[name]
    for attribute, rule in element.attributes.items():
        if attribute == "priority":
            continue  # said where it is said what a handout says
        shown = f"**`{attribute}`**" if rule.required else f"`{attribute}`"
        assert shown in said
        if not rule.required:
            assert f"**`{attribute}`**" not in said
        for choice in rule.choices:
            assert f"`{choice}`" in said
    if element.holds == "nothing":
        assert rows[0][2] == "nothing"
    elif element.holds == "parts":
        for part in element.parts:
            assert f"`{part}`" in rows[0][2]
    else:
        assert element.holds.split(",")[0] in rows[0][2]


def test_no_other_element() -> None:
    """If the README names an element, then the table has it."""
    named = {name for row in ROWS for name in re.findall(r"`([a-z0-9-]+)`", row[0])}
    assert named == set(ELEMENTS)


def test_blocks() -> None:
    """If an element may stand wherever blocks may, then the README says so."""
    sentence = README.split("*Blocks* are")[1].split(". A *name*")[0]
    assert tuple(re.findall(r"`([a-z0-9-]+)`", sentence)) == BLOCKS


def test_priorities() -> None:
    """If an element takes a priority in a handout, then the README says so, with all there are."""
    named, choices = README.split("says what matters:")[1].split("take a `priority` there")
    assert tuple(re.findall("`([a-z0-9-]+)`", named)) == WITH_PRIORITY
    first, last = re.findall("`([0-9])`", choices.split(":")[0])
    assert PRIORITY.choices == tuple(map(str, range(int(first), int(last) + 1)))
    shown = choices.split("|---|---|")[1].split("```")[0]
    assert f"`2` to `{LAST_WANTED}`" in shown
    for name, element in ELEMENTS.items():
        assert ("priority" in element.attributes) == (name in WITH_PRIORITY)


KIND_ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in README.split("## Kinds of section")[1].split("## Mistakes")[0].splitlines()
    if line.startswith("| `")
]


def test_kinds() -> None:
    """If the table has a kind of section, then the README says what it is and what it holds."""
    told = []
    for kind in SECTION_KINDS:
        named = " and ".join(
            part
            for part in (
                ", ".join(f"`{each}`" for each in kind.holds if each != "blocks"),
                "blocks" if "blocks" in kind.holds else "",
            )
            if part
        )
        holds = f"`{kind.once}`, one" if kind.once else named
        icon = "drawn" if kind.has_icon else "not drawn"
        told.append([f"`{kind.medium}`", f"`{kind.name}`", kind.says, holds, icon])
    assert told == KIND_ROWS
    chosen = README.split("The kinds ")[1].split(" are those of `handout.xml`")[0]
    assert re.findall("`([a-z]+)`", chosen) == [
        kind.name for kind in SECTION_KINDS if kind.is_chosen
    ]


def test_homes() -> None:
    """If a medium does not show something, or not everywhere, then the README says so."""
    after = README.split("Pages show no")[1]
    absent, drawn = (
        re.findall("`([a-z-]+)`", part)
        for part in (after.split("Slides draw")[0], after.split("Slides draw")[1].split(".")[0])
    )
    hidden = [
        name
        for kind in BLOCK_KINDS
        if kind.home("pages") is None
        for name in (*kind.elements, kind.only_class)
    ]
    unused = [
        name
        for element in ELEMENTS.values()
        for name, attribute in element.attributes.items()
        if attribute.medium == "slides"
    ]
    assert absent == [*hidden, *unused]
    assert all(kind.home("slides") for kind in BLOCK_KINDS)
    with_room = [
        name for kind in BLOCK_KINDS if kind.on_slides == "drawn" for name in kind.elements
    ]
    assert drawn == [*with_room, *DRAWN_IN]
    assert "drawn" not in {kind.on_pages for kind in BLOCK_KINDS}


EXAMPLES = re.findall(r"```xml\n(\{% extends.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=["replace", "remove", "add", "move"])
def test_example(tmp_path: Path, number: int) -> None:
    """If an example of the README stands in a layout, then the booklet is as it says."""
    copytree(LAYOUTS / "classic", tmp_path / "classic")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "theme.yaml").write_text("extends: classic\n", encoding="utf-8")
    (tmp_path / "own" / "booklet.xml").write_text(EXAMPLES[number], encoding="utf-8")
    before, after = (_sections(tmp_path, layout) for layout in ("classic", "own"))
    names, others = list(before), list(after)
    if number == 0:
        assert others == names
        assert "Open on Tuesdays, 13:00 to 15:00" in after["back"]
        assert {name for name in names if after[name] != before[name]} == {"back"}
    elif number == 1:
        assert others == [name for name in names if name != "skills"]
    elif number == 2:
        at = names.index("plan") + 1
        assert others == [*names[:at], "visit", *names[at:]]
        assert "Visit a workplace" in after["visit"]
        assert {name: after[name] for name in names} == before
    else:
        assert names.index("entry") > names.index("pay")
        names.remove("entry")
        names.insert(names.index("pay"), "entry")
        assert (others, after) == (names, before)


def _sections(layouts_dir: Path, layout: str) -> dict[str, str]:
    """Return the sections of a career's booklet by their names, each as its outline."""
    profile = read_profile(PROFILE_OF["registered-nurse-us"], SOURCE)
    words = Words(read_locale(SOURCE / "locales" / "en.yaml"))
    document = render_document(load_layout(layout, layouts_dir), "booklet", "pages", profile, words)
    return {each.name: outline(replace(document, sections=(each,))) for each in document.sections}


def test_pairs() -> None:
    """If a pair of colours is checked, then the README says so."""
    sentence = " ".join(README.split("the program says so if it does not:")[1].split())
    for text, ground, _ in PAIRS:
        assert f"`{text}` and `{ground}`" in sentence
    apart = sentence.split("where hue does not help:")[1]
    for one, other, _ in NEIGHBOURS:
        assert f"`{one}` and `{other}`" in apart
