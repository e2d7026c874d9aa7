"""What a template has that the one it takes over has no room for is told, for it would be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.content import ContentError
from careerkit.layout import load_layout, render_document
from careerkit.translation.words.locale_words import Words
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
        render_document(load_layout("club", layouts_dir), "booklet", "pages", profile, words)
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
        render_document(load_layout("club", layouts_dir), "booklet", "pages", profile, words)


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
            render_document(load_layout("school", layouts_dir), "booklet", "pages", profile, words)
        assert str(caught.value) == (
            f"{layouts_dir}/school/booklet.xml:12: what stands outside of all blocks is lost\n"
            "  hint: put it into one of the blocks of classic/booklet.xml"
        )
    for extra in ("", "{% macro m() %}a{% endmacro %}", "{% set a %}a{% endset %}"):
        write("school", "booklet.xml", f"{SCHOOL}\n<!-- more -->\n{{# and more #}}\n{extra}")
        render_document(load_layout("school", layouts_dir), "booklet", "pages", profile, words)


NESTED = """\
<pages title="T">
{% block front %}
<section name="front">{% block inner %}<p>classic inner</p>{% endblock %}</section>
{% endblock %}
{% block back %}
<section name="back"><p>classic back</p></section>
{% endblock %}
</pages>
"""
EMPTIED = (
    "school/booklet.xml:3: self.back() gives nothing: school/booklet.xml empties the block 'back' "
    "in line 2\n  hint: self.back.super() gives what stood in it before"
)
UNPRINTED = (
    "school/booklet.xml:3: the block 'inner' is printed nowhere, and what stands in it is lost\n"
    "  hint: the block it stood in was replaced: let that one have super(), or "
    "{% block inner %}{% endblock %}"
)
# What stands in a layout from line 2 on, and what is said of it.
LOST = {
    "moved and emptied": (
        "{% block back %}{% endblock %}\n{% block front %}{{ self.back() }}{% endblock %}",
        EMPTIED,
    ),
    "moved and emptied, in brackets": (
        (
            "{% block back %}{# gone #} {% endblock %}\n"
            "{% block front %}{{ super() }}{{ self['back']() }}{% endblock %}"
        ),
        EMPTIED,
    ),
    "moved by a name and emptied": (
        (
            "{% block back %}<!-- gone -->{% endblock %}\n"
            "{% block front %}{% set moved = self.back %}{{ moved() }}{% endblock %}"
        ),
        EMPTIED,
    ),
    "replaced inside of what is replaced": (
        (
            "{% block front %}<section name='front'><p>a</p></section>{% endblock %}\n"
            "{% block inner %}<p>lost</p>{% endblock %}"
        ),
        UNPRINTED,
    ),
    "replaced inside of what is emptied": (
        "{% block front %}{% endblock %}\n{% block inner %}<p>lost</p>{% endblock %}",
        UNPRINTED,
    ),
}
KEPT = {
    "moved": (
        "{% block back %}{% endblock %}{% block front %}{{ self.back.super() }}{% endblock %}",
        ["back"],
    ),
    "moved and changed": (
        (
            "{% block back %}<section name='back'><p>b</p></section>{% endblock %}"
            "{% block front %}{{ super() }}{% endblock %}"
        ),
        ["front", "back"],
    ),
    "emptied": ("{% block back %}{% endblock %}", ["front"]),
    "emptied with what is in it": (
        "{% block front %}{% endblock %}{% block inner %}{% endblock %}",
        ["back"],
    ),
    "replaced with room for what is in it": (
        (
            "{% block front %}<section name='front'>"
            "{% block inner %}<p>b</p>{% endblock %}</section>"
            "{% endblock %}"
        ),
        ["front", "back"],
    ),
    "replaced in what stays": ("{% block inner %}<p>b</p>{% endblock %}", ["front", "back"]),
    "replaced by a macro's words": (
        (
            "{% macro m() %}<section name='m'>{{ caller() }}</section>{% endmacro %}"
            "{% block back %}{% call m() %}<p>b</p>{% endcall %}{% endblock %}"
        ),
        ["front", "m"],
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_lost_block(
    write: Write, layouts_dir: Path, profile: Profile, words: Words, name: str
) -> None:
    """If a block is printed nowhere, or moved and emptied at once, then its line is told."""
    body, told = LOST[name]
    write("classic", "booklet.xml", NESTED)
    write("school", "theme.yaml", SCHOOL_THEME)
    write("school", "booklet.xml", f'{{% extends "classic/booklet.xml" %}}\n{body}\n')
    with pytest.raises(ContentError) as caught:
        render_document(load_layout("school", layouts_dir), "booklet", "pages", profile, words)
    assert str(caught.value).replace(f"{layouts_dir}/", "") == told


@pytest.mark.parametrize("name", KEPT)
def test_kept_block(
    write: Write, layouts_dir: Path, profile: Profile, words: Words, name: str
) -> None:
    """If blocks are moved, emptied and replaced so that nothing is lost, then nothing is told."""
    body, sections = KEPT[name]
    write("classic", "booklet.xml", NESTED)
    write("school", "theme.yaml", SCHOOL_THEME)
    write("school", "booklet.xml", f'{{% extends "classic/booklet.xml" %}}\n{body}\n')
    document = render_document(
        load_layout("school", layouts_dir), "booklet", "pages", profile, words
    )
    assert [section.name for section in document.sections] == sections


def test_block_written_twice(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a layout replaces a block twice, then the second one's line is told."""
    write("classic", "booklet.xml", NESTED)
    write("school", "theme.yaml", SCHOOL_THEME)
    twice = "{% block back %}<section name='a'/>{% endblock %}\n"
    write("school", "booklet.xml", '{% extends "classic/booklet.xml" %}\n' + twice * 2)
    with pytest.raises(ContentError) as caught:
        render_document(load_layout("school", layouts_dir), "booklet", "pages", profile, words)
    assert str(caught.value).replace(f"{layouts_dir}/", "") == (
        "school/booklet.xml:3: block 'back' defined twice"
    )


