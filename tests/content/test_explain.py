"""Each problem of a profile is told in plain words, at its line and column."""

from __future__ import annotations

import pytest

from careerkit.content.models.icon_names import ICON_NAMES
from tests.content.conftest import Explain

HEAD = """\
schema: 1
title: Baker
tagline: Bread for all
overview: {work: Baking}
daily_tasks: [Weigh flour]
"""

CASES = [
    (
        "titel: Baker",
        '6:1: titel: unknown field|did you mean "title"? it stands in line 2 already',
    ),
    (
        "ski\u200blls: [Baking]",
        "6:1: ski\u200blls: unknown field|take the character U+200B (zero width space) out of it",
    ),
    ("skils: [Baking]", '6:1: skils: unknown field|did you mean "skills"?'),
    (
        "work:\n  • Bake: bread",
        '7:3: work.• Bake: unknown field|begin each item of a list with "- " in place of "•"',
    ),
    (
        "suits: [a, ~]",
        (
            "6:12: suits[1]: expected text, found nothing|"
            'write it behind the "-", or take the "-" out'
        ),
    ),
    (
        "xyzzy: Baker",
        (
            "6:1: xyzzy: unknown field|the fields are schema, language, title, indefinite, other_titles, "  # noqa: E501  # a message as it is printed
            "codes, country, accent, tagline, promise, headlines, overview and others: see the "
            "schema"
        ),
    ),
    (
        "skills: [{name: Maintain ovens, mixers and tins}]",
        (
            '6:33: skills[0]: "mixers and tins" stands after a comma and is read as a field of its '
            "own|put quotes around text that contains a comma"
        ),
    ),
    (
        "skills: Baking",
        (
            '6:9: skills: expected a list, found "Baking"|'
            'put each item on a line of its own, after "- "'
        ),
    ),
    (
        "skills:\n  - [a]",
        (
            "7:5: skills[0]: expected a group of fields, found a list|"
            "the fields allowed here are name, kind, note, icon, source"
        ),
    ),
    (
        "skills:\n  -",
        (
            "7:4: skills[0]: expected a group of fields, found nothing|"
            "the fields allowed here are name, kind, note, icon, source"
        ),
    ),
    (
        "skills: [{name: a, kind: tecnical}]",
        (
            '6:26: skills[0].kind: expected one of technical, personal, found "tecnical"|'
            'did you mean "technical"?'
        ),
    ),
    (
        "interests: [social, reelistic]",
        (
            "6:21: interests[1]: expected one of realistic, investigative, artistic, social, "
            'enterprising, conventional, found "reelistic"|did you mean "realistic"?'
        ),
    ),
    (
        "roadmap:\n  - stage:\n    ages: 11",
        '7:5: roadmap[0].stage: required, but left empty|add "stage:", its name',
    ),
    (
        "roadmap:\n  - ages: 11",
        '7:5: roadmap[0].stage: required, but missing|add "stage:", its name',
    ),
    (
        "roadmap:\n  - stage: A\n    actions:\n      - {action: a, detial: b}",
        '9:21: roadmap[0].actions[0].detial: unknown field|did you mean "detail"?',
    ),
    (
        "resources: [{title: a, url: www.example.org}]",
        (
            '6:29: resources[0].url: expected a web address, found "www.example.org"|'
            'write "https://www.example.org", if it leads there'
        ),
    ),
    (
        "worksheet: [{prompt: a, lines: 0}]",
        '6:32: worksheet[0].lines: expected a whole number from 1 to 60, found "0"|',
    ),
    (
        "worksheet: [{prompt: a, lines: -4}]",
        (
            '6:32: worksheet[0].lines: expected a whole number from 1 to 60, found "-4"|'
            "take the minus out: 1 to 60 is allowed"
        ),
    ),
    (
        "pay: [{region: a, low: -90000, currency: LKR, period: year}]",
        (
            '6:24: pay[0].low: expected a number of 0 or more, found "-90000"|'
            "take the minus out: 0 or more is allowed"
        ),
    ),
    (
        "pay: [{region: a, low: \u22125, currency: LKR, period: year}]",
        (
            '6:24: pay[0].low: expected a number of 0 or more, found "\u22125"|'
            "take the minus out: 0 or more is allowed"
        ),
    ),
    (
        "worksheet: [{prompt: a, lines: four}]",
        (
            '6:32: worksheet[0].lines: expected a whole number from 1 to 60, found "four"|'
            "write digits only, without commas, signs or units, for example 12"
        ),
    ),
    (
        'facts: [{label: a, amount: "1,000"}]',
        (
            '6:28: facts[0].amount: expected a number, found "1,000"|'
            "write 1000, or 1 if the comma begins decimals"
        ),
    ),
    (
        "facts: [{label: a, amount: some}]",
        (
            '6:28: facts[0].amount: expected a number, found "some"|'
            "write digits only, without commas, signs or units, for example 250000 or 1.2"
        ),
    ),
    (
        "facts: [{label: a}]",
        (
            "6:9: facts[0]: a fact has either an amount or a value|"
            "give a number as amount:, or words as value:"
        ),
    ),
    (
        "about: {review_by: 2026-02-30}",
        (
            '6:20: about.review_by: expected a date, found "2026-02-30"|'
            "write year-month-day, for example 2026-01-31, or 2026-01, or 2026"
        ),
    ),
    (
        "demand: {rating: high, as_of: unknwon}",
        (
            '6:31: demand.as_of: expected a date, found "unknwon"|write year-month-day, for '
            "example 2026-01-31, or 2026-01, or 2026; or unknown, if the source gives no date"
        ),
    ),
    (
        "about: {review_by: unknown}",
        (
            '6:20: about.review_by: expected a date, found "unknown"|'
            "write year-month-day, for example 2026-01-31, or 2026-01, or 2026"
        ),
    ),
    (
        "country: Sri Lanka",
        (
            '6:10: country: expected a country code, found "Sri Lanka"|'
            "two capital letters (ISO 3166), for example LK"
        ),
    ),
    (
        "codes: {isco08: 25-12}",
        '6:17: codes.isco08: expected an ISCO-08 code, found "25-12"|one to four digits, as "2512"',
    ),
    (
        "demand: {rating: high, source: nope}\nsources: [{id: note, title: a}]",
        '6:32: demand.source: no source has the id "nope"|did you mean "note"?',
    ),
    (
        "demand: {rating: high, source: x}",
        '6:32: demand.source: no source has the id "x"|the ids under sources: are none yet',
    ),
    (
        "sources:\n  - {id: a, title: b}\n  - {id: a, title: c}",
        (
            '8:10: sources[1].id: the id "a" is given twice|'
            "it stands in line 7 already: give each source its own"
        ),
    ),
    (
        "images: [{file: ../ward.png, alt: a}]",
        (
            '6:17: images[0].file: "../ward.png" does not lie in source/images|'
            'give the path below source/images, with "/" between folders, for example ward.jpg'
        ),
    ),
    (
        "images: [{file: old/.ward.png, alt: a}]",
        (
            '6:17: images[0].file: "old/.ward.png" has a name that begins with a dot and is '
            "passed over|give it a name without the dot"
        ),
    ),
    (
        "images: [{file: ward.png}]",
        (
            "6:10: images[0]: the image has no alt text|say in alt: what it shows, or write "
            "decorative: true if it shows nothing worth telling"
        ),
    ),
    (
        "images: [{file: ward.png, decorative: yes}]",
        '6:39: images[0].decorative: expected true or false, found "yes"|write true',
    ),
    (
        'suits: [""]',
        "6:9: suits[0]: expected text, found empty text|",
    ),
    (
        "suits: [\u200b\u200f]",
        "6:9: suits[0]: expected text, found nothing that can be seen|",
    ),
    (
        "suits: [{a: b}]",
        (
            "6:9: suits[0]: expected text, found a group of fields|"
            'put quotes around text that contains ": " or brackets'
        ),
    ),
    (
        "demand: growing",
        (
            '6:9: demand: expected a group of fields, found "growing"|'
            "the fields allowed here are rating, note, change, as_of, source"
        ),
    ),
    (
        "suits: [{txt: a, text: b}]",
        '6:10: suits[0].txt: unknown field|did you mean "text"? it stands in line 6 already',
    ),
    (
        "suits: [{text: [a]}]",
        "6:16: suits[0].text: expected text, found a list|",
    ),
    (
        "suits: [{source: []}]",
        '6:9: suits[0].text: required, but missing|add "text:", the text',
    ),
    (
        "suits: [[a]]",
        "6:9: suits[0]: expected text, found a list|",
    ),
    (
        "employers: [{name: a, source: b}]",
        '6:31: employers[0].source: no source has the id "b"|the ids under sources: are none yet',
    ),
    (
        "sources: [{id: survey, title: a}]\nwork: {hours: {text: a, source: [survey, survy]}}",
        '7:42: work.hours.source[1]: no source has the id "survy"|did you mean "survey"?',
    ),
    (
        "related: [{title: a, source: a b}]",
        (
            '6:30: related[0].source: expected a short name, found "a b"|'
            "use letters, digits and hyphens without spaces, for example onet-2025"
        ),
    ),
    (
        "related: [{title: a, source: {id: b}}]",
        (
            "6:30: related[0].source: expected a list, found a group of fields|"
            'put each item on a line of its own, after "- "'
        ),
    ),
    (
        "skills: [{name: a, icon: wrensh}]",
        (
            f"6:26: skills[0].icon: expected one of {', '.join(ICON_NAMES[:12])} and others, "
            'found "wrensh"|did you mean "wrench"?'
        ),
    ),
    (
        "skills: [{name: a, icon: sunflower}]",
        (
            f"6:26: skills[0].icon: expected one of {', '.join(ICON_NAMES[:12])} and others, "
            f'found "sunflower"|there are: {", ".join(ICON_NAMES)}'
        ),
    ),
    (
        "people: [{name: a, consent: true, day: [{time: 7.30, text: b}]}]",
        (
            '6:48: people[0].day[0].time: expected a time of day, found "7.30"|'
            "write hours and minutes from 00:00 to 23:59, for example 07:30"
        ),
    ),
    (
        "people: [{name: a, consent: false}]",
        (
            "6:29: people[0].consent: a person who has not agreed is not printed|"
            "print a person only who has agreed to it, and then write consent: true"
        ),
    ),
    (
        "people: [{name: a}]",
        (
            "6:10: people[0].consent: required, but missing|"
            'add "consent:", true: the person has agreed to be shown with all of this'
        ),
    ),
    (
        "images: [{file: ward.png, alt: a, focus: [0.5]}]",
        (
            "6:42: images[0].focus: expected two numbers from 0 to 1, found 1 in the list|"
            "write how far from the left and from the top, for example [0.5, 0.3]"
        ),
    ),
    (
        "images: [{file: ward.png, alt: a, focus: [0.5, 30]}]",
        '6:42: images[0].focus: expected a number from 0 to 1, found "30"|',
    ),
    (
        "images: [{file: ward.png, alt: a, focus: middle}]",
        (
            '6:42: images[0].focus: expected two numbers from 0 to 1, found "middle"|'
            "write how far from the left and from the top, for example [0.5, 0.3]"
        ),
    ),
    (
        "talk: [{section: day, say: a, ask: b}]",
        (
            "6:36: talk[0].ask: a question without time to answer|"
            "say in ask_seconds: how long people have to answer, for example 30"
        ),
    ),
    (
        "talk: [{section: day, say: a, ask_seconds: 20}]",
        (
            "6:44: talk[0].ask_seconds: time to answer, but no question|"
            "put the question into ask:, or take ask_seconds: out"
        ),
    ),
    (
        "sources: [{id: a, title: b, via: c}]",
        (
            "6:34: sources[0].via: this says whose copy was read, but not that it was a copy|"
            "write read_in_copy: true too, or take via: out"
        ),
    ),
    (
        "sources: [{id: a, title: b, via: c, read_in_copy: false}]",
        (
            "6:34: sources[0].via: this says whose copy was read, but not that it was a copy|"
            "write read_in_copy: true too, or take via: out"
        ),
    ),
    (
        "pay: [{region: a, low: 5, middle: 9, high: 8, currency: LKR, period: day}]",
        (
            "6:35: pay[0].middle: the middle (9) is not between the lower and the upper end|"
            "half of the people earn less than the middle, half earn more: correct one"
        ),
    ),
    (
        "demand: {rating: low, change: {percent: 9, since: 2034, until: 2024}}",
        (
            "6:64: demand.change.until: the change does not end (2024) after it begins (2034)|"
            "swap since and until, or correct one of them"
        ),
    ),
    (
        "demand: {rating: low, change: {percent: 9, since: 2024, until: 2024-01}}",
        (
            "6:64: demand.change.until: the change does not end (2024-01) after it begins (2024)|"
            "swap since and until, or correct one of them"
        ),
    ),
    (
        (
            "pay: [{region: a, low: 5, middle: 9, high: 8, currency: LKR, period: day, "
            "open_ended: true}]"
        ),
        (
            "6:35: pay[0].middle: the middle (9) is not between the lower and the upper end|"
            "half of the people earn less than the middle, half earn more: correct one"
        ),
    ),
    (
        "pay: [{region: a, low: 5, middle: 4, currency: LKR, period: day}]",
        (
            "6:35: pay[0].middle: the middle (4) is not between the lower and the upper end|"
            "half of the people earn less than the middle, half earn more: correct one"
        ),
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=lambda value: value[:30])
def test_problem_is_told(explain: Explain, text: str, told: str) -> None:
    """If one thing is wrong, then one problem says what, where, and what to do."""
    message, _, hint = told.partition("|")
    written = f"baker.yaml:{message}" + (f"\n  hint: {hint}" if hint else "")
    assert explain(HEAD + text + "\n") == [written]


def test_pay_ends_are_in_order(explain: Explain) -> None:
    """If the lower end is above the upper, then both figures are told."""
    pay = "pay:\n  - {region: a, low: 5, high: 2, currency: LKR, period: year}\n"
    assert explain(HEAD + pay) == [
        (
            "baker.yaml:7:5: pay[0]: the upper end (2) is less than the lower end (5)\n"
            "  hint: swap low and high, or correct one of them"
        )
    ]


def test_parts_that_are_wrong_twice(explain: Explain) -> None:
    """If fields do not go together, then that is told beside another mistake in the same part."""
    text = (
        "pay: [{region: a, low: 5, high: 2, currency: LKR, period: yaer}]\n"
        "facts: [{label: a, amount: 1, value: b, source: x}, {amount: x}]\n"
        "images: [{file: /a.png}, {file: ward.png, decorative: false, credti: b}]\n"
    )
    assert [one.split("\n")[0] for one in explain(HEAD + text)] == [
        "baker.yaml:6:7: pay[0]: the upper end (2) is less than the lower end (5)",
        'baker.yaml:6:59: pay[0].period: expected one of year, month, day, hour, found "yaer"',
        "baker.yaml:7:9: facts[0]: a fact has either an amount or a value",
        'baker.yaml:7:49: facts[0].source: no source has the id "x"',
        "baker.yaml:7:53: facts[1].label: required, but missing",
        'baker.yaml:7:62: facts[1].amount: expected a number, found "x"',
        "baker.yaml:8:10: images[0]: the image has no alt text",
        'baker.yaml:8:17: images[0].file: "/a.png" does not lie in source/images',
        "baker.yaml:8:26: images[1]: the image has no alt text",
        "baker.yaml:8:62: images[1].credti: unknown field",
    ]


def test_required_fields(explain: Explain) -> None:
    """If required fields are missing, then each is named at the beginning of the file."""
    assert explain("schema: 2\ndaily_tasks: []\n") == [
        'baker.yaml:1:1: overview: required, but missing\n  hint: add "overview:", what the job is',
        (
            "baker.yaml:1:1: tagline: required, but missing\n"
            '  hint: add "tagline:", one sentence for the cover'
        ),
        'baker.yaml:1:1: title: required, but missing\n  hint: add "title:", the career\'s name',
        'baker.yaml:1:9: schema: expected 1, found "2"',
        "baker.yaml:2:14: daily_tasks: expected at least one item, found an empty list",
    ]


def test_file_is_a_list(explain: Explain) -> None:
    """If a file is no group of fields at all, then that is said once."""
    (told,) = explain("- Baker\n")
    assert told.startswith("baker.yaml:1:1: expected a group of fields, found a list\n")


def test_all_problems_in_one_run(explain: Explain) -> None:
    """If YAML, fields and references are wrong at once, then all are told, by their lines."""
    text = HEAD + "title: Cook\nskils: [a]\npay:\n  - {region: a, source: x}\nsuits: [*x]\n"
    assert [one.split("\n")[0] for one in explain(text)] == [
        "baker.yaml:6:1: title: given twice",
        "baker.yaml:7:1: skils: unknown field",
        "baker.yaml:9:5: pay[0].currency: required, but missing",
        "baker.yaml:9:5: pay[0].low: required, but missing",
        "baker.yaml:9:5: pay[0].period: required, but missing",
        'baker.yaml:9:25: pay[0].source: no source has the id "x"',
        'baker.yaml:10:9: "*x" refers to another part of the file; such references are not read',
    ]
