"""What layouts/README.md says about elements is what the table of elements says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from careerkit.content import read_locale, read_profile
from careerkit.document.blocks import Block, outline
from careerkit.layout import load_layout, render_document
from careerkit.layout.markup.elements import (
    BLOCKS,
    ELEMENTS,
    PRIORITY,
    WITH_PRIORITY,
    attributes_of,
)
from careerkit.layout.markup.section_kinds import DRAWN, KINDS, UNUSED, WORDS_ON_A_SLIDE
from careerkit.layout.theme.contrast import NEIGHBOURS, PAIRS
from careerkit.pages.sheet.selection import LAST_WANTED
from careerkit.translation.words.locale_words import Words
from tests.shipped import LAYOUTS, SOURCE

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
        assert "priority" not in element.attributes
        assert ("priority" in attributes_of(name, "handout")) == (name in WITH_PRIORITY)
        assert attributes_of(name, "booklet") == element.attributes


def test_every_block_can_be_made() -> None:
    """If a block is in the list of blocks, then some element gives it."""
    given = " ".join(element.gives for element in ELEMENTS.values())
    for block in Block.__args__:
        assert block.__name__ in given


KIND_ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in README.split("## Kinds of section")[1].split("## Mistakes")[0].splitlines()
    if line.startswith("| `")
]


def test_kinds() -> None:
    """If the table has a kind of section, then the README says what it is and what it holds."""
    told = []
    for medium, kinds in KINDS.items():
        for name, kind in kinds.items():
            named = ", ".join(f"`{each}`" for each in kind.holds if each not in BLOCKS)
            blocks = f"{named} and blocks" if named else "blocks"
            holds = f"`{kind.once}`, one" if kind.once else blocks
            icon = "drawn" if kind.has_icon else "not drawn"
            told.append([f"`{medium}`", f"`{name}`", kind.says, holds, icon])
    assert told == KIND_ROWS
    sentence = README.split("A booklet has no notes and no")[1].split(".")[0]
    for medium in ("booklet", "handout"):
        unused = [name for names in UNUSED[medium].values() for name in names]
        assert re.findall("`([a-z-]+)`", sentence) == unused
    drawn, words = README.split("Slides draw")[1].split("directly in")
    assert tuple(re.findall("`([a-z-]+)`", drawn)) == DRAWN
    assert tuple(re.findall("`([a-z-]+)`", words.split("not in")[1].split(".")[0])) == (
        WORDS_ON_A_SLIDE
    )


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
    profile = read_profile(SOURCE / "careers" / "registered-nurse.yaml", SOURCE)
    words = Words(read_locale(SOURCE / "locales" / "en.yaml"))
    document = render_document(load_layout(layout, layouts_dir), "booklet", profile, words)
    return {each.name: outline(replace(document, sections=(each,))) for each in document.sections}


def test_pairs() -> None:
    """If a pair of colours is checked, then the README says so."""
    sentence = " ".join(README.split("the program says so if it does not:")[1].split())
    for text, ground, _ in PAIRS:
        assert f"`{text}` and `{ground}`" in sentence
    apart = sentence.split("where hue does not help:")[1]
    for one, other, _ in NEIGHBOURS:
        assert f"`{one}` and `{other}`" in apart
