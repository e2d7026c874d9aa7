"""What ``check`` says of sources, of the age of figures, and of the time that a talk takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from careerkit.content import Profile, check_profile, read_profile
from tests.content.test_explain import HEAD

Read = Callable[[str], Profile]
TODAY = date(2026, 11, 22)
SOURCE = (
    "sources: [{id: a, title: A, retrieved: 2026, licence: none},"
    " {id: b, title: B, retrieved: 2026, licence: none}]\n"
)


def _told(profile: Profile, today: date = TODAY) -> list[str]:
    """Give each warning as its place, words and hint in one line."""
    found = check_profile(profile, today)
    assert all(problem.severity == "warning" for problem in found)
    return [
        f"{one.place.line}:{one.place.column}: {one.field}: {one.message}|{one.hint}"
        for one in found
    ]


# --- sources ---------------------------------------------------------------------------------


def test_a_source_that_nothing_names(read: Read) -> None:
    """If no statement names a source, then that is told at the source."""
    assert _told(read(HEAD + SOURCE + "suits: [{text: You rise early, source: b}]\n")) == [
        (
            "6:11: sources[0]: nothing names this source|"
            "write source: a at what is taken from it, or take it out"
        )
    ]


@pytest.mark.parametrize(
    "more",
    [
        "work: {demands: [{text: Standing, source: [a, b]}]}",
        "progression: [{text: Owner, source: [b, a]}]",
        "roadmap: [{stage: School, actions: [{action: Read, source: a}], source: b}]",
        "licences: [{name: A licence, source: [a, b]}]",
    ],
)
def test_a_source_is_named_anywhere(read: Read, more: str) -> None:
    """If a statement at any depth names a source, then nothing is told."""
    assert _told(read(f"{HEAD}{SOURCE}{more}\n")) == []


def test_a_source_of_a_statement_that_a_part_replaces(tmp_path: Path) -> None:
    """If only a statement of the shared file names a source, then that is enough."""
    cited = "skills: [{name: Care, source: [a, b]}]\n"
    (tmp_path / "baker.yaml").write_text(HEAD + SOURCE + cited, encoding="utf-8")
    part = tmp_path / "baker.LK.yaml"
    part.write_text("schema: 1\ncountry: LK\nskills: [Patience]\n", encoding="utf-8")
    assert _told(read_profile(part, tmp_path)) == []


def test_an_address_that_is_cut_short(read: Read) -> None:
    """If an address ends in three full stops, then the rest of it was lost on the way."""
    more = "resources: [{title: A, url: https://x.org/working-rules-for-the-ind...}]\n"
    assert _told(read(HEAD + more)) == [
        (
            "6:29: resources[0].url: the address is cut short|copy the whole of it from the "
            "browser's address bar, or write %2E%2E%2E if it belongs to the address"
        )
    ]


# --- figures ---------------------------------------------------------------------------------

PAY = "pay: [{{region: A, low: 1, currency: LKR, period: day, source: [a, b], as_of: {}}}]\n"
COMPARED = (
    "pay_compared: [{{label: A, amount: 1, currency: LKR, period: day, source: [a, b], "
    "as_of: {}}}]\n"
)
FACT = "facts: [{{label: A, amount: 1, source: [a, b], as_of: {}}}]\n"
DEMAND = "demand: {{rating: short, source: [a, b], as_of: {}}}\n"


@pytest.mark.parametrize(
    ("written", "as_of", "last_good", "months"),
    [
        (PAY, "2025-05-22", date(2026, 11, 22), 18),
        (PAY, "2025-05", date(2026, 11, 30), 18),
        (PAY, "2024-08", date(2026, 2, 28), 18),
        (PAY, "2024", date(2026, 6, 30), 18),
        (COMPARED, "2025-05", date(2026, 11, 30), 18),
        (FACT, "2023-11", date(2026, 11, 30), 36),
        (FACT, "2024-02-29", date(2027, 2, 28), 36),
        (DEMAND, "2023", date(2026, 12, 31), 36),
    ],
)
def test_a_figure_grows_old(
    read: Read, written: str, as_of: str, last_good: date, months: int
) -> None:
    """If pay is older than a year and a half, another figure than three years, then it is told."""
    profile = read(HEAD + SOURCE.replace("2026", "2024") + written.format(as_of))
    assert _told(profile, last_good) == []
    (told,) = _told(profile, date.fromordinal(last_good.toordinal() + 1))
    assert told.split(": ", 2)[2] == (
        f"this figure is of {as_of}, more than {months} months ago|"
        "look for a newer one; it may have another source"
    )
    assert told.split(": ")[1].endswith(".as_of")


@pytest.mark.parametrize("written", [PAY, FACT, DEMAND, COMPARED])
def test_unknown_is_a_date(read: Read, written: str) -> None:
    """If a source gives no date for a figure, then it is neither without one nor old."""
    assert _told(read(HEAD + SOURCE + written.format("unknown"))) == []


def test_each_figure_needs_source_and_date(read: Read) -> None:
    """If a figure of any kind has no source or no date, then it is told where it stands."""
    more = (
        "pay: [{region: a, low: 1, currency: LKR, period: day}]\n"
        "demand: {rating: high}\n"
        "facts: [{label: a, amount: 1}, {label: A, value: 7 in 10}]\n"
        "pay_compared: [{label: A, amount: 1, currency: LKR, period: day}]\n"
    )
    assert [one.split("|")[0] for one in _told(read(HEAD + more))] == [
        "6:7: pay[0]: figure without a date",
        "6:7: pay[0]: figure without a source",
        "7:9: demand: figure without a date",
        "7:9: demand: figure without a source",
        "8:9: facts[0]: figure without a date",
        "8:9: facts[0]: figure without a source",
        "8:32: facts[1]: figure without a date",
        "8:32: facts[1]: figure without a source",
        "9:16: pay_compared[0]: figure without a date",
        "9:16: pay_compared[0]: figure without a source",
    ]


@pytest.mark.parametrize(
    ("review_by", "late"), [("2027-07-31", False), ("2027-07", False), ("2027-08-01", True)]
)
def test_a_review_that_comes_too_late(read: Read, review_by: str, late: bool) -> None:
    """If a figure is old before the next review, then an earlier one is asked for."""
    more = PAY.format("2026-01") + FACT.format("2026") + f"about: {{review_by: {review_by}}}\n"
    told = (
        "9:20: about.review_by: pay[0] is of 2026-01, and too old before this review|"
        "review the profile by 2027-07-31, or look for a newer figure"
    )
    assert _told(read(HEAD + SOURCE + more)) == ([told] if late else [])


def test_what_is_old_already_is_told_once(read: Read) -> None:
    """If a figure is old today, then no review is asked for because of it as well."""
    more = PAY.format("2024-01") + "about: {review_by: 2027-05}\n"
    assert [one.split(": ")[1] for one in _told(read(HEAD + SOURCE + more))] == ["pay[0].as_of"]


def test_the_day_of_the_run_decides(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """If SOURCE_DATE_EPOCH is set, then figures are as old as they are on that day."""
    profile = read(HEAD + SOURCE + PAY.format("2025-05"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01
    assert [one.field for one in check_profile(profile)] == ["pay[0].as_of"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")  # 2026-11-30
    assert check_profile(profile) == ()


def test_a_fact_is_from_a_day_that_has_been(read: Read) -> None:
    """If a fact is of a day to come, then that is told as of any other date."""
    (told,) = _told(read(HEAD + SOURCE + FACT.format("2027-01-01")))
    assert told.split("|")[0].endswith("facts[0].as_of: 2027-01-01 is still to come")


# --- other careers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("instead", "field"),
    [
        ("school nurse", "Public health and school nursing"),
        ("Pastry", "pastry"),
        ("Nurse", ""),
        ("dental nurse", ""),
        ("Cook", ""),
    ],
)
def test_a_field_of_the_career_is_no_other_career(read: Read, instead: str, field: str) -> None:
    """If what is to be considered instead is a field of the same career, then that is told."""
    more = (
        "specialisms: [Public health and school nursing, pastry]\n"
        f"may_not_suit: [{{because: Night, consider: [{instead}]}}]\n"
    )
    told = (
        f'7:44: may_not_suit[0].consider[0]: this is in a field of the career itself: "{field}"|'
        "name another career, or tell whom that field suits"
    )
    assert _told(read(HEAD + more)) == ([told] if field else [])


def test_the_career_itself_is_no_other_career(read: Read) -> None:
    """If what is to be considered instead is the career, by any of its titles, then it is told."""
    more = "may_not_suit: [{because: a, consider: [BAKER, bread maker]}]\n"
    assert [
        one.split("|")[0] for one in _told(read(f"{HEAD}other_titles: [Bread maker]\n{more}"))
    ] == [
        "7:40: may_not_suit[0].consider[0]: this is the career itself",
        "7:47: may_not_suit[0].consider[1]: this is the career itself",
    ]


# --- claims ----------------------------------------------------------------------------------


def test_a_promise_that_is_no_line(read: Read) -> None:
    """If a promise is longer than a cover has room for, then it is told how long it is."""
    assert _told(read(f"{HEAD}promise: {'a' * 90}\n")) == []
    assert _told(read(f"{HEAD}promise: {'a' * 91}\n")) == [
        (
            "6:10: promise: a cover has room for 90 characters, and these are 91|"
            "say the one thing that makes people open the guide"
        )
    ]


def test_a_headline_without_its_section(read: Read) -> None:
    """If there is nothing in a section, then its headline would be lost, and that is told."""
    more = "headlines: {work: A, day: B, pay: C, suits: D}\nprogression: [Owner]\n"
    assert _told(read(HEAD + more)) == [
        (
            "6:35: headlines.pay: there is nothing in this section, and its headline is not "
            "printed|write what belongs there, or take the headline out"
        )
    ]


@pytest.mark.parametrize(
    ("section", "more"),
    [
        ("where", "overview: {work: You bake., here: In towns.}"),
        ("where", "overview: {work: You bake., abroad: In towns.}"),
        ("where", "employers: [Bakeries]"),
        ("where", "demand: {rating: high, as_of: unknown, source: [a, b]}"),
        ("pay", PAY.format("unknown").strip()),
        ("pay", COMPARED.format("unknown").strip()),
        ("skills", "skills: [Care]"),
        ("skills", "tools: [Oven]"),
        ("skills", "subjects: [{name: Science}]"),
        ("roadmap", "roadmap: [School]"),
        ("suits", "suits: [You rise early]"),
        ("suits", "may_not_suit: [You sleep long]"),
        ("suits", "interests: [social]"),
        ("suits", "related: [Cook]"),
        ("suits", "progression: [Owner]"),
        ("start", "resources: [A book]"),
    ],
)
def test_a_headline_of_a_section_that_there_is(read: Read, section: str, more: str) -> None:
    """If any of what makes a section is there, then its headline is printed, and nothing told."""
    head = HEAD if "overview" not in more else _without(HEAD, "overview")
    told = _told(read(f"{head}{SOURCE}headlines: {{{section}: A}}\n{more}\n"))
    assert [one for one in told if ": headlines." in one] == []
    lacking = _told(read(f"{HEAD}headlines: {{{section}: A}}\n"))
    assert [one.split(": ")[1] for one in lacking] == [f"headlines.{section}"]


def _without(text: str, field: str) -> str:
    """Leave a field's line out."""
    return "".join(line for line in text.splitlines(True) if not line.startswith(field))