def test_taking_over_what_is_known_only_later(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If which template is taken over hangs on something, then what is lost cannot be told."""
    write("classic", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", SCHOOL_THEME)
    for extends in (
        '{% extends "classic/" ~ "booklet.xml" %}',
        '{% set base = "classic/booklet.xml" %}{% extends base %}',
        '{% if profile.note is none %}{% extends "classic/booklet.xml" %}{% endif %}',
        '{% extends ["classic/booklet.xml", "classic/deck.xml"] %}',
    ):
        write("school", "booklet.xml", f"{extends}\n{{% block own %}}<p>lost</p>{{% endblock %}}")
        with pytest.raises(ContentError) as caught:
            render_document(load_layout("school", layouts_dir), "booklet", "pages", profile, words)
        assert str(caught.value) == (
            f"{layouts_dir}/school/booklet.xml:1: which template is taken over must not hang on "
            'anything\n  hint: write its name: {% extends "classic/booklet.xml" %}, '
            "and that in no {% if %}"
        )


def test_words_lost_in_a_template_that_is_included(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a template that another includes takes over a third, then what it loses is told, too."""
    write("classic", "part.xml", "{% block own %}<p>a</p>{% endblock %}")
    write("classic", "mine.xml", '{% extends "classic/part.xml" %}\n{% block onw %}b{% endblock %}')
    write(
        "classic",
        "booklet.xml",
        '<pages title="T"><section name="a">{% include "mine.xml" %}</section></pages>',
    )
    with pytest.raises(ContentError) as caught:
        render_document(load_layout("classic", layouts_dir), "booklet", "pages", profile, words)
    assert str(caught.value) == (
        f"{layouts_dir}/classic/mine.xml:2: classic/part.xml has no block 'onw', and what stands "
        'in this one is lost\n  hint: did you mean "own"?'
    )
