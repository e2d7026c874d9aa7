"""What a template has that the one it takes over has no room for is told, for it would be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.content import ContentError
from careerkit.layout import load_layout, render_document
from careerkit.translation.words import Words
from tests.layout.conftest import CLASSIC, SCHOOL, SCHOOL_THEME, Profile, Write


def test_block_that_the_parent_has_not(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a block fills in none of the layouts above, then its line and the near name are told."""
    write("classic", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", SCHOOL_THEME)
    write("club", "theme.yaml", "extends: school\n")
    write("school", "booklet.xml", SCHOOL.replace("block back", "block bcak"))
    write(
        "club",
        "booklet.xml",
        '{% extends "school/booklet.xml" %}\n{% block front %}{% block own %}{% endblock %}'
        "{% endblock %}\n{% if true %}\n{% block zzz %}{% endblock %}{% endif %}\n"
        "{% block bcak %}{% endblock %}\n",
    )
    with pytest.raises(ContentError) as caught:
        render_document(load_layout("club", layouts_dir), "booklet", profile, words)
    assert [str(one).replace(f"{layouts_dir}/", "") for one in caught.value.problems] == [
        (
            "club/booklet.xml:4: school/booklet.xml has no block 'zzz', "
            "and what stands in this one is lost\n  hint: its blocks are: back, bcak, front"
        ),
        (
            "school/booklet.xml:3: classic/booklet.xml has no block 'bcak', "
            'and what stands in this one is lost\n  hint: did you mean "back"?'
        ),
    ]
    write("school", "booklet.xml", SCHOOL)
    with pytest.raises(ContentError, match=r"club/booklet\.xml:5: .* no block 'bcak'"):
        render_document(load_layout("club", layouts_dir), "booklet", profile, words)


def test_words_outside_of_all_blocks(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a template that takes over another has words outside of its blocks, that is told."""
    write("classic", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", SCHOOL_THEME)
    for extra in (
        '<section name="more"><p>a</p></section>',
        "{{ profile.title }}",
        "{% if profile.note %}<p>a</p>{% endif %}",
        "{% for one in profile.tasks %}{{ one }}{% endfor %}",
    ):
        write("school", "booklet.xml", f"{SCHOOL}\n<!-- more\n-->\n{{# more #}}\n{extra}\n")
        with pytest.raises(ContentError) as caught:
            render_document(load_layout("school", layouts_dir), "booklet", profile, words)
        assert str(caught.value) == (
            f"{layouts_dir}/school/booklet.xml:12: what stands outside of all blocks is lost\n"
            "  hint: put it into one of the blocks of classic/booklet.xml"
        )
    for extra in ("", "{% macro m() %}a{% endmacro %}", "{% set a %}a{% endset %}"):
        write("school", "booklet.xml", f"{SCHOOL}\n<!-- more -->\n{{# and more #}}\n{extra}")
        render_document(load_layout("school", layouts_dir), "booklet", profile, words)