# --- the talk --------------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [1, 9, 10])
def test_a_question_needs_ten_seconds(read: Read, seconds: int) -> None:
    """If a class has less than ten seconds to answer, then nobody does."""
    told = (
        "6:64: talk[0].ask_seconds: in less than 10 seconds nobody can answer|"
        "leave at least 10, or tell the class something instead of asking"
    )
    more = f"talk: [{{section: day, say: A., ask: 'Which one?', ask_seconds: {seconds}}}]\n"
    assert _told(read(HEAD + more)) == ([told] if seconds < 10 else [])


SAID = "word " * 25 + "and which would you choose?"


@pytest.mark.parametrize(
    ("said", "seconds", "left"),
    [
        (SAID, 20, 6),
        (SAID, 8, 0),
        (SAID, 24, None),
        (SAID.replace("?", "."), 8, None),
        ("“Who knows?”", 5, 4),
        ("من يعرف؟", 5, 4),
    ],
)
def test_a_question_at_the_end_of_the_speech(
    read: Read, said: str, seconds: int, left: int | None
) -> None:
    """If the speech ends in a question, then what its words leave of the time is reckoned."""
    told = (
        f"6:28: talk[0].say: about {left} s are left to answer the question at its end|"
        "put the question into ask:, and the time to answer it into ask_seconds:"
    )
    more = f"talk: [{{section: day, say: '{said}', seconds: {seconds}}}]\n"
    assert _told(read(HEAD + more)) == ([] if left is None else [told])


