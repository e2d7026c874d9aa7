"""Words that YAML takes for something else are told with their line and what to write."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careerkit.content import Profile
from tests.content.conftest import Explain
from tests.content.test_explain import HEAD

Read = Callable[[str], Profile]

COMMENT = '|put quotes around text that contains " #"; a comment has a line of its own'
ITEMS = (
    "|write sentences, with an empty line where a paragraph ends, or move the items to a field "
    "that holds a list"
)
IN_LIST = '|begin each item of a list with "- ", below its field and further in'
LOST = [
    (
        "suits: [Anna]\ndemand:\n  rating: high\n  note: Learn C # and Java",
        f'9:17: demand.note: "# and Java" is a comment and is not read{COMMENT}',
    ),
    ("suits:\n  - People # of any age", f'7:12: suits[0]: "# of any age" is a comment{COMMENT}'),
    (
        "work:\n  hours: # 40 a week",
        f'7:10: work.hours: "# 40 a week" is a comment and is not read{COMMENT}',
    ),
    (
        "work:\n  hours: Forty\n    a week # or so",
        f'8:12: work.hours: "# or so" is a comment and is not read{COMMENT}',
    ),
    (
        "tools: [C #, Java\n  , Rust]",
        f'6:11: tools[0]: "#, Java" is a comment and is not read{COMMENT}',
    ),
    (
        "work:\n  hours: We are\n    #1 in town",
        f'8:5: work.hours: "#1 in town" is a comment and is not read{COMMENT}',
    ),
    (
        "codes:\n  national: NAT #77",
        f'7:17: codes.national: "#77" is a comment and is not read{COMMENT}',
    ),
]
LINES = "lines that look like a list are set as one paragraph"
WORDS = [
    (
        "work:\n  hours: |\n    Measure flour\n    Mix the dough\n    Bake bread",
        f"8:5: work.hours: {LINES}{ITEMS}",
    ),
    (
        "work:\n  hours: Measure flour\n    Mix the dough\n    Bake bread",
        f"7:10: work.hours: {LINES}",
    ),
    ("work:\n  hours: |\n    a) forty\n    b) fifty", '8:5: work.hours: lines that begin with "a"'),
    ("work:\n  hours: |\n    (1) forty\n    (2) fifty", "8:6: work.hours: lines that begin with"),
    ("work:\n  hours: |\n    ✅ forty", '8:5: work.hours: "✅" is printed|take it out'),
    (
        "suits:\n  - 1. One\n  - 2. Two",
        '8:5: suits[1]: "2." is printed|take it out: a list',
    ),
    ("skills:\n  - name: – One", '7:11: skills[0].name: "–" is printed|take it out: a list sets'),
    (
        "tools: [Pan, “Oven, large”]",
        '6:14: tools[1]: "“" is opened and not closed|close it with "”"; between brackets a comma',
    ),
    (
        "work: {hours: “Forty”}",
        (
            "6:15: work.hours: the quotation marks “ ” are printed: YAML knows straight ones only|"
            "write Forty without them; if they belong to the text, put straight quotes around them"
        ),
    ),
    ("suits: [„Anna“]", "6:9: suits[0]: the quotation marks „ “ are printed"),
    ("suits: [‘Don’t know’]", "6:9: suits[0]: the quotation marks ‘ ’ are printed"),
    ("suits: [«Anna»]", "6:9: suits[0]: the quotation marks « » are printed"),
    ('suits:\n  - “Anna"', '7:5: suits[0]: the quotation marks “ " are printed'),
    (
        "work:\n  hours: |\n    • Forty\n    • Fifty",
        f'8:5: work.hours: lines that begin with "•" are printed as text, not as a list{ITEMS}',
    ),
    ("work:\n  hours: |\n    At first\n    – Forty\n    – Fifty", "9:5: work.hours: lines that"),
    ("work:\n  hours: |\n    Forty.\n\n    * One\n    * Two", "10:5: work.hours: lines that begin"),
    ("work:\n  hours: |\n    1. Forty\n    2. Fifty", '8:5: work.hours: lines that begin with "1"'),
    (
        "work:\n  hours: Ours\n    - forty\n    - fifty",
        '8:5: work.hours: lines that begin with "-"',
    ),
    ("work:\n  hours: \uf0b7 Forty", '7:10: work.hours: "\uf0b7" is printed'),
    (
        "suits:\n  - One\n   - Two",
        f'8:4: suits[0]: lines that begin with "-" are printed as text, not as a list{IN_LIST}',
    ),
    (
        "suits:\n  - • One",
        '7:5: suits[0]: "•" is printed|take it out: a list sets signs of its own',
    ),
    ("suits:\n  - – One\n  - Two", '7:5: suits[0]: "–" is printed|take it out'),
    ('suits:\n  - "· One"', '7:6: suits[0]: "·" is printed|take it out'),
]


def _warned(read: Read, text: str) -> list[str]:
    profile = read(HEAD + text + "\n")
    folder = f"{profile.source_folder}/"
    return [str(one).replace(folder, "").replace("\n  hint: ", "|") for one in profile.warnings]


@pytest.mark.parametrize(("text", "told"), [*LOST, *WORDS], ids=lambda value: value[:30])
def test_lost_words_are_told(read: Read, text: str, told: str) -> None:
    """If YAML reads something else than was meant, then one warning says where, and what to do."""
    place, _, rest = told.partition(": ")
    (warned,) = _warned(read, text)
    message, _, hint = rest.partition("|")
    assert warned.startswith(f"baker.yaml:{place}: warning: {message}")
    assert warned.partition("|")[2].startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "suits:\n  - “Anna“ says so",
        "# a comment on a line of its own\nsuits: [C#, 'C # Java', \"#1\"]",
        "work:\n  hours: Forty\n    # a week\n  #pattern: none\n  setting: Here",
        "roadmap:  # the way there\n  - stage: Grade 6\n    # the rest follows",
        "pay:  # in rupees\n  - {region: H, low: 90000, currency: LKR, period: month}  # a month",
        "pay:\n  - region: H\n    low: 90000  # the median\n    currency: LKR\n    period: month",
        "work:\n  hours: |  # in words\n    #40\n    C # D",
        "work:\n  hours: 'Forty'  # so far\n  pattern: null  # not known",
        "demand:\n  rating: high\n  note: #",
        "work:\n  hours: “Yes” and “no”\n  pattern: '“Shifts”'\n  setting: |\n    “At sea”",
        "suits: [’90s fans, O’Brien, 'rock ’n’ roll', \"don't\", (“ever”)]",
        "work:\n  hours: |\n    From seven\n    – or eight – to four,\n    5\n    * 3 days.",
        "work:\n  hours: |\n    It was in\n    2010. Since\n    2012. More.",
        "work:\n  hours: |\n    1. FC Bakery\n  pattern: -5 to 5\n  setting: 40 – 50",
        "work:\n  hours: |\n    Bakers bake bread in\n    Galle and Kandy, or at\n    Home.",
        "work:\n  hours: |\n    Measure flour.\n    Mix the dough.\n    Bake bread.",
        "work:\n  hours: |\n    Measure flour\n\n    Mix the dough\n\n    Bake bread",
        "work:\n  hours: 'Measure flour\n    Mix the dough\n    Bake bread'",
        "suits: [2. FC Bakery, 4. Liga, a) b]",
        "suits: [-5 °C, +94 11 2, '*', 1. FC Bakery]",
        "resources:\n  - title: A\n    url: https://example.org # see below",
    ],
)
def test_nothing_is_lost(read: Read, text: str) -> None:
    """If a text is read as it was meant, then nothing is said."""
    assert _warned(read, text) == []


def test_loss_is_told_beside_mistakes(explain: Explain) -> None:
    """If a file has a mistake, then what is lost elsewhere in it is told in the same run."""
    assert [one.split("\n")[0] for one in explain(HEAD + "skils: a\nsuits: [a # b\n  ]\n")] == [
        "baker.yaml:6:1: skils: unknown field",
        'baker.yaml:7:11: warning: suits[0]: "# b" is a comment and is not read',
    ]


def test_a_list_item_that_is_a_comment(explain: Explain) -> None:
    """If a list item begins with the sign of a comment, then both it and its absence are told."""
    assert explain(HEAD + "suits:\n  - #1 bakery\n") == [
        (
            "baker.yaml:7:4: suits[0]: expected text, found nothing\n"
            '  hint: write it behind the "-", or take the "-" out'
        ),
        (
            'baker.yaml:7:5: warning: suits[0]: "#1 bakery" is a comment and is not read\n'
            '  hint: put quotes around text that contains " #"; a comment has a line of its own'
        ),
    ]


def test_a_required_field_that_says_nothing(explain: Explain) -> None:
    """If a field that must be there is null, then it is left empty."""
    assert explain(HEAD + "employers: [{name: NULL, note: ~}]\n") == [
        (
            "baker.yaml:6:14: employers[0].name: required, but left empty\n"
            '  hint: add "name:", its name'
        )
    ]
