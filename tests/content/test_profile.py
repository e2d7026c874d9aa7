"""A valid profile keeps every text, number and date, and the place of each."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerkit.content import ContentError, Profile, Text, read_profile
from careerkit.content.models.article import add_article
from careerkit.content.models.calendar_date import CalendarDate
from careerkit.content.models.content_model import ContentModel
from careerkit.content.problem import Place, Problem
from tests import strategies

PROFILES = Path(__file__).parent / "profiles"


def _place(line: int, column: int) -> Place:
    return Place(str(PROFILES / "full.yaml"), line, column)


def _read(name: str) -> Profile:
    return read_profile(PROFILES / f"{name}.yaml", PROFILES)


def test_minimal_profile() -> None:
    """If only the required fields are there, then the rest is empty or None."""
    profile = _read("minimal")
    assert (profile.id, profile.title, profile.indefinite) == ("minimal", "Baker", "a Baker")
    assert profile.daily_tasks[0].task == "Measure and weigh the flour"
    assert profile.pay == ()
    assert profile.about is None


def test_every_field_of_the_full_profile_is_given() -> None:
    """If a field is added to the models, then the full profile has to use it."""
    unused: list[str] = []

    def visit(entries: list[ContentModel], path: str) -> None:
        for name in type(entries[0]).model_fields:
            values = [getattr(entry, name) for entry in entries]
            given_values = [value for value in values if value not in (None, (), False)]
            if not given_values:
                unused.append(f"{path}.{name}")
            nested: list[ContentModel] = []
            for value in given_values:
                parts = value if isinstance(value, tuple) else (value,)
                nested += [part for part in parts if isinstance(part, ContentModel)]
            if nested:
                visit(nested, f"{path}.{name}")

    visit([_read("full")], "")
    assert unused == []


def test_plain_scalars_stay_text() -> None:
    """If a text looks like a flag, date or number, then it stays as it is written."""
    profile = _read("full")
    assert profile.other_titles == ("Surgeon", "no")
    assert profile.tagline == "2026-01-01"
    assert profile.codes is not None
    assert profile.codes.national == "1_000"
    assert profile.overview.abroad is not None
    assert profile.overview.abroad.text == "NO"
    assert profile.specialisms[1].name == "on"


def test_markup_stays_text() -> None:
    """If a text looks like markup or a template, then it stays as it is written."""
    task = _read("full").daily_tasks[0]
    assert (task.task, task.detail) == ("Look at <b>charts</b>", "See {{ 7*7 }} &amp; more.")


def test_numbers_and_dates() -> None:
    """If a field is a number or a date, then it is exact and as precise as it was written."""
    profile = _read("full")
    pay = profile.pay[0]
    assert (pay.low, str(pay.low), pay.high) == (Decimal("0.1"), "0.1", Decimal(250000))
    assert isinstance(pay.as_of, CalendarDate)
    assert (pay.as_of.precision, str(pay.as_of), pay.as_of.month) == ("month", "2025-05", 5)
    assert profile.about is not None
    assert profile.about.review_by is not None
    assert profile.about.review_by.last_day.isoformat() == "2028-01-31"
    assert profile.worksheet[0].lines == 4


def test_places() -> None:
    """If a value is asked for its place, then it is the line and column it begins at."""
    profile = _read("full")
    assert profile.title.place == _place(3, 8)
    assert profile.place_of("daily_tasks") == _place(31, 3)
    assert profile.daily_tasks[0].place == _place(31, 5)
    assert profile.daily_tasks[0].task.place == _place(31, 11)
    assert profile.daily_tasks[1].place_of("task") == _place(33, 5)
    assert profile.roadmap[0].actions[0].action.place == _place(46, 18)
    assert profile.pay[0].place_of("low") == _place(64, 10)
    assert profile.pay[0].place_of("high").line == 65


def test_paragraphs_know_their_lines() -> None:
    """If a text has blank lines, in any style, then they part its paragraphs."""
    overview = _read("full").overview
    assert [(str(part), part.place.line) for part in overview.work.text.paragraphs] == [
        ("The first paragraph. It goes on.", 13),
        ("The second paragraph.", 16),
    ]
    assert overview.here is not None
    assert [str(part) for part in overview.here.text.paragraphs] == [
        "Here it is folded.",
        "And here again.",
    ]


def test_profile_cannot_be_changed() -> None:
    """If a value is set, then it is refused."""
    with pytest.raises(ValueError, match="frozen"):
        _read("minimal").title = Text("Cook")  # type: ignore[misc]


def test_problems_are_told_without_pydantic() -> None:
    """If only problems are imported, then neither pydantic nor PyYAML is loaded."""
    code = (
        "import sys, careerkit.content.problem, careerkit.content;"
        "sys.exit(any(name in sys.modules for name in ('pydantic', 'yaml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "title",
    [
        "an AI engineer",
        "an HR officer",
        "a UX designer",
        "a university lecturer",
        "an hour counter",
        "an X-ray technician",
        "a Urologist",
        "an urban planner",
        "an umpire",
        "a NASA engineer",
        "a 3D animator",
        "an 18-wheeler driver",
        "a European buyer",
        "an honest broker",
        "a Baker",
        "an Undertaker",
        "an e-commerce manager",
        "an AI / Machine Learning Engineer",
        "a වෛද්\u200dයවරයා",
        "a one-man band",
    ],
)
def test_article_follows_the_sound(title: str) -> None:
    """If a title begins with a vowel sound, then "an" goes before it, else "a"."""
    assert add_article(title.split(" ", 1)[1]) == title


@given(st.one_of(st.text(), st.binary(), strategies.profiles().map(lambda text: text[:-5])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_is_read_or_explained(tmp_path: Path, content: str | bytes) -> None:
    """If any text or bytes are given, then a profile or its problems come out, nothing else."""
    path = tmp_path / "any.yaml"
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    path.write_bytes(data)
    problems: tuple[Problem, ...] = ()
    try:
        assert read_profile(path, tmp_path).id == "any"
    except ContentError as error:
        problems = error.problems
    assert all(problem.message and problem.place.file for problem in problems)


def _differences(written: Any, found: Any, path: str = "") -> list[str]:
    """Say where a model differs from the plain data it was made of."""
    if isinstance(found, ContentModel) and isinstance(written, str):
        return _differences(written, getattr(found, found.main_text), path)
    if isinstance(found, ContentModel):
        names = {field.alias or name: name for name, field in type(found).model_fields.items()}
        added = [f"{path}.{name} added" for name in _held(found) - set(written)]
        return added + [
            one
            for key, value in written.items()
            for one in _differences(value, getattr(found, names[key]), f"{path}.{key}")
        ]
    if isinstance(found, tuple):
        written = written if isinstance(written, list) else [written]  # one id may stand alone
        if len(found) != len(written):
            return [f"{path} has {len(found)} items"]
        pairs = enumerate(zip(written, found, strict=True))
        return [one for n, (a, b) in pairs for one in _differences(a, b, f"{path}[{n}]")]
    return [] if str(written) == str(found) else [f"{path}: {written!r} became {found!r}"]


def _held(entry: ContentModel) -> set[str]:
    """Return the names of the fields that hold something, but those that are made up."""
    fields = type(entry).model_fields
    held = {name for name in fields if getattr(entry, name) not in (None, (), False)}
    held -= {name for name in held if getattr(entry, name) == fields[name].default}
    return {fields[name].alias or name for name in held} - {"indefinite", "language"}


@given(st.one_of(strategies.minimal_values(), strategies.profile_values()))
@settings(suppress_health_check=list(HealthCheck))
def test_valid_profile_keeps_its_texts(tmp_path: Path, values: dict[str, Any]) -> None:
    """If a profile is valid, then it is read, and nothing is lost, added or changed."""
    path = tmp_path / "any.yaml"
    path.write_bytes(strategies.write_yaml(values).encode())
    assert _differences(values, read_profile(path, tmp_path)) == []


def test_read_text(read: Callable[[str], Profile]) -> None:
    """If a field is left empty, then it counts as absent."""
    minimal = (PROFILES / "minimal.yaml").read_text(encoding="utf-8")
    assert read(minimal + "pay:\nwork:\n").pay == ()