def test_a_question_with_a_time_of_its_own(read: Read) -> None:
    """If a cue asks with a time of its own, then what it says may end in a question."""
    more = "talk: [{section: day, say: 'So?', seconds: 2, ask: 'Why?', ask_seconds: 20}]\n"
    assert _told(read(HEAD + more)) == []


def _talk(count: int, seconds: int, ask_seconds: int) -> str:
    cues = "".join(
        f"  - {{section: day, say: S{number}., seconds: {seconds}, ask: A{number}, "
        f"ask_seconds: {ask_seconds}}}\n"
        for number in range(count)
    )
    return f"talk:\n{cues}"


def test_a_talk_asks_six_times(read: Read) -> None:
    """If a talk has more than six questions, then that is told at the seventh, once."""
    assert _told(read(HEAD + _talk(6, 20, 20))) == []
    assert _told(read(HEAD + _talk(8, 20, 20))) == [
        (
            "13:48: talk[6].ask: 8 questions in one talk, and after 6 few answer|"
            "keep the best, and tell a story or an example at the other slides"
        )
    ]


def test_a_talk_ends_within_ten_minutes(read: Read) -> None:
    """If a talk takes more than ten minutes, answers included, then it is told how long."""
    assert _told(read(HEAD + _talk(5, 60, 60))) == []
    assert _told(read(HEAD + _talk(5, 60, 75))) == [
        (
            "7:3: talk: the talk takes 11:15 minutes, and ten are the most|"
            "leave out cues, or ask at fewer slides"
        )
    ]
